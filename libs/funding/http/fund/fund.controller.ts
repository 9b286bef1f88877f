import { refuseFunding } from '@accord/funding/domain';
import { About, After, AsAtQuery, IdParam, IsLondonDate, OneOf, Optional, Reader, RefusalProblem, Requires, Says, granted } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { askedWindow } from '../asked-window';
import { FundPositions } from './fund-positions';

export class FundsQuery extends AsAtQuery {}

export class FundQuery extends AsAtQuery {
  @Optional()
  @IsLondonDate('A day of the financial year asked about; left out, that of the day asked about.')
  readonly year?: LondonDate;
}

export class FundSeriesQuery extends AsAtQuery {
  @IsLondonDate('First day asked about.')
  readonly from!: LondonDate;
  @IsLondonDate('First day no longer asked about.')
  readonly to!: LondonDate;
  @OneOf(['month', 'week'], 'Months, or weeks from the first day.')
  readonly step!: 'month' | 'week';
}

export class CommittedFundsQuery {
  @Optional()
  @IsLondonDate('A day of the financial year asked about; left out, today’s.')
  readonly year?: LondonDate;
}

/** Where pooled funds stand: budgets, receipts, commitments, forecast, and who would bear an overspend. */
@Controller('v1')
@About('Pooled funds')
export class FundController {
  constructor(private readonly positions: FundPositions) {}

  @Get('funds')
  @Says('Lists the pooled funds of the area with what their partners agreed', 'As at a day and as known at an instant.')
  @Requires('funding:read')
  @After('pooled-funds', 'names')
  all(@Query() { asAt, knownAt }: FundsQuery) {
    return this.positions.all({ asAt, knownAt });
  }

  @Get('funds/:id')
  @Says(
    'Tells where a year of a pooled fund stands',
    'Budget, receipts, commitments, other spending, what came back unspent, forecast, and who would bear an overspend, step by step. As at a day and as known at an instant.',
  )
  @Requires('funding:read')
  @After('pooled-funds', 'funding-facts', 'names')
  async one(@IdParam('fund') id: Id<'fund'>, @Query() { asAt, knownAt, year }: FundQuery, @Reader() { today }: ReaderContext) {
    return found(await this.positions.one(id, { asAt, knownAt, year, today }));
  }

  @Get('funds/:id/series')
  @Says(
    'Tells what a pooled fund received, committed and spent over time, as data for a chart',
    "By month or week, with what came back unspent, and each partner's share in name. As at a day and as known at an instant.",
  )
  @Requires('funding:read')
  @After('pooled-funds', 'funding-facts', 'names')
  async series(@IdParam('fund') id: Id<'fund'>, @Query() query: FundSeriesQuery) {
    const window = granted(askedWindow(query));
    const { asAt, knownAt, step } = query;
    return found(await this.positions.series(id, { window, step, asAt, knownAt }));
  }

  @Get('worklists/funds')
  @Says('Lists pooled funds that are nearly or over committed, before they are overspent', 'In the financial year of the day that `year` names, or of today.')
  @Requires('funding:read')
  @After('pooled-funds', 'funding-facts', 'names')
  committed(@Query() { year }: CommittedFundsQuery, @Reader() { today }: ReaderContext) {
    return this.positions.worklist({ year, today });
  }
}

/** What was found, or that there is no such fund. */
export function found<T>(answered: T | undefined): T {
  if (answered !== undefined) return answered;
  throw new RefusalProblem(refuseFunding('fund-unknown', 'No pooled fund was known by this id at that time.'));
}
