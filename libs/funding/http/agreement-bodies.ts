import { agreementKinds, triggerEvents } from '@accord/funding/contracts';
import type { AgreementKind, Clause, TriggerEvent } from '@accord/funding/contracts';
import { LONGEST_CLAUSE } from '@accord/funding/domain';
import { criteria } from '@accord/child/contracts';
import type { Criterion } from '@accord/child/contracts';
import { lineCategories } from '@accord/panel/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import { ArrayOf, IsCount, IsIdOf, IsLondonDate, IsPence, IsText, ListOf, Nested, OneOf, Optional, SplitBody, idRule, oneOfRule } from '@accord/shared/http';
import type { Id, LondonDate, Pence } from '@accord/shared/kernel';

export class TriggerBody {
  @OneOf(triggerEvents, 'What sets the clause going; `always`: nothing, it rules as long as the agreement does.')
  readonly event!: TriggerEvent;
  @Optional()
  @OneOf(criteria, 'The criterion that the child must meet on the day of the event; left out: any child.')
  readonly criterion?: Criterion;
}

/** How long is too long is for the rules to refuse, in a sentence of their own. */
const lengthIn = (unit: keyof typeof LONGEST_CLAUSE) => ({ min: 1, max: Number.MAX_SAFE_INTEGER, most: LONGEST_CLAUSE[unit] });

export class ClauseBody {
  @Nested(() => TriggerBody)
  readonly trigger!: TriggerBody;
  @ListOf(oneOfRule(lineCategories), { min: 1, max: 20 }, 'Categories of package line that the clause rules.')
  readonly categories!: LineCategory[];
  @Nested(() => SplitBody)
  readonly split!: SplitBody;
  @Optional()
  @IsCount(lengthIn('weeks'), 'For how many whole weeks; at most 1304, which is 25 years. Neither weeks nor days: until the agreement ends.')
  readonly weeks?: number;
  @Optional()
  @IsCount(lengthIn('days'), 'For how many days, instead of weeks.')
  readonly days?: number;
  @Optional()
  @OneOf(['day-of-event', 'day-after-event'], 'Which day is day 1; needed where there is an event.')
  readonly dayOne?: 'day-of-event' | 'day-after-event';
  @OneOf(['regardless-of-cost', 'up-to-weekly-rate'])
  readonly cost!: 'regardless-of-cost' | 'up-to-weekly-rate';
  @Optional()
  @IsPence('The weekly rate of a line, in whole pence, above which the clause does not rule it.')
  readonly upToWeeklyPence?: Pence;
  @Optional()
  @OneOf(['falls-back', 'must-be-reviewed'], "What follows at its end: the panel's decision rules again; `must-be-reviewed` also puts it on a worklist before.")
  readonly atEnd?: Clause['atEnd'];
}

/** A clause of a variation. */
export class VariedClauseBody extends ClauseBody {
  @Optional()
  @IsIdOf('clause', 'The clause of the text before that this one continues, so that a window that began goes on.')
  readonly clauseId?: Id<'clause'>;
}

/** A clause of this text by its place, from 1, or any by its id. */
export class ClauseReferenceBody {
  @Optional()
  @IsCount({ min: 1, max: 50 }, 'Its place in this text, from 1.')
  readonly place?: number;
  @Optional()
  @IsIdOf('clause')
  readonly clauseId?: Id<'clause'>;
}

export class PrecedenceBody {
  @Nested(() => ClauseReferenceBody, 'The clause that goes first where both could rule.')
  readonly first!: ClauseReferenceBody;
  @Nested(() => ClauseReferenceBody)
  readonly over!: ClauseReferenceBody;
}

/** What a text may say besides; a section 75 agreement has to (SI 2000/617 reg 7(3)). */
class FurtherTermsBody {
  @Optional()
  @IsText(4000, 'Its aims and outcomes.')
  readonly aims?: string;
  @Optional()
  @IsText(4000, 'The NHS functions and the health-related functions that it is about.')
  readonly functions?: string;
  @Optional()
  @IsText(4000, 'For whom, and which services.')
  readonly clientGroup?: string;
  @Optional()
  @ArrayOf(() => PrecedenceBody, { min: 0, max: 200 }, 'Which clause goes first where two could rule the same line on the same day; left out of a variation: as in the text before.')
  readonly precedences?: PrecedenceBody[];
  @Optional()
  @IsCount({ min: 1, max: 120 }, 'Whole calendar months of notice; left out: no right to leave by notice, in a variation: as in the text before.')
  readonly noticeMonths?: number;
  @Optional()
  @IsLondonDate('Last day on which the parties may review it; not reviewed by then, it lapses. Left out: it need not be reviewed, in a variation: by the day that stands.')
  readonly reviewBy?: LondonDate;
}

export class RecordAgreementBody extends FurtherTermsBody {
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
  @IsLondonDate('Day on which the text was agreed, or drafted.')
  readonly on!: LondonDate;
}

export class AgreeDraftBody {
  @IsLondonDate('Day on which the parties agreed the text as it was last drafted.')
  readonly on!: LondonDate;
}

export class VaryAgreementBody extends FurtherTermsBody {
  @ArrayOf(() => VariedClauseBody, { min: 1, max: 50 }, 'All clauses of the new text.')
  readonly clauses!: VariedClauseBody[];
  @IsLondonDate('Day from which the new text is to rule.')
  readonly from!: LondonDate;
  @Optional()
  @IsLondonDate('First day no longer covered; left out: as in the text before.')
  readonly to?: LondonDate;
  @IsLondonDate('Day on which the variation was agreed.')
  readonly on!: LondonDate;
}

export class SignAgreementBody {
  @Optional()
  @IsCount({ min: 1, max: 10_000 }, 'The version that is signed; left out: the newest.')
  readonly version?: number;
  @IsText(200, 'The post through which the agency signs.')
  readonly post!: string;
  @IsLondonDate('Day of the signature.')
  readonly on!: LondonDate;
}

export class WithdrawTextBody {
  @Optional()
  @IsCount({ min: 1, max: 10_000 }, 'The version that is withdrawn; left out: the newest.')
  readonly version?: number;
  @IsText(4000, 'Why: it was recorded by mistake, or the agency will not sign it.')
  readonly reason!: string;
  @IsLondonDate('Day on which it was withdrawn.')
  readonly on!: LondonDate;
}

export class GiveNoticeBody {
  @IsText(200, 'The post through which the agency gives notice.')
  readonly post!: string;
  @IsText(4000)
  readonly reason!: string;
  @IsLondonDate('Day on which notice was given; it is not counted.')
  readonly on!: LondonDate;
}

export class WithdrawNoticeBody {
  @IsText(4000)
  readonly reason!: string;
  @IsLondonDate('Day on which the notice was withdrawn.')
  readonly on!: LondonDate;
}

export class ReviewAgreementBody {
  @IsText(4000, 'What the review found.')
  readonly findings!: string;
  @Optional()
  @IsLondonDate('Last day for the next review; left out: it need not be reviewed again.')
  readonly nextReviewBy?: LondonDate;
  @IsLondonDate('Day of the review.')
  readonly on!: LondonDate;
}

export class EndAgreementBody {
  @OneOf(['by-notice', 'by-agreement-of-all'], 'By a notice that has run, or as every party agrees, each for itself.')
  readonly how!: 'by-notice' | 'by-agreement-of-all';
  @IsText(200, 'The post through which the agency acts.')
  readonly post!: string;
  @IsLondonDate('First day on which it is to rule nothing.')
  readonly from!: LondonDate;
  @IsLondonDate('Day on which the agency said so.')
  readonly on!: LondonDate;
}

export class ApplyClauseBody {
  @IsIdOf('child')
  readonly childId!: Id<'child'>;
  @Optional()
  @IsIdOf('operation', 'The operation after which the clause rules.')
  readonly operationId?: Id<'operation'>;
  @Optional()
  @IsIdOf('life-event', 'The operation, discharge or placement after which it rules; neither: a clause that always rules.')
  readonly eventId?: Id<'life-event'>;
  @IsIdOf('clause')
  readonly clauseId!: Id<'clause'>;
}
