import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { moneyEvents } from './money-events';

const catalogue = catalogueOf(moneyEvents);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [health, care] = [id(101), id(102)];
const provider = { kind: 'provider', providerId: id(41) };
const line = { decisionId: id(700), lineId: id(600), childId: id(800), days: { from: '2025-09-01', to: '2025-09-29' } };
const billed = { ...line, netPence: 1_000, vat: 'standard-rate', vatPence: 200, committedPence: 1_000, billedBeforePence: 0, held: [] };
const examples: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  InvoiceRecorded: { invoiceId: id(5000), from: provider, to: health, number: 'A-17', on: '2025-10-02', lines: [billed], netPence: 1_000, vatPence: 200, totalPence: 1_200, late: null },
  InvoiceReleased: { invoiceId: id(5000), on: '2025-10-06', agencyId: health, because: 'Agreed by telephone', late: null },
  InvoiceCredited: { invoiceId: id(5000), creditId: id(5100), on: '2025-10-20', lines: [{ line: 1, netPence: 100, vatPence: 20 }], because: 'Too dear', late: null },
  PaymentRecorded: {
    ...{ paymentId: id(6000), paidBy: health, payee: provider, for: [{ kind: 'invoice', invoiceId: id(5000), pence: 1_200 }] },
    ...{ totalPence: 1_200, on: '2025-10-27', reference: 'BACS', overpaid: null, late: null },
  },
  PaymentReversed: { paymentId: id(6000), on: '2025-11-12', because: 'Stopped at the bank', late: null },
};
const words: Words = {
  ...{ agency: (agencyId) => (agencyId === health ? 'Northshire ICB' : 'Northshire Council'), panel: String, line: () => 'package line', agreement: String },
  ...{ personal: String, shares: String, date: (date) => `<${date}>`, money: (pence) => `${pence}p` },
};

describe('The record of money says what happened', () => {
  it.each<[string, object, string]>([
    ['InvoiceRecorded', {}, 'Invoice A-17 of <2025-10-02> to Northshire ICB over 1200p was recorded, and agrees with what is committed.'],
    [
      'InvoiceRecorded',
      { lines: [billed, { ...billed, committedPence: 999, held: ['suspended', 'billed-already'] }] },
      'Invoice A-17 of <2025-10-02> to Northshire ICB over 1200p was recorded and is held: 1000p is billed and 999p committed (the line is suspended on some of the days, these days were billed already).',
    ],
    ['InvoiceReleased', {}, 'Northshire ICB released the invoice, which counts as billed: Agreed by telephone'],
    ['InvoiceCredited', {}, 'Of the invoice 120p was credited: Too dear'],
    ['PaymentRecorded', {}, 'Northshire ICB paid 1200p to the provider.'],
    ['PaymentRecorded', { payee: { kind: 'agency', agencyId: care } }, 'Northshire ICB paid 1200p to Northshire Council.'],
    ['PaymentRecorded', { payee: { kind: 'family' } }, 'Northshire ICB paid 1200p to the family.'],
    [
      'PaymentRecorded',
      { overpaid: { because: 'Run twice', invoices: [{ invoiceId: id(5000), leftPence: 0, paidPence: 1_200 }], statements: [] } },
      'Northshire ICB paid 1200p to the provider, more than was left to pay: Run twice',
    ],
    ['PaymentReversed', {}, 'The payment was reversed: Stopped at the bank'],
    [
      'PaymentRecorded',
      { late: { because: 'Told in May', countsOn: '2026-05-04' } },
      'Recorded after its year was closed, and counted from <2026-05-04> on (Told in May): Northshire ICB paid 1200p to the provider.',
    ],
  ])('%s %j', (type, changes, sentence) => {
    const data = { ...examples[type], ...changes };
    const definition = catalogue.check(type, data);
    // The catalogue has just validated the data against the contract whose sentence it is.
    expect(definition.sentence(data as never, words)).toBe(sentence);
  });

  it('reads a payment of the first version, which told overpaid invoices alone', () => {
    const invoices = [{ invoiceId: id(5000), leftPence: 0, paidPence: 1_200 }];
    const { late: _late, ...first } = examples['PaymentRecorded'] ?? {};
    const read = (overpaid: object | null) => catalogue.read({ type: 'PaymentRecorded', schemaVersion: 1, data: { ...first, overpaid } })['overpaid'];
    expect(read({ because: 'Run twice', invoices })).toEqual({ because: 'Run twice', invoices, statements: [] });
    expect(read(null)).toBeNull();
  });

  /** The last version of each that counted from its own day only. */
  const inTime: Readonly<Record<(typeof moneyEvents)[number]['type'], number>> = { InvoiceRecorded: 1, InvoiceReleased: 1, InvoiceCredited: 1, PaymentRecorded: 2, PaymentReversed: 1 };
  it.each(moneyEvents.map(({ type }) => [type, inTime[type]] as const))('reads %s of version %i as counted from its own day', (type, schemaVersion) => {
    const { late: _late, ...before } = examples[type] ?? {};
    expect(catalogue.read({ type, schemaVersion, data: before })).toEqual({ ...before, late: null });
  });

  it('reads an invoice of the second version, which was held because of no fund, as it is', () => {
    const invoice = examples['InvoiceRecorded'] ?? {};
    expect(catalogue.read({ type: 'InvoiceRecorded', schemaVersion: 2, data: invoice })).toEqual(invoice);
  });

  it.each(moneyEvents.map(({ type }) => type))('%s takes no unknown field, and no part of a penny', (type) => {
    expect(() => catalogue.check(type, { ...examples[type], name: 'Robin' })).toThrow(type);
    if ('totalPence' in (examples[type] ?? {})) expect(() => catalogue.check(type, { ...examples[type], totalPence: 1.5 })).toThrow(type);
  });
});
