import type { Clause } from '@accord/funding/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import { intersect, weeklyPenceOf } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Period, RateTable } from '@accord/shared/kernel';
import { daysAfterEvent, daysAlways } from './clause-window';
import type { Met } from './clause-window';
import type { AgreementFact, CriterionFact, FundingPicture, LifeEventFact, LineFact } from './funding-picture';

/** Days for which a clause rules the lines of a category, and the event because of which it does, if any. */
export interface Ruling {
  readonly period: ClosedPeriod;
  readonly agreement: AgreementFact;
  readonly clause: Clause;
  readonly event: LifeEventFact | undefined;
  /** By which the child meets the clause's criterion; `undefined` where it has none. */
  readonly finding: CriterionFact | undefined;
}

/** Later than any day asked about: the end of a clause that rules without one. The cast is the brand: it is a day. */
export const WITHOUT_END = '9999-12-31' as LondonDate;

/** Every clause after every event that sets it going, and those that always rule, the foremost first. */
export function candidateRulings(picture: FundingPicture): Ruling[] {
  const everywhere = stretchesByClause(picture.agreements);
  const inOrder = { ...picture, criteria: picture.criteria.toSorted((one, two) => (keyOf(one) < keyOf(two) ? -1 : 1)) };
  return picture.agreements
    .flatMap((agreement) =>
      agreement.clauses.flatMap((clause) => rulingsOf(inOrder, { agreement, clause, everywhere: everywhere.get(clauseKey(agreement, clause)) ?? [] })),
    )
    .map((ruling) => ({ ruling, rank: rankOf(ruling) }))
    .sort((one, two) => (one.rank > two.rank ? -1 : 1))
    .map(({ ruling }) => ruling);
}

/** Of two findings of one day always the same one is named, in whichever order they were read. */
const keyOf = ({ from, origin }: CriterionFact): string => `${from} ${origin.eventId}`;

const clauseKey = ({ agreementId }: AgreementFact, { clauseId }: Clause): string => `${agreementId} ${clauseId}`;

/** The days on which any text with the clause is in force. */
function stretchesByClause(agreements: readonly AgreementFact[]): ReadonlyMap<string, readonly Period[]> {
  const stretches = new Map<string, Period[]>();
  for (const agreement of agreements) {
    for (const clause of agreement.clauses) {
      const key = clauseKey(agreement, clause);
      const known = stretches.get(key);
      if (known) known.push(agreement.days);
      else stretches.set(key, [agreement.days]);
    }
  }
  return stretches;
}

interface Candidate {
  readonly agreement: AgreementFact;
  readonly clause: Clause;
  readonly everywhere: readonly Period[];
}

function rulingsOf({ lifeEvents, criteria: findings }: FundingPicture, { agreement, clause, everywhere }: Candidate): Ruling[] {
  const inForce = { clause, days: agreement.days };
  const ruling = ({ days, finding }: Met<CriterionFact>, event: LifeEventFact | undefined): Ruling => {
    return { period: { from: days.from, to: days.to ?? WITHOUT_END }, agreement, clause, event, finding };
  };
  if (clause.trigger.event === 'always') return daysAlways(inForce, findings).map((met) => ruling(met, undefined));
  return lifeEvents.flatMap((event) => {
    const met = daysAfterEvent(inForce, event, { findings, everywhere });
    return met ? [ruling(met, event)] : [];
  });
}

/** Later in force goes first, then the higher id of the agreement and of the clause, then the later event. */
const rankOf = ({ agreement, clause, event }: Ruling): string =>
  [agreement.inForceFrom, agreement.agreementId, clause.clauseId, event?.on ?? '', event?.eventId ?? ''].join('|');

/** Those of the rulings that rule this line, on the days on which they do, each day left to the foremost. */
export type RulingsOf = (fact: LineFact) => readonly Ruling[];

/**
 * Which clause rules which days of a line: days apart, in order. Computed once for lines that it does not tell apart:
 * those of a category, and where a clause has a cap those with the same rates.
 */
export function rulingsUnder(picture: FundingPicture): RulingsOf {
  const candidates = candidateRulings(picture);
  const byCategory = remembered((category: LineCategory) => {
    const ofCategory = candidates.filter(({ clause }) => clause.categories.includes(category));
    return { ofCategory, foremost: ofCategory.some(isCapped) ? undefined : foremost(ofCategory) };
  });
  const byRates = new Map<string, readonly Ruling[]>();
  return ({ line: { category }, rates }) => {
    const known = byCategory(category);
    if (known.foremost) return known.foremost;
    const key = `${category} ${rates.map((rate) => `${rate.from} ${weeklyPenceOf(rate)}`).join(' ')}`;
    const found = byRates.get(key) ?? foremost(known.ofCategory.flatMap((ruling) => withinCap(ruling, rates)));
    byRates.set(key, found);
    return found;
  };
}

function remembered<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };
}

const isCapped = ({ clause }: Ruling): boolean => clause.cost !== 'regardless-of-cost';

/** The days of a ruling on which what a week of the line costs is no higher than the clause's cap. */
function withinCap(ruling: Ruling, rates: RateTable): Ruling[] {
  const { cost } = ruling.clause;
  if (cost === 'regardless-of-cost') return [ruling];
  return rates.flatMap((rate, place): Ruling[] => {
    if (weeklyPenceOf(rate) > cost.upToWeeklyPence) return [];
    const period = intersect(ruling.period, { from: rate.from, to: rates[place + 1]?.from ?? null });
    return period ? [{ ...ruling, period }] : [];
  });
}

function foremost(rulings: readonly Ruling[]): Ruling[] {
  const stated = rulings.some(({ agreement }) => agreement.precedences.length > 0);
  return stated ? foremostAsStated(rulings) : foremostInOrder(rulings);
}

const boundsOf = (rulings: readonly Ruling[]): LondonDate[] => [...new Set(rulings.flatMap(({ period }) => [period.from, period.to]))].sort();

/**
 * Leaves each day to the foremost of the rulings that cover it: days apart, in order. Each ruling takes the
 * stretches between two boundaries that no ruling before it has taken; `free` leads from each stretch over
 * those already taken, so that the work grows with the rulings and not with their square.
 */
function foremostInOrder(rulings: readonly Ruling[]): Ruling[] {
  const bounds = boundsOf(rulings);
  const placeOf = new Map(bounds.map((bound, place) => [bound, place]));
  const free = bounds.map((_bound, place) => place);
  const nextFree = (place: number): number => {
    let next = place;
    for (let onward = free[next] ?? next; onward !== next; onward = free[next] ?? next) {
      free[next] = free[onward] ?? onward;
      next = onward;
    }
    return next;
  };
  const taken = new Array<Ruling | undefined>(bounds.length).fill(undefined);
  for (const ruling of rulings) {
    const end = placeOf.get(ruling.period.to) ?? 0;
    for (let place = nextFree(placeOf.get(ruling.period.from) ?? end); place < end; place = nextFree(place)) {
      taken[place] = ruling;
      free[place] = place + 1;
    }
  }
  return between(bounds, (place) => taken[place]);
}

/**
 * The same where texts state precedences: of the rulings that cover a day, one over which another of them goes by
 * either's text gives way; of those left, the one in force latest rules. Precedences that contradict each other,
 * which the record refuses, leave all of them, so that a day is never ruled by none.
 */
function foremostAsStated(rulings: readonly Ruling[]): Ruling[] {
  const bounds = boundsOf(rulings);
  const placeOf = new Map(bounds.map((bound, place) => [bound, place]));
  const starting = new Map<number, number[]>();
  rulings.forEach(({ period }, rank) => {
    const place = placeOf.get(period.from) ?? 0;
    starting.set(place, [...(starting.get(place) ?? []), rank]);
  });
  let covering: number[] = [];
  return between(bounds, (place, from) => {
    covering = [...covering, ...(starting.get(place) ?? [])].filter((rank) => (rulings[rank]?.period.to ?? from) > from).sort((one, two) => one - two);
    return foremostOf(covering.flatMap((rank) => rulings[rank] ?? []));
  });
}

/** Of rulings that cover one day, the foremost first: the one that rules it. */
function foremostOf(covering: readonly Ruling[]): Ruling | undefined {
  if (covering.length < 2) return covering[0];
  const there = new Set(covering.map(({ clause }) => clause.clauseId));
  const givesWay = new Set<string>();
  for (const { agreement } of covering) {
    for (const { first, over } of agreement.precedences) if (there.has(first)) givesWay.add(over);
  }
  return covering.find(({ clause }) => !givesWay.has(clause.clauseId)) ?? covering[0];
}

/** The rulings that rule between one boundary and the next. */
function between(bounds: readonly LondonDate[], rulingFrom: (place: number, from: LondonDate) => Ruling | undefined): Ruling[] {
  return bounds.flatMap((from, place): Ruling[] => {
    const ruling = rulingFrom(place, from);
    const to = bounds[place + 1];
    return ruling && to !== undefined ? [{ ...ruling, period: { from, to } }] : [];
  });
}
