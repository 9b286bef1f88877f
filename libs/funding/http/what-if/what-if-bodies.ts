import { LONGEST_CLAUSE } from '@accord/funding/domain';
import { lineCategories } from '@accord/panel/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import { ArrayOf, IsCount, IsIdOf, IsInstantText, IsLondonDate, IsPence, ListOf, Nested, OneOf, Optional, RatesOfLine, SplitBody, oneOfRule } from '@accord/shared/http';
import type { RateBody } from '@accord/shared/http';
import type { Id, Instant, LondonDate, Pence } from '@accord/shared/kernel';

/** How short is too short, and how long too long, is for the rules to refuse, in a sentence of their own. */
const lengthIn = (unit: keyof typeof LONGEST_CLAUSE) => ({ min: 0, max: Number.MAX_SAFE_INTEGER, most: LONGEST_CLAUSE[unit] });
const categoriesRule = oneOfRule(lineCategories);

export class ClauseChangedBody {
  @IsIdOf('agreement')
  readonly agreementId!: Id<'agreement'>;
  @IsIdOf('clause', 'The clause, in whichever text of the agreement it stands.')
  readonly clauseId!: Id<'clause'>;
  @Optional()
  @Nested(() => SplitBody)
  readonly split?: SplitBody;
  @Optional()
  @IsCount(lengthIn('weeks'), 'For how many whole weeks it is to rule.')
  readonly weeks?: number;
  @Optional()
  @IsCount(lengthIn('days'), 'For how many days, instead of weeks.')
  readonly days?: number;
  @Optional()
  @OneOf(['until-the-agreement-ends'], 'Instead of weeks or days.')
  readonly lasts?: 'until-the-agreement-ends';
  @Optional()
  @OneOf(['day-of-event', 'day-after-event'], 'Which day is day 1.')
  readonly dayOne?: 'day-of-event' | 'day-after-event';
  @Optional()
  @OneOf(['regardless-of-cost', 'up-to-weekly-rate'])
  readonly cost?: 'regardless-of-cost' | 'up-to-weekly-rate';
  @Optional()
  @IsPence('The weekly rate of a line, in whole pence, above which the clause is not to rule it.')
  readonly upToWeeklyPence?: Pence;
  @Optional()
  @ListOf(categoriesRule, { min: 1, max: 20 }, 'Categories of package line that it is to rule.')
  readonly categories?: LineCategory[];
}

export class ClauseLeftOutBody {
  @IsIdOf('agreement')
  readonly agreementId!: Id<'agreement'>;
  @IsIdOf('clause')
  readonly clauseId!: Id<'clause'>;
}

class LineBody {
  @IsIdOf('decision')
  readonly decisionId!: Id<'decision'>;
  @IsIdOf('package-line')
  readonly lineId!: Id<'package-line'>;
}
class CategoriesBody {
  @ListOf(categoriesRule, { min: 1, max: 20 }, 'Every line of these categories.')
  readonly categories!: LineCategory[];
  @Optional()
  @IsIdOf('panel', 'Only of decisions of this panel.')
  readonly panelId?: Id<'panel'>;
}

export class LineSplitBody extends LineBody {
  @Nested(() => SplitBody)
  readonly split!: SplitBody;
}
export class CategorySplitBody extends CategoriesBody {
  @Nested(() => SplitBody)
  readonly split!: SplitBody;
}
export class LineRatesBody extends LineBody {
  @RatesOfLine()
  readonly rates!: RateBody[];
}
/** Each rate to the nearest penny, half a penny up. One of the two is given. */
export class RatesRaisedBody extends CategoriesBody {
  @Optional()
  @IsCount({ min: 0, max: 100_000 }, 'Higher by so many basis points: 250 is 2.5 %.')
  readonly raisedBasisPoints?: number;
  @Optional()
  @IsCount({ min: 0, max: 10_000 }, 'Lower by so many basis points.')
  readonly loweredBasisPoints?: number;
}

/** One thing that is supposed to be otherwise: exactly one of the fields but `from` and `to`. */
export class ChangeBody {
  @Optional()
  @IsLondonDate('First day on which it is supposed; left out: from the start, of rates from the first of them.')
  readonly from?: LondonDate;
  @Optional()
  @IsLondonDate('First day on which it is no longer supposed; left out: for ever.')
  readonly to?: LondonDate;
  @Optional()
  @Nested(() => ClauseChangedBody, 'A clause says something else, as if varied; its window is still counted from the event.')
  readonly clause?: ClauseChangedBody;
  @Optional()
  @Nested(() => ClauseLeftOutBody, 'The texts do not have the clause.')
  readonly clauseLeftOut?: ClauseLeftOutBody;
  @Optional()
  @Nested(() => LineSplitBody, 'A line is split otherwise than decided; clauses and settlements still go before it.')
  readonly lineSplit?: LineSplitBody;
  @Optional()
  @Nested(() => CategorySplitBody, 'All lines of some categories are split otherwise than decided.')
  readonly categorySplit?: CategorySplitBody;
  @Optional()
  @Nested(() => LineRatesBody, 'A line costs something else.')
  readonly lineRates?: LineRatesBody;
  @Optional()
  @Nested(() => RatesRaisedBody, 'Every rate of some categories is higher or lower.')
  readonly ratesRaised?: RatesRaisedBody;
  @Optional()
  @Nested(() => LineSplitBody, 'A dispute about a line is settled at this split: it goes before every clause.')
  readonly settlement?: LineSplitBody;
}

export class ChangesBody {
  @ArrayOf(() => ChangeBody, { min: 1, max: 20 }, 'What is supposed, one after the other: of two about the same, the later holds.')
  readonly changes!: ChangeBody[];
}

export class WhatIfBody extends ChangesBody {
  @Optional()
  @IsIdOf('child', 'About one child; neither child nor agreement: about the whole area.')
  readonly childId?: Id<'child'>;
  @Optional()
  @IsIdOf('agreement', 'About the days on which a clause of this agreement rules a line of any child, or would.')
  readonly agreementId?: Id<'agreement'>;
  @IsLondonDate('First day asked about.')
  readonly from!: LondonDate;
  @IsLondonDate('First day no longer asked about.')
  readonly to!: LondonDate;
  @Optional()
  @IsLondonDate('Only what was true in the world by that day counts; left out, all does.')
  readonly asAt?: LondonDate;
  @Optional()
  @IsInstantText('Only what was recorded by then counts; left out, all does.')
  readonly knownAt?: Instant;
  @Optional()
  @IsCount({ min: 0, max: Number.MAX_SAFE_INTEGER }, 'Only what is in the record up to this position, to have an earlier answer again.')
  readonly upTo?: number;
}
