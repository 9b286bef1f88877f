import { AsAtQuery, IsLondonDate, OneOf, Optional, fault, field } from '@accord/shared/http';
import type { LondonDate } from '@accord/shared/kernel';
import { WhoPaysQuery } from './bodies';

/** A position, as `Accord-Position` and an earlier answer give it. */
const POSITION = /^(0|[1-9]\d{0,14})$/;

export class ReplayQuery extends WhoPaysQuery {
  @Optional()
  @field((value) => (typeof value === 'string' && POSITION.test(value) ? undefined : fault('position-malformed', 'Give upTo as the whole number that the earlier answer gave.')), {
    type: 'integer',
    minimum: 0,
    description: 'Only what is in the record up to this position, to have an earlier answer again; left out, all that the read models hold.',
  })
  readonly upTo?: string;
}

export class SeriesQuery extends AsAtQuery {
  @IsLondonDate('First day asked about.')
  readonly from!: LondonDate;
  @IsLondonDate('First day no longer asked about.')
  readonly to!: LondonDate;
  @OneOf(['month', 'week'], 'Months, or weeks from the first day.')
  readonly step!: 'month' | 'week';
}
