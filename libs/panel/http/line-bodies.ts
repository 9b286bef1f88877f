import { lineCategories } from '@accord/panel/contracts';
import type { LineCategory, LineOfDecision } from '@accord/panel/contracts';
import type { ProposedLine, ProposedRequest } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { ArrayOf, IsIdOf, IsLondonDate, IsPence, IsText, Nested, OneOf, Optional, SplitBody, idMadeBy } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

export class RateBody {
  @IsLondonDate('First day of this rate.')
  readonly from!: LondonDate;
  @IsPence('Whole pence a week: £1,847.35 is 184735.')
  readonly weeklyPence!: number;
}

/** A line of an earlier decision. */
export class LineOfDecisionBody implements LineOfDecision {
  @IsIdOf('decision')
  readonly decisionId!: Id<'decision'>;
  @IsIdOf('package-line', 'The id of the line in that decision.')
  readonly lineId!: Id<'package-line'>;
}

/** What a line says whether it is asked for or decided. */
class LineFigures {
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
  const { category, provision, from, to, rates, replaces } = line;
  return { lineId: idMadeBy('package-line', caller, place), category, provision, from, to: to ?? null, rates, replaces: replaces ?? null };
}

/** What a person needs to name the lines later: their ids beside their categories. */
export const lineIds = (lines: readonly ProposedRequest[]): { readonly lineId: string; readonly category: LineCategory }[] =>
  lines.map(({ lineId, category }) => ({ lineId, category }));
