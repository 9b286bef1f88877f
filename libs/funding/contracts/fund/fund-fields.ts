import type { LondonDate, SignedPence } from '@accord/shared/kernel';
import { z } from 'zod';

/** Whole pence of either sign. The cast only adds the brand to what is checked. */
export const signedPenceField = () => z.int().describe('pence, of either sign') as unknown as z.ZodType<SignedPence>;

/** A financial year by its first day, always a 1 April. The cast only adds the brand to what is checked. */
export const yearField = () =>
  z
    .string()
    .regex(/^\d{4}-04-01$/)
    .describe('first day of a financial year') as unknown as z.ZodType<LondonDate>;
