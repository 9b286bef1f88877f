import { fundingEvents } from '@accord/funding/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected } from '@accord/shared/testing';
import type { GivenEvent } from '@accord/shared/testing';
import { money } from '../index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [invoiceId, paymentId, agencyId, providerId] = [id(5000), id(6000), id(101), id(4100)];
const of = { decisionId: id(700), lineId: id(600), childId: id(800), days: { from: '2025-09-01', to: '2025-09-29' } };
const party = { kind: 'provider', providerId };

const recorded: GivenEvent = {
  type: 'InvoiceRecorded',
  data: {
    ...{ invoiceId, from: party, to: agencyId, number: 'A-17', on: '2025-10-02', netPence: 100, vatPence: 0, totalPence: 100, late: null },
    lines: [{ ...of, netPence: 100, vat: 'exempt', vatPence: 0, committedPence: 99, billedBeforePence: 0, held: ['costs-less'] }],
  },
};
const released: GivenEvent = { type: 'InvoiceReleased', data: { invoiceId, on: '2025-10-06', agencyId, because: 'Agreed', late: null } };
const credited: GivenEvent = {
  type: 'InvoiceCredited',
  data: { invoiceId, creditId: id(5100), on: '2025-10-20', lines: [{ line: 1, netPence: 1, vatPence: 0 }], because: 'Too dear', late: null },
};
const paid: GivenEvent = {
  type: 'PaymentRecorded',
  data: {
    ...{ paymentId, paidBy: agencyId, payee: party, totalPence: 180, on: '2025-10-27', reference: 'BACS', overpaid: null, late: null },
    for: [
      { kind: 'invoice', invoiceId, pence: 99 },
      { kind: 'statement', month: '2025-09-01', of: agencyId, pence: 80 },
      { kind: 'line', ...of, pence: 1 },
    ],
  },
};
const reversed: GivenEvent = { type: 'PaymentReversed', data: { paymentId, on: '2025-11-12', because: 'Stopped', late: null } };
const all = [recorded, released, credited, paid, reversed];
const { given } = projected(money, catalogueOf(fundingEvents));

describe('Invoices and payments', () => {
  it('are kept as their events, whole, under the invoice or the payment, from the day of each', () => {
    const rows = given(...all)['money_events'] ?? [];
    expect(rows.map((row) => [row['money_id'], row['type'], row['effective_on']])).toEqual([
      [invoiceId, 'InvoiceRecorded', '2025-10-02'],
      [invoiceId, 'InvoiceReleased', '2025-10-06'],
      [invoiceId, 'InvoiceCredited', '2025-10-20'],
      [paymentId, 'PaymentRecorded', '2025-10-27'],
      [paymentId, 'PaymentReversed', '2025-11-12'],
    ]);
    expect(rows[0]?.['data']).toEqual(recorded.data);
  });

  it('are found by the days of the lines, the agency, the invoice that was paid, and the statement', () => {
    const tables = given(...all);
    const days = { child_id: of.childId, decision_id: of.decisionId, line_id: of.lineId, from_day: '2025-09-01', to_day: '2025-09-29' };
    expect(tables['money_lines']).toEqual([{ money_id: invoiceId, place: 1, ...days }, { money_id: paymentId, place: 3, ...days }]);
    const found = { agency_id: agencyId, provider_id: providerId };
    expect(tables['money_agencies']).toMatchObject([
      { ...found, money_id: invoiceId, kind: 'invoice', on_day: '2025-10-02', total_pence: 100 },
      { ...found, money_id: paymentId, kind: 'payment', on_day: '2025-10-27', total_pence: 180 },
    ]);
    expect(tables['money_payments']).toEqual([{ invoice_id: invoiceId, payment_id: paymentId, pence: 99 }]);
    expect(tables['money_credits']).toEqual([{ invoice_id: invoiceId, credit_id: id(5100), pence: 1 }]);
    expect(tables['money_statements']).toEqual([{ payment_id: paymentId, place: 2, month_day: '2025-09-01' }]);
  });

  it('are found by how they stand, and from when on', () => {
    const rows = (...events: readonly GivenEvent[]) =>
      (given(...events)['money_agencies'] ?? []).map((row) => [row['standing'], row['counts_on'], row['recorded_at'], row['turned_on'], row['turned_at']]);
    const at = (minute: number) => `2025-01-06T09:0${minute}:00.000Z`;
    expect(rows(recorded, paid)).toEqual([['held', '2025-10-02', at(0), null, null], ['paid', '2025-10-27', at(1), null, null]]);
    expect(rows(...all)).toEqual([['released', '2025-10-02', at(0), '2025-10-06', at(1)], ['reversed', '2025-10-27', at(3), '2025-11-12', at(4)]]);
    const agreeing: GivenEvent = { ...recorded, data: { ...recorded.data, lines: [{ ...of, netPence: 100, vat: 'exempt', vatPence: 0, committedPence: 100, billedBeforePence: 0, held: [] }] } };
    expect(rows(agreeing)).toEqual([['agrees', '2025-10-02', at(0), null, null]]);
  });

  it('that come after their year was closed count from the day on which they became known', () => {
    const late = { because: 'Found in a drawer', countsOn: '2026-05-04' };
    const rows = given(...[recorded, released, paid, reversed].map((event) => ({ ...event, data: { ...event.data, late } })))['money_agencies'] ?? [];
    expect(rows.map((row) => [row['on_day'], row['counts_on'], row['turned_on']])).toEqual([['2025-10-02', late.countsOn, late.countsOn], ['2025-10-27', late.countsOn, late.countsOn]]);
  });

  it('are the same however often an event is delivered, and whatever else happens', () => {
    const events = all.map((event, place) => ({ ...event, position: place, revision: place, recordedAt: `2025-12-01T09:0${place}:00.000Z` }));
    expect(given(...events, ...events)).toEqual(given(...events));
    const agreement: GivenEvent = { type: 'StandingAgreementCameIntoForce', data: { agreementId: id(1000), from: '2025-04-01' } };
    expect(Object.values(given(agreement)).flat()).toEqual([]);
  });
});
