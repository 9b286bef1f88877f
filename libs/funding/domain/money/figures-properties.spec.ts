import { addDays, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate, SignedPence } from '@accord/shared/kernel';
import { fundingEvents } from '@accord/funding/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { recordedForm } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import fc from 'fast-check';
import { ended, suspended } from '../line/sample-line-life';
import { day, health, numbered, socialCare } from '../sample-agreement';
import type { FundingEvent } from '../funding-picture';
import { decided, line, pictureOf, record as recordOf } from '../sample-facts';
import { billedEntries } from './billed-entries';
import { approvedEntries, approvedPicture, committedEntries } from './committed-entries';
import type { FigureEntry, FigureName } from './figure-entry';
import { entriesBy, sideBySide, whatIsLeft } from './figures';
import { countingBy, moneyBook } from './money-book';
import type { MoneyFact } from './money-book';
import { billed, fourWeeks, invoiceCredited, invoiceRecorded, invoiceReleased, paid, pay, pence, recordedLine, reversed } from './sample-money';

const catalogue = catalogueOf(fundingEvents);
const whole: ClosedPeriod = { from: day('2025-08-01'), to: day('2025-12-01') };
const asked = (window: ClosedPeriod) => ({ window, cuts: [] });

/** Events of one stream, in order, as the record holds them. */
const recordedAs = (stream: string, events: readonly ClearEvent[]): MoneyFact[] =>
  events.map((event, revision) => ({
    origin: { eventId: `${stream} ${revision}`, stream, revision, recordedAt: '2025-12-01T09:00:00.000Z' },
    // The catalogue has validated each against its contract.
    body: recordedForm(catalogue, event) as MoneyFact['body'],
  }));

const sums = fc.integer({ min: 0, max: 1_000_000 });
const someDays = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 40 })).map(([first, length]) => {
  const from = addDays(day('2025-08-15'), first);
  return { from, to: addDays(from, length) };
});
interface Story {
  readonly facts: readonly MoneyFact[];
  /** The same without what was credited and reversed, and without these credits and reversals. */
  readonly plain: readonly MoneyFact[];
}
const invoiceStory = (place: number) =>
  fc
    .record({
      lines: fc.array(fc.record({ net: sums, days: someDays, line: fc.constantFrom(600, 601, 602) }), { minLength: 1, maxLength: 4 }),
      held: fc.boolean(),
      released: fc.boolean(),
      creditedPart: fc.integer({ min: 0, max: 100 }),
      payments: fc.array(fc.record({ sum: sums, payer: fc.constantFrom(health, socialCare), reversed: fc.boolean() }), { maxLength: 4 }),
    })
    .map(({ lines, held, released, creditedPart, payments }): Story => {
      const id = numbered<'invoice'>(5_000 + place);
      const recordedLines = lines.map(({ net, days, line: number }) =>
        recordedLine(billed(net, { days, lineId: numbered<'package-line'>(number) }), held ? { committedPence: pence(0), held: ['costs-less'] } : {}),
      );
      const recorded = invoiceRecorded(recordedLines, { invoiceId: id });
      const credited = Math.floor(((lines[0]?.net ?? 0) * creditedPart) / 100);
      const release = held && released ? [invoiceReleased(id)] : [];
      const credits = credited > 0 ? [invoiceCredited(credited, { id })] : [];
      const paying = payments.map(({ sum, payer, reversed: isReversed }, number) => {
        const paymentId = numbered<'payment'>(6_000 + place * 10 + number);
        const made = paid(pay(sum, { paymentId, paidBy: payer, for: [{ kind: 'invoice', invoiceId: id, pence: pence(sum) }] }));
        return { stream: `payment-${paymentId}`, isReversed, events: isReversed ? [made, reversed(paymentId)] : [made] };
      });
      const factsOf = (all: typeof paying, events: readonly ClearEvent[]) => [...recordedAs(`invoice-${id}`, events), ...all.flatMap(({ stream, events: ofPayment }) => recordedAs(stream, ofPayment))];
      return { facts: factsOf(paying, [recorded, ...release, ...credits]), plain: factsOf(paying.filter(({ isReversed }) => !isReversed), [recorded, ...release]) };
    });
const stories = fc.tuple(invoiceStory(0), invoiceStory(1)).map((all) => all.flatMap(({ facts }) => facts));
const totalOf = (entries: readonly FigureEntry[], figure: FigureName): SignedPence => sideBySide(entries)[figure];
const told = (facts: readonly MoneyFact[], window = whole) => billedEntries(moneyBook(facts), asked(window));

describe('What was billed and paid', () => {
  it('is the same in whichever order it was recorded', () => {
    const shuffled = stories.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length })));
    fc.assert(fc.property(shuffled, ([facts, mixed]) => expect(told(mixed)).toEqual(told(facts))), { numRuns: 100 });
  });

  it('is the same in total however the days are cut', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 1, max: 121 }), (facts, days) => {
        const cut = addDays(whole.from, days);
        const parts = [...told(facts, { from: whole.from, to: cut }), ...told(facts, { from: cut, to: whole.to })];
        expect(sideBySide(parts)).toEqual(sideBySide(told(facts)));
      }),
      { numRuns: 100 },
    );
  });

  it('makes the same by line as by agency, and what the invoices and payments say', () => {
    fc.assert(
      fc.property(stories, (facts) => {
        const entries = told(facts);
        for (const figure of ['held', 'invoiced', 'paid-of-invoices'] as const) {
          const by = (keyOf: (entry: FigureEntry) => string) => sumPence([...entriesBy(entries, keyOf).values()].map((group) => totalOf(group, figure)));
          expect(by(({ lineId }) => String(lineId))).toBe(totalOf(entries, figure));
          expect(by(({ agencyId }) => agencyId)).toBe(totalOf(entries, figure));
        }
        const { payments } = moneyBook(facts);
        const paidInAll = sumPence(payments.flatMap(({ state }) => (state.status === 'paid' ? [state.payment.totalPence] : [])));
        expect(totalOf(entries, 'paid-of-invoices')).toBe(paidInAll);
      }),
      { numRuns: 100 },
    );
  });

  it('pays each line in full where the invoice is paid in full, by whichever agencies and in however many parts', () => {
    const parts = fc.array(fc.tuple(sums, fc.constantFrom(health, socialCare)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 4 }), (payments, count) => {
        const total = payments.reduce((sum, [part]) => sum + part, 0);
        const nets = Array.from({ length: count }, (_each, place) => Math.floor((total * (place + 1)) / count) - Math.floor((total * place) / count));
        const lines = nets.map((net, place) => recordedLine(billed(net, { lineId: numbered<'package-line'>(600 + place) })));
        const facts = payments.flatMap(([part, paidBy], place) => {
          const paymentId: Id<'payment'> = numbered<'payment'>(6_000 + place);
          return recordedAs(`payment-${paymentId}`, [paid(pay(part, { paymentId, paidBy }))]);
        });
        const byLine = entriesBy(told([...recordedAs('invoice-1', [invoiceRecorded(lines)]), ...facts]), ({ lineId }) => String(lineId));
        for (const entries of byLine.values()) expect(whatIsLeft(sideBySide(entries)).toPayPence).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('leaves the billed agency what is not paid, whoever has its functions and paid, and nobody else anything', () => {
    fc.assert(
      fc.property(stories, (facts) => {
        const byAgency = entriesBy(told(facts), ({ agencyId }) => agencyId);
        const figures = (agencyId: Id<'agency'>) => sideBySide(byAgency.get(agencyId) ?? []);
        const paidByBoth = sumPence([health, socialCare].map((agencyId) => figures(agencyId)['paid-of-invoices']));
        expect([figures(health).settled, figures(socialCare).settled]).toEqual([paidByBoth, 0]);
        expect(whatIsLeft(figures(health)).toPayPence).toBe(figures(health).invoiced + figures(health)['invoiced-tax'] - paidByBoth);
        expect(whatIsLeft(figures(socialCare)).toPayPence).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('is what it was without a payment, once that is reversed', () => {
    fc.assert(
      fc.property(invoiceStory(0), ({ facts, plain }) => {
        expect(totalOf(told(facts), 'paid-of-invoices')).toBe(totalOf(told(plain), 'paid-of-invoices'));
      }),
      { numRuns: 100 },
    );
  });

  it('falls by what is credited, and by nothing else', () => {
    const facts = (...events: ClearEvent[]) => recordedAs('invoice-1', events);
    const recorded = invoiceRecorded([recordedLine(billed(1_000)), recordedLine(billed(500))]);
    expect(totalOf(told(facts(recorded)), 'invoiced')).toBe(1_500);
    expect(totalOf(told(facts(recorded, invoiceCredited(400, { line: 2 }))), 'invoiced')).toBe(1_100);
  });
});

describe('What is recorded after its year was closed', () => {
  const yearEnd = day('2026-03-31');
  const known = day('2026-05-04');
  const late = { because: 'The bank told it in May', countsOn: known };
  /** Each stream with the revision from which on it was recorded late. */
  const partlyLate = fc.tuple(stories, fc.array(fc.nat(3), { minLength: 16, maxLength: 16 })).map(([facts, cuts]) => {
    const streams = [...new Set(facts.map(({ origin }) => origin.stream))];
    const isLate = ({ origin: { stream, revision } }: MoneyFact): boolean => revision >= (cuts[streams.indexOf(stream)] ?? 0);
    return {
      intime: facts.filter((fact) => !isLate(fact)),
      // The cast: the body is the same event with another late.
      all: facts.map((fact) => (isLate(fact) ? { ...fact, body: { ...fact.body, data: { ...fact.body.data, late } } as MoneyFact['body'] } : fact)),
      unmarked: facts,
    };
  });
  const asAt = (facts: readonly MoneyFact[], on: LondonDate) => told(countingBy(facts, on));

  it('changes no figure as at any day of the closed year', () => {
    const days = fc.integer({ min: 0, max: 364 }).map((since) => addDays(yearEnd, -since));
    fc.assert(fc.property(partlyLate, days, ({ intime, all }, on) => expect(asAt(all, on)).toEqual(asAt(intime, on))), { numRuns: 200 });
  });

  it('counts, from the day on which it became known, as it would have if it had come in time', () => {
    fc.assert(
      fc.property(partlyLate, ({ intime, all, unmarked }) => {
        expect(sideBySide(asAt(all, addDays(known, -1)))).toEqual(sideBySide(asAt(intime, yearEnd)));
        expect(asAt(all, known)).toEqual(asAt(unmarked, known));
      }),
      { numRuns: 100 },
    );
  });
});

describe('What was approved beside what is committed', () => {
  const child = numbered<'child'>(800);
  const [approval, suspension, end] = [decided(line()), suspended(1, '2025-09-15', { retained: 0 }), ended(2, '2025-09-22')];

  it('stands as the panel decided, whatever happens to the line afterwards', () => {
    const approved = (...events: readonly FundingEvent[]) => sideBySide(approvedEntries(child, approvedPicture(recordOf(...events)), asked(fourWeeks))).approved;
    const committed = (...events: readonly FundingEvent[]) => sideBySide(committedEntries(child, { picture: pictureOf(...events), funds: [] }, asked(fourWeeks))).committed;
    expect([approved(approval), committed(approval)]).toEqual([738_940, 738_940]);
    expect([approved(approval, suspension), committed(approval, suspension)]).toEqual([738_940, 369_470]);
    expect([approved(approval, end), committed(approval, end)]).toEqual([738_940, 554_205]);
  });
});
