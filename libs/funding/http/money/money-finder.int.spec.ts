import { inAllOf, invoiceStanding, leftAfterCredits, leftToPay, paidOfInvoice } from '@accord/funding/domain';
import { sumPence } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { openReadStore } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { onBothEngines } from '@accord/shared/testing';
import { care, day, health, id } from '../sample-record';
import { MoneyFinder } from './money-finder';
import type { MoneyCursor, MoneySought, UnsettledSought } from './money-finder';
import { MoneyReader } from './money-reader';
import type { MoneyAsOf } from './money-reader';
import { billed, catalogue, directly, invoice, lineId, ofInvoice, paid, payment, providerId, readOf } from './sample-money-record';
import type { Told } from './sample-money-record';

const [otherLine, otherProvider] = [id<'package-line'>(601), id<'provider'>(42)];
const all = Array.from({ length: 120 }, (_each, place) => place + 1);
const every = (n: number, of = all): number[] => of.filter((each) => each % n === 0);
const held = every(2);
const fromOther = every(5);
const onOtherLine = every(7);
const toCare = every(9);
const foundLate = { because: 'Found in a drawer', countsOn: '2025-11-20' };
const late = every(11);

/** Invoices of every kind, so that each is released, credited and paid in every way; and payments of them, some of which come back. */
const story: readonly Told[] = [
  ...all.map((n): Told => [
    late.includes(n) ? '2025-11-20T12:00:00.000Z' : '2025-10-31T12:00:00.000Z',
    billed(n, {
      ...{ to: toCare.includes(n) ? care : health, held: held.includes(n) ? ['costs-less'] : [], late: late.includes(n) ? foundLate : null },
      ...{ from: { kind: 'provider', providerId: fromOther.includes(n) ? otherProvider : providerId }, line: onOtherLine.includes(n) ? { lineId: otherLine } : {} },
    }),
  ]),
  ...every(3, held).map((n): Told => ['2025-11-21T12:00:00.000Z', { type: 'InvoiceReleased', data: { invoiceId: invoice(n), on: '2025-11-05', agencyId: health, because: 'Agreed', late: n % 4 === 0 ? foundLate : null } }]),
  ...all.filter((n) => n % 8 < 3).map((n): Told => ['2025-11-22T12:00:00.000Z', { type: 'InvoiceCredited', data: { invoiceId: invoice(n), creditId: id(5_100 + n), on: '2025-11-06', lines: [{ line: 1, netPence: n % 8 === 0 ? 100 : 40, vatPence: 0 }], because: 'Too dear', late: null } }]),
  ...all.filter((n) => n % 6 > 1).map((n): Told => ['2025-11-23T12:00:00.000Z', paid(n, [ofInvoice(n, [0, 0, 100, 60, 100, 130][n % 6])])]),
  ...every(10).map((n): Told => ['2025-11-23T12:00:00.000Z', paid(200 + n, [ofInvoice(n, 40), directly])]),
  ...every(4).filter((n) => n % 6 > 1).map((n): Told => ['2025-11-25T12:00:00.000Z', { type: 'PaymentReversed', data: { paymentId: payment(n), on: '2025-11-24', because: 'Stopped', late: null } }]),
];
const times: readonly MoneyAsOf[] = [
  {},
  ...['2025-10-15', '2025-11-04', '2025-11-05', '2025-11-19', '2025-11-20', '2025-11-24'].map((asAt) => ({ asAt: day(asAt) })),
  ...['2025-11-01', '2025-11-21', '2025-11-22', '2025-11-24', '2025-11-26'].map((on) => ({ knownAt: `${on}T00:00:00.000Z` })),
  { asAt: day('2025-11-24'), knownAt: '2025-11-24T12:00:00.000Z' },
  { asAt: day('2025-11-19'), knownAt: '2025-11-26T00:00:00.000Z' },
];

onBothEngines(openReadStore, (open) => {
  let read: ReadStore;
  let finder: MoneyFinder;
  let reader: MoneyReader;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    read = await open();
    stop = await readOf(read, story);
    [finder, reader] = [new MoneyFinder(read), new MoneyReader(read, catalogue)];
  }, 60_000);
  afterAll(async () => {
    await stop();
    await read.close();
  });

  const listed = async (sought: Partial<MoneySought>) => (await finder.listed({ kind: 'invoice', agencyId: health, ...sought }, { limit: 500, cursor: undefined })).ids;
  const folded = (asOf: MoneyAsOf) => reader.bookOf([...all.map(invoice), ...all.map(payment), ...all.map((n) => payment(200 + n))], asOf);
  const invoicesNow = (...numbers: readonly number[]): string[] => numbers.map(invoice).sort();

  describe('Invoices are found', () => {
    it.each(times)('by how they stood, as the events of each tell: %j', async (asOf) => {
      const { invoices } = await folded(asOf);
      for (const standing of ['agrees', 'held', 'released'] as const) {
        const expected = invoices.filter(({ state }) => state.invoice.to === health && invoiceStanding(state) === standing).map(({ state }) => state.invoice.invoiceId);
        expect((await listed({ standing, ...asOf })).toSorted()).toEqual(expected.toSorted());
      }
    });

    it('by who bills, by the line, and by both', async () => {
      const toHealth = all.filter((n) => !toCare.includes(n));
      expect((await listed({ providerId: otherProvider })).toSorted()).toEqual(invoicesNow(...toHealth.filter((n) => fromOther.includes(n))));
      expect((await listed({ lineId: otherLine })).toSorted()).toEqual(invoicesNow(...toHealth.filter((n) => onOtherLine.includes(n))));
      expect((await listed({ lineId, providerId: otherProvider })).toSorted()).toEqual(invoicesNow(...toHealth.filter((n) => fromOther.includes(n) && !onOtherLine.includes(n))));
      expect((await listed({ agencyId: care })).toSorted()).toEqual(invoicesNow(...toCare));
      expect(await listed({ lineId: id<'package-line'>(602) })).toEqual([]);
    });
  });

  describe('Payments are found', () => {
    it.each(times)('by how they stood, as the events of each tell: %j', async (asOf) => {
      const { payments } = await folded(asOf);
      for (const standing of ['paid', 'reversed'] as const) {
        const expected = payments.filter(({ state }) => state.status === standing).map(({ state }) => state.payment.paymentId);
        expect((await listed({ kind: 'payment', standing, ...asOf })).toSorted()).toEqual(expected.toSorted());
      }
    });

    it('by the agency that paid, by who was paid, and by their day', async () => {
      const sought = { kind: 'payment' as const };
      expect(await listed({ ...sought, agencyId: care })).toEqual([]);
      expect(await listed({ ...sought, providerId: otherProvider })).toEqual([]);
      const found = await listed({ ...sought, providerId });
      expect(found).toHaveLength(new Set(story.flatMap(([, { type, data }]) => (type === 'PaymentRecorded' ? [JSON.stringify(data)] : []))).size);
      expect(await listed({ ...sought, from: day('2025-11-03'), to: day('2025-11-04') })).toEqual(found);
      expect(await listed({ ...sought, from: day('2025-11-04') })).toEqual([]);
      expect(await listed({ ...sought, to: day('2025-11-03') })).toEqual([]);
    });
  });

  describe('Invoices that are not settled', () => {
    const unsettled = async (agencies: readonly Id<'agency'>[], { limit = 500, ...days }: Partial<UnsettledSought> & { readonly limit?: number } = {}) => {
      const found: string[] = [];
      for (let cursor: MoneyCursor | undefined; ; ) {
        const { ids, next } = await finder.unsettled({ agencies, from: undefined, to: undefined, ...days }, { limit, cursor });
        found.push(...ids);
        if (next === undefined) return found;
        cursor = next;
      }
    };

    it('are those that are held, not paid in full or overpaid by their events, and no others, however long a page is', async () => {
      const { invoices, payments } = await folded({});
      const open = invoices.filter(({ state }) => {
        const left = leftToPay(state, sumPence(payments.map((each) => paidOfInvoice(each.state, state.invoice.invoiceId))));
        return left !== 0 || (invoiceStanding(state) === 'held' && sumPence(leftAfterCredits(state).map(inAllOf)) > 0);
      });
      const expected = open.map(({ state: { invoice: each } }) => [each.on, each.invoiceId] as const).toSorted(([on, one], [otherDay, other]) => (`${on} ${one}` < `${otherDay} ${other}` ? -1 : 1));
      const ids = expected.map(([, invoiceId]) => invoiceId);
      // Some of each sort, or the comparison says nothing.
      expect(Math.min(open.length, invoices.length - open.length)).toBeGreaterThan(12);
      expect(await unsettled([health, care])).toEqual(ids);
      expect(await unsettled([health, care], { limit: 3 })).toEqual(ids);
      expect(await unsettled([care])).toEqual(ids.filter((each) => toCare.some((n) => invoice(n) === each)));
      expect(await unsettled([health, care], { from: day('2025-10-05'), to: day('2025-10-07') })).toEqual(expected.flatMap(([on, each]) => (on === '2025-10-05' || on === '2025-10-06' ? [each] : [])));
    });
  });
});
