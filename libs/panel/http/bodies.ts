import { lineCategories } from '@accord/panel/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import {
  ArrayOf,
  IsIdOf,
  IsLondonDate,
  IsPence,
  IsText,
  Nested,
  OneOf,
  Optional,
  SplitBody,
} from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

export class PositionBody {
  @IsIdOf('agency')
  readonly agencyId!: Id<'agency'>;
  @OneOf(['supports', 'opposes', 'abstains'])
  readonly position!: 'supports' | 'opposes' | 'abstains';
}

export class RateBody {
  @IsLondonDate('First day of this rate.')
  readonly from!: LondonDate;
  @IsPence('Whole pence a week: £1,847.35 is 184735.')
  readonly weeklyPence!: number;
}

export class PackageLineBody {
  @OneOf(lineCategories)
  readonly category!: LineCategory;
  @IsText(1000, 'What is provided, in words.')
  readonly provision!: string;
  @IsLondonDate('First day of the line.')
  readonly from!: LondonDate;
  @Optional()
  @IsLondonDate('First day no longer provided; left out for an open-ended line.')
  readonly to?: LondonDate;
  @ArrayOf(() => RateBody, { min: 1, max: 200 }, 'Weekly rates in order; the first holds from the first day.')
  readonly rates!: RateBody[];
  @Nested(() => SplitBody, 'Who pays which share.')
  readonly split!: SplitBody;
}

export class RecordDecisionBody {
  @IsIdOf('meeting')
  readonly meetingId!: Id<'meeting'>;
  @IsIdOf('child')
  readonly childId!: Id<'child'>;
  @OneOf(['approved', 'declined', 'deferred'])
  readonly outcome!: 'approved' | 'declined' | 'deferred';
  @IsText(4000, 'What was decided, why, and on what evidence.')
  readonly reasons!: string;
  @ArrayOf(() => PositionBody, { min: 0, max: 50 })
  readonly positions!: PositionBody[];
  @ArrayOf(() => PackageLineBody, { min: 0, max: 50 })
  readonly lines!: PackageLineBody[];
}
