import { figureRulings } from '@accord/funding/contracts';
import type { FigureRuling } from '@accord/funding/contracts';
import { ArrayOf, AsAtQuery, IsCount, IsIdOf, IsLondonDate, IsText, Nested, OneOf, Optional, fault, field } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

export class SchedulePeriodBody {
  @Optional()
  @IsText(20, 'The financial year that it covers, as 2014/15; the whole of it unless days are given too.')
  readonly financialYear?: string;
  @Optional()
  @IsLondonDate('First day that it covers.')
  readonly from?: LondonDate;
  @Optional()
  @IsLondonDate('First day that it no longer covers.')
  readonly to?: LondonDate;
}

export class SchedulePayerBody {
  @IsText(100, 'A column of the table, as its header names it.')
  readonly column!: string;
  @IsIdOf('agency', 'The agency that pays what stands in the column; two columns may be of one agency.')
  readonly agencyId!: Id<'agency'>;
}

export class ReadScheduleBody {
  @IsText(200, 'What the schedule is called.')
  readonly title!: string;
  @IsText(500, 'Where it was published, or who sent it.')
  readonly source!: string;
  @Optional()
  @IsLondonDate('Day on which it was set out; left out for today.')
  readonly on?: LondonDate;
  @Nested(() => SchedulePeriodBody, 'The days that it covers: a financial year, two days, or two days within that year. Its figures are pounds a year.')
  readonly period!: SchedulePeriodBody;
  @ArrayOf(() => SchedulePayerBody, { min: 1, max: 20 }, 'Which agency pays what stands in which column.')
  readonly payers!: SchedulePayerBody[];
  @Optional()
  @IsText(100, 'The column that states the total of each row, where there is one.')
  readonly totalColumn?: string;
  @field((value) => (typeof value === 'string' && value !== '' ? undefined : fault('field-wrong-type', 'Give the table as a text.')), {
    type: 'string',
    description: 'The table as CSV, as printed: the columns role and resource, and those named here. The row called Total states the totals.',
  })
  readonly table!: string;
}

export class AnswerScheduleBody {
  @IsCount({ min: 1, max: 1_000_000 }, 'The row, as the question names it: its line in the file.')
  readonly row!: number;
  @IsText(100, 'The column, as the question names it.')
  readonly column!: string;
  @OneOf(figureRulings, 'Which of the two figures counts; where the question is set aside, the first one does.')
  readonly ruling!: FigureRuling;
  @IsText(1_000, 'The answer in words: what the figure in brackets means, and who says so; or why the question is set aside.')
  readonly answer!: string;
  @Optional()
  @IsLondonDate('Day of the answer; left out for today.')
  readonly on?: LondonDate;
}

export class ReleaseScheduleBody {
  @IsText(1_000, 'Why the rows count as printed.')
  readonly because!: string;
  @Optional()
  @IsLondonDate('Day of the decision; left out for today.')
  readonly on?: LondonDate;
}

export class WithdrawScheduleBody {
  @IsText(1_000, 'Why the schedule is to count for nothing.')
  readonly because!: string;
  @Optional()
  @IsLondonDate('Day of the decision; left out for today.')
  readonly on?: LondonDate;
}

/** Asks about schedules as at a day, as known at an instant. */
export class ScheduleQuery extends AsAtQuery {}

export class ContributionsQuery extends AsAtQuery {
  @Optional()
  @IsLondonDate('First day asked about; left out for the first that the schedule covers.')
  readonly from?: LondonDate;
  @Optional()
  @IsLondonDate('First day no longer asked about; left out for the end of the schedule.')
  readonly to?: LondonDate;
}
