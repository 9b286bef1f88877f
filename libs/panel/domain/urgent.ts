import type { DecisionRecorded, TermsOfReference } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, addDays, instantOf, londonDateOf, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, Instant, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { commitmentsOf } from './authority';
import { evolveDecision } from './decision-evolution';
import type { DecisionEvent, DecisionState } from './decision-state';
import { besides } from './lines-in-force';
import type { Matter, MatterState } from './matter-state';
import { isApproval, refuseConcluded, refuseWithoutViews } from './outcome-basis';
import { conditionsOf, papersOf, wordsOf } from './outcome-content';
import type { CitedPaper, OutcomeContent } from './outcome-content';
import { linesOf, onRecord } from './outcome-lines';
import type { LinesFacts, OutcomeLines } from './outcome-lines';
import { refuseSeatless, refuseUnknownPanel, termsOn } from './panel';
import type { PanelState } from './panel';
import { refusePanel } from './refusals';
import { isSaid } from './said-in-words';
import { officersOf } from './urgent-officers';
import type { NamedOfficer, Officer } from './urgent-officers';

type DecisionData = New<typeof DecisionRecorded>['data'];

/** Officers decide between meetings what cannot wait; the panel ratifies it in time, or it lapses. */
export interface TakeUrgentDecision extends Omit<OutcomeContent, 'missing' | 'returnsOn' | 'referredTo'>, OutcomeLines {
  readonly type: 'TakeUrgentDecision';
  readonly decisionId: Id<'decision'>;
  /** The moment of deciding; the officers need not have met. */
  readonly at: string;
  /** The moment of the request. */
  readonly now: Instant;
  readonly officers: readonly NamedOfficer[];
  /** Why it could not wait for a meeting; personal. */
  readonly urgency: string;
  /** Neither a precedent nor an admission. */
  readonly withoutPrejudice: boolean;
  readonly papers: readonly CitedPaper[];
}

/** What an urgent decision rests on, each read from its own stream; `practitioners` are the officers. */
export interface UrgentFacts extends LinesFacts {
  readonly panel: PanelState;
  readonly matter: MatterState;
  /** The other decisions on the matter, in meetings. */
  readonly earlier: readonly DecisionState[];
  /** The agency for which the person acts who records it. */
  readonly actingAgency: string;
}

export const urgentDecider: Decider<TakeUrgentDecision, DecisionState, New<typeof DecisionRecorded>, DecisionEvent, UrgentFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide: takeUrgentDecision,
};

/**
 * Checks who decided, then what they decided, with the same rules for reasons, views, papers, conditions and lines
 * as in a meeting. Money is committed at once, until the panel's last day for ratifying has passed.
 */
function takeUrgentDecision(command: TakeUrgentDecision, state: DecisionState, facts: UrgentFacts): Decision<New<typeof DecisionRecorded>> {
  const where = urgencyOf(command, state, facts);
  if (!where.ok) return where;
  const { at, on, matter, terms, procedure } = where.value;
  const officers = officersOf({ procedure, named: command.officers, practitioners: facts.practitioners, on });
  if (!officers.ok) return officers;
  const byAnother = refuseByAnother(officers.value, facts.actingAgency);
  if (byAnother) return byAnother;
  const words = wordsOf(command);
  if (!words.ok) return words;
  const conditions = conditionsOf(command, { on, registered: facts.registered });
  if (!conditions.ok) return conditions;
  const papers = papersOf(matter, command.papers, { at, on, papersNotice: terms.papersNotice });
  if (!papers.ok) return papers;
  const lines = linesOf(command, { matter, room: { on } }, facts);
  if (!lines.ok) return lines;
  const { decisionId, outcome, urgency, withoutPrejudice } = command;
  return accept({
    type: 'DecisionRecorded',
    data: {
      ...{ decisionId, panelId: matter.panelId, matterId: matter.matterId, meetingId: null, childId: matter.childId, on, at },
      ...{ outcome, effect: 'urgent-until-ratified', withoutPrejudice, needs: [...matter.needs], urgency, ...words.value },
      ...{ returnsOn: null, referredTo: null, sitting: null, positions: [], contributionsDeclined: [] },
      urgent: {
        officers: officers.value.map(({ agencyId, practitionerId, post }) => ({ agencyId, practitionerId, post })),
        ratifyBy: addDays(on, procedure.ratifyWithinDays),
      },
      ...{ ...conditions.value, papers: papers.value, ...lines.value },
      commitments: committedBy(officers.value, { ...lines.value, terms, on }, facts),
    },
  });
}

/** When and under which terms of reference officers take up which matter. */
interface Urgency {
  readonly at: Instant;
  readonly on: LondonDate;
  readonly matter: Matter;
  readonly terms: TermsOfReference;
  readonly procedure: NonNullable<TermsOfReference['urgent']>;
}

function urgencyOf(command: TakeUrgentDecision, state: DecisionState, { panel, matter, earlier, actingAgency }: UrgentFacts): Result<Urgency> {
  if (state.status === 'recorded') {
    return refusePanel('decision-already-recorded', 'The matter was decided urgently once, and that stands or has lapsed: the panel decides it now, in a meeting.');
  }
  if (matter.status === 'unknown') return refusePanel('matter-unknown', 'There is no such matter: raise it with the panel first.');
  if (panel.status === 'unknown') return refuseUnknownPanel();
  const at = instantOf(command.at);
  if (!at.ok) return at;
  if (at.value > command.now) return refusePanel('urgent-in-future', 'Record an urgent decision once it is taken: give a moment that has come.');
  const on = londonDateOf(at.value);
  const terms = termsOn(panel, on)?.terms;
  const procedure = terms?.urgent ?? undefined;
  if (!terms || !procedure) {
    return refusePanel('urgent-procedure-missing', "This panel's terms of reference let nobody decide between its meetings: bring the matter to the next one.");
  }
  const refusal =
    refuseSeatless(panel, actingAgency, on) ??
    refuseWithdrawn(matter) ??
    refuseConcluded(earlier, matter.panelId, on) ??
    refuseUnfit(command) ??
    refuseWithoutViews(matter);
  return refusal ?? succeed({ at: at.value, on, matter, terms, procedure });
}

const refuseWithdrawn = ({ status }: Matter): Refusal | undefined =>
  status === 'withdrawn' ? refusePanel('matter-withdrawn', 'The matter was withdrawn; there is nothing to decide.') : undefined;

/** What officers decided is recorded for one of them: nobody puts a decision into the mouths of others. */
const refuseByAnother = (officers: readonly Officer[], actingAgency: string): Refusal | undefined =>
  officers.some(({ agencyId }) => agencyId === actingAgency)
    ? undefined
    : refusePanel('urgent-by-another-agency', 'None of the officers named is of your agency: somebody of the agency of one of them records the decision.');

/** What is decided between meetings is an approval that cannot wait: everything else can. */
function refuseUnfit({ outcome, urgency }: TakeUrgentDecision): Refusal | undefined {
  if (!isApproval(outcome)) {
    return refusePanel('urgent-not-approval', 'Officers only approve between meetings; to defer, decline or refer a matter is for the panel.');
  }
  return !isSaid(urgency) ? refusePanel('urgency-missing', 'Say why the matter could not wait for the next meeting.') : undefined;
}

/** Which officers could commit their agency's share; what they could not, a member in the room or the named post must, before the panel ratifies. */
function committedBy(
  officers: readonly Officer[],
  { lines, ends, terms, on }: Pick<DecisionData, 'lines' | 'ends'> & Pick<Urgency, 'terms' | 'on'>,
  { ofChild, schemes }: LinesFacts,
): DecisionData['commitments'] {
  const beside = besides(onRecord(ofChild), { lines, ends }, { committedOn: on });
  return commitmentsOf({ ...beside, lines, terms, members: officers, schemes, on });
}
