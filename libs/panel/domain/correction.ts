import type { DecisionCorrected, DecisionCorrectionRefused, DecisionCorrectionRequested } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { refuseCommittingMore, refuseForOthers } from './correction-authority';
import { readingOf } from './correction-reading';
import type { Correctable } from './correction-reading';
import { evolveDecision } from './decision-evolution';
import type { DecisionEvent, DecisionOnRecord, DecisionState } from './decision-state';
import type { LinesFacts } from './outcome-lines';
import { refuseSeatless, refuseUnknownPanel } from './panel';
import type { Constituted, PanelState } from './panel';
import { refusePanel } from './refusals';

/** Asks that the record of a decision reads otherwise: what was decided stays, what was written down wrongly is put right. */
export interface RequestCorrection extends Correctable {
  readonly type: 'RequestCorrection';
  readonly correctionId: Id<'correction'>;
  readonly because: string;
}
/** Another person approves what was asked, and nothing else. */
export interface ApproveCorrection {
  readonly type: 'ApproveCorrection';
  readonly correctionId: Id<'correction'>;
}
/** The decision goes on to read as before; also for whoever asked, to take it back. */
export interface RefuseCorrection {
  readonly type: 'RefuseCorrection';
  readonly correctionId: Id<'correction'>;
  readonly because: string;
}
export type CorrectionCommand = RequestCorrection | ApproveCorrection | RefuseCorrection;

export interface CorrectionFacts extends Pick<LinesFacts, 'ofChild' | 'registered'> {
  readonly today: LondonDate;
  readonly panel: PanelState;
  /** The agency for which the person acts, and the person's sign-in. */
  readonly actingAgency: string;
  readonly actor: string;
}

type NewCorrectionEvent =
  | New<typeof DecisionCorrectionRequested>
  | New<typeof DecisionCorrected>
  | New<typeof DecisionCorrectionRefused>;

/** Corrections of a decision's record: by request and approval of two people; both readings stay. */
export const correctionDecider: Decider<CorrectionCommand, DecisionState, NewCorrectionEvent, DecisionEvent, CorrectionFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide(command, state, facts) {
    if (state.status !== 'recorded') {
      return refusePanel('decision-unknown', 'There is no decision with this id: in a matter never decided there is nothing to correct.');
    }
    if (facts.panel.status === 'unknown') return refuseUnknownPanel();
    const seatless = refuseSeatless(facts.panel, facts.actingAgency, facts.today);
    if (seatless) return seatless;
    return command.type === 'RequestCorrection' ? request(command, state, { ...facts, panel: facts.panel }) : settle(command, state, facts);
  },
};

// The cast is the brand: the agency has a seat, as was checked, so that it is one of the terms of reference.
const agencyOf = ({ actingAgency }: CorrectionFacts): Id<'agency'> => actingAgency as Id<'agency'>;

function request(
  command: RequestCorrection,
  decision: DecisionOnRecord,
  facts: CorrectionFacts & { readonly panel: Constituted },
): Decision<NewCorrectionEvent> {
  const { correctionId, because } = command;
  if (decision.corrections.some((each) => each.correctionId === correctionId)) {
    return refusePanel('correction-already-requested', 'This correction is already requested; ask for a further one separately.');
  }
  if (because.trim() === '') return refusePanel('correction-reasons-missing', 'Say why the record is wrong, and how that is known.');
  const reading = readingOf(command, decision, facts);
  if (!reading.ok) return reading;
  const { lines } = reading.value;
  const refusal = lines && refuseCommittingMore({ lines, decision }, facts.panel, facts.actingAgency);
  if (refusal) return refusal;
  const { actor: requestedBy, today: on } = facts;
  const { decisionId, childId } = decision;
  return accept({
    type: 'DecisionCorrectionRequested',
    data: { decisionId, childId, on, correctionId, corrects: presentReading(decision), requestedBy, agencyId: agencyOf(facts), because, ...reading.value },
  });
}

/** What the decision reads as now: the last correction approved, or the decision as first recorded. */
function presentReading({ decisionId, corrections }: DecisionOnRecord): Id<'reading'> {
  const last = corrections.findLast(({ is }) => is === 'approved');
  // The cast widens: a reading is named by what it stands in, a decision or a correction.
  return (last?.correctionId ?? decisionId) as string as Id<'reading'>;
}

function settle(command: ApproveCorrection | RefuseCorrection, decision: DecisionOnRecord, facts: CorrectionFacts): Decision<NewCorrectionEvent> {
  const open = openCorrection(decision, command.correctionId);
  if (!open.ok) return open;
  const { decisionId, childId } = decision;
  const { today: on, actor: approvedBy } = facts;
  const about = { decisionId, childId, on, correctionId: command.correctionId, agencyId: agencyOf(facts) };
  if (command.type === 'RefuseCorrection') {
    return accept({ type: 'DecisionCorrectionRefused', data: { ...about, because: command.because } });
  }
  const { requestedBy, asked } = open.value;
  const { corrects, lines, positions, conditions, withoutPrejudice } = asked;
  const refusal =
    refuseOwn(requestedBy, approvedBy) ??
    refuseOlder(corrects, decision) ??
    (lines && refuseForOthers({ lines, decision }, asked.agencyId, facts.actingAgency));
  if (refusal) return refusal;
  return accept({
    type: 'DecisionCorrected',
    data: {
      ...{ ...about, corrects, requestedBy, approvedBy },
      ...(lines ? { lines } : {}),
      ...(positions ? { positions } : {}),
      ...(conditions ? { conditions } : {}),
      ...(withoutPrejudice === undefined ? {} : { withoutPrejudice }),
    },
  });
}

function openCorrection({ corrections }: DecisionOnRecord, correctionId: string): Result<DecisionOnRecord['corrections'][number]> {
  const correction = corrections.find((each) => each.correctionId === correctionId);
  if (!correction) return refusePanel('correction-unknown', 'No correction of this decision was requested under this id.');
  return correction.is === 'requested'
    ? succeed(correction)
    : refusePanel('correction-already-settled', `This correction was already ${correction.is}; ask for a further one where the record is still wrong.`);
}

const refuseOwn = (requestedBy: string, approvedBy: string): Refusal | undefined =>
  requestedBy === approvedBy
    ? refusePanel('corrected-by-requester', 'Nobody approves a correction that they asked for: another person with a seat on the panel does.')
    : undefined;

/** Whoever approves must see what changes: not if the decision has come to read otherwise meanwhile. */
const refuseOlder = (corrects: string, decision: DecisionOnRecord): Refusal | undefined =>
  corrects === presentReading(decision)
    ? undefined
    : refusePanel('correction-of-older-reading', 'Another correction was approved since this one was requested: refuse it, and ask for what is still wrong.');
