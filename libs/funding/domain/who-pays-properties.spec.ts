import { lifeEventKinds, triggerEvents } from '@accord/funding/contracts';
import type { Clause, LifeEventKind, Precedence } from '@accord/funding/contracts';
import { lineCategories } from '@accord/panel/contracts';
import type { LineCategory, PackageLine } from '@accord/panel/contracts';
import { addDays, addWeeks, contains, costOfDays, daysBetween, daysIn, financialYearOf, intersect, weeklyPenceOf } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Period, Shares } from '@accord/shared/kernel';
import fc from 'fast-check';
import { fundingPicture } from './funding-picture';
import type { DisputedSplitFact, FundingEvent, FundingFact, FundingPicture, LineFact } from './funding-picture';
import { liabilities } from './liability';
import type { Liability } from './liability';
import { agreed, ended, partChanged, proposed, resumed, suspended, variationRefused, withdrawn } from './line/sample-line-life';
import type { SplitSource } from './ruling-split';
import { clause, day, numbered, pounds, weeks } from './sample-agreement';
import {
  agreementInForce,
  complexHealthcareFrom,
  complexHealthcareNoLonger,
  decided,
  dischargeOn,
  endedByAll,
  line,
  noticeGiven,
  noticeWithdrawn,
  operationOn,
  placementOn,
  record,
  reviewed,
  variationInForce,
} from './sample-facts';

// Small numbers of small things close together, so that windows meet, touch and overlap.

const firstDay = day('2024-10-01');
const dates = (from: number, to: number): fc.Arbitrary<LondonDate> =>
  fc.integer({ min: from, max: to }).map((days) => addDays(firstDay, days));
const threeCategories = lineCategories.slice(0, 3);
const categories = fc.constantFrom<LineCategory>(...threeCategories);

const payers = fc.shuffledSubarray([101, 102, 103, 104, 105].map((number) => numbered<'agency'>(number)), { minLength: 1 });
const splits: fc.Arbitrary<Shares> = payers.chain((agencies) => {
  const marks = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: agencies.length - 1, maxLength: agencies.length - 1 });
  const weights = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: agencies.length, maxLength: agencies.length });
  const partsOf = (all: readonly number[]) => agencies.map((agencyId, place) => ({ agencyId, weight: all[place] ?? 0 }));
  return fc.oneof(
    weights.map((all): Shares => ({ kind: 'ratio', parts: partsOf(all) })),
    marks.map((cuts): Shares => {
      const sorted = [0, ...cuts.sort((one, two) => one - two), 10_000];
      return { kind: 'basis-points', parts: partsOf(sorted.slice(1).map((mark, place) => mark - (sorted[place] ?? 0))) };
    }),
  );
});

const weeklyRates = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400_000 }));
const periods = fc.record({ from: dates(0, 500), length: fc.option(fc.integer({ min: 1, max: 500 })) });
const lines = fc
  .record({ period: periods, category: categories, split: splits, rates: fc.array(fc.tuple(fc.nat(200), weeklyRates), { minLength: 1, maxLength: 4 }) })
  .map(({ period: { from, length }, category, split, rates }): Omit<Parameters<typeof line>[0], 'number'> => {
    let since = addDays(from, -(rates[0]?.[0] ?? 0) % 5);
    const table = rates.map(([gap, weekly], place): [string, number] => {
      since = place === 0 ? since : addDays(since, gap + 1);
      return [since, weekly / 100];
    });
    return { category, split, from, to: length === null ? null : addDays(from, length), rates: Object.fromEntries(table) };
  });

const durations: fc.Arbitrary<Clause['duration']> = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 })).map(weeks) },
  fc.integer({ min: 1, max: 90 }).map((count) => ({ unit: 'days' as const, count })),
  fc.constant({ unit: 'until-the-agreement-ends' as const }),
);
const criteriaOfClauses = fc.oneof({ weight: 3, arbitrary: fc.constant('complex-healthcare' as const) }, fc.constant(null));
const triggers: fc.Arbitrary<Clause['trigger']> = fc.record({
  event: fc.oneof({ weight: 2, arbitrary: fc.constant('surgery' as const) }, fc.constantFrom(...triggerEvents)),
  criterion: criteriaOfClauses,
});
const clauses = fc
  .record({
    categories: fc.subarray(threeCategories, { minLength: 1 }),
    split: splits,
    duration: durations,
    trigger: triggers,
    dayOne: fc.constantFrom<Clause['dayOne']>('day-of-event', 'day-after-event'),
    cost: fc.oneof(
      { weight: 9, arbitrary: fc.constant('regardless-of-cost' as const) },
      weeklyRates.map((rate) => ({ upToWeeklyPence: pounds(rate / 100) })),
    ),
  })
  .map((text): Partial<Clause> => (text.trigger.event === 'always' ? { ...text, dayOne: null, duration: { unit: 'until-the-agreement-ends' } } : text));
/** Which clause goes before which, by their places among all that there may be. */
const statements = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 4 });
/** Most agreements go on as they began. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, arbitrary);
const agreements = fc.record({
  period: periods,
  inForce: fc.integer({ min: 0, max: 60 }),
  clauses: fc.array(clauses, { minLength: 1, maxLength: 3 }),
  stated: statements,
  reviewBy: seldom(fc.integer({ min: 150, max: 700 })),
  variation: fc.option(fc.record({ after: fc.nat(400), clauses: fc.array(clauses, { minLength: 1, maxLength: 3 }), stated: statements, extended: fc.nat(300) })),
  reviews: fc.array(fc.tuple(dates(-50, 400), fc.option(fc.nat(300))), { maxLength: 2 }),
  notice: seldom(fc.record({ on: dates(0, 300), length: fc.integer({ min: 1, max: 200 }), withdrawnAfter: fc.option(fc.nat(250)) })),
  ended: seldom(dates(100, 500)),
});
type AgreementOfProperty = typeof agreements extends fc.Arbitrary<infer A> ? A : never;

const clauseNumber = (place: number) => numbered<'clause'>(3000 + Math.floor(place / 3) * 10 + (place % 3));
const precedencesOf = (stated: readonly (readonly [number, number])[]) =>
  stated.flatMap(([first, over]) => (first === over ? [] : [{ first: clauseNumber(first), over: clauseNumber(over) }]));

/** The whole life of an agreement, as events. Its clauses keep their ids in a variation. */
function lifeOf(life: AgreementOfProperty, place: number): FundingEvent[] {
  const { period: { from, length }, inForce, variation, notice, ended } = life;
  const number = 1000 + place;
  const textsOf = (texts: readonly Partial<Clause>[]) => texts.map((text, index) => clause({ ...text, clauseId: clauseNumber(place * 3 + index) }));
  const days = { number, from: addDays(from, -200), to: length === null ? null : addDays(from, length) };
  const reviewBy = life.reviewBy === null ? null : addDays(firstDay, life.reviewBy);
  const inForceFrom = addDays(from, inForce - 200);
  const first = { ...days, clauses: textsOf(life.clauses), precedences: precedencesOf(life.stated), reviewBy, inForceFrom };
  const varied = variation && {
    ...{ ...days, since: addDays(inForceFrom, variation.after), clauses: textsOf(variation.clauses), precedences: precedencesOf(variation.stated) },
    to: days.to === null ? null : addDays(days.to, variation.extended),
  };
  return [
    ...agreementInForce(first),
    ...(varied ? variationInForce(varied) : []),
    ...life.reviews.map(([on, next]) => reviewed(on, next === null ? null : addDays(on, next + 1), { number })),
    ...(notice ? [noticeGiven(notice.on, addDays(notice.on, notice.length), { number })] : []),
    ...(notice && notice.withdrawnAfter !== null ? [noticeWithdrawn(notice.on, addDays(notice.on, notice.withdrawnAfter), { number })] : []),
    ...(ended === null ? [] : [endedByAll(ended, { number })]),
  ];
}

/** What happens to a line after its decision: it pauses, its rates vary or do not, it ends, and some of that was a mistake. */
const lives = fc.record({
  pauses: fc.array(fc.record({ from: dates(0, 500), length: fc.option(fc.integer({ min: 1, max: 60 })), retained: fc.integer({ min: 0, max: 10_000 }) }), { maxLength: 3 }),
  variations: fc.array(
    fc.record({ from: dates(0, 500), gaps: fc.array(fc.nat(60), { maxLength: 2 }), amounts: fc.array(weeklyRates, { minLength: 3, maxLength: 3 }), on: dates(-30, 400), settled: fc.constantFrom<'agreed' | 'open' | 'refused'>('agreed', 'agreed', 'open', 'refused') }),
    { maxLength: 2 },
  ),
  ended: seldom(dates(50, 500)),
  mistake: seldom(fc.nat(3)),
});
type LifeOfProperty = typeof lives extends fc.Arbitrary<infer L> ? L : never;

function lifeOfLine({ pauses, variations, ended: endedFrom, mistake }: LifeOfProperty, place: number): FundingEvent[] {
  const of = { line: 600 + place };
  const name = (number: number) => 6_000 + place * 100 + number;
  return [
    ...pauses.flatMap(({ from, length, retained }, at) => [suspended(name(at), from, { ...of, retained }), ...otherPart({ from, retained, at: name(40 + at) }, of), ...(length === null ? [] : [resumed(name(10 + at), addDays(from, length), of)])]),
    ...variations.flatMap(({ from, gaps, amounts, on, settled }, at) => {
      const starts = gaps.reduce<LondonDate[]>((all, gap) => [...all, addDays(all.at(-1) ?? from, gap + 1)], [from]);
      const rates = starts.map((start, index) => ({ from: start, weeklyPence: pounds((amounts[index] ?? 0) / 100) }));
      const day = { ...of, on };
      return [proposed(name(20 + at), rates, day), ...(settled === 'agreed' ? [agreed(name(20 + at), day)] : settled === 'refused' ? [variationRefused(name(20 + at), day)] : [])];
    }),
    ...(endedFrom === null ? [] : [ended(name(30), endedFrom, of)]),
    ...(mistake === null ? [] : [withdrawn(name(mistake === 3 ? 30 : mistake), '2024-10-01', of)]),
  ];
}

/** Of some pauses another part stays payable from a day on, which may come after the pause. */
const otherPart = ({ from, retained, at }: { readonly from: LondonDate; readonly retained: number; readonly at: number }, of: { readonly line: number }): FundingEvent[] =>
  retained % 2 === 1 ? [partChanged(at, addDays(from, retained % 70), { ...of, retained: 10_000 - retained })] : [];

/** What is recorded of a child, in an order in which it may have been recorded. */
const events: fc.Arbitrary<FundingEvent[]> = fc
  .record({
    lines: fc.array(lines, { minLength: 1, maxLength: 3 }),
    lives: fc.oneof(fc.constant<LifeOfProperty[]>([]), fc.array(lives, { maxLength: 3 })),
    met: fc.array(dates(-30, 300), { minLength: 1, maxLength: 2 }),
    noLonger: fc.oneof({ weight: 3, arbitrary: fc.constant<LondonDate[]>([]) }, fc.array(dates(0, 500), { maxLength: 2 })),
    happened: fc.array(fc.tuple(fc.constantFrom(...lifeEventKinds, 'surgery' as const, 'surgery' as const), dates(0, 500)), { maxLength: 5 }),
    agreements: fc.array(agreements, { maxLength: 3 }),
  })
  .map((all) => [
    ...all.lines.map((changes, place) => decided(line({ ...changes, number: 600 + place }))),
    ...all.lives.flatMap(lifeOfLine),
    ...all.met.map((from) => complexHealthcareFrom(from)),
    ...all.noLonger.map((from) => complexHealthcareNoLonger(from)),
    ...all.happened.map(([kind, on], place) => lifeEvent(kind, on, 900 + place)),
    ...all.agreements.flatMap(lifeOf),
  ]);
function lifeEvent(kind: LifeEventKind, on: LondonDate, number: number): FundingEvent {
  switch (kind) {
    case 'surgery':
      return operationOn(on, numbered<'operation'>(number));
    case 'discharge':
      return dischargeOn(on, number);
    case 'placement':
      return placementOn(on, number);
  }
}
const facts: fc.Arbitrary<FundingFact[]> = events.map((all) => record(...all));
/** Splits in dispute, and settled, of the lines of a picture. */
const disputesOf = ({ lines: all }: FundingPicture): fc.Arbitrary<DisputedSplitFact[]> =>
  all.length === 0
    ? fc.constant([])
    : fc.array(
        fc
          .record({ fact: fc.constantFrom(...all), kind: fc.constantFrom('settled' as const, 'interim' as const), period: periods, split: splits, on: dates(0, 700), dispute: fc.nat(3) })
          .map(({ fact: { decisionId, line: { lineId }, origin }, kind, period: { from, length }, split, on, dispute }): DisputedSplitFact => {
            return { kind, disputeId: numbered<'dispute'>(5_000 + dispute), decisionId, lineId, split, on, origin, days: { from, to: length === null ? null : addDays(from, length) } };
          }),
        { maxLength: 4 },
      );
const undisputed = facts.map((all) => fundingPicture(all));
const pictures = undisputed.chain((picture) => fc.oneof(fc.constant(picture), disputesOf(picture).map((disputedSplits) => ({ ...picture, disputedSplits }))));
const windows: fc.Arbitrary<ClosedPeriod> = fc
  .record({ from: dates(-20, 600), length: fc.integer({ min: 1, max: 800 }) })
  .map(({ from, length }) => ({ from, to: addDays(from, length) }));
const cuts = fc.array(dates(-20, 900), { maxLength: 8 });

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const ofLine = ({ lineId }: PackageLine, all: readonly Liability[]): Liability[] =>
  all.filter(({ line: fact }) => fact.line.lineId === lineId);
/** Totals by line and agency, without the agencies that pay nothing of a line. */
function totals(all: readonly Liability[]): Record<string, number> {
  const byPayer: Record<string, number> = {};
  for (const { line: fact, amounts } of all) {
    for (const { agencyId, pence } of amounts) {
      const payer = `${fact.line.lineId} ${agencyId}`;
      byPayer[payer] = (byPayer[payer] ?? 0) + pence;
    }
  }
  return Object.fromEntries(Object.entries(byPayer).filter(([, pence]) => pence !== 0));
}
const inOrder = (all: readonly Liability[]): Liability[] =>
  all.toSorted((one, two) => (one.line.line.lineId + one.period.from < two.line.line.lineId + two.period.from ? -1 : 1));
const each = fc.assert;

describe('Whatever a child’s lines, operations, findings and agreements', () => {
  it("the agencies' amounts sum to the cost of their days, and these to the line's cost of the window", () => {
    each(
      fc.property(pictures, windows, cuts, (picture, window, days) => {
        const all = liabilities(picture, window, days);
        for (const { amounts, cost } of all) expect(sum(amounts.map(({ pence }) => pence))).toBe(cost);
        for (const { line: decidedLine, rates, pauses, days: inEffect } of picture.lines) {
          const asked = inEffect.flatMap((stretch) => intersect(window, stretch) ?? []);
          const cost = sum(asked.map((stretch) => costOfDays({ rates, pauses, lineFrom: decidedLine.period.from, window: stretch })));
          expect(sum(ofLine(decidedLine, all).map((liability) => liability.cost))).toBe(cost);
        }
      }),
    );
  });

  it('nobody pays less than nothing, but for the one penny that largest remainder may take back from three or more', () => {
    each(
      fc.property(pictures, windows, cuts, (picture, window, days) => {
        for (const { amounts } of liabilities(picture, window, days)) {
          for (const { pence } of amounts) expect(pence).toBeGreaterThanOrEqual(amounts.length < 3 ? 0 : -1);
        }
      }),
    );
  });

  it('the pieces of a line follow each other without gap or overlap and are just its days in the window', () => {
    each(
      fc.property(pictures, windows, cuts, (picture, window, days) => {
        const all = liabilities(picture, window, days);
        for (const { line: decidedLine, days: [inEffect] } of picture.lines) {
          const pieces = ofLine(decidedLine, all).map(({ period }) => period);
          const asked = inEffect && intersect(window, inEffect);
          expect([pieces[0]?.from, pieces.at(-1)?.to]).toEqual([asked?.from, asked?.to]);
          expect(pieces.slice(1).map(({ from }) => from)).toEqual(pieces.slice(0, -1).map(({ to }) => to));
          expect(pieces.every((piece) => daysIn(piece) > 0)).toBe(true);
        }
      }),
    );
  });

  it('each piece lies in one financial year', () => {
    each(
      fc.property(pictures, windows, (picture, window) => {
        for (const { period } of liabilities(picture, window)) {
          expect(financialYearOf(addDays(period.to, -1))).toEqual(financialYearOf(period.from));
        }
      }),
    );
  });
});

describe('No total changes', () => {
  it('wherever and however often the window is cut', () => {
    each(
      fc.property(pictures, windows, cuts, (picture, window, days) => {
        const whole = totals(liabilities(picture, window));
        expect(totals(liabilities(picture, window, days))).toEqual(whole);
        const marks = [window.from, ...days.filter((cut) => contains(window, cut)).sort(), window.to];
        const apart = marks.slice(1).flatMap((to, place) => liabilities(picture, { from: marks[place] ?? to, to }));
        expect(totals(apart)).toEqual(whole);
      }),
    );
  });

  it('with the order in which the facts were recorded, nor does any answer', () => {
    const shuffled = facts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    each(
      fc.property(shuffled, windows, ([all, otherwise], window) => {
        const answer = inOrder(liabilities(fundingPicture(all), window));
        expect(inOrder(liabilities(fundingPicture(otherwise), window))).toEqual(answer);
      }),
    );
  });

  it('by a fact about another category', () => {
    const [ours, ...others] = threeCategories;
    const aboutOthers = fc
      .record({ line: lines, text: clauses, categories: fc.subarray(others, { minLength: 1 }) })
      .map(({ line: changes, text, categories: ruled }): FundingEvent[] => [
        decided(line({ ...changes, number: 690, category: ruled[0] ?? 'other' })),
        ...agreementInForce({ number: 1090, from: '2024-01-01', clauses: [clause({ ...text, categories: ruled })] }),
      ]);
    each(
      fc.property(events, aboutOthers, windows, (all, more, window) => {
        const answer = (recorded: readonly FundingEvent[]) =>
          liabilities(fundingPicture(record(...recorded)), window).filter(({ line: fact }) => fact.line.category === ours);
        expect(answer([...all, ...more])).toEqual(answer(all));
      }),
    );
  });

  it('before the day of an operation that is recorded besides', () => {
    each(
      fc.property(events, dates(0, 500), windows, (all, on, window) => {
        const before = intersect(window, { from: day('2020-01-01'), to: on });
        fc.pre(before !== undefined);
        const answer = (recorded: readonly FundingEvent[]) => liabilities(fundingPicture(record(...recorded)), before);
        expect(totals(answer([...all, operationOn(on, numbered<'operation'>(990))]))).toEqual(totals(answer(all)));
      }),
    );
  });
});

/** The text of an agreement that rules on a day, found as a reader of its file would; nothing once it has ended. */
function textRuling(recorded: readonly FundingEvent[], agreementId: string, on: LondonDate): TextRead | undefined {
  const file = recorded.filter(({ data }) => 'agreementId' in data && data.agreementId === agreementId);
  const texts = file.flatMap((event): TextRead[] => {
    if (event.type !== 'StandingAgreementRecorded' && event.type !== 'StandingAgreementVaried') return [];
    const version = event.type === 'StandingAgreementVaried' ? event.data.version : 1;
    const force = file.find(({ type, data }) =>
      version === 1 ? type === 'StandingAgreementCameIntoForce' : 'version' in data && type === 'StandingAgreementVariationCameIntoForce',
    );
    // Both have a day from which they hold.
    return force && 'from' in force.data ? [{ ...event.data, version, since: force.data.from }] : [];
  });
  // Day by day from the first: the newest text in force, the review due, and whether it has ended by then.
  let due: LondonDate | null = null;
  let ruling: TextRead | undefined;
  for (let today = texts.reduce((first, { since }) => (since < first ? since : first), on); today <= on; today = addDays(today, 1)) {
    if (due !== null && due < today) return undefined;
    const now: TextRead | undefined = texts.filter(({ since }) => since <= today).sort((one, two) => two.version - one.version)[0];
    if (ruling && (!now || !contains(now.period, today)) && ruling.period.from <= today) return undefined;
    const begun = now && contains(now.period, today) ? now : undefined;
    const steps = file.flatMap((event) => (event.type === 'StandingAgreementReviewed' && event.data.on === today ? [event.data.nextReviewBy] : []));
    if (begun && begun !== ruling && (begun.version === 1 || begun.reviewBy !== null)) steps.push(begun.reviewBy);
    if (steps.length > 0) due = steps.some((step) => step === null) ? null : steps.reduce((latest, step) => ((step ?? '') > (latest ?? '') ? step : latest));
    ruling = begun;
    if (begun && hasBeenEnded(file, today)) return undefined;
  }
  return ruling;
}
interface TextRead {
  readonly version: number;
  readonly since: LondonDate;
  readonly period: Period;
  readonly clauses: readonly Clause[];
  readonly precedences: readonly Precedence[];
  readonly reviewBy: LondonDate | null;
}

const hasBeenEnded = (file: readonly FundingEvent[], today: LondonDate): boolean =>
  file.some((event) => {
    if (event.type === 'StandingAgreementEnded') return event.data.from <= today;
    if (event.type !== 'StandingAgreementNoticeGiven') return false;
    const { on, lastDay } = event.data;
    const withdrawn = file.some(({ type, data }) => type === 'StandingAgreementNoticeWithdrawn' && data.givenOn === on && data.on <= lastDay);
    return today > lastDay && !withdrawn;
  });

const eventsOf: Readonly<Record<string, LifeEventKind>> = { OperationRecorded: 'surgery', DischargeRecorded: 'discharge', PlacementBegun: 'placement' };

/** The same reader, who remembers what was read. */
function readerOf(recorded: readonly FundingEvent[]): (agreementId: string, on: LondonDate) => TextRead | undefined {
  const read = new Map<string, TextRead | undefined>();
  return (agreementId, on) => {
    const asked = `${agreementId} ${on}`;
    if (!read.has(asked)) read.set(asked, textRuling(recorded, agreementId, on));
    return read.get(asked);
  };
}
interface Reading {
  readonly recorded: readonly FundingEvent[];
  readonly textOn: ReturnType<typeof readerOf>;
}

/** Who rules a line on a day, found as a reader of the rules would: the clause, or nothing for the panel. */
function clauseRuling({ recorded, textOn }: Reading, { line: { category }, rates }: LineFact, on: LondonDate): string | undefined {
  const findings = recorded.flatMap((event) => (event.type === 'CriterionMet' ? [event.data.from] : []));
  const ends = recorded.flatMap((event) => (event.type === 'CriterionNoLongerMet' ? [event.data.from] : []));
  const weekly = rates.filter(({ from }) => from <= on).at(-1);
  const ids = [...new Set(recorded.flatMap(({ data }) => ('agreementId' in data ? [data.agreementId] : [])))];
  const covering = ids.flatMap((agreementId) => {
    const text = textOn(agreementId, on);
    return (text?.clauses ?? []).flatMap((each) => {
      const met = (day: LondonDate) => each.trigger.criterion === null || findings.some((from) => from <= day && !ends.some((end) => end > from && end <= day));
      const windows = recorded.some(({ type, data }) => {
        if (eventsOf[type] !== each.trigger.event || !('on' in data) || !met(data.on)) return false;
        if (!textOn(agreementId, data.on)?.clauses.some(({ clauseId }) => clauseId === each.clauseId)) return false;
        const dayOne = each.dayOne === 'day-after-event' ? addDays(data.on, 1) : data.on;
        const { duration } = each;
        const length = duration.unit === 'until-the-agreement-ends' ? Infinity : duration.count * (duration.unit === 'weeks' ? 7 : 1);
        return on >= dayOne && daysBetween(dayOne, on) < length;
      });
      const rules =
        each.categories.includes(category) &&
        (each.cost === 'regardless-of-cost' || (weekly ? weeklyPenceOf(weekly) : 0) <= each.cost.upToWeeklyPence) &&
        (each.trigger.event === 'always' ? met(on) : windows);
      return rules && text ? [{ clauseId: each.clauseId, stated: text.precedences, name: nameOf({ ...text, agreementId }, each) }] : [];
    });
  });
  const stated = covering.flatMap((ruling) => ruling.stated);
  const first = covering.filter(({ clauseId }) => !stated.some(({ first: one, over }) => over === clauseId && covering.some((other) => other.clauseId === one)));
  return (first.length > 0 ? first : covering).map(({ name }) => name).sort().at(-1);
}
const nameOf = ({ since, agreementId, version }: { since: LondonDate; agreementId: string; version: number }, { clauseId }: Clause): string =>
  `${since} ${agreementId} ${clauseId} version ${version}`;

/** The same name of what the code says rules. */
const whyOf = (source: SplitSource): string | undefined =>
  source.kind !== 'standing-agreement' ? undefined : nameOf({ ...source.agreement, since: source.agreement.inForceFrom }, source.clause);

it('Each day is ruled by the clause that goes first among those that cover it: as a text states, or in force last; or by the panel', () => {
  const spans: fc.Arbitrary<ClosedPeriod> = dates(0, 600).map((from) => ({ from, to: addWeeks(from, 8) }));
  each(
    fc.property(events, spans, (recorded, window) => {
      const reading = { recorded, textOn: readerOf(recorded) };
      for (const { period, source, line: fact } of liabilities(fundingPicture(record(...recorded)), window)) {
        const why = whyOf(source);
        for (let on = period.from; on < period.to; on = addDays(on, 5)) expect(clauseRuling(reading, fact, on)).toBe(why);
        expect(clauseRuling(reading, fact, addDays(period.to, -1))).toBe(why);
      }
    }),
    { numRuns: 60 },
  );
});

it('Each day is ruled by what was settled about it, else by what holds while it is in dispute, else as if nobody disputed it', () => {
  each(
    fc.property(pictures, windows, (picture, window) => {
      const otherwise = liabilities({ ...picture, disputedSplits: [] }, window);
      for (const { period, source, split, line: fact } of liabilities(picture, window)) {
        for (const on of [period.from, addDays(period.to, -1)]) {
          const mine = picture.disputedSplits.filter((each) => each.lineId === fact.line.lineId && each.decisionId === fact.decisionId && contains(each.days, on));
          const [kind] = [...mine.map((each) => each.kind)].sort().reverse();
          const expected = kind === undefined ? undefined : mine.filter((each) => each.kind === kind).map((each) => each.on).sort().at(-1);
          if (kind === undefined) {
            const undisputedOn = otherwise.find((each) => each.line === fact && contains(each.period, on));
            expect([source.kind, split]).toEqual([undisputedOn?.source.kind, undisputedOn?.split]);
          } else {
            expect(source).toMatchObject({ kind: kind === 'settled' ? 'dispute-settlement' : 'interim-arrangement', dispute: { on: expected } });
          }
        }
      }
    }),
  );
});

describe('What happens to a line changes nothing before its day', () => {
  it.each<[string, (on: LondonDate) => FundingEvent[]]>([
    ['a suspension', (on) => [suspended(6_990, on)]],
    ['an ending', (on) => [ended(6_990, on)]],
    ['other rates to which all have agreed', (on) => [proposed(6_990, [{ from: on, weeklyPence: pounds(1) }], { on: '2024-10-01', awaits: [] })]],
  ])('%s', (_what, happens) => {
    each(
      fc.property(events, dates(0, 400), windows, (all, on, window) => {
        const asked = intersect(window, { from: day('2020-01-01'), to: on });
        fc.pre(asked !== undefined);
        // A clause with a cap may rule other days where a rate changes; who pays before the day does not change by it.
        const answer = (recorded: readonly FundingEvent[]) => totals(liabilities(fundingPicture(record(...recorded)), asked));
        expect(answer([...all, ...happens(on)])).toEqual(answer(all));
      }),
    );
  });
});

describe('What happens to an agreement changes nothing before its day', () => {
  const number = 1000;
  const before = { from: day('2020-01-01') };
  it.each<[string, (on: LondonDate) => FundingEvent[]]>([
    ['a notice, before it has run', (on) => [noticeGiven(on, addDays(on, 30), { number })]],
    ['an end that all agreed to', (on) => [endedByAll(on, { number })]],
    ['a variation, before it comes into force', (on) => variationInForce({ number, version: 9, since: on, from: '2020-04-01' })],
    ['a review, after which it goes on', (on) => [reviewed(on, addDays(on, 400), { number })]],
  ])('%s', (_what, happens) => {
    each(
      fc.property(events, dates(0, 400), windows, (all, on, window) => {
        const asked = intersect(window, { ...before, to: on });
        fc.pre(asked !== undefined);
        const answer = (recorded: readonly FundingEvent[]) =>
          liabilities(fundingPicture(record(...recorded)), asked).map(({ period, amounts, source }) => [period, amounts, whyOf(source)]);
        expect(answer([...all, ...happens(on)])).toEqual(answer(all));
      }),
    );
  });
});

it('These properties are put to the test by pictures in which clauses rule, meet and give way', () => {
  const sampled = fc.sample(pictures, { numRuns: 600, seed: 1 });
  const seen = sampled.map((picture) =>
    liabilities(picture, { from: firstDay, to: addDays(firstDay, 900) }).flatMap(({ source, split }) => (source.kind === 'standing-agreement' ? [{ ...source, split }] : [])),
  );
  type Ruled = (typeof seen)[number];
  const often = (holds: (ruled: Ruled) => boolean): number => seen.filter(holds).length;
  const counts = {
    ruled: often((ruled) => ruled.length > 0),
    threeSplits: often((ruled) => new Set(ruled.map(({ split }) => split)).size > 2),
    varied: often((ruled) => ruled.some(({ agreement }) => agreement.version === 2)),
    always: often((ruled) => ruled.some(({ clause: { trigger } }) => trigger.event === 'always')),
    discharged: often((ruled) => ruled.some(({ clause: { trigger } }) => trigger.event === 'discharge')),
    capped: often((ruled) => ruled.some(({ clause: { cost } }) => cost !== 'regardless-of-cost')),
    ended: often((ruled) => ruled.some(({ agreement }) => agreement.days.to !== null)),
    paused: sampled.filter((picture) => picture.lines.some(({ pauses }) => pauses.length > 0)).length,
    partsChanged: sampled.filter((picture) => picture.lines.some(({ pauses }) => pauses.some(({ to }, place) => to !== null && pauses[place + 1]?.from === to))).length,
    ratesVaried: sampled.filter((picture) => picture.lines.some(({ line: decidedLine, rates }) => rates !== decidedLine.rates)).length,
    lineEnded: sampled.filter((picture) => picture.lines.some(({ line: { period }, days: [inEffect] }) => inEffect?.to !== period.to)).length,
  };
  const least = { ruled: 150, threeSplits: 15, varied: 30, always: 30, discharged: 5, capped: 10, ended: 50, paused: 60, partsChanged: 30, ratesVaried: 60, lineEnded: 20 };
  for (const [what, count] of Object.entries(least)) expect([what, counts[what as keyof typeof least] >= count]).toEqual([what, true]);
});
