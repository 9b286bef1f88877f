import type { Id, Instant, LondonDate, Pence, Shares, SignedPence } from '@accord/shared/kernel';
import { z } from 'zod';

/*
 * The field types of event contracts. Each cast below only adds the kernel's brand to what the schema
 * has checked; the JSON Schema of the catalogue comes from the unbranded schema behind it.
 */

/** A UUID of version 7 or 8 that names a thing of that kind. */
export const idOf = <Kind extends string>(kind: Kind) =>
  z
    .string()
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    .describe(`id of ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`) as unknown as z.ZodType<Id<Kind>>;

/** A real calendar date, London, `2025-10-06`. */
export const londonDateField = () => z.iso.date().describe('London date') as unknown as z.ZodType<LondonDate>;

/** A financial year by its first day, always a 1 April: `2025-04-01`. */
export const financialYearField = () =>
  z
    .string()
    .regex(/^\d{4}-04-01$/)
    .describe('first day of a financial year') as unknown as z.ZodType<LondonDate>;

/** An instant, UTC, `2025-10-06T08:30:00.000Z`. */
export const instantField = () =>
  z.iso.datetime({ precision: 3 }).describe('instant, UTC') as unknown as z.ZodType<Instant>;

/** Whole pence, nought or more. */
export const penceField = () => z.int().min(0).describe('pence') as unknown as z.ZodType<Pence>;

/** Whole pence of either sign: a deduction, a difference, a credit. */
export const signedPenceField = () => z.int().describe('pence, of either sign') as unknown as z.ZodType<SignedPence>;

/** Half-open: from the first day to the day after the last; `to: null` is open-ended. */
export const periodField = () =>
  z
    .strictObject({ from: londonDateField(), to: londonDateField().nullable() })
    .describe('half-open period [from, to)');

/** A split: basis points that make 10,000, or whole-number ratios; the order settles ties. */
export const sharesField = () =>
  z
    .strictObject({
      kind: z.enum(['basis-points', 'ratio']),
      parts: z.array(z.strictObject({ agencyId: idOf('agency'), weight: z.int().min(0) })).min(1),
    })
    .describe('split between agencies') as unknown as z.ZodType<Shares>;

/** Words a person wrote, 1 to `longest` characters. */
export const textField = (longest = 4000) => z.string().min(1).max(longest);
