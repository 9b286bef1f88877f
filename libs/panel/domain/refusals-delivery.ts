import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about conditions, delivery and breaches. Codes are stable for ever. */
export const deliveryRefusals = defineRefusals({
  // Codes to come with the rules.
});
