import { About, After, AsAtPagedQuery, IsIdOf, IsLondonDate, Optional, Reader, Requires, Says, mayDo, pageOf } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { DecisionReader } from './decision-reader';

const isPosition = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);

/** Which breaches are asked about. */
export class BreachesQuery extends AsAtPagedQuery {
  @Optional()
  @IsIdOf('panel')
  readonly panel?: Id<'panel'>;
  @Optional()
  @IsIdOf('meeting', 'Those that name the meeting, or a decision that was before it.')
  readonly meeting?: Id<'meeting'>;
  @Optional()
  @IsIdOf('decision', 'Those that name the decision, its matter as a whole, or the whole of a meeting that considered it.')
  readonly decision?: Id<'decision'>;
  @Optional()
  @IsLondonDate('First day of what happened.')
  readonly from?: LondonDate;
  @Optional()
  @IsLondonDate('First day of what happened no longer asked about.')
  readonly to?: LondonDate;
}

/** What was put on record as irregular. */
@Controller('v1/breaches')
@About('After a decision')
export class BreachReadingController {
  constructor(private readonly reader: DecisionReader) {}

  @Get()
  @Says('Lists what was put on record as irregular', "By panel, meeting, decision and day. Personal words are opened for those who may read children's records.")
  @Requires('decision:read')
  @After('decisions', 'names')
  async breaches(@Query() query: BreachesQuery, @Reader() { role }: ReaderContext) {
    const { panel, meeting, decision, from, to, asAt, knownAt } = query;
    // What happened and who says so may name a child: opened for those who may read children's records.
    const personal = mayDo(role, 'child:read') ? 'opened' : 'withheld';
    const found = await this.reader.breachList.breaches({ panel, meeting, decision, from, to, asAt, knownAt }, { personal, page: pageOf(query, isPosition) });
    return { ...found, asAt, knownAt };
  }
}
