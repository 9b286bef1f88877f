import { idOf, londonDateField, penceField, textField } from '@accord/shared/event-contracts';
import { formatPounds } from '@accord/shared/kernel';
import type { SignedPence } from '@accord/shared/kernel';
import { z } from 'zod';

/** Whoever bills or is paid: a provider, or an agency that holds the contract with one. */
export const partyField = () =>
  z.union([
    z.strictObject({ kind: z.literal('provider'), providerId: idOf('provider') }),
    z.strictObject({ kind: z.literal('agency'), agencyId: idOf('agency') }),
  ]);
/** Who bills. */
export type BillingParty = z.infer<ReturnType<typeof partyField>>;

/** Whoever is paid; a family by a direct payment: whose it is, the line says, and no name is kept. */
export const payeeField = () => z.union([partyField(), z.strictObject({ kind: z.literal('family') })]);
/** Who is paid. */
export type Payee = z.infer<ReturnType<typeof payeeField>>;

/** Half-open days that end: money is always about days of which the last is known. */
export const daysField = () => z.strictObject({ from: londonDateField(), to: londonDateField() }).describe('days [from, to)');

/** The package line that money is about. Its child stands in the clear, as in every event: an id is no name. */
export const lineFields = () => ({ decisionId: idOf('decision'), lineId: idOf('package-line'), childId: idOf('child'), days: daysField() });

/** Free text about money between agencies; whoever writes it is told to name no person. */
export const becauseField = () => textField(2_000);

/** A sum that something costs without value added tax, and the tax on it. */
export const netAndVatFields = () => ({ netPence: penceField(), vatPence: penceField() });

/** Pounds of a net sum and its tax together. */
export const inAll = (amounts: readonly { readonly netPence: number; readonly vatPence: number }[]): string =>
  // The cast is the brand: sums of whole pence, nought or more.
  formatPounds(amounts.reduce((sum, { netPence, vatPence }) => sum + netPence + vatPence, 0) as SignedPence);
