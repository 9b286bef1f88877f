import { After, Reader, Requires, mayDo, pageOf } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ConditionsQuery, RatificationsQuery, ReturnsQuery, UndeliveredQuery, UrgentQuery } from './decision-queries';
import { DecisionReader } from './decision-reader';
import { isReturnCursor } from './return-list';
import { Worklists, isWorklistCursor } from './worklists';

/** What was decided and has still to happen, as at a day. */
@Controller('v1/worklists')
export class WorklistController {
  constructor(
    private readonly worklists: Worklists,
    private readonly decisions: DecisionReader,
  ) {}

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

  /** Matters that were put off and have not been decided again. */
  @Get('returns')
  @Requires('decision:read')
  @After('decisions', 'matters', 'names')
  async returns(@Query() query: ReturnsQuery, @Reader() { today, role }: ReaderContext) {
    const { asAt = today, by = asAt, panel, knownAt } = query;
    const personal = mayDo(role, 'child:read') ? 'opened' : 'withheld';
    const page = pageOf(query, isReturnCursor);
    return { asAt, by, knownAt, ...(await this.decisions.returnList.due({ day: asAt, by, panel, knownAt, personal, page })) };
  }
}
