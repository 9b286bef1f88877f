import { About, After, Reader, Requires, Says, mayDo, pageOf } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ConditionsQuery, RatificationsQuery, ReturnsQuery, UndeliveredQuery, UrgentQuery } from './decision-queries';
import { DecisionReader } from './decision-reader';
import { isReturnCursor } from './return-list';
import { Worklists, isWorklistCursor } from './worklists';

/** What was decided and has still to happen, as at a day. */
@Controller('v1/worklists')
@About('After a decision')
export class WorklistController {
  constructor(
    private readonly worklists: Worklists,
    private readonly decisions: DecisionReader,
  ) {}

  @Get('ratifications')
  @Says('Lists the decisions that await ratification, and by whom, the longest waiting first', 'As at a day; of an agency, also what awaits one whose functions it has.')
  @Requires('decision:read')
  @After('decision-worklists', 'directory', 'names')
  async ratifications(@Query() query: RatificationsQuery, @Reader() { today }: ReaderContext) {
    const { asAt = today, agency, panel } = query;
    return { asAt, ...(await this.worklists.ratifications({ day: asAt, agency, panel, page: pageOf(query, isWorklistCursor) })) };
  }

  @Get('conditions')
  @Says(
    'Lists conditions of decisions that are due and not met, the longest due first',
    'Those due on the day asked about or overdue, or due by a later day (`dueBy`); of an agency, also those of one whose functions it has.',
  )
  @Requires('decision:read')
  @After('decision-worklists', 'directory', 'names')
  async conditions(@Query() query: ConditionsQuery, @Reader() { today }: ReaderContext) {
    const { asAt = today, dueBy = asAt, agency, panel } = query;
    const page = pageOf(query, isWorklistCursor);
    return { asAt, dueBy, ...(await this.worklists.conditions({ day: asAt, dueBy, agency, panel, page })) };
  }

  @Get('undelivered')
  @Says(
    'Lists package lines that were agreed and are not delivered, the earliest first',
    'As at a day, with what was reported of each and how many there are of each panel in all.',
  )
  @Requires('decision:read')
  @After('decision-worklists', 'names')
  async undelivered(@Query() query: UndeliveredQuery, @Reader() { today }: ReaderContext) {
    const { asAt = today, panel, decision } = query;
    return { asAt, ...(await this.worklists.undelivered({ day: asAt, panel, decision, page: pageOf(query, isWorklistCursor) })) };
  }

  @Get('urgent')
  @Says(
    'Lists urgent decisions that the panel has not ratified yet',
    'As at a day, with the last day for it; those that have lapsed, and of which nobody wrote that down, are marked.',
  )
  @Requires('decision:read')
  @After('decision-worklists', 'names')
  async urgent(@Query() query: UrgentQuery, @Reader() { today }: ReaderContext) {
    const { asAt = today, panel } = query;
    return { asAt, ...(await this.worklists.urgent({ day: asAt, panel, page: pageOf(query, isWorklistCursor) })) };
  }

  @Get('returns')
  @Says(
    'Lists deferred matters that are due back and not decided again, the longest due first',
    'Those due back on the day asked about or earlier, or by a later day (`by`).',
  )
  @Requires('decision:read')
  @After('decisions', 'matters', 'names')
  async returns(@Query() query: ReturnsQuery, @Reader() { today, role }: ReaderContext) {
    const { asAt = today, by = asAt, panel, knownAt } = query;
    const personal = mayDo(role, 'child:read') ? 'opened' : 'withheld';
    const page = pageOf(query, isReturnCursor);
    return { asAt, by, knownAt, ...(await this.decisions.returnList.due({ day: asAt, by, panel, knownAt, personal, page })) };
  }
}
