import type { UrgentDecisionOf } from '@accord/panel/application';
import type { NamedOfficer, UrgentRatificationCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { ArrayOf, IsFlag, IsIdOf, IsInstantText, IsLondonDate, IsText, OneOf, Optional, idMadeBy } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { PackageLineBody, proposedLines } from './line-bodies';
import { CitedPaperBody, EndedLineBody, ProposedConditionBody } from './outcome-bodies';

class RatifyingBody {
  @IsIdOf('practitioner', 'Who ratifies, in a post at the agency for which you act.')
  readonly practitionerId!: Id<'practitioner'>;
  @Optional()
  @IsLondonDate('The day on which it was ratified or refused; left out: today.')
  readonly on?: LondonDate;
}

export class RatifyBody extends RatifyingBody {
  @Optional()
  @IsLondonDate('First day on which the decision has effect; left out: the day of the last ratification.')
  readonly effectiveFrom?: LondonDate;
  @Optional()
  @IsText(1000)
  readonly reasons?: string;
}

export class RefuseRatificationBody extends RatifyingBody {
  @IsText(4000, 'Why the agency does not ratify it.')
  readonly reasons!: string;
}

export class PanelRatificationBody {
  @IsIdOf('meeting')
  readonly meetingId!: Id<'meeting'>;
  @IsInstantText('The minute of deciding.')
  readonly at!: string;
  @OneOf(['ratified', 'not-ratified'])
  readonly outcome!: 'ratified' | 'not-ratified';
  @Optional()
  @IsText(4000, 'Why; without reasons a panel does not refuse to ratify.')
  readonly reasons?: string;
}

/** What the panel makes of an urgent decision, as a command. */
export function panelRatificationOf({ meetingId, at, outcome, reasons }: PanelRatificationBody, { now }: RequestContext): UrgentRatificationCommand {
  const where = { meetingId, at, now };
  return outcome === 'ratified'
    ? { type: 'PanelRatifiesUrgent', ...where, ...(reasons === undefined ? {} : { reasons }) }
    : { type: 'PanelDoesNotRatify', ...where, reasons: reasons ?? '' };
}

export class OfficerBody implements NamedOfficer {
  @IsIdOf('agency', 'The agency for which the officer decides.')
  readonly agencyId!: Id<'agency'>;
  @IsIdOf('practitioner')
  readonly practitionerId!: Id<'practitioner'>;
}

const approvals = ['approved', 'approved-with-conditions', 'part-approved'] as const;
const MISSING_IS_REFUSED = 'A decision without it is refused.';

class UrgentWordsBody {
  @IsText(4000, 'Why it could not wait for a meeting.')
  readonly urgency!: string;
  @Optional()
  @IsText(4000, `What was decided, in plain words to the family. ${MISSING_IS_REFUSED}`)
  readonly decided?: string;
  @Optional()
  @IsText(4000, `Why. ${MISSING_IS_REFUSED}`)
  readonly reasons?: string;
  @Optional()
  @IsText(4000, `On what evidence. ${MISSING_IS_REFUSED}`)
  readonly evidence?: string;
  @Optional()
  @IsText(1000, 'The point that could guide a later decision, in words that name nobody.')
  readonly principle?: string;
  @Optional()
  @IsText(4000, 'Of an approval in part: what was not approved, and why.')
  readonly notApproved?: string;
}

export class UrgentDecisionBody extends UrgentWordsBody {
  @IsInstantText('The moment of deciding.')
  readonly at!: string;
  @OneOf(approvals)
  readonly outcome!: (typeof approvals)[number];
  @ArrayOf(() => OfficerBody, { min: 1, max: 20 }, 'Each officer who decided.')
  readonly officers!: OfficerBody[];
  @Optional()
  @IsFlag('Without prejudice: neither a precedent nor an admission. Left out: it is not.')
  readonly withoutPrejudice?: boolean;
  @Optional()
  @ArrayOf(() => CitedPaperBody, { min: 0, max: 200 }, 'The papers on which it rests.')
  readonly papers?: CitedPaperBody[];
  @Optional()
  @ArrayOf(() => PackageLineBody, { min: 0, max: 50 }, 'What is provided, and who pays.')
  readonly lines?: PackageLineBody[];
  @Optional()
  @ArrayOf(() => EndedLineBody, { min: 0, max: 50 }, 'Lines of earlier decisions that end without another in their place.')
  readonly ends?: EndedLineBody[];
  @Optional()
  @ArrayOf(() => ProposedConditionBody, { min: 0, max: 50 }, 'Each with its owner and due date.')
  readonly conditions?: ProposedConditionBody[];
}

/** The urgent decision as a command, with ids for the lines and conditions that it makes. */
export function urgentDecisionOf(body: UrgentDecisionBody, caller: RequestContext): UrgentDecisionOf {
  const { at, outcome, officers, withoutPrejudice = false, papers = [], lines = [], ends = [], conditions = [] } = body;
  const { urgency, decided, reasons, evidence, principle, notApproved } = body;
  return {
    ...{ type: 'TakeUrgentDecision', at, now: caller.now, outcome, officers, withoutPrejudice, papers, ends },
    ...{ urgency, decided, reasons, evidence, principle, notApproved },
    lines: proposedLines(lines, caller),
    conditions: conditions.map(({ words, owner, dueOn }, place) => ({ conditionId: idMadeBy('condition', caller, place), words, owner, dueOn })),
  };
}
