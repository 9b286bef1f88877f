import { agreementKinds } from '@accord/funding/contracts';
import type { AgreementKind } from '@accord/funding/contracts';
import { criteria } from '@accord/child/contracts';
import type { Criterion } from '@accord/child/contracts';
import { lineCategories } from '@accord/panel/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import {
  ArrayOf,
  AsAtQuery,
  IsCount,
  IsIdOf,
  IsLondonDate,
  IsText,
  ListOf,
  Nested,
  OneOf,
  Optional,
  SplitBody,
  idRule,
  oneOfRule,
} from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

export class TriggerBody {
  @OneOf(['surgery'])
  readonly event!: 'surgery';
  @OneOf(criteria, 'The criterion that the child must meet on the day of the event.')
  readonly criterion!: Criterion;
}

export class ClauseBody {
  @Nested(() => TriggerBody)
  readonly trigger!: TriggerBody;
  @ListOf(oneOfRule(lineCategories), { min: 1, max: 20 }, 'Categories of package line that the clause rules.')
  readonly categories!: LineCategory[];
  @Nested(() => SplitBody)
  readonly split!: SplitBody;
  // How long is too long is for the rules to say, in a sentence of their own.
  @IsCount({ min: 1, max: Number.MAX_SAFE_INTEGER }, 'For how many whole weeks; at most 1304, which is 25 years.')
  readonly weeks!: number;
  @OneOf(['day-of-event', 'day-after-event'], 'Which day is day 1.')
  readonly dayOne!: 'day-of-event' | 'day-after-event';
  @OneOf(['regardless-of-cost'])
  readonly cost!: 'regardless-of-cost';
}

export class RecordAgreementBody {
  @IsText(200)
  readonly title!: string;
  @OneOf(agreementKinds)
  readonly kind!: AgreementKind;
  @ListOf(idRule('agency'), { min: 2, max: 50 }, 'The agencies that must sign.')
  readonly parties!: Id<'agency'>[];
  @ArrayOf(() => ClauseBody, { min: 1, max: 50 })
  readonly clauses!: ClauseBody[];
  @IsLondonDate('First day of the agreement.')
  readonly from!: LondonDate;
  @Optional()
  @IsLondonDate('First day no longer covered; left out for an open-ended agreement.')
  readonly to?: LondonDate;
  @IsLondonDate('Day on which the text was agreed.')
  readonly on!: LondonDate;
}

export class SignAgreementBody {
  @IsText(200, 'The post through which the agency signs.')
  readonly post!: string;
  @IsLondonDate('Day of the signature.')
  readonly on!: LondonDate;
}

export class ApplyClauseBody {
  @IsIdOf('child')
  readonly childId!: Id<'child'>;
  @IsIdOf('operation')
  readonly operationId!: Id<'operation'>;
  @IsIdOf('clause')
  readonly clauseId!: Id<'clause'>;
}

export class WhoPaysQuery extends AsAtQuery {
  @IsLondonDate('First day asked about.')
  readonly from!: LondonDate;
  @IsLondonDate('First day no longer asked about.')
  readonly to!: LondonDate;
  @Optional()
  @OneOf(['none', 'week', 'month'], 'Also cut each answer into weeks from the first day, or into months.')
  readonly step?: 'none' | 'week' | 'month';
}
