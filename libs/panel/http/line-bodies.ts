import { budgetHoldings, budgetKinds, lineCategories, needCategories } from '@accord/panel/contracts';
import type { BudgetHolding, BudgetKind, LineCategory, LineOfDecision, NeedCategory, PersonalBudget } from '@accord/panel/contracts';
import type { ProposedLine, ProposedRequest } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { IsIdOf, IsLondonDate, IsText, ListOf, Nested, OneOf, Optional, RatesOfLine, SplitBody, idMadeBy, oneOfRule, proposedRate, textRule } from '@accord/shared/http';
import type { RateBody } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

/** A line of an earlier decision. */
export class LineOfDecisionBody implements LineOfDecision {
  @IsIdOf('decision')
  readonly decisionId!: Id<'decision'>;
  @IsIdOf('package-line', 'The id of the line in that decision.')
  readonly lineId!: Id<'package-line'>;
}

export class BudgetBody implements PersonalBudget {
  @OneOf(budgetKinds, 'Whose law gives it: of a plan, of NHS continuing care, or one budget of several agencies.')
  readonly kind!: BudgetKind;
  @OneOf(budgetHoldings, 'Who holds the money: the agency, a third party, or the family or its nominee.')
  readonly heldAs!: BudgetHolding;
}

/** What a line says whether it is asked for or decided. */
class LineFigures {
  @OneOf(lineCategories)
  readonly category!: LineCategory;
  @IsText(1000, 'What is provided, in words.')
  readonly provision!: string;
  @Optional()
  @ListOf(textRule(1000), { min: 0, max: 20 }, 'What the line is to make better for the child, in words; left out: nothing is named.')
  readonly outcomes?: string[];
  @Optional()
  @ListOf(oneOfRule(needCategories), { min: 0, max: needCategories.length }, `Needs that the line serves: ${needCategories.join(', ')}.`)
  readonly needs?: NeedCategory[];
  @Optional()
  @Nested(() => BudgetBody, 'The budget that the family directs; left out for a provision that an agency commissions as such.')
  readonly budget?: BudgetBody;
  @IsLondonDate('First day of the line.')
  readonly from!: LondonDate;
  @Optional()
  @IsLondonDate('First day no longer provided; left out for an open-ended line.')
  readonly to?: LondonDate;
  @RatesOfLine()
  readonly rates!: RateBody[];
  @Optional()
  @Nested(() => LineOfDecisionBody, 'The line of an earlier decision in whose place it steps; left out for a new line.')
  readonly replaces?: LineOfDecisionBody;
}

/** A line as it is decided. */
export class PackageLineBody extends LineFigures {
  @Nested(() => SplitBody, 'Who pays which share.')
  readonly split!: SplitBody;
}

/** A line as it is asked for. */
export class RequestedLineBody extends LineFigures {
  @Optional()
  @Nested(() => SplitBody, 'Who is to pay which share; left out where that is for the panel to say.')
  readonly split?: SplitBody;
}

/** The lines decided, each with the id that the command gives it. */
export const proposedLines = (lines: readonly PackageLineBody[], caller: RequestContext): readonly ProposedLine[] =>
  lines.map((line, place) => ({ ...named(line, caller, place), split: line.split }));

/** The lines asked for, each with the id that the command gives it. */
export const proposedRequests = (lines: readonly RequestedLineBody[], caller: RequestContext): readonly ProposedRequest[] =>
  lines.map((line, place) => ({ ...named(line, caller, place), split: line.split ?? null }));

function named(line: LineFigures, caller: RequestContext, place: number): Omit<ProposedRequest, 'split'> {
  const { category, provision, outcomes = [], needs = [], budget, from, to, rates, replaces } = line;
  return {
    ...{ lineId: idMadeBy('package-line', caller, place), category, provision, outcomes, needs, budget: budget ?? null },
    ...{ from, to: to ?? null, rates: rates.map(proposedRate), replaces: replaces ?? null },
  };
}

/** What a person needs to name the lines later: their ids beside their categories. */
export type LineIds = readonly { readonly lineId: string; readonly category: LineCategory }[];
export const lineIds = (lines: readonly ProposedRequest[]): LineIds =>
  lines.map(({ lineId, category }) => ({ lineId, category }));

/** What a person needs to name later what a decision, or its correction, has made. */
export interface MadeByDeciding {
  readonly lines: LineIds;
  readonly conditions: readonly { readonly conditionId: Id<'condition'> }[];
}
