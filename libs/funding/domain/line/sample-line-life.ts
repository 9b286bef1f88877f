import type { LineEndingReason, PackageLineEnded, SuspensionReason, VatStatus } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Id, LineRate } from '@accord/shared/kernel';
import { childId, day, health, numbered, pounds, socialCare } from '../sample-agreement';
import type { LineLifeEvent } from './line-life';

// What happens to line 600 of decision 700 after it was decided, for the specs of this folder; not exported by its index.

export const lineId = numbered<'package-line'>(600);
export const decisionId = numbered<'decision'>(700);
export const homeCare = numbered<'provider'>(4100);
/** Which line of which decision, and which agency recorded it. */
interface Whose {
  readonly line?: number;
  readonly by?: Id<'agency'>;
}
const about = ({ line = 600, by = health }: Whose) => ({ lineId: numbered<'package-line'>(line), decisionId, childId, agencyId: by });
const entry = (number: number, from: string, whose: Whose) => ({ ...about(whose), entryId: numbered<'line-entry'>(number), from: day(from) });

/** A personal field as it is stored. The cast is the brand: rules may not look into it anyway. */
const sealed = 'sealed:test:' as Recorded<typeof PackageLineEnded>['data']['because'];

export const arranged = (number: number, from: string, { providerId = homeCare, vat = 'exempt', ...whose }: Whose & { readonly providerId?: Id<'provider'>; readonly vat?: VatStatus } = {}): LineLifeEvent => ({
  type: 'PackageLineArranged',
  data: { ...entry(number, from, whose), providerId, provider: 'Home Care Limited', commissionedBy: whose.by ?? health, vat },
});

/** Half of the running cost is retained, unless something else is said. */
export const suspended = (number: number, from: string, { retained = 5_000, reason = 'hospital-stay', ...whose }: Whose & { readonly retained?: number; readonly reason?: SuspensionReason } = {}): LineLifeEvent => ({
  type: 'PackageLineSuspended',
  data: { ...entry(number, from, whose), retainedBasisPoints: retained, reason, because: sealed },
});
/** What stays payable from a day on while it pauses, as health says. */
export const partChanged = (number: number, from: string, { retained, ...whose }: Whose & { readonly retained: number }): LineLifeEvent => ({
  type: 'RetainedPartChanged',
  data: { ...entry(number, from, whose), retainedBasisPoints: retained, because: sealed },
});
export const resumed = (number: number, from: string, whose: Whose = {}): LineLifeEvent => ({ type: 'PackageLineResumed', data: entry(number, from, whose) });
export const ended = (number: number, from: string, { reason = 'need-ended', ...whose }: Whose & { readonly reason?: LineEndingReason } = {}): LineLifeEvent => ({
  type: 'PackageLineEnded',
  data: { ...entry(number, from, whose), reason, because: sealed },
});

/** So many pounds a week from that day. */
export const weekly = (from: string, amount: number): LineRate => ({ from: day(from), weeklyPence: pounds(amount) });

interface OnDay extends Whose {
  readonly on?: string;
  readonly awaits?: readonly Id<'agency'>[];
}
/** Proposed by health on 1 October 2025; social care has still to agree. */
export const proposed = (number: number, rates: readonly LineRate[], { on = '2025-10-01', awaits = [socialCare], ...whose }: OnDay = {}): LineLifeEvent => ({
  type: 'LineRatesVariationProposed',
  data: { ...about(whose), variationId: numbered<'rate-variation'>(number), on: day(on), rates: [...rates], stillAwaited: [...awaits], because: sealed },
});
/** By social care on 8 October 2025; nobody else is awaited. */
export const agreed = (number: number, { on = '2025-10-08', awaits = [], by = socialCare, ...whose }: OnDay = {}): LineLifeEvent => ({
  type: 'LineRatesVariationAgreed',
  data: { ...about({ ...whose, by }), variationId: numbered<'rate-variation'>(number), on: day(on), stillAwaited: [...awaits] },
});
export const variationRefused = (number: number, { on = '2025-10-08', by = socialCare, ...whose }: OnDay = {}): LineLifeEvent => ({
  type: 'LineRatesVariationRefused',
  data: { ...about({ ...whose, by }), variationId: numbered<'rate-variation'>(number), on: day(on), because: sealed },
});

export const recovered = (number: number, of: readonly [from: string, to: string], { pounds: amount, on, ...whose }: Whose & { readonly pounds: number; readonly on: string }): LineLifeEvent => ({
  type: 'UnspentSumRecovered',
  data: { ...about(whose), recoveryId: numbered<'recovery'>(number), of: { from: day(of[0]), to: day(of[1]) }, pence: pounds(amount), on: day(on) },
});
export const withdrawn = (number: number, on = '2025-12-01', whose: Whose = {}): LineLifeEvent => ({
  type: 'LineEntryWithdrawn',
  data: { ...about(whose), withdraws: numbered<'line-entry'>(number), because: sealed, on: day(on) },
});
