import { outcomes } from '@accord/panel/contracts';
import type { Outcome } from '@accord/panel/contracts';
import type { OutcomeOf } from '@accord/panel/application';
import type { RequestContext } from '@accord/shared/commands';
import { ArrayOf, IsCount, IsFlag, IsIdOf, IsInstantText, IsLondonDate, IsText, Nested, OneOf, Optional, idMadeBy } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { PackageLineBody, proposedLines } from './line-bodies';

export class ConditionOwnerBody {
  @IsIdOf('agency')
  readonly agencyId!: Id<'agency'>;
  @IsText(200, 'The post whose holder is to meet the condition.')
  readonly post!: string;
}

export class ProposedConditionBody {
  @IsText(1000, 'What is to be met.')
  readonly words!: string;
  @Optional()
  @Nested(() => ConditionOwnerBody, 'Whose condition it is to meet; a condition without an owner is refused.')
  readonly owner?: ConditionOwnerBody;
  @Optional()
  @IsLondonDate('The day by which it is to be met; a condition without one is refused.')
  readonly dueOn?: LondonDate;
}

export class CitedPaperBody {
  @IsIdOf('paper')
  readonly paperId!: Id<'paper'>;
  @IsCount({ min: 1, max: 1000 }, 'The version that is cited.')
  readonly version!: number;
  @IsText(64, 'Its SHA-256, hexadecimal: that of the paper as it was circulated.')
  readonly sha256!: string;
}

export class EndedLineBody {
  @IsIdOf('decision')
  readonly decisionId!: Id<'decision'>;
  @IsIdOf('package-line', 'The id of the line in that decision.')
  readonly lineId!: Id<'package-line'>;
  @IsLondonDate('First day on which it is no longer provided.')
  readonly from!: LondonDate;
}

const MISSING_IS_REFUSED = 'An outcome without it is refused.';

/** What each outcome says in words, and what only some of them say. */
class OutcomeWordsBody {
  @Optional()
  @IsText(4000, `What was decided, in plain words to the family. ${MISSING_IS_REFUSED}`)
  readonly decided?: string;
  @Optional()
  @IsText(4000, `Why. ${MISSING_IS_REFUSED}`)
  readonly reasons?: string;
  @Optional()
  @IsText(4000, 'On what evidence. Only a deferral, a referral or a withdrawal can do without.')
  readonly evidence?: string;
  @Optional()
  @IsText(1000, 'The point that could guide a later decision, in words that name nobody.')
  readonly principle?: string;
  @Optional()
  @IsText(4000, 'Of an approval in part: what was not approved, and why.')
  readonly notApproved?: string;
  @Optional()
  @IsText(4000, 'Of a deferral: what is missing.')
  readonly missing?: string;
  @Optional()
  @IsLondonDate('Of a deferral: the day on which the matter returns.')
  readonly returnsOn?: LondonDate;
  @Optional()
  @IsIdOf('panel', 'Of a referral: the panel to which the matter goes.')
  readonly referredTo?: Id<'panel'>;
}

export class OutcomeBody extends OutcomeWordsBody {
  @IsInstantText('The minute of deciding.')
  readonly at!: string;
  @OneOf(outcomes)
  readonly outcome!: Outcome;
  @Optional()
  @IsFlag('Without prejudice: neither a precedent nor an admission. Left out: it is not.')
  readonly withoutPrejudice?: boolean;
  @Optional()
  @ArrayOf(() => CitedPaperBody, { min: 0, max: 200 }, 'The papers on which it rests; every paper before the panel is kept with it, cited or not.')
  readonly papers?: CitedPaperBody[];
  @Optional()
  @ArrayOf(() => PackageLineBody, { min: 0, max: 50 }, 'Of an approval: what is provided, and who pays.')
  readonly lines?: PackageLineBody[];
  @Optional()
  @ArrayOf(() => EndedLineBody, { min: 0, max: 50 }, 'Of an approval: lines of earlier decisions that end without another in their place.')
  readonly ends?: EndedLineBody[];
  @Optional()
  @ArrayOf(() => ProposedConditionBody, { min: 0, max: 50 }, 'Of an approval with conditions, or in part: each with its owner and due date.')
  readonly conditions?: ProposedConditionBody[];
}

/** The outcome as a command, with ids for the lines and conditions that it makes. */
export function outcomeOf(
  body: OutcomeBody,
  taken: { readonly meetingId: Id<'meeting'>; readonly matterId: Id<'matter'> },
  caller: RequestContext,
): OutcomeOf {
  const { at, outcome, withoutPrejudice = false, papers = [], lines = [], ends = [], conditions = [] } = body;
  const { decided, reasons, evidence, principle, notApproved, missing, returnsOn, referredTo } = body;
  return {
    ...{ type: 'RecordOutcome', ...taken, at, now: caller.now, outcome, withoutPrejudice, papers, ends },
    ...{ decided, reasons, evidence, principle, notApproved, missing, returnsOn, referredTo },
    lines: proposedLines(lines, caller),
    conditions: conditions.map(({ words, owner, dueOn }, place) => ({ conditionId: idMadeBy('condition', caller, place), words, owner, dueOn })),
  };
}
