import type { BreachRecorded } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, londonDate } from '@accord/shared/kernel';
import type { Decider, Id, LondonDate, Refusal } from '@accord/shared/kernel';
import type { DecisionState } from './decision-state';
import type { MatterState } from './matter-state';
import type { MeetingState } from './meeting-state';
import { refuseUnknownPanel } from './panel';
import type { PanelState } from './panel';
import { panelRefusals, refusePanel } from './refusals';

/**
 * Puts on record that something irregular really happened: the rules stop a wrong act, and never stop the truth
 * from being written down. It changes nothing of what it is about.
 */
export interface RecordBreach {
  readonly type: 'RecordBreach';
  readonly breachId: Id<'breach'>;
  readonly panelId: Id<'panel'>;
  readonly meetingId: Id<'meeting'> | null;
  readonly matterId: Id<'matter'> | null;
  readonly decisionId: Id<'decision'> | null;
  readonly childId: Id<'child'> | null;
  readonly on: string;
  /** Code of the refusal that would have stopped it, e.g. `meeting-inquorate`. */
  readonly rule: string;
  /** What happened; personal. */
  readonly account: string;
  /** Who says so; personal. */
  readonly saidBy: string;
}
export type BreachCommand = RecordBreach;
export type BreachState = { readonly status: 'unknown' } | { readonly status: 'recorded' };

/** What the breach names, each from its own stream; unknown where it names none. */
export interface BreachFacts {
  readonly today: LondonDate;
  readonly panel: PanelState;
  readonly meeting: MeetingState;
  readonly matter: MatterState;
  readonly decision: DecisionState;
  /** Whether the child that the command names has a record. */
  readonly childIsKnown: boolean;
}

export const breachDecider: Decider<
  BreachCommand,
  BreachState,
  New<typeof BreachRecorded>,
  Recorded<typeof BreachRecorded>,
  BreachFacts
> = {
  initial: { status: 'unknown' },
  evolve: () => ({ status: 'recorded' }),
  decide(command, state, facts) {
    if (state.status === 'recorded') return refusePanel('breach-already-recorded', 'This breach is on record and stays as it is; record a further account as one of its own.');
    const on = londonDate(command.on);
    if (!on.ok) return on;
    if (on.value > facts.today) return refusePanel('breach-in-future', 'Record a breach once it has happened: today or an earlier day.');
    if (!Object.hasOwn(panelRefusals, command.rule)) {
      return refusePanel('breach-rule-unknown', 'Name the rule by the code of the refusal that would have stopped it, for example meeting-inquorate.');
    }
    const childId = command.childId ?? childOf(facts);
    const refusal = refuseUnknown(command, facts) ?? refuseOthers(command, facts, childId);
    if (refusal) return refusal;
    const { breachId, panelId, meetingId, matterId, decisionId, rule, account, saidBy } = command;
    return accept({
      type: 'BreachRecorded',
      data: {
        ...{ breachId, panelId, meetingId, matterId, decisionId, childId, on: on.value, rule, account, saidBy },
        sealedFor: sealedFor(childId ?? breachId),
      },
    });
  },
};

// The cast widens: whoever's key seals the words is a subject, be it a child or the breach itself.
const sealedFor = (id: string): Id<'subject'> => id as Id<'subject'>;

/** The child whom the matter or decision is about; `null` where the breach is about none. */
function childOf({ matter, decision }: BreachFacts): Id<'child'> | null {
  if (decision.status !== 'unknown') return decision.childId;
  return matter.status === 'unknown' ? null : matter.childId;
}

function refuseUnknown(named: RecordBreach, { panel, meeting, matter, decision, childIsKnown }: BreachFacts): Refusal | undefined {
  if (panel.status === 'unknown') return refuseUnknownPanel();
  if (named.meetingId !== null && meeting.status === 'unknown') return refusePanel('meeting-unknown', 'There is no meeting with this id.');
  if (named.matterId !== null && matter.status === 'unknown') return refusePanel('matter-unknown', 'There is no matter with this id.');
  if (named.decisionId !== null && decision.status === 'unknown') return refusePanel('decision-unknown', 'There is no decision with this id.');
  return named.childId !== null && !childIsKnown ? refusePanel('child-unknown', 'There is no record of this child.') : undefined;
}

/** What one account names belongs together: one panel, and one child. */
function refuseOthers({ panelId, matterId }: RecordBreach, { meeting, matter, decision }: BreachFacts, childId: Id<'child'> | null): Refusal | undefined {
  const panels = [meeting, matter, decision].flatMap((each) => (each.status === 'unknown' ? [] : [each.panelId]));
  const children = [matter, decision].flatMap((each) => (each.status === 'unknown' ? [] : [each.childId]));
  const otherMatter = matterId !== null && decision.status !== 'unknown' && decision.matterId !== null && decision.matterId !== matterId;
  return otherMatter || panels.some((each) => each !== panelId) || children.some((each) => each !== childId)
    ? refusePanel('breach-of-another-panel', 'The meeting, matter, decision and child that you name do not belong together; name only those concerned.')
    : undefined;
}
