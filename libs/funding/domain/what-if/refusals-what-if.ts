import { defineRefusals } from '@accord/shared/kernel';

/** What is refused of a question "what if". Codes are stable for ever. */
export const whatIfRefusals = defineRefusals({
  'what-if-change-unclear': { kind: 'invalid', title: 'It is not clear what is to be supposed' },
  'what-if-clause-unknown': { kind: 'unknown', title: 'There is no such clause in force' },
  'what-if-line-unknown': { kind: 'unknown', title: 'There is no such package line' },
  'what-if-agency-unknown': { kind: 'unknown', title: 'An agency is not registered in this area' },
});
