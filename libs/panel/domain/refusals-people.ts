import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about agencies, practitioners and delegations. Codes are stable for ever. */
export const peopleRefusals = defineRefusals({
  'agency-already-registered': { kind: 'conflict', title: 'The agency is already registered' },
  'agency-unknown': { kind: 'unknown', title: 'The agency is not registered in this area' },
});
