import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about matters, views and papers. Codes are stable for ever. */
export const matterRefusals = defineRefusals({
  'child-unknown': { kind: 'unknown', title: 'There is no record of that child' },
});
