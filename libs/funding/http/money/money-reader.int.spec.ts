import type { MoneyBook } from '@accord/funding/domain';
import { openReadStore } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { onBothEngines } from '@accord/shared/testing';
import { care, day, days, health, id } from '../sample-record';
import { MoneyFinder } from './money-finder';
import { MoneyReader } from './money-reader';
import { billed, catalogue, childId, decisionId, directly, invoice, lineId, ofInvoice, ofStatement, otherChild, paid, payment, readOf } from './sample-money-record';
import type { Told } from './sample-money-record';

/** Two hundred are read at a time: there are more of each. */
const [INVOICES, PAYMENTS] = [450, 230];
const [toCare, paidByHealth] = [INVOICES + 1, INVOICES + 2];
const story: readonly Told[] = [
  ...Array.from({ length: INVOICES }, (_each, n) => ['2025-10-31T12:00:00.000Z', billed(n + 1)] as const),
  ...[billed(toCare, { to: care }), billed(paidByHealth, { to: care, line: { childId: otherChild } })].map((event) => ['2025-10-31T12:00:00.000Z', event] as const),
  ...Array.from({ length: PAYMENTS }, (_each, n) => ['2025-11-03T12:00:00.000Z', paid(n + 1, [directly])] as const),
  ...[paid(301, [ofInvoice(1), ofInvoice(450), directly]), paid(302, [ofInvoice(paidByHealth)])].map((event) => ['2025-11-03T12:00:00.000Z', event] as const),
  ...[paid(303, [ofStatement('2025-09-01')]), paid(304, [ofStatement('2025-09-01'), ofStatement('2025-10-01')], care)].map((event) => ['2025-11-03T12:00:00.000Z', event] as const),
  ['2025-11-10T12:00:00.000Z', { type: 'InvoiceCredited', data: { invoiceId: invoice(1), creditId: id(5100), on: '2025-11-10', lines: [{ line: 1, netPence: 1, vatPence: 0 }], because: 'Too dear', late: null } }],
  ['2025-11-12T12:00:00.000Z', { type: 'PaymentReversed', data: { paymentId: payment(301), on: '2025-11-11', because: 'Stopped', late: { because: 'Told a day later', countsOn: '2025-11-12' } } }],
];

const invoicesIn = ({ invoices }: MoneyBook): string[] => invoices.map(({ state }) => state.invoice.invoiceId);
const paymentsIn = ({ payments }: MoneyBook): string[] => payments.map(({ state }) => state.payment.paymentId);
const all = (count: number, made: (n: number) => string): string[] => Array.from({ length: count }, (_each, n) => made(n + 1));

onBothEngines(openReadStore, (open) => {
  let read: ReadStore;
  let reader: MoneyReader;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    read = await open();
    stop = await readOf(read, story);
    reader = new MoneyReader(read, catalogue);
  }, 60_000);
  afterAll(async () => {
    await stop();
    await read.close();
  });

  describe('Money is found', () => {
    it('by the days of lines: every invoice that bills one of them, in order of id, and none for other days', async () => {
      const line = { decisionId, lineId };
      expect(await reader.invoicesOfLines([{ ...line, days: days('2025-09-30', '2025-10-15') }])).toEqual([...all(INVOICES, invoice), invoice(toCare), invoice(paidByHealth)].sort());
      expect(await reader.invoicesOfLines([{ ...line, days: days('2025-10-01', '2025-10-15') }])).toEqual([]);
    });

    it('by the invoice that a payment pays, and by the month of the statement and who paid', async () => {
      expect(await reader.paymentsOfInvoice(invoice(450))).toEqual([payment(301)]);
      expect(await reader.paymentsOfStatements(day('2025-09-01'), [health, care])).toEqual([payment(303), payment(304)].sort());
      expect(await reader.paymentsOfStatements(day('2025-10-01'), [health])).toEqual([]);
    });
  });

  describe('The book of a child', () => {
    it('holds every invoice and payment for its lines, each once, in order of id', async () => {
      const book = await reader.bookOfChild(childId, {});
      expect(invoicesIn(book)).toEqual([...all(INVOICES, invoice), invoice(toCare)].sort());
      expect(paymentsIn(book)).toEqual([...all(PAYMENTS, payment), payment(301)].sort());
    });

    it('is told as known at an instant, and as at a day', async () => {
      const standing = async (asOf: Parameters<MoneyReader['bookOfChild']>[1]) => {
        const { invoices, payments } = await reader.bookOfChild(childId, asOf);
        const credited = invoices.filter(({ state }) => state.credits.length > 0).length;
        return [invoices.length, credited, payments.length, payments.filter(({ state }) => state.status === 'reversed').length];
      };
      expect(await standing({})).toEqual([INVOICES + 1, 1, PAYMENTS + 1, 1]);
      expect(await standing({ knownAt: '2025-11-11T12:00:00.000Z' })).toEqual([INVOICES + 1, 1, PAYMENTS + 1, 0]);
      expect(await standing({ knownAt: '2025-11-02T12:00:00.000Z' })).toEqual([INVOICES + 1, 0, 0, 0]);
      expect(await standing({ asAt: day('2025-11-10') })).toEqual([INVOICES + 1, 1, PAYMENTS + 1, 0]);
      // The reversal is of 11 November, and counts from the day after, on which it became known.
      expect(await standing({ asAt: day('2025-11-11') })).toEqual([INVOICES + 1, 1, PAYMENTS + 1, 0]);
      expect(await standing({ asAt: day('2025-11-12') })).toEqual([INVOICES + 1, 1, PAYMENTS + 1, 1]);
      expect((await standing({ asAt: day('2025-10-01') }))[0]).toBe(Math.floor(INVOICES / 28));
    });
  });

  describe('The books of an agency', () => {
    const booksIn = async (from: string, to: string): Promise<MoneyBook[]> => {
      const books: MoneyBook[] = [];
      for await (const book of reader.booksOfAgency(health, days(from, to))) books.push(book);
      return books;
    };

    it('hold each invoice that bills it, or that it paid, in one of them alone, with the payments of it', async () => {
      const books = await booksIn('2025-09-01', '2025-10-01');
      expect(books.flatMap(invoicesIn)).toEqual([...all(INVOICES, invoice), invoice(paidByHealth)].sort());
      for (const number of [1, 450, paidByHealth]) {
        const [book] = books.filter((each) => invoicesIn(each).includes(invoice(number)));
        expect(book && paymentsIn(book)).toContain(payment(number === paidByHealth ? 302 : 301));
      }
    });

    it('hold what was paid besides invoices in one of them alone', async () => {
      const besides = (await booksIn('2025-09-01', '2025-10-01')).flatMap(({ payments }) => payments.flatMap(({ state: { payment: each } }) => (each.for.some(({ kind }) => kind !== 'invoice') ? [each.paymentId] : [])));
      expect(besides).toEqual([...all(PAYMENTS, payment), payment(301), payment(303)].sort());
    });

    it('are empty for other days', async () => {
      expect((await booksIn('2025-10-02', '2025-11-01')).flatMap((book) => [...invoicesIn(book), ...paymentsIn(book)])).toEqual([]);
    });
  });

  it('The invoices of an agency come by their day and id, a page at a time, each page beginning after the one before', async () => {
    const finder = new MoneyFinder(read);
    const listed = async (asked: { from?: string; to?: string } = {}, limit = 200) => {
      const found: string[] = [];
      const [from, to] = [asked.from, asked.to].map((text) => (text === undefined ? undefined : day(text)));
      for (let cursor: Parameters<MoneyFinder['listed']>[1]['cursor']; ; ) {
        const { ids, next } = await finder.listed({ kind: 'invoice', agencyId: health, from, to }, { limit, cursor });
        found.push(...ids);
        if (next === undefined) return found;
        expect(ids).toHaveLength(limit);
        cursor = next;
      }
    };
    const onDay = (n: number): string => `2025-10-${String((n % 28) + 1).padStart(2, '0')}`;
    const byDay = Array.from({ length: INVOICES }, (_each, n) => [onDay(n + 1), invoice(n + 1)] as const).toSorted(([on, one], [otherDay, other]) => (`${on} ${one}` < `${otherDay} ${other}` ? -1 : 1));
    const ids = byDay.map(([, invoiceId]) => invoiceId);
    expect(await listed()).toEqual(ids);
    expect(await listed({}, 7)).toEqual(ids);
    expect(await listed({}, 150)).toEqual(ids);
    expect(await listed({ from: '2025-10-05', to: '2025-10-07' })).toEqual(byDay.flatMap(([on, invoiceId]) => (on === '2025-10-05' || on === '2025-10-06' ? [invoiceId] : [])));
  });
});
