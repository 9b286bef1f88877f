import { IsLondonDate } from '@accord/shared/http';
import type { LondonDate } from '@accord/shared/kernel';

/** Days of a line, half-open. */
export class DaysBody {
  @IsLondonDate('First day.')
  readonly from!: LondonDate;
  @IsLondonDate('First day that is no longer part of it.')
  readonly to!: LondonDate;
}
