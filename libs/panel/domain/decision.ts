import type { DecisionRecorded, PackageLine } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, Refusal, Result } from '@accord/shared/kernel';
import { refuseUncarried } from './decision-mode';
import type { MeetingState } from './meeting';
import { packageLine } from './package-line';
import type { ProposedLine } from './package-line';
import { refuseSeatless, refuseUnknownAgency, whyInquorate } from './panel';
import type { Constituted, PanelState } from './panel';
import { refusePanel } from './refusals';

type DecisionData = New<typeof DecisionRecorded>['data'];

/** Records what a panel decided about a child in an open meeting. */
export interface RecordDecision {
  readonly type: 'RecordDecision';
  readonly decisionId: Id<'decision'>;
  readonly meetingId: Id<'meeting'>;
  readonly childId: Id<'child'>;
  readonly outcome: DecisionData['outcome'];
  /** What was decided, why, on what evidence; personal. */
  readonly reasons: string;
  readonly positions: DecisionData['positions'];
  readonly lines: readonly ProposedLine[];
}
export type DecisionCommand = RecordDecision;

export type DecisionState = { readonly status: 'unknown' } | { readonly status: 'recorded' };

/** What the decision rests on, each read from its own stream. */
export interface DecisionFacts {
  readonly meeting: MeetingState;
  readonly panel: PanelState;
  readonly childIsKnown: boolean;
  readonly registered: ReadonlySet<string>;
  /** The agency for which the person acts who records it. */
  readonly actingAgency: string;
}

export const decisionDecider: Decider<
  DecisionCommand,
  DecisionState,
  New<typeof DecisionRecorded>,
  Recorded<typeof DecisionRecorded>,
  DecisionFacts
> = {
  initial: { status: 'unknown' },
  evolve: () => ({ status: 'recorded' }),
  decide: recordDecision,
};

function recordDecision(
  command: RecordDecision,
  state: DecisionState,
  facts: DecisionFacts,
): Decision<New<typeof DecisionRecorded>> {
  if (state.status === 'recorded') {
    return refusePanel(
      'decision-already-recorded',
      'This decision is recorded and stays as it is: read it in its audit trail. A further decision is recorded as one of its own; its lines add to these and replace none.',
    );
  }
  const sitting = sittingOf(facts);
  if (!sitting.ok) return sitting;
  const { meeting, panel } = sitting.value;
  if (!facts.childIsKnown) return refusePanel('child-unknown', "Open the child's record before deciding about the child.");
  const lines = linesOf(command, facts.registered);
  if (!lines.ok) return lines;
  const present = new Set<string>(meeting.present.map(({ seatId }) => seatId));
  const refusal =
    refusePositions(command, panel, present) ??
    refuseInquorate(command, panel, present) ??
    (command.outcome === 'approved'
      ? refuseUncarried(panel.decisionMode, { positions: command.positions, lines: lines.value })
      : undefined);
  if (refusal) return refusal;
  const { decisionId, meetingId, childId, outcome, reasons, positions } = command;
  const provisions = command.lines.map(({ lineId, provision }) => ({ lineId, words: provision }));
  return accept({
    type: 'DecisionRecorded',
    data: {
      ...{ decisionId, panelId: meeting.panelId, meetingId, childId, on: meeting.on, outcome, reasons },
      ...{ positions: [...positions], lines: lines.value, provisions },
    },
  });
}

interface Sitting {
  readonly meeting: Extract<MeetingState, { status: 'open' }>;
  readonly panel: Constituted;
}

/** The open meeting of a panel on which the acting agency has a seat: there alone something is decided. */
function sittingOf({ meeting, panel, actingAgency }: DecisionFacts): Result<Sitting> {
  if (meeting.status === 'unknown' || panel.status === 'unknown') {
    return refusePanel('meeting-unknown', 'A decision is taken in a meeting of a panel; schedule and open it first.');
  }
  const seatless = refuseSeatless(panel, actingAgency);
  if (seatless) return seatless;
  switch (meeting.status) {
    case 'scheduled':
      return refusePanel('meeting-not-held', 'This meeting was planned but never held; nothing can have been decided in it.');
    case 'closed':
      return refusePanel('meeting-not-open', 'This meeting is closed; bring the matter to the next meeting.');
    case 'open':
      return succeed({ meeting, panel });
  }
}

function linesOf({ outcome, lines }: RecordDecision, registered: ReadonlySet<string>): Result<PackageLine[]> {
  if (outcome === 'approved' && lines.length === 0) {
    return refusePanel('decision-without-lines', 'An approval names what is approved: give at least one package line.');
  }
  if (outcome !== 'approved' && lines.length > 0) {
    return refusePanel('lines-without-approval', 'Only an approval provides something: leave the lines out.');
  }
  if (new Set(lines.map((line) => line.lineId)).size < lines.length) {
    return refusePanel('line-repeated', 'Two package lines have the same id; give each line its own.');
  }
  const checked: PackageLine[] = [];
  for (const proposed of lines) {
    const line = packageLine(proposed);
    if (!line.ok) return line;
    const stranger = line.value.split.parts.find((part) => !registered.has(part.agencyId));
    if (stranger) return refuseUnknownAgency(stranger.agencyId);
    checked.push(line.value);
  }
  return succeed(checked);
}

function refusePositions({ positions }: RecordDecision, panel: Constituted, present: ReadonlySet<string>): Refusal | undefined {
  if (new Set(positions.map((position) => position.agencyId)).size < positions.length) {
    return refusePanel('position-repeated', 'Give each agency one position; its members speak with one voice.');
  }
  const votes = panel.seats.filter((seat) => seat.standing === 'voting' && present.has(seat.seatId));
  return positions.every(({ agencyId }) => votes.some((seat) => seat.agencyId === agencyId))
    ? undefined
    : refusePanel('position-of-absent-agency', 'Only an agency with a voting member present takes a position.');
}

/** To approve or decline needs a quorum; an inquorate meeting may still defer (worked example 7). */
function refuseInquorate({ outcome }: RecordDecision, panel: Constituted, present: ReadonlySet<string>): Refusal | undefined {
  if (outcome === 'deferred') return undefined;
  const why = whyInquorate(panel, present);
  return why === undefined ? undefined : refusePanel('meeting-inquorate', `${why} The matter can be deferred.`);
}
