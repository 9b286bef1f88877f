import type { EndedLine, LineOfDecision, PackageLine } from '@accord/panel/contracts';
import type { LondonDate, Refusal } from '@accord/shared/kernel';
import { firstDayInEffect, hasEffectOn } from './decision-effect';
import type { DecisionOnRecord } from './decision-state';
import { refusePanel } from './refusals';

/** A line that gives way from a day: another takes its place, or it ends. */
type GivesWay = Pick<EndedLine, 'decisionId' | 'lineId' | 'from'>;

/** What new lines and endings would take from the lines of earlier decisions. */
export const givingWayTo = (lines: readonly PackageLine[], ends: readonly EndedLine[]): readonly GivesWay[] => [
  ...lines.flatMap(({ replaces, period }) => (replaces ? [{ ...replaces, from: period.from }] : [])),
  ...ends,
];

const givingWayToDecision = (decision: DecisionOnRecord): readonly GivesWay[] => [
  ...decision.lines.flatMap((line) => (line.replaces ? [{ ...line.replaces, from: firstDayInEffect(decision, line) }] : [])),
  ...decision.ends,
];

/** The line as it runs beside what other decisions took from it; `undefined` where nothing of it is left. */
function asItRuns(decision: DecisionOnRecord, line: PackageLine, givesWay: readonly GivesWay[]): PackageLine | undefined {
  const days = givesWay
    .filter(({ decisionId, lineId }) => decisionId === decision.decisionId && lineId === line.lineId)
    .map(({ from }) => from);
  const to = days.reduce((end, day) => (end === null || day < end ? day : end), line.period.to);
  return to !== null && to <= line.period.from ? undefined : { ...line, period: { ...line.period, to } };
}

/**
 * The lines of decisions in effect on that day that are not yet over, cut where later decisions, or those that are
 * about to be taken, have taken their place: what counts together with a new decision for limits per case.
 */
export function linesInForce(
  decisions: readonly DecisionOnRecord[],
  on: LondonDate,
  aboutToGiveWay: readonly GivesWay[] = [],
): readonly PackageLine[] {
  const inEffect = decisions.filter((decision) => hasEffectOn(decision, on));
  const givesWay = [...inEffect.flatMap(givingWayToDecision), ...aboutToGiveWay];
  return inEffect.flatMap((decision) =>
    decision.lines.flatMap((line) => {
      const running = asItRuns(decision, line, givesWay);
      return running && (running.period.to === null || running.period.to > on) ? [running] : [];
    }),
  );
}

/**
 * The lines of decisions taken on that day that are in effect or await ratification, cut as {@link linesInForce}
 * cuts them: what counts together with another decision of the day for limits per week.
 */
export function linesDecidedOn(
  decisions: readonly DecisionOnRecord[],
  on: LondonDate,
  aboutToGiveWay: readonly GivesWay[] = [],
): readonly PackageLine[] {
  const givesWay = [...decisions.filter((decision) => hasEffectOn(decision, on)).flatMap(givingWayToDecision), ...aboutToGiveWay];
  return decisions
    .filter((decision) => decision.on === on && (decision.standing === 'awaiting-ratification' || hasEffectOn(decision, on)))
    .flatMap((decision) => decision.lines.flatMap((line) => asItRuns(decision, line, givesWay) ?? []));
}

/** The child's other lines that count towards the limits of a decision of a day. */
export interface BesideDecision {
  readonly alsoInForce: readonly PackageLine[];
  readonly decidedSameDay: readonly PackageLine[];
}

/** What counts beside lines that are to be committed on a day, for limits per case and per week. */
export function besides(
  others: readonly DecisionOnRecord[],
  { lines, ends }: { readonly lines: readonly PackageLine[]; readonly ends: readonly EndedLine[] },
  { committedOn, decidedOn = committedOn }: { readonly committedOn: LondonDate; readonly decidedOn?: LondonDate },
): BesideDecision {
  const givesWay = givingWayTo(lines, ends);
  return { alsoInForce: linesInForce(others, committedOn, givesWay), decidedSameDay: linesDecidedOn(others, decidedOn, givesWay) };
}

/** Which earlier line is to give way on which day, and to a decision about which child on which day. */
export interface GivingWay {
  readonly earlier: LineOfDecision;
  /** First day of the new line, or of the ending. */
  readonly from: LondonDate;
  readonly childId: string;
  readonly on: LondonDate;
}

/**
 * Refuses to replace or end a line that does not run on that day: of another child, of a decision without effect,
 * not begun or over, or one that has already given way to another (`line-not-in-effect`).
 */
export function refuseNotInEffect(decisions: readonly DecisionOnRecord[], { earlier, from, childId, on }: GivingWay): Refusal | undefined {
  const decision = decisions.find((each) => each.decisionId === earlier.decisionId && each.childId === childId);
  const line = decision?.lines.find(({ lineId }) => lineId === earlier.lineId);
  if (!decision || !line) return notInEffect('No decision about this child has the line that is to be replaced or ended: look its ids up.');
  if (!hasEffectOn(decision, on)) return notInEffect('The decision with the line that is to be replaced or ended is not in effect: leave the line out.');
  const givesWay = decisions.filter((each) => hasEffectOn(each, on)).flatMap(givingWayToDecision);
  const running = asItRuns(decision, line, givesWay);
  const runs = running && firstDayInEffect(decision, running) <= from && (running.period.to === null || from < running.period.to);
  return runs ? undefined : notInEffect('The line that is to be replaced or ended does not run on that day, or another took its place: name the line that runs.');
}

const notInEffect = (because: string): Refusal => refusePanel('line-not-in-effect', because);
