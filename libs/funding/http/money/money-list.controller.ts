import { AgenciesOnRecord } from '@accord/funding/application';
import { About, After, Reader, Requires, Says, pageOf, problem } from '@accord/shared/http';
import type { ReaderContext, Reply } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { OwnMoney } from '../own-money';
import { tableOrJson } from '../table-or-json';
import type { TableOrJson } from '../table-or-json';
import { InvoicesQuery, PaymentsQuery, UnpaidInvoicesQuery } from './money-bodies';
import { isMoneyCursor } from './money-finder';
import { MoneyList } from './money-list';
import { invoicesAsTable, paymentsAsTable } from './money-list-table';

/** Invoices and payments of an agency: all of them, in pages, as JSON or as CSV; and which invoices are not settled. */
@Controller('v1')
@About('Invoices and payments')
export class MoneyListController {
  constructor(
    private readonly list: MoneyList,
    private readonly own: OwnMoney,
    private readonly agencies: AgenciesOnRecord,
  ) {}

  @Get('invoices')
  @Says(
    'Lists the invoices to an agency, the oldest first',
    'By their days, how they stand, who bills and for which line. JSON, or CSV where `Accept` asks: a page then has the same rows, and the header `Accord-Next` is the cursor of the next. ' +
      'As at a day and as known at an instant. For the agency itself, for those to which its functions have passed, and for those who audit.',
  )
  @Requires('statement:read')
  @After('money', 'names')
  async invoices(
    @Query() query: InvoicesQuery,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TableOrJson<Awaited<ReturnType<MoneyList['invoices']>>>> {
    const { agency: agencyId, from, to, standing, provider: providerId, lineId, asAt, knownAt } = query;
    await this.readable(agencyId, reader);
    const found = await this.list.invoices({ agencyId, from, to, standing, providerId, lineId, asAt, knownAt }, pageOf(query, isMoneyCursor));
    return tableOrJson(accept, reply, { name: 'invoices', json: found, table: () => invoicesAsTable(found.invoices), next: found.next });
  }

  @Get('payments')
  @Says(
    'Lists the payments by an agency, the oldest first',
    'By their days, how they stand and who was paid. JSON, or CSV where `Accept` asks: a page then has the same rows, and the header `Accord-Next` is the cursor of the next. ' +
      'As at a day and as known at an instant. For the agency itself, for those to which its functions have passed, and for those who audit.',
  )
  @Requires('statement:read')
  @After('money', 'names')
  async payments(
    @Query() query: PaymentsQuery,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TableOrJson<Awaited<ReturnType<MoneyList['payments']>>>> {
    const { agency: agencyId, from, to, standing, provider: providerId, asAt, knownAt } = query;
    await this.readable(agencyId, reader);
    const found = await this.list.payments({ agencyId, from, to, standing, providerId, asAt, knownAt }, pageOf(query, isMoneyCursor));
    return tableOrJson(accept, reply, { name: 'payments', json: found, table: () => paymentsAsTable(found.payments), next: found.next });
  }

  @Get('worklists/unpaid-invoices')
  @Says(
    'Lists invoices that are held, not paid in full, or overpaid, the oldest first',
    'To the agency of the caller, unless another is named; those to agencies whose functions it has are among them. For the agency itself, for those to which its functions have passed, and for those who audit.',
  )
  @Requires('statement:read')
  @After('money', 'directory', 'names')
  async unpaid(@Query() query: UnpaidInvoicesQuery, @Reader() reader: ReaderContext) {
    // The cast is the brand: the agency of a verified token.
    const { agency: agencyId = reader.agency as Id<'agency'>, from, to } = query;
    await this.readable(agencyId, reader);
    return this.list.unpaid({ agencyId, today: reader.today, from, to, page: pageOf(query, isMoneyCursor) });
  }

  /** @throws Problem not-found: an empty list would be a wrong answer to a slip. @throws RefusalProblem statement-of-another */
  private async readable(agencyId: Id<'agency'>, reader: ReaderContext): Promise<void> {
    await this.own.sumsOnly(agencyId, reader);
    if (!(await this.agencies.isKnown(agencyId))) throw problem('not-found', 'No agency with this id is on record: look up its id among the agencies.');
  }
}
