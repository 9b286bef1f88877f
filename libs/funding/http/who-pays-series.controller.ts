import { About, After, IdParam, Requires, Says, granted, problem } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { askedWindow } from './asked-window';
import { KnownChildren } from './known-children';
import { SeriesQuery } from './replay-bodies';
import { WhoPaysSeries } from './who-pays-series';

/** Who pays for a child over time, as data for a chart. */
@Controller('v1/children')
@About('Who pays')
export class WhoPaysSeriesController {
  constructor(
    private readonly series: WhoPaysSeries,
    private readonly children: KnownChildren,
  ) {}

  @Get(':id/who-pays/series')
  @Says('Tells what each agency pays for a child by month or week, as data for a chart', 'As at a day and as known at an instant.')
  @Requires('funding:read')
  @After('funding-facts', 'names')
  async ask(@IdParam('child') childId: Id<'child'>, @Query() query: SeriesQuery) {
    const window = granted(askedWindow(query));
    const { asAt, knownAt, step } = query;
    const answer = await this.series.answer({ childId, window, step, asAt, knownAt });
    // A chart of noughts for a child who does not exist would be a wrong answer to a slip.
    if (answer.agencies.length === 0 && !(await this.children.isKnown(childId, knownAt))) {
      throw problem('not-found', 'There is no record of a child with this id.');
    }
    return answer;
  }
}
