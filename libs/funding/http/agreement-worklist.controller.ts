import { About, After, IsLondonDate, Optional, PagedQuery, Reader, Requires, Says, pageOf } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { LondonDate } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { AgreementWorklist, isDueCursor } from './agreement-worklist';

export class AgreementsDueQuery extends PagedQuery {
  @IsLondonDate('Last day looked ahead to.')
  readonly by!: LondonDate;
  @Optional()
  @IsLondonDate('What was over before that day is left out; left out itself: today.')
  readonly from?: LondonDate;
}

/** What of standing agreements has to be looked at before it is over. */
@Controller('v1/worklists')
@About('Agreements')
export class AgreementWorklistController {
  constructor(private readonly worklist: AgreementWorklist) {}

  @Get('agreements')
  @Says('Lists the agreements and clauses that end, or must be reviewed, by a day', 'The earliest first, each with its last day.')
  @Requires('agreement:read')
  @After('agreements')
  async agreements(@Query() query: AgreementsDueQuery, @Reader() { today }: ReaderContext) {
    const { by, from = today } = query;
    return { from, by, ...(await this.worklist.due({ day: from, by, page: pageOf(query, isDueCursor) })) };
  }
}
