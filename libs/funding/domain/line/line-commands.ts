import type { LineEndingReason, SuspensionReason, VatStatus } from '@accord/funding/contracts';
import type { Id, LondonDate, ProposedRate } from '@accord/shared/kernel';

/** Every command names a line of a decision, and is given by an agency for itself. */
interface OfLine {
  readonly decisionId: Id<'decision'>;
  readonly lineId: Id<'package-line'>;
  /** The agency of the person who asks. */
  readonly agencyId: Id<'agency'>;
  /** London date of the request. */
  readonly today: LondonDate;
}
interface Entry extends OfLine {
  /** The name by which it can be withdrawn. */
  readonly entryId: Id<'line-entry'>;
  /** First day on which it holds. */
  readonly from: LondonDate;
}

/** Says who provides a line from a day on; the agency that says so holds the contract and pays the provider. */
export interface ArrangeLine extends Entry {
  readonly type: 'ArrangeLine';
  readonly providerId: Id<'provider'>;
  readonly vat: VatStatus;
}
/** The person may record no more than that a line pauses and goes on, a key worker say, and withdraw no more either. */
interface TurnsOnly {
  readonly turnsOnly: boolean;
}
export interface SuspendLine extends Entry, TurnsOnly {
  readonly type: 'SuspendLine';
  readonly retainedBasisPoints: number;
  readonly reason: SuspensionReason;
  readonly because: string | undefined;
}
/** Says which part stays payable of a line that pauses, from a day on. */
export interface ChangeRetainedPart extends Entry {
  readonly type: 'ChangeRetainedPart';
  readonly retainedBasisPoints: number;
  readonly because: string;
}
export interface ResumeLine extends Entry {
  readonly type: 'ResumeLine';
}
export interface EndLine extends Entry {
  readonly type: 'EndLine';
  readonly reason: LineEndingReason;
  readonly because: string;
}
interface OnADay extends OfLine {
  /** Day on which it was said or done. */
  readonly on: LondonDate;
}
export interface ProposeLineRates extends OnADay {
  readonly type: 'ProposeLineRates';
  readonly variationId: Id<'rate-variation'>;
  readonly rates: readonly ProposedRate[];
  readonly because: string;
}
export interface AgreeLineRates extends OnADay {
  readonly type: 'AgreeLineRates';
  readonly variationId: Id<'rate-variation'>;
}
export interface RefuseLineRates extends OnADay {
  readonly type: 'RefuseLineRates';
  readonly variationId: Id<'rate-variation'>;
  readonly because: string;
}
export interface RecoverUnspentSum extends OnADay {
  readonly type: 'RecoverUnspentSum';
  readonly recoveryId: Id<'recovery'>;
  /** The days for which it had been paid out. */
  readonly of: { readonly from: LondonDate; readonly to: LondonDate };
  readonly pence: number;
}
/** Takes back what was recorded by mistake: an arrangement, suspension, retained part, resumption, ending, recovery or open proposal. */
export interface WithdrawLineEntry extends OnADay, TurnsOnly {
  readonly type: 'WithdrawLineEntry';
  readonly withdraws: string;
  readonly because: string;
}

export type RatesCommand = ProposeLineRates | AgreeLineRates | RefuseLineRates;
export type LineCommand = ArrangeLine | SuspendLine | ChangeRetainedPart | ResumeLine | EndLine | RatesCommand | RecoverUnspentSum | WithdrawLineEntry;
