import { invoiceEvents, paymentEvents } from '@accord/funding/contracts';
import { money } from '@accord/funding/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Id, Instant } from '@accord/shared/kernel';
import { projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended, sealedData } from '@accord/shared/testing';
import { care, health, id } from '../sample-record';

// Invoices and payments about days of September 2025, for the specs of this folder; not exported by its index.

/** Ids far apart and in no order, digits and letters mixed. The cast is the brand: a lower-case UUID. */
const scattered = <Kind extends string>(kind: number, n: number): Id<Kind> => `0194000${kind}-0000-7000-8000-${((n * 2_654_435_761_000) % 2 ** 48).toString(16).padStart(12, '0')}` as Id<Kind>;
export const invoice = (n: number) => scattered<'invoice'>(5, n);
export const payment = (n: number) => scattered<'payment'>(6, n);
export const [childId, otherChild, lineId, decisionId, providerId] = [id<'child'>(800), id<'child'>(801), id<'package-line'>(600), id<'decision'>(700), id<'provider'>(41)];
const september = { from: '2025-09-01', to: '2025-10-01' };
const of = { decisionId, lineId, childId, days: september };
const party = { kind: 'provider', providerId };
const sums = { netPence: 100, vatPence: 0 };

interface Event {
  readonly type: string;
  readonly data: object;
}

interface Billing {
  readonly to?: string;
  readonly line?: object;
  readonly from?: object;
  readonly held?: readonly string[];
  readonly late?: object | null;
}
/** An invoice to health of a day of October 2025, over £1.00 for September. */
export const billed = (n: number, { to = health, line = of, from = party, held = [], late = null }: Billing = {}): Event => ({
  type: 'InvoiceRecorded',
  data: {
    ...{ invoiceId: invoice(n), from, to, number: `A-${n}`, on: `2025-10-${String((n % 28) + 1).padStart(2, '0')}`, ...sums, totalPence: 100, late },
    lines: [{ ...of, ...line, ...sums, vat: 'exempt', committedPence: 100, billedBeforePence: 0, held }],
  },
});
export const paid = (n: number, forWhat: readonly { readonly pence: number }[], paidBy = health): Event => ({
  type: 'PaymentRecorded',
  data: {
    ...{ paymentId: payment(n), paidBy, payee: party, for: forWhat, totalPence: forWhat.reduce((sum, { pence }) => sum + pence, 0) },
    ...{ on: '2025-11-03', reference: 'BACS', overpaid: null, late: null },
  },
});
export const ofInvoice = (n: number, pence = 1) => ({ kind: 'invoice', invoiceId: invoice(n), pence });
export const ofStatement = (month: string) => ({ kind: 'statement', month, of: care, pence: 1 });
export const directly = { kind: 'line', ...of, pence: 1 };

/** An event in the clear, and when it was recorded. */
export type Told = readonly [recordedAt: Instant, event: Event];

export const catalogue = catalogueOf([...invoiceEvents, ...paymentEvents]);

/** Records the story and waits until it can be read of that store; what it gives stops the projecting. */
export async function readOf(read: ReadStore, story: readonly Told[]): Promise<() => Promise<void>> {
  let now = '';
  const events = new InMemoryEventStore(new RecordInMemory(() => now));
  for (const [recordedAt, { type, data }] of story) {
    now = recordedAt;
    const definition = catalogue.check(type, data);
    // Each names the invoice or the payment whose stream it belongs to.
    const { invoiceId, paymentId } = data as { readonly invoiceId?: string; readonly paymentId?: string };
    const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
    await appended(events, `${definition.stream}-${invoiceId ?? paymentId ?? ''}`, [event]);
  }
  const runner = runProjections({ store: read, events, catalogue, projections: [money] });
  await runner.ready;
  await projectionProgress(read).waitFor(['money'], await events.head(), 30_000);
  return () => runner.stop();
}
