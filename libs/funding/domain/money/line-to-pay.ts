import type { PaidFor } from '@accord/funding/contracts';
import { addDays, daysIn, formatLondonDate, intersect, sumPence } from '@accord/shared/kernel';
import type { Pence, Period, Refusal } from '@accord/shared/kernel';
import type { FundingPicture } from '../funding-picture';
import { liabilities } from '../liability';
import type { DecisionFundingView } from '../line/decided-line';
import { refuseFunding } from '../refusals';

export type PaidLine = Extract<PaidFor, { kind: 'line' }>;

/** Days of a line as a direct payment of them finds it. */
export interface LineToPay {
  /** The days on which the line has effect, pauses among them, in order and apart; none where it has none left, or none yet. */
  readonly days: readonly Period[];
  /** What the days that are paid for cost, as everything stands. */
  readonly costPence: Pence;
}
/** By line and days, as {@link paidDaysKey} names them. */
export type LinesToPay = ReadonlyMap<string, LineToPay>;
export const paidDaysKey = ({ decisionId, lineId, childId, days }: PaidLine): string => [decisionId, lineId, childId, days.from, days.to].join(' ');

export interface GroundOfLine {
  readonly decision: DecisionFundingView;
  /** What is known of the child that the payment names. */
  readonly picture: FundingPicture;
}

/**
 * The line as a payment finds it; `undefined` where the decision never gave the child such a line. One that a correction
 * took out, or that has no effect yet, is a line without days: what was paid for it can be told all the same.
 */
export function lineToPay({ decisionId, lineId, childId, days }: PaidLine, { decision, picture }: GroundOfLine): LineToPay | undefined {
  if (decision.status === 'unknown' || decision.decision.childId !== childId) return undefined;
  const corrected = decision.followed.flatMap(({ type, data }) => (type === 'DecisionCorrected' ? (data.lines ?? []) : []));
  if (![...decision.decision.lines, ...corrected].some((line) => line.lineId === lineId)) return undefined;
  const lines = picture.lines.filter((fact) => fact.decisionId === decisionId && fact.line.lineId === lineId);
  return { days: lines.flatMap((fact) => fact.days), costPence: sumPence(liabilities({ ...picture, lines }, days).map(({ cost }) => cost)) };
}

/** The days of lines that are paid directly. */
export const linesPaid = (paidFor: readonly PaidFor[]): PaidLine[] => paidFor.filter((each) => each.kind === 'line');

/** Refuses days of a line that there is not. */
export function refuseLines(paidFor: readonly PaidFor[], lines: LinesToPay): Refusal | undefined {
  const unknown = linesPaid(paidFor).find((each) => !lines.has(paidDaysKey(each)));
  if (unknown === undefined) return undefined;
  return refuseFunding('payment-line-unknown', `The decision ${unknown.decisionId} gives that child no package line with the id ${unknown.lineId}: look up the three ids, as who pays tells them.`);
}

/** Days that are paid for, some of which the line does not have. */
export interface DaysBeyond {
  readonly paid: PaidLine;
  readonly outside: number;
  readonly days: readonly Period[];
}

export function beyondLines(paidFor: readonly PaidFor[], lines: LinesToPay): DaysBeyond[] {
  return linesPaid(paidFor).flatMap((paid): DaysBeyond[] => {
    const days = lines.get(paidDaysKey(paid))?.days ?? [];
    const covered = days.reduce((sum, each) => sum + daysOf(intersect(paid.days, each)), 0);
    const outside = daysIn(paid.days) - covered;
    return outside > 0 ? [{ paid, outside, days }] : [];
  });
}

const daysOf = (period: PaidLine['days'] | undefined): number => (period === undefined ? 0 : daysIn(period));

export const refuseBeyondLine = ({ paid, outside, days }: DaysBeyond): Refusal =>
  refuseFunding(
    'payment-days-outside-line',
    `Of the ${daysIn(paid.days)} days that are paid for, ${outside} are none of the line ${paid.lineId}, which has ${daysInWords(days)}. Give days of the line. Where they were paid all the same, give overpaidBecause, and it is recorded as an overpayment.`,
  );

const daysInWords = (days: readonly Period[]): string =>
  days.length === 0 ? 'none' : days.map(({ from, to }) => `those from ${formatLondonDate(from)}${to === null ? ' on' : ` to ${formatLondonDate(addDays(to, -1))}`}`).join(' and ');
