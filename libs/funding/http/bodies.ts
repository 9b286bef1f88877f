import { AsAtQuery, IsLondonDate, OneOf, Optional } from '@accord/shared/http';
import type { LondonDate } from '@accord/shared/kernel';

export class WhoPaysQuery extends AsAtQuery {
  @IsLondonDate('First day asked about.')
  readonly from!: LondonDate;
  @IsLondonDate('First day no longer asked about.')
  readonly to!: LondonDate;
  @Optional()
  @OneOf(['none', 'week', 'month'], 'Also cut each answer into weeks from the first day, or into months.')
  readonly step?: 'none' | 'week' | 'month';
}
