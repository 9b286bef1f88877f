import type { Page } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';
import type { MoneyAsOf } from './money-reader';
import type { MoneyRow, MoneyStanding, MoneyTables } from './money-tables';

/** The invoice or payment after which a page begins. */
export type MoneyCursor = readonly [on: string, id: string];
export const isMoneyCursor = (value: unknown): value is MoneyCursor =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

/** Which invoices or payments are looked for; what is left out is any. */
export interface MoneySought extends MoneyAsOf {
  readonly kind: MoneyRow['kind'];
  /** The billed agency, or the one that paid. */
  readonly agencyId: Id<'agency'>;
  /** First day of the invoices or payments, and first day no longer asked about. */
  readonly from?: LondonDate | undefined;
  readonly to?: LondonDate | undefined;
  /** How it stood as at the day and as known at the instant. */
  readonly standing?: MoneyStanding | undefined;
  /** Who bills or is paid. */
  readonly providerId?: Id<'provider'> | undefined;
  /** A line of which days are billed, or paid directly. */
  readonly lineId?: Id<'package-line'> | undefined;
}

/** Which invoices that are not settled. */
export interface UnsettledSought {
  readonly agencies: readonly Id<'agency'>[];
  /** First day of those that they bear, and first day no longer asked about. */
  readonly from: LondonDate | undefined;
  readonly to: LondonDate | undefined;
}

/** A page of ids, the oldest first, and the place after which the next one begins where there are more. */
export interface MoneyFound {
  readonly ids: readonly string[];
  readonly next: MoneyCursor | undefined;
}

/** Finds invoices and payments in the read model by what it keeps of each: a page costs what the page holds, not what was ever billed. */
export class MoneyFinder {
  constructor(private readonly store: ReadStore) {}

  /** Invoices to the agency, or payments by it, by their day and id. */
  async listed({ kind, agencyId, from, to, standing, providerId, lineId, ...asOf }: MoneySought, page: Page<MoneyCursor>): Promise<MoneyFound> {
    let query = this.found.where('agency_id', '=', agencyId).where('kind', '=', kind);
    if (from !== undefined) query = query.where('on_day', '>=', from);
    if (to !== undefined) query = query.where('on_day', '<', to);
    if (asOf.asAt !== undefined) query = query.where('counts_on', '<=', asOf.asAt);
    if (asOf.knownAt !== undefined) query = query.where('recorded_at', '<=', asOf.knownAt);
    if (standing !== undefined) query = stoodIn(query, standing, asOf);
    if (providerId !== undefined) query = query.where('provider_id', '=', providerId);
    if (lineId !== undefined) query = query.where('money_id', 'in', this.tables.selectFrom('money_lines').select('money_lines.money_id').where('line_id', '=', lineId));
    return pageIn(query, page);
  }

  /**
   * Invoices to any of the agencies that are held, not paid in full, or overpaid, as `leftToPay` and
   * `invoiceStanding` tell. What was credited and paid of each is added up by the store: one that is settled is
   * passed over there, and neither read nor folded.
   */
  async unsettled({ agencies, from, to }: UnsettledSought, page: Page<MoneyCursor>): Promise<MoneyFound> {
    let query = unsettledIn(this.found.where('agency_id', 'in', agencies).where('kind', '=', 'invoice'));
    if (from !== undefined) query = query.where('on_day', '>=', from);
    if (to !== undefined) query = query.where('on_day', '<', to);
    return pageIn(query, page);
  }

  private get found() {
    return this.tables.selectFrom('money_agencies as found').select(['money_id', 'on_day']);
  }

  private get tables() {
    return this.store.withTables<MoneyTables>();
  }
}

type Query = MoneyFinder['found'];

/** How it stood: a release or a reversal counts from its own day and moment on. */
function stoodIn(query: Query, standing: MoneyStanding, { asAt, knownAt }: MoneyAsOf): Query {
  return query.where((of) => {
    const stands = (each: MoneyStanding) => of('standing', '=', each);
    const turned = of.and([...(asAt === undefined ? [] : [of('turned_on', '<=', asAt)]), ...(knownAt === undefined ? [] : [of('turned_at', '<=', knownAt)])]);
    switch (standing) {
      case 'agrees':
        return stands(standing);
      case 'released':
      case 'reversed':
        return of.and([stands(standing), turned]);
      case 'held':
      case 'paid': {
        const since = stands(standing === 'held' ? 'released' : 'reversed');
        return asAt === undefined && knownAt === undefined ? stands(standing) : of.or([stands(standing), of.and([since, of.not(turned)])]);
      }
    }
  });
}

function unsettledIn(query: Query): Query {
  return query.where((of) => {
    const credited = of
      .selectFrom('money_credits')
      .select(({ fn, lit }) => fn.coalesce(fn.sum<number>('money_credits.pence'), lit(0)).as('pence'))
      .whereRef('money_credits.invoice_id', '=', 'found.money_id');
    const paid = of
      .selectFrom('money_payments')
      .innerJoin('money_agencies as payment', 'payment.money_id', 'money_payments.payment_id')
      .select(({ fn, lit }) => fn.coalesce(fn.sum<number>('money_payments.pence'), lit(0)).as('pence'))
      .whereRef('money_payments.invoice_id', '=', 'found.money_id')
      .where('payment.standing', '=', 'paid');
    return of.or([of(of('total_pence', '-', credited), '<>', paid), of.and([of('standing', '=', 'held'), of('total_pence', '>', credited)])]);
  });
}

async function pageIn(query: Query, { cursor, limit }: Page<MoneyCursor>): Promise<MoneyFound> {
  const after = cursor === undefined ? query : afterIn(query, cursor);
  const rows = await after.orderBy('on_day').orderBy('money_id').limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { ids: shown.map(({ money_id }) => money_id), next: last && [last.on_day, last.money_id] };
}

/** The first condition is what an index begins at. */
const afterIn = (query: Query, [day, id]: MoneyCursor): Query =>
  query.where('on_day', '>=', day).where((of) => of.or([of('on_day', '>', day), of('money_id', '>', id)]));
