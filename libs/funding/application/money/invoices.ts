import { invoiceEvents } from '@accord/funding/contracts';
import type { BillingParty } from '@accord/funding/contracts';
import { agenciesConcerned, invoiceDecider, leftAfterCredits } from '@accord/funding/domain';
import type { ActingAgencies, BilledDays, InvoiceCommand, InvoiceFacts, InvoiceOnRecord, InvoiceState, RecordInvoice } from '@accord/funding/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { inHandsOf, registeredAgencies, withSuccessors } from '../agencies';
import { providerStream } from '../line/package-lines';
import { closedAccounts } from './closed-accounts';
import type { MoneyOnRecord, PicturesNow } from './money-on-record';

export const invoiceStream = { category: 'invoice', decider: invoiceDecider, definitions: invoiceEvents };

/** Invoices: recorded and held against what is committed, released by the billed agency, credited. */
export class Invoices {
  constructor(
    private readonly runner: CommandRunner,
    private readonly onRecord: Pick<MoneyOnRecord, 'invoicesOfLines'>,
    private readonly pictures: PicturesNow,
  ) {}

  invoice(id: string, command: InvoiceCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: invoiceStream, id, command, context },
      facts: (loader) => (command.type === 'RecordInvoice' ? this.factsOfNew(id, command, loader) : factsOfActs(id, context.today, loader)),
    });
  }

  private async factsOfNew(id: string, command: RecordInvoice, loader: FactLoader): Promise<InvoiceFacts> {
    const { from, lines } = command;
    const children = [...new Set(lines.map(({ childId }) => childId))];
    const [registered, closed, pictures, funds, others] = await Promise.all([
      registeredParty(from, loader),
      closedAccounts(loader),
      Promise.all(children.map(async (childId) => [childId, await this.pictures.pictureNow(childId)] as const)),
      this.pictures.fundsNow(),
      this.onRecord.invoicesOfLines(lines),
    ]);
    const loaded = await Promise.all(others.filter((other) => other !== id).map((other) => loader.load(invoiceStream, other)));
    const invoices = loaded.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state]));
    const known = new Map(pictures);
    const concerned = lines.flatMap((line) => agenciesConcerned({ line, picture: known.get(line.childId), funds }));
    const acting = await actingAgencies(command, { concerned, invoices, loader });
    const before = invoices.flatMap((invoice) => billedBy(invoice, command, acting));
    return { registered, closedYears: closed.years, billed: [], pictures: known, funds, before, ...acting };
  }
}

interface Concerned {
  /** By the days that are billed. */
  readonly concerned: readonly Id<'agency'>[];
  /** That bill any of these days. */
  readonly invoices: readonly InvoiceOnRecord[];
  readonly loader: FactLoader;
}
/** For which of all that the days and their other invoices concern the billed agency acts by today, and the one that bills. */
async function actingAgencies({ from, to, today }: RecordInvoice, { concerned, invoices, loader }: Concerned): Promise<ActingAgencies> {
  const parties = invoices.flatMap(({ invoice }) => [invoice.to, ...(invoice.from.kind === 'agency' ? [invoice.from.agencyId] : [])]);
  const all = [...new Set([...concerned, ...parties])];
  const [billedActsFor, billerActsFor] = await Promise.all([
    inHandsOf(loader, all, { agencyId: to, today }),
    from.kind === 'agency' ? inHandsOf(loader, all, { agencyId: from.agencyId, today }) : new Set<Id<'agency'>>(),
  ]);
  return { billedActsFor, billerActsFor };
}

/** The party, where it is registered in this area. */
export async function registeredParty(party: BillingParty, loader: FactLoader): Promise<ReadonlySet<string>> {
  if (party.kind === 'agency') return registeredAgencies(loader, [party.agencyId]);
  const { state } = await loader.load(providerStream, party.providerId);
  return new Set(state.status === 'registered' ? [party.providerId] : []);
}

/** What another invoice of the same biller to the same agency billed, or of one whose functions either has, credits taken off. */
function billedBy(state: InvoiceOnRecord, { from }: RecordInvoice, { billedActsFor, billerActsFor }: ActingAgencies): BilledDays[] {
  const { from: biller, to: billed, lines } = state.invoice;
  const isSameBiller = biller.kind === 'agency' ? billerActsFor.has(biller.agencyId) : from.kind === 'provider' && from.providerId === biller.providerId;
  if (!isSameBiller || !billedActsFor.has(billed)) return [];
  const left = leftAfterCredits(state);
  return lines.flatMap(({ decisionId, lineId, days }, place): BilledDays[] => {
    const netPence = left[place]?.netPence;
    return netPence === undefined ? [] : [{ decisionId, lineId, days, netPence }];
  });
}

async function factsOfActs(id: string, today: LondonDate, loader: FactLoader): Promise<InvoiceFacts> {
  const [{ state }, closed] = await Promise.all([loader.load(invoiceStream, id), closedAccounts(loader)]);
  const billed = await billedOf(state, today, loader);
  return { registered: new Set(), closedYears: closed.years, billed, pictures: new Map(), funds: [], before: [], billedActsFor: new Set(), billerActsFor: new Set() };
}

/** The billed agency, and those to which its functions have passed by the day. */
export const billedOf = async (state: InvoiceState, today: LondonDate, loader: FactLoader): Promise<readonly Id<'agency'>[]> =>
  state.status === 'unknown' ? [] : withSuccessors(loader, [state.invoice.to], today);

/** The agency that bills, and those to which its functions have passed by the day; none where a provider bills. */
export const billingOf = async (state: InvoiceState, today: LondonDate, loader: FactLoader): Promise<readonly Id<'agency'>[]> =>
  state.status === 'unknown' || state.invoice.from.kind === 'provider' ? [] : withSuccessors(loader, [state.invoice.from.agencyId], today);
