import { After, Reader, Requires, pageOf } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ConditionsQuery, RatificationsQuery, UndeliveredQuery, UrgentQuery } from './decision-queries';
import { Worklists, isWorklistCursor } from './worklists';

/** What was decided and has still to happen, as at a day. */
@Controller('v1/worklists')
export class WorklistController {
  constructor(private readonly worklists: Worklists) {}

  @Get('ratifications')
  @Requires('decision:read')
  @After('decision-worklists', 'directory', 'names')
  async ratifications(@Query() query: RatificationsQuery, @Reader() { today }: ReaderContext) {
    const { asAt = today, agency, panel } = query;
    return { asAt, ...(await this.worklists.ratifications({ day: asAt, agency, panel, page: pageOf(query, isWorklistCursor) })) };
  }

  @Get('conditions')
  @Requires('decision:read')
  @After('decision-worklists', 'directory', 'names')
  async conditions(@Query() query: ConditionsQuery, @Reader() { today }: ReaderContext) {
    const { asAt = today, dueBy = asAt, agency, panel } = query;
    const page = pageOf(query, isWorklistCursor);
    return { asAt, dueBy, ...(await this.worklists.conditions({ day: asAt, dueBy, agency, panel, page })) };
  }

  @Get('undelivered')
  @Requires('decision:read')
  @After('decision-worklists', 'names')
  async undelivered(@Query() query: UndeliveredQuery, @Reader() { today }: ReaderContext) {
    const { asAt = today, panel, decision } = query;
    return { asAt, ...(await this.worklists.undelivered({ day: asAt, panel, decision, page: pageOf(query, isWorklistCursor) })) };
  }

  @Get('urgent')
  @Requires('decision:read')
  @After('decision-worklists', 'names')
  async urgent(@Query() query: UrgentQuery, @Reader() { today }: ReaderContext) {
    const { asAt = today, panel } = query;
    return { asAt, ...(await this.worklists.urgent({ day: asAt, panel, page: pageOf(query, isWorklistCursor) })) };
  }
}
