import { lineCategories } from '@accord/panel/contracts';
import { addDays, addMonths } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Shares } from '@accord/shared/kernel';
import fc from 'fast-check';
import { fundingPicture } from '../funding-picture';
import type { ArrangementFact, FundingEvent, FundingFact, FundingPicture, RecoveryFact } from '../funding-picture';
import { creditsByAgency, recoveries } from '../line/recoveries';
import { liabilities } from '../liability';
import type { Liability } from '../liability';
import { clause, day, health, numbered, percentages, pounds, ratio, weeks } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, decision, endedByAll, line, operationOn, record } from '../sample-facts';
import { statementAdjustments } from './statement-adjustments';
import { statementFigures } from './statement-figures';
import type { Known } from './statement-figures';
import { fundsKnown } from './statement-row';
import type { FundsKnown, StatementRow } from './statement-row';

// Four months are closed one after the other, from March to June 2025, so that a financial year begins between them.

const ledgerFrom = day('2025-03-01');
const dates = fc.integer({ min: -90, max: 150 }).map((after) => addDays(ledgerFrom, after));
const splits: fc.Arbitrary<Shares> = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map((share) => percentages(share, 100 - share)),
  fc.tuple(fc.nat(5), fc.nat(5), fc.integer({ min: 1, max: 5 })).map((weights) => ratio(...weights)),
);
const rates = (from: LondonDate) =>
  fc.array(fc.tuple(fc.nat(90), fc.integer({ min: 0, max: 300_000 })), { minLength: 1, maxLength: 3 }).map((all) => {
    let since = from;
    return Object.fromEntries(
      all.map(([gap, weekly], place): [string, number] => {
        since = place === 0 ? from : addDays(since, gap + 1);
        return [since, weekly / 100];
      }),
    );
  });
const lines = dates.chain((from) =>
  fc.record({ from: fc.constant(from), to: fc.option(fc.integer({ min: 1, max: 200 }).map((after) => addDays(from, after))), category: fc.constantFrom(...lineCategories.slice(0, 2)), split: splits, rates: rates(from) }),
);

/** Decisions, of which later ones may replace or end the lines of earlier ones; operations; agreements that begin and end. */
const events: fc.Arbitrary<FundingEvent[]> = fc
  .record({
    decided: fc.array(fc.record({ lines: fc.array(lines, { minLength: 1, maxLength: 2 }), on: dates, replaces: fc.boolean(), ends: fc.option(dates) }), { minLength: 1, maxLength: 4 }),
    operations: fc.array(dates, { maxLength: 3 }),
    met: fc.array(dates, { minLength: 1, maxLength: 1 }),
    agreements: fc.array(fc.record({ from: dates, split: splits, long: fc.integer({ min: 1, max: 20 }), ended: fc.option(dates) }), { maxLength: 2 }),
  })
  .map(({ decided, operations, met, agreements }) => [
    ...decided.map(({ lines: all, on, replaces, ends }, place) => {
      const before = { decisionId: numbered<'decision'>(700 + place - 1), lineId: numbered<'package-line'>(600 + (place - 1) * 10) };
      const made = all.map((changes, index) => ({ ...line({ ...changes, number: 600 + place * 10 + index }), ...(place > 0 && replaces && index === 0 ? { replaces: before } : {}) }));
      return decision({ decisionId: numbered(700 + place), on, lines: made, ends: place > 0 && ends !== null ? [{ ...before, from: ends }] : [] });
    }),
    ...operations.map((on, place) => operationOn(on, numbered<'operation'>(900 + place))),
    ...met.map((from) => complexHealthcareFrom(from)),
    ...agreements.flatMap(({ from, split, long, ended }, place) => [
      ...agreementInForce({ number: 1000 + place, from, clauses: [clause({ clauseId: numbered(3000 + place), split, duration: weeks(long), categories: lineCategories.slice(0, 2) })] }),
      ...(ended === null ? [] : [endedByAll(ended, { number: 1000 + place })]),
    ]),
  ]);

/** Who commissions a line from a day on, known from one of the closings on. */
interface Arranged {
  readonly line: number;
  readonly from: LondonDate;
  readonly by: number;
  readonly knownAt: number;
}
const arranged: fc.Arbitrary<Arranged[]> = fc.array(
  fc.record({ line: fc.constantFrom(600, 601, 610, 611, 620, 630), from: dates, by: fc.constantFrom(101, 102, 103), knownAt: fc.nat(3) }),
  { maxLength: 6 },
);
/** What came back of a line, to whichever agency, known from one of the closings on. */
const recovered = fc.array(
  fc.record({ line: fc.constantFrom(600, 601, 610, 620), on: dates, to: fc.constantFrom(101, 102, 103), from: dates, long: fc.integer({ min: 1, max: 60 }), pence: fc.integer({ min: 1, max: 90_000 }), knownAt: fc.nat(3) }),
  { maxLength: 4 },
);
/** A pooled fund that pays, on some days, for what a clause rules; known from one of the closings on. */
const funds = fc.option(fc.record({ from: dates, long: fc.option(fc.integer({ min: 1, max: 90 })), knownAt: fc.nat(3) }).map(({ long, ...fund }) => ({ ...fund, to: long === null ? null : addDays(fund.from, long) })));

/** All that was recorded, in order, and after how much of it each of four months was closed. */
const histories = fc.tuple(events.chain((all) => fc.shuffledSubarray(record(...all), { minLength: all.length })), arranged, funds, recovered).chain(([facts, arrangements, fund, cameBack]) =>
  fc.record({
    cameBack: fc.constant(cameBack),
    facts: fc.constant(facts),
    arrangements: fc.constant(arrangements),
    fund: fc.constant(fund),
    closings: fc.array(fc.nat(facts.length), { minLength: 4, maxLength: 4 }).map((ends) => ends.sort((one, two) => one - two)),
  }),
);
type CameBack = typeof recovered extends fc.Arbitrary<(infer R)[]> ? R : never;
type History = typeof histories extends fc.Arbitrary<infer H> ? H : never;

function knownAt({ facts, arrangements, fund, cameBack, closings }: History, closing: number): Known {
  const back = cameBack.filter((each) => each.knownAt <= closing);
  const known = arrangements.filter((each) => each.knownAt <= closing).toSorted((one, two) => (one.from < two.from ? -1 : 1));
  const picture = fundingPicture(facts.slice(0, closings[closing]));
  return { picture: { ...picture, lines: picture.lines.map((fact) => ({ ...fact, arrangements: arrangementsOf(fact.line.lineId, fact.origin, known), recoveries: recoveriesOf(fact.line.lineId, fact.origin, back) })) }, funds: fundsOf(fund !== null && fund.knownAt <= closing ? fund : null) };
}
const arrangementsOf = (lineId: string, origin: FundingFact['origin'], known: readonly Arranged[]): ArrangementFact[] =>
  known
    .filter((each) => numbered(each.line) === lineId)
    .map(({ from, by }) => ({ from, providerId: numbered(1), commissionedBy: numbered<'agency'>(by), vat: 'exempt', origin }));
const recoveriesOf = (lineId: string, origin: FundingFact['origin'], back: readonly CameBack[]): RecoveryFact[] =>
  back
    .filter((each) => numbered(each.line) === lineId)
    .map(({ on, to, from, long, pence }, place) => ({
      ...{ recoveryId: numbered<'recovery'>(9_000 + place), on, cameBackTo: numbered<'agency'>(to) },
      ...{ of: { from, to: addDays(from, long) }, pence: pounds(pence / 100), origin },
    }));
const fundsOf = (fund: { readonly from: LondonDate; readonly to: LondonDate | null } | null): FundsKnown =>
  fundsKnown(
    fund === null
      ? []
      : [
          {
            ...{ fundId: numbered<'fund'>(8_000), agreementId: numbered<'agreement'>(1000), name: 'The pool', hostAgencyId: health, clauses: [] },
            ...{ days: { from: fund.from, to: fund.to }, origin: { eventId: 'fund', stream: 'fund', revision: 0, recordedAt: '2025-03-01T09:00:00.000Z' } },
          },
        ],
  );

const month = (place: number): ClosedPeriod => ({ from: addMonths(ledgerFrom, place), to: addMonths(ledgerFrom, place + 1) });
const upTo = (place: number): ClosedPeriod => ({ from: ledgerFrom, to: month(place).to });

/** The rows of the statements of every closing. */
const statements = (history: History): StatementRow[][] =>
  history.closings.map((end, place): StatementRow[] => {
    const now = knownAt(history, place);
    const figures = statementFigures(now, month(place));
    if (place === 0) return figures;
    const becameKnown = history.facts.slice(history.closings[place - 1], end);
    return [...figures, ...statementAdjustments({ stated: knownAt(history, place - 1), now, closed: upTo(place - 1), becameKnown, fundsChanged: [] })];
  });

const sum = (rows: readonly { readonly pence: number }[]): number => rows.reduce((total, { pence }) => total + pence, 0);
const bearing = ['own-share', 'recharge', 'paid-directly', 'fund'];
const plainKind = ({ kind }: StatementRow): string => kind.replace('adjustment-of-', '');
const isBorne = (row: StatementRow): boolean => bearing.includes(plainKind(row));
/** Pence by line and agency, without noughts. */
function byPayer(entries: readonly (readonly [key: string, pence: number])[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [key, pence] of entries) sums[key] = (sums[key] ?? 0) + pence;
  return Object.fromEntries(Object.entries(sums).filter(([, pence]) => pence !== 0));
}
const owed = (picture: FundingPicture, window: ClosedPeriod): Record<string, number> =>
  byPayer(liabilities(picture, window).flatMap(({ line: fact, amounts }: Liability) => amounts.map(({ agencyId, pence }): [string, number] => [`${fact.decisionId} ${fact.line.lineId} ${agencyId}`, pence])));
const stated = (rows: readonly StatementRow[]): Record<string, number> =>
  byPayer(rows.filter(isBorne).map(({ decisionId, lineId, agencyId, pence }): [string, number] => [`${decisionId} ${lineId} ${agencyId}`, pence]));

describe('Whatever became known when, of lines, splits, clauses and who commissions', () => {
  it('own shares, recharges, what is paid directly and what funds pay make the cost of every line in every month', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const known = knownAt(history, 3);
        for (const place of [0, 1, 2, 3]) {
          const figures = statementFigures(known, month(place)).filter(isBorne);
          for (const { decisionId, line: { lineId } } of known.picture.lines) {
            const cost = liabilities(known.picture, month(place)).filter(({ line: of }) => of.line.lineId === lineId && of.decisionId === decisionId);
            expect(sum(figures.filter((each) => each.lineId === lineId && each.decisionId === decisionId))).toBe(cost.reduce((total, each) => total + each.cost, 0));
          }
        }
      }),
    );
  });

  it('the recharges of one agency are the counter-recharges of another, adjustments too, figure by figure', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const rows of statements(history)) {
          const of = (kind: string) => rows.filter((row) => plainKind(row) === kind);
          for (const what of ['recharge', 'recovery']) {
            const owes = of(what).filter(({ counterpartyId }) => counterpartyId !== null);
            const isOwed = of(`counter-${what}`);
            const told = ({ lineId, month: stated, pence }: StatementRow, ...agencies: readonly (string | null)[]) => [lineId, stated, pence, ...agencies].join();
            expect(owes.map((row) => told(row, row.agencyId, row.counterpartyId)).sort()).toEqual(isOwed.map((row) => told(row, row.counterpartyId, row.agencyId)).sort());
          }
        }
      }),
    );
  });

  it('all statements up to a closing make together what is owed since the first month, as known at that closing', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const closings = statements(history);
        closings.forEach((_rows, place) => {
          expect(stated(closings.slice(0, place + 1).flat())).toEqual(owed(knownAt(history, place).picture, upTo(place)));
        });
      }),
    );
  });

  it('what came back is credited in the month of its day, in all as known at the last closing', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const credits = creditsByAgency(recoveries(knownAt(history, 3).picture, upTo(3)));
        const rows = statements(history).flat().filter((row) => plainKind(row) === 'recovery');
        expect(byPayer(rows.map(({ agencyId, pence }): [string, number] => [agencyId, pence]))).toEqual(byPayer(credits.map(({ agencyId, pence }): [string, number] => [agencyId, pence])));
      }),
    );
  });

  it('the order of what became known between two closings changes no figure', () => {
    const shuffled = histories.chain((history) => {
      const [first = 0, second = 0, third = 0, last = 0] = history.closings;
      const intervals = [history.facts.slice(0, first), history.facts.slice(first, second), history.facts.slice(second, third), history.facts.slice(third, last)];
      return fc.tuple(...intervals.map((facts) => fc.shuffledSubarray(facts, { minLength: facts.length }))).map((mixed) => ({ history, mixed: { ...history, facts: mixed.flat() } }));
    });
    const amounts = (history: History) => statements(history).map((rows) => rows.map(({ events: _events, ...row }) => ({ ...row, because: undefined })));
    fc.assert(fc.property(shuffled, ({ history, mixed }) => expect(amounts(mixed)).toEqual(amounts(history))));
  });

  it('where nothing became known nothing is adjusted', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const known = knownAt(history, 2);
        expect(statementAdjustments({ stated: known, now: known, closed: upTo(2), becameKnown: [], fundsChanged: [] })).toEqual([]);
      }),
    );
  });
});
