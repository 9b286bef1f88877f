import type { InvoiceCredited, InvoiceRecorded, InvoiceReleased } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { addPence, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { Pence, SignedPence } from '@accord/shared/kernel';

export type InvoiceData = Recorded<typeof InvoiceRecorded>['data'];
export type InvoiceLine = InvoiceData['lines'][number];
type ReleaseData = Recorded<typeof InvoiceReleased>['data'];
type CreditData = Recorded<typeof InvoiceCredited>['data'];

export interface InvoiceOnRecord {
  readonly status: 'recorded';
  readonly invoice: InvoiceData;
  /** In the order in which they were recorded. */
  readonly credits: readonly CreditData[];
  /** Why it counts although it was held. */
  readonly release: Pick<ReleaseData, 'agencyId' | 'on' | 'because' | 'late'> | undefined;
}
export type InvoiceState = { readonly status: 'unknown' } | InvoiceOnRecord;

export type RecordedInvoiceEvent = Recorded<typeof InvoiceRecorded> | Recorded<typeof InvoiceReleased> | Recorded<typeof InvoiceCredited>;

export function evolveInvoice(state: InvoiceState, { type, data }: RecordedInvoiceEvent): InvoiceState {
  if (type === 'InvoiceRecorded') return { status: 'recorded', invoice: data, credits: [], release: undefined };
  if (state.status === 'unknown') return state;
  switch (type) {
    case 'InvoiceReleased': {
      const { agencyId, on, because, late } = data;
      return { ...state, release: { agencyId, on, because, late } };
    }
    case 'InvoiceCredited':
      return { ...state, credits: [...state.credits, data] };
  }
}

/**
 * - `agrees`: every line agreed with what was committed: it counts as invoiced.
 * - `held`: it counts for nothing until the billed agency releases it.
 * - `released`: it counts, by the billed agency's decision.
 */
export const invoiceStandings = ['agrees', 'held', 'released'] as const;
export type InvoiceStanding = (typeof invoiceStandings)[number];

export function invoiceStanding({ invoice, release }: InvoiceOnRecord): InvoiceStanding {
  if (invoice.lines.every(({ held }) => held.length === 0)) return 'agrees';
  return release === undefined ? 'held' : 'released';
}

/** A net sum and the tax on it. */
export interface NetAndVat {
  readonly netPence: Pence;
  readonly vatPence: Pence;
}
export const inAllOf = ({ netPence, vatPence }: NetAndVat): Pence => addPence(netPence, vatPence);

/** What credits have left of each line of the invoice, in order. */
export function leftAfterCredits({ invoice: { lines }, credits }: InvoiceOnRecord): NetAndVat[] {
  return lines.map((line, place) => {
    const ofLine = credits.flatMap((credit) => credit.lines.filter((each) => each.line === place + 1));
    return {
      netPence: less(line.netPence, ofLine.map(({ netPence }) => netPence)),
      vatPence: less(line.vatPence, ofLine.map(({ vatPence }) => vatPence)),
    };
  });
}

// The cast is the brand: a credit beyond what a line has left is refused, so nothing falls below nought.
const less = (whole: Pence, credited: readonly Pence[]): Pence => subtractPence(whole, sumPence(credited)) as Pence;

/** What is owed by the invoice, credits taken off: nothing while it is held. */
export const owedBy = (state: InvoiceOnRecord): Pence => (invoiceStanding(state) === 'held' ? noPence : sumPence(leftAfterCredits(state).map(inAllOf)));

/** What is left to pay; below nought where more was paid than is owed. */
export const leftToPay = (state: InvoiceOnRecord, paidPence: SignedPence): SignedPence => subtractPence(owedBy(state), paidPence);
