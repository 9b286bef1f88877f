import { idOf, londonDateField, penceField, textField } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import type { Pence } from '@accord/shared/kernel';
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

/** The net sums and their tax together. */
export const inAll = (amounts: readonly { readonly netPence: number; readonly vatPence: number }[]): Pence =>
  // The cast is the brand: sums of whole pence, nought or more.
  amounts.reduce((sum, { netPence, vatPence }) => sum + netPence + vatPence, 0) as Pence;

/**
 * A closed financial year stands. What of its days is recorded afterwards keeps its own day, says why it comes late, and
 * counts from the day on which it was recorded; `null` where an entry counts from its own day.
 */
export const lateField = () => z.strictObject({ because: becauseField(), countsOn: londonDateField() }).nullable();
/** Why an entry comes after its year was closed, and from which day it counts. */
export type Late = NonNullable<z.infer<ReturnType<typeof lateField>>>;

/** From the version before entries could be late: each counts from its own day. */
export const countedOnItsDay = (data: Readonly<Record<string, unknown>>) => ({ ...data, late: null });

/** The sentence of an entry, which says before all else that it is late. */
export const toldLate = (late: Late | null, sentence: string, words: Words): string =>
  late === null ? sentence : `Recorded after its year was closed, and counted from ${words.date(late.countsOn)} on (${late.because}): ${sentence}`;
