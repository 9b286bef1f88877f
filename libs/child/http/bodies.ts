import { criteria } from '@accord/child/contracts';
import type { Criterion } from '@accord/child/contracts';
import { IsLondonDate, IsNhsNumber, IsText, OneOf, Optional } from '@accord/shared/http';
import type { LondonDate } from '@accord/shared/kernel';

export class OpenChildRecordBody {
  @IsText(200, "The child's name.")
  readonly name!: string;
  @IsLondonDate('Date of birth.')
  readonly dateOfBirth!: LondonDate;
  @Optional()
  @IsNhsNumber()
  readonly nhsNumber?: string;
  @IsLondonDate('Day from which the record is kept.')
  readonly openedOn!: LondonDate;
}

export class RecordCriterionBody {
  @OneOf(criteria)
  readonly criterion!: Criterion;
  @IsLondonDate('Day from which the child meets it.')
  readonly from!: LondonDate;
  @IsText(4000, 'Who found it, and on what evidence.')
  readonly evidence!: string;
}

export class EndCriterionBody {
  @OneOf(criteria)
  readonly criterion!: Criterion;
  @IsLondonDate('First day on which the child no longer meets it.')
  readonly from!: LondonDate;
  @IsText(4000, 'Who found that, and on what evidence.')
  readonly evidence!: string;
}

export class RecordOperationBody {
  @IsLondonDate('Day of the operation.')
  readonly on!: LondonDate;
  @IsText(500, 'What was done.')
  readonly procedure!: string;
}

export class RecordDischargeBody {
  @IsLondonDate('Day on which the child left hospital.')
  readonly on!: LondonDate;
  @IsText(200, 'Which hospital.')
  readonly hospital!: string;
}

export class RecordPlacementBody {
  @IsLondonDate('First day of the placement.')
  readonly on!: LondonDate;
  @IsText(200, 'Where the child is placed.')
  readonly setting!: string;
}

export class FindChildBody {
  @IsNhsNumber()
  readonly nhsNumber!: string;
}
