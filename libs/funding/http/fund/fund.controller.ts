import { refuseFunding } from '@accord/funding/domain';
import { After, AsAtQuery, IdParam, IsLondonDate, OneOf, Optional, Reader, RefusalProblem, Requires, granted } from '@accord/shared/http';
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
export class FundController {
  constructor(private readonly positions: FundPositions) {}

  @Get('funds')
  @Requires('funding:read')
  @After('pooled-funds', 'names')
  all(@Query() { asAt, knownAt }: FundsQuery) {
    return this.positions.all({ asAt, knownAt });
  }

  @Get('funds/:id')
  @Requires('funding:read')
  @After('pooled-funds', 'funding-facts', 'names')
  async one(@IdParam('fund') id: Id<'fund'>, @Query() { asAt, knownAt, year }: FundQuery, @Reader() { today }: ReaderContext) {
    return found(await this.positions.one(id, { asAt, knownAt, year, today }));
  }

  /** What came in, was committed and spent over time, and each partner’s share in name, as data for a chart. */
  @Get('funds/:id/series')
  @Requires('funding:read')
  @After('pooled-funds', 'funding-facts', 'names')
  async series(@IdParam('fund') id: Id<'fund'>, @Query() query: FundSeriesQuery) {
    const window = granted(askedWindow(query));
    const { asAt, knownAt, step } = query;
    return found(await this.positions.series(id, { window, step, asAt, knownAt }));
  }

  /** Funds that are nearly or over committed, before they are overspent. */
  @Get('worklists/funds')
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
