import { AgenciesOnRecord } from '@accord/funding/application';
import { About, After, IdParam, Reader, Requires, Says, granted, problem } from '@accord/shared/http';
import type { ReaderContext, Reply } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { askedWindow } from '../asked-window';
import { KnownChildren } from '../known-children';
import { OwnMoney } from '../own-money';
import { tableOrJson } from '../table-or-json';
import type { TableOrJson } from '../table-or-json';
import { SweepTurn } from '../sweep-turn';
import type { WatchedReply } from '../sweep-turn';
import { AgencyFigures } from './agency-figures';
import { ChildFigures } from './child-figures';
import { agencyFiguresAsTable, childFiguresAsTable } from './figures-table';
import { FiguresQuery } from './money-bodies';

/** Approved, committed, invoiced, recharged and paid, side by side; JSON, or CSV where `Accept` asks. */
@Controller('v1')
@About('Invoices and payments')
export class FiguresController {
  constructor(
    private readonly ofChild: ChildFigures,
    private readonly ofAgency: AgencyFigures,
    private readonly children: KnownChildren,
    private readonly agencies: AgenciesOnRecord,
    private readonly own: OwnMoney,
    private readonly turn: SweepTurn,
  ) {}

  @Get('children/:id/figures')
  @Says(
    'Sets side by side what is approved, committed, billed and paid for a child',
    'Each figure by line and agency for itself, never added to another. JSON, or CSV where `Accept` asks. As at a day and as known at an instant.',
  )
  @Requires('funding:read')
  @After('funding-facts', 'money', 'pooled-funds', 'names')
  async child(
    @IdParam('child') childId: Id<'child'>,
    @Query() { asAt, knownAt, ...query }: FiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<TableOrJson<Awaited<ReturnType<ChildFigures['answer']>>>> {
    const found = await this.ofChild.answer({ childId, window: granted(askedWindow(query)), asAt, knownAt });
    // To say that nothing was paid for a child who does not exist would be a wrong answer to a slip.
    if (found.lines.length === 0 && !(await this.children.isKnown(childId, knownAt))) throw problem('not-found', 'There is no record of a child with this id.');
    return tableOrJson(accept, reply, { name: 'figures-child', json: found, table: () => childFiguresAsTable(found) });
  }

  @Get('agencies/:id/figures')
  @Says(
    'Sets side by side what an agency has approved, committed, billed and paid for every child',
    'By month, category and provider, no figure added to another. For the agency itself, for those to which its functions have passed, and for those who audit. ' +
      'JSON, or CSV where `Accept` asks. It goes through every child of the area: one such question is answered at a time, and another is told when to ask again.',
  )
  @Requires('statement:read')
  @After('funding-facts', 'money', 'pooled-funds', 'names')
  async agency(
    @IdParam('agency') agencyId: Id<'agency'>,
    @Query() { asAt, knownAt, ...query }: FiguresQuery,
    @Reader() reader: ReaderContext,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: WatchedReply,
  ): Promise<TableOrJson<Awaited<ReturnType<AgencyFigures['answer']>>>> {
    const window = granted(askedWindow(query));
    await this.own.sumsOnly(agencyId, reader);
    // Noughts would be a wrong answer to a slip.
    if (!(await this.agencies.isKnown(agencyId))) throw problem('not-found', 'No agency with this id is on record: look up its id among the agencies.');
    const found = await this.turn.takeFor(reply, (watch) => this.ofAgency.answer({ agencyId, window, asAt, knownAt }, watch));
    return found === undefined ? Buffer.alloc(0) : tableOrJson(accept, reply, { name: 'figures-agency', json: found, table: () => agencyFiguresAsTable(found) });
  }
}
