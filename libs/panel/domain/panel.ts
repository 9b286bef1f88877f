import type { DecisionMode, PanelConstituted, PanelKind, SeatStanding } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, londonDate } from '@accord/shared/kernel';
import type { Decider, Id, LondonDate, Refusal } from '@accord/shared/kernel';
import { refusePanel } from './refusals';

export interface Seat {
  readonly seatId: Id<'seat'>;
  readonly agencyId: Id<'agency'>;
  readonly post: string;
  readonly standing: SeatStanding;
}

/** A meeting is quorate with so many voting members present, one at least of each required agency. */
export interface Quorum {
  readonly members: number;
  readonly agencies: readonly Id<'agency'>[];
}

/** Constitutes a panel under its terms of reference. */
export interface ConstitutePanel {
  readonly type: 'ConstitutePanel';
  readonly panelId: Id<'panel'>;
  readonly name: string;
  readonly kind: PanelKind;
  readonly from: string;
  readonly seats: readonly Seat[];
  readonly quorum: Quorum;
  readonly decisionMode: DecisionMode;
}
export type PanelCommand = ConstitutePanel;

export interface Constituted {
  readonly status: 'constituted';
  readonly from: LondonDate;
  readonly seats: readonly Seat[];
  readonly quorum: Quorum;
  readonly decisionMode: DecisionMode;
}
export type PanelState = { readonly status: 'unknown' } | Constituted;

/** The agencies named that are registered in this area. */
export interface PanelFacts {
  readonly registered: ReadonlySet<string>;
}

export const panelDecider: Decider<
  PanelCommand,
  PanelState,
  New<typeof PanelConstituted>,
  Recorded<typeof PanelConstituted>,
  PanelFacts
> = {
  initial: { status: 'unknown' },
  evolve: (_state, { data }) => ({
    status: 'constituted',
    from: data.from,
    seats: data.termsOfReference.seats,
    quorum: data.termsOfReference.quorum,
    decisionMode: data.termsOfReference.decisionMode,
  }),
  decide(command, state, { registered }) {
    if (state.status === 'constituted') {
      return refusePanel('panel-already-constituted', 'This panel already has its terms of reference.');
    }
    const from = londonDate(command.from);
    if (!from.ok) return from;
    const refusal = refuseSeats(command, registered) ?? refuseQuorum(command);
    if (refusal) return refusal;
    const { panelId, name, kind, seats, quorum, decisionMode } = command;
    return accept({
      type: 'PanelConstituted',
      data: {
        panelId,
        name,
        kind,
        from: from.value,
        termsOfReference: {
          seats: [...seats],
          quorum: { members: quorum.members, agencies: [...quorum.agencies] },
          decisionMode,
        },
      },
    });
  },
};

function refuseSeats({ seats }: ConstitutePanel, registered: ReadonlySet<string>): Refusal | undefined {
  if (new Set(seats.map((seat) => seat.seatId)).size < seats.length) {
    return refusePanel('seat-repeated', 'Two seats have the same id; give each seat its own.');
  }
  const unknown = seats.find((seat) => !registered.has(seat.agencyId));
  return unknown && refuseUnknownAgency(unknown.agencyId);
}

/** Refuses an agency that this area does not know. */
export const refuseUnknownAgency = (agencyId: string): Refusal =>
  refusePanel('agency-unknown', `No agency with the id ${agencyId} is registered in this area; register it first.`);

/** Refuses to let somebody act in a panel's meeting whose agency has no seat on the panel, with a vote or without. */
export const refuseSeatless = ({ seats }: Constituted, actingAgency: string): Refusal | undefined =>
  seats.some((seat) => seat.agencyId === actingAgency)
    ? undefined
    : refusePanel('agency-without-seat', 'Your agency has no seat on this panel: ask somebody of an agency that has one to record it.');

function refuseQuorum({ seats, quorum }: ConstitutePanel): Refusal | undefined {
  const voting = seats.filter((seat) => seat.standing === 'voting');
  if (!Number.isSafeInteger(quorum.members) || quorum.members < 1) {
    return refusePanel('quorum-of-nobody', 'Say how many voting members make a quorum: a whole number, at least one.');
  }
  if (quorum.members > voting.length) {
    return refusePanel(
      'quorum-cannot-be-met',
      `The quorum is ${quorum.members} voting members, and there are ${voting.length} voting seats.`,
    );
  }
  if (quorum.agencies.some((agencyId) => !voting.some((seat) => seat.agencyId === agencyId))) {
    return refusePanel('quorum-cannot-be-met', 'The quorum requires an agency that has no voting seat.');
  }
  return undefined;
}

/** Why these seats do not make a quorum, or `undefined` where they do (worked example 7). */
export function whyInquorate(
  { seats, quorum }: { readonly seats: readonly Seat[]; readonly quorum: Quorum },
  presentSeats: ReadonlySet<string>,
): string | undefined {
  const voting = seats.filter((seat) => seat.standing === 'voting' && presentSeats.has(seat.seatId));
  if (voting.length < quorum.members) {
    return `${voting.length} voting members are present; the terms of reference require ${quorum.members}.`;
  }
  const missing = quorum.agencies.filter((agencyId) => !voting.some((seat) => seat.agencyId === agencyId));
  return missing.length === 0
    ? undefined
    : `No voting member is present of ${missing.length} of the agencies that the terms of reference require.`;
}
