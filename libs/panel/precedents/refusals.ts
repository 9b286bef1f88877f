import { defineRefusals, refuser } from '@accord/shared/kernel';

/** Questions about precedents that make no sense. */
export const precedentRefusals = defineRefusals({
  'precedent-question-empty': { kind: 'invalid', title: 'Nothing was asked of past decisions' },
  'precedent-words-say-nothing': { kind: 'invalid', title: 'The words are in nearly every decision' },
  'precedent-range-empty': { kind: 'invalid', title: 'A range ends before it begins' },
});

export const refusePrecedent = refuser(precedentRefusals);
