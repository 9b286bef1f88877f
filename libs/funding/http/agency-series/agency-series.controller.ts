import { About, After, IdParam, Reader, Requires, Says, granted, problem } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query, Res } from '@nestjs/common';
import { askedWindow } from '../asked-window';
import { OwnMoney } from '../own-money';
import { SeriesQuery } from '../replay-bodies';
import { SweepTurn } from '../sweep-turn';
import type { WatchedReply } from '../sweep-turn';
import { AgencySeries } from './agency-series';

/** What an agency pays over time, as data for a chart. */
@Controller('v1/agencies')
@About('Who pays')
export class AgencySeriesController {
  constructor(
    private readonly series: AgencySeries,
    private readonly turn: SweepTurn,
    private readonly own: OwnMoney,
  ) {}

  @Get(':id/who-pays/series')
  @Says(
    'Tells what an agency pays for every child by month or week, as data for a chart',
    'In all and by category. For the agency itself, for those to which its functions have passed, and for those who audit. It goes through every child of the area: ' +
      'one such question is answered at a time, and another is told when to ask again.',
  )
  @Requires('statement:read')
  @After('funding-facts', 'names')
  async ask(
    @IdParam('agency') agencyId: Id<'agency'>,
    @Query() query: SeriesQuery,
    @Reader() reader: ReaderContext,
    @Res({ passthrough: true }) reply: WatchedReply,
  ) {
    const window = granted(askedWindow(query));
    await this.own.sumsOnly(agencyId, reader);
    const { asAt, knownAt, step } = query;
    return this.turn.takeFor(reply, async (watch) => {
      const answer = await this.series.answer({ agencyId, window, step, asAt, knownAt }, watch);
      if (answer === undefined) throw problem('not-found', 'No agency with this id was on record at that time.');
      return answer;
    });
  }
}
