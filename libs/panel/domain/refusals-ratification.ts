import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about ratification, urgent decisions and corrections. Codes are stable for ever. */
export const ratificationRefusals = defineRefusals({
  // Codes to come with the rules.
});
