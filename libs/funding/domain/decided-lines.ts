import type { decisionFactEvents } from '@accord/funding/contracts';
import type { DecisionRecorded, LineOfDecision, PackageLine } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { addDays } from '@accord/shared/kernel';
import type { LondonDate, Period } from '@accord/shared/kernel';
import type { FactOrigin, LineFact } from './funding-picture';

/** What decides which lines a decision gives, and on which days they have effect. */
export type DecisionFundingEvent = Recorded<(typeof decisionFactEvents)[number]>;

interface DecisionFact {
  readonly origin: FactOrigin;
  readonly body: DecisionFundingEvent;
}

/** Days on which a decision as a whole has effect; without `from`, from the first day of each of its lines. */
interface Effect {
  readonly from: LondonDate | undefined;
  /** First day on which it has lapsed; `null` where it has not. */
  readonly to: LondonDate | null;
}

/** One decision with everything that later happened to it. */
interface Decision {
  readonly origin: FactOrigin;
  readonly data: Recorded<typeof DecisionRecorded>['data'];
  /** As they read now, corrections included. */
  readonly lines: readonly PackageLine[];
  /** Those that a correction took out, as they read last: without a day, but with what came back of them. */
  readonly takenOut: readonly PackageLine[];
  readonly alsoBecause: readonly FactOrigin[];
  /** `undefined` for none yet, or never. */
  readonly effect: Effect | undefined;
}

/** A line of another decision has no effect on these days, because this decision replaced or ended it. */
interface Claim extends LineOfDecision {
  readonly days: Period;
}

/**
 * The lines of all decisions on the days on which they have effect: a decision beyond authority has none until
 * its last ratification; an urgent one ends when it lapses; a line gives way to the one that replaces it, and
 * comes back where that one lapses. A line that has no day left, or none yet, is among them without days: what came
 * back of it came back all the same. The order in which the facts were recorded changes nothing.
 */
export function decidedLines(facts: readonly DecisionFact[]): LineFact[] {
  const decisions = decisionsOf(facts);
  const claims = decisions.flatMap(claimsOf);
  return decisions.flatMap(({ origin, data, lines, takenOut, alsoBecause, effect }) => {
    const { decisionId, panelId, on: decidedOn, urgent } = data;
    const withDays = (line: PackageLine, days: readonly Period[]): LineFact => ({
      ...{ line, rates: line.rates, pauses: [], arrangements: [], recoveries: [], days, decisionId, panelId, decidedOn },
      ...{ urgently: urgent !== null, origin, alsoBecause },
    });
    const standing = lines.map((line) => {
      const inEffect = effect && daysOf(line.period, effect);
      const taken = claims.filter((claim) => claim.decisionId === decisionId && claim.lineId === line.lineId);
      return withDays(line, taken.reduce((left, claim) => left.flatMap((each) => without(each, claim.days)), inEffect ? [inEffect] : []));
    });
    return [...standing, ...takenOut.map((line) => withDays(line, []))];
  });
}

function decisionsOf(facts: readonly DecisionFact[]): Decision[] {
  const later = laterFacts(facts);
  return facts.flatMap(({ origin, body }): Decision[] => {
    if (body.type !== 'DecisionRecorded') return [];
    const followed = (later.get(body.data.decisionId) ?? []).toSorted((one, two) => one.origin.revision - two.origin.revision);
    const reading = readingOf(body.data, followed.map((each) => each.body));
    return [{ origin, data: body.data, alsoBecause: followed.map((each) => each.origin), ...reading }];
  });
}

function laterFacts(facts: readonly DecisionFact[]): ReadonlyMap<string, readonly DecisionFact[]> {
  const later = new Map<string, DecisionFact[]>();
  for (const fact of facts) {
    if (fact.body.type === 'DecisionRecorded') continue;
    const { decisionId } = fact.body.data;
    const known = later.get(decisionId);
    if (known) known.push(fact);
    else later.set(decisionId, [fact]);
  }
  return later;
}

/** How the lines of a decision read after what followed it, in order, and on which days it has effect. */
function readingOf(data: Decision['data'], followed: readonly DecisionFundingEvent[]): Pick<Decision, 'lines' | 'takenOut' | 'effect'> {
  const readings = [data.lines, ...followed.flatMap(({ type, data: corrected }) => (type === 'DecisionCorrected' && corrected.lines ? [corrected.lines] : []))];
  const lines = readings.at(-1) ?? data.lines;
  const last = new Map(readings.flat().map((line) => [line.lineId, line]));
  for (const { lineId } of lines) last.delete(lineId);
  return { lines, takenOut: [...last.values()], effect: effectOf(data, followed) };
}

/** A line of one decision, and its days by that decision alone; `undefined` where it has none, or not yet. */
export interface LineOfItsDecision {
  readonly line: PackageLine;
  readonly days: Period | undefined;
}

/** The lines of one decision after what followed it, in order; what other decisions take from them is not looked at. */
export function linesOfDecision(data: Decision['data'], followed: readonly DecisionFundingEvent[]): LineOfItsDecision[] {
  const { lines, effect } = readingOf(data, followed);
  return lines.map((line) => ({ line, days: effect && daysOf(line.period, effect) }));
}

function effectOf({ effect, urgent }: Decision['data'], followed: readonly DecisionFundingEvent[]): Effect | undefined {
  switch (effect) {
    case 'none':
      return undefined;
    case 'at-once':
      return { from: undefined, to: null };
    case 'awaiting-ratification': {
      const from = followed.map(ratifiedFrom).find((day) => day !== undefined);
      return from && { from, to: null };
    }
    case 'urgent-until-ratified': {
      if (followed.some(({ type }) => type === 'UrgentDecisionRatified')) return { from: undefined, to: null };
      const lapses = followed.map(lapsedFrom).find((day) => day !== undefined);
      // It lapses by itself: money never waits for somebody to write that down.
      return { from: undefined, to: lapses ?? (urgent && addDays(urgent.ratifyBy, 1)) };
    }
  }
}

const ratifiedFrom = ({ type, data }: DecisionFundingEvent): LondonDate | undefined =>
  type === 'DecisionRatified' && data.stillAwaited.length === 0 ? data.effectiveFrom : undefined;

function lapsedFrom({ type, data }: DecisionFundingEvent): LondonDate | undefined {
  if (type === 'UrgentDecisionNotRatified') return data.lapsesFrom;
  return type === 'UrgentDecisionLapsed' ? data.on : undefined;
}

/** What a decision takes from the lines of others: from its own first day on, until it lapses. */
function claimsOf({ data, lines, effect }: Decision): Claim[] {
  if (!effect) return [];
  const claim = ({ decisionId, lineId }: LineOfDecision, since: LondonDate): Claim[] => {
    const days = daysOf({ from: since, to: null }, effect);
    return days ? [{ decisionId, lineId, days }] : [];
  };
  const replaced = lines.flatMap(({ replaces, period }) => (replaces && daysOf(period, effect) ? claim(replaces, period.from) : []));
  return [...replaced, ...data.ends.flatMap((ended) => claim(ended, ended.from))];
}

/** The days of a period on which the decision has effect. */
function daysOf({ from, to }: Period, effect: Effect): Period | undefined {
  const first = effect.from !== undefined && effect.from > from ? effect.from : from;
  const last = earlier(to, effect.to);
  return last === null || first < last ? { from: first, to: last } : undefined;
}

/** What is left of a period without the days taken: nothing, one stretch or two. */
function without(period: Period, taken: Period): Period[] {
  const before = { from: period.from, to: earlier(period.to, taken.from) };
  const after = taken.to === null ? undefined : { from: taken.to > period.from ? taken.to : period.from, to: period.to };
  return [before, ...(after ? [after] : [])].filter(({ from, to }) => to === null || from < to);
}

const earlier = <T extends LondonDate | null>(one: LondonDate | null, two: T): LondonDate | T =>
  one === null || (two !== null && two < one) ? two : one;
