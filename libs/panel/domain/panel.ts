import type { PanelConstituted, PanelKind, Seat, TermsOfReference, TermsOfReferenceRevised } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, londonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import type { MeetingState } from './meeting-state';
import type { AgenciesOnDay } from './agencies-on-day';
import { refusePanel } from './refusals';
import { refuseTerms } from './terms-of-reference';
import { seatsFromDraft } from './terms-draft';
import type { TermsDraftState } from './terms-draft';

export type { Seat, TermsOfReference } from '@accord/panel/contracts';

/** Terms of reference but for who sits. */
export type TermsWithoutSeats = Omit<TermsOfReference, 'seats'>;

/** The seats of a printed composition that was read and whose questions are answered. */
export interface SeatsOfDraft {
  readonly draftId: Id<'terms-draft'>;
  /** Ids for its seats, in the order of its rows; those left over are not used. */
  readonly seatIds: readonly Id<'seat'>[];
}

/** Constitutes a panel under its terms of reference; its seats are given, or come from a printed composition. */
export interface ConstitutePanel {
  readonly type: 'ConstitutePanel';
  readonly panelId: Id<'panel'>;
  readonly name: string;
  readonly kind: PanelKind;
  readonly from: string;
  readonly seats: readonly Seat[] | SeatsOfDraft;
  readonly terms: TermsWithoutSeats;
}

/** Gives a panel new terms of reference from a day; a seat that goes on keeps its id. */
export interface ReviseTermsOfReference {
  readonly type: 'ReviseTermsOfReference';
  readonly from: string;
  readonly terms: TermsOfReference;
  readonly because: string;
}
export type PanelCommand = ConstitutePanel | ReviseTermsOfReference;

/** One version of a panel's terms of reference, in force from its day until that of the next. */
export interface TermsVersion {
  /** Counts from 1. */
  readonly version: number;
  readonly from: LondonDate;
  readonly terms: TermsOfReference;
}

export interface Constituted {
  readonly status: 'constituted';
  readonly panelId: Id<'panel'>;
  readonly name: string;
  /** First day of the first version. */
  readonly from: LondonDate;
  /** The first version and those after it, in order; each begins after the one before. */
  readonly versions: readonly TermsVersion[];
}
export type PanelState = { readonly status: 'unknown' } | Constituted;

/** What terms of reference rest on. */
export interface PanelFacts {
  /** Of the agencies named, in the terms or in the draft, those that are registered in this area. */
  readonly registered: AgenciesOnDay;
  /** The draft that the command names; `unknown` where it names none. */
  readonly draft: TermsDraftState;
  /** For new terms of reference, the meetings of the panel that sat on their first day or later. */
  readonly meetings: readonly MeetingState[];
}

type NewPanelEvent = New<typeof PanelConstituted> | New<typeof TermsOfReferenceRevised>;
type RecordedPanelEvent = Recorded<typeof PanelConstituted> | Recorded<typeof TermsOfReferenceRevised>;

export const panelDecider: Decider<PanelCommand, PanelState, NewPanelEvent, RecordedPanelEvent, PanelFacts> = {
  initial: { status: 'unknown' },
  evolve: evolvePanel,
  decide(command, state, facts) {
    switch (command.type) {
      case 'ConstitutePanel':
        return constitutePanel(command, state, facts);
      case 'ReviseTermsOfReference':
        return reviseTerms(command, state, facts);
    }
  },
};

function evolvePanel(state: PanelState, event: RecordedPanelEvent): PanelState {
  switch (event.type) {
    case 'PanelConstituted': {
      const { panelId, name, from, termsOfReference: terms } = event.data;
      return { status: 'constituted', panelId, name, from, versions: [{ version: 1, from, terms }] };
    }
    case 'TermsOfReferenceRevised': {
      if (state.status === 'unknown') return state;
      const { version, from, termsOfReference: terms } = event.data;
      return { ...state, versions: [...state.versions, { version, from, terms }] };
    }
  }
}

function constitutePanel(command: ConstitutePanel, state: PanelState, facts: PanelFacts): Decision<NewPanelEvent> {
  if (state.status === 'constituted') {
    return refusePanel('panel-already-constituted', 'This panel already has its terms of reference.');
  }
  const from = londonDate(command.from);
  if (!from.ok) return from;
  const seats = seatsOf(command, facts.draft);
  if (!seats.ok) return seats;
  const terms: TermsOfReference = { seats: seats.value, ...command.terms };
  const refusal = refuseTerms(terms, facts.registered);
  if (refusal) return refusal;
  const { panelId, name, kind } = command;
  const draftId = 'draftId' in command.seats ? command.seats.draftId : null;
  return accept({ type: 'PanelConstituted', data: { panelId, name, kind, from: from.value, termsOfReference: terms, draftId } });
}

function seatsOf({ seats }: ConstitutePanel, draft: TermsDraftState): Result<Seat[]> {
  return 'draftId' in seats ? seatsFromDraft(draft, seats.seatIds) : succeed([...seats]);
}

function reviseTerms(command: ReviseTermsOfReference, state: PanelState, facts: PanelFacts): Decision<NewPanelEvent> {
  if (state.status === 'unknown') return refuseUnknownPanel();
  const from = londonDate(command.from);
  if (!from.ok) return from;
  const latest = state.versions.at(-1);
  if (latest && from.value <= latest.from) {
    return refusePanel(
      'terms-not-after-those-before',
      `Version ${latest.version} holds from ${formatLondonDate(latest.from)}; give a later day for the next version, ` +
        'so that what was decided stays under the terms that held then.',
    );
  }
  const refusal = refuseAfterMeeting(from.value, facts.meetings) ?? refuseTerms(command.terms, facts.registered);
  if (refusal) return refusal;
  const { terms: termsOfReference, because } = command;
  const version = (latest?.version ?? 0) + 1;
  return accept({
    type: 'TermsOfReferenceRevised',
    data: { panelId: state.panelId, version, from: from.value, termsOfReference, because },
  });
}

/** What a panel could not do when it met, no later terms of reference allow: they begin after the last day on which it sat. */
function refuseAfterMeeting(from: LondonDate, meetings: readonly MeetingState[]): Refusal | undefined {
  const met = meetings.flatMap((meeting) => ('sittings' in meeting ? meeting.sittings.map(({ on }) => on) : [])).toSorted().at(-1);
  if (met === undefined || met < from) return undefined;
  return refusePanel(
    'terms-after-meeting',
    `The panel met on ${formatLondonDate(met)} under the terms of reference that held then: give a later day for the new ones, ` +
      'so that what was decided or refused there stays as it was.',
  );
}

/** The terms of reference in force on a day; `undefined` before the panel's first day. */
export const termsOn = ({ versions }: Constituted, day: LondonDate): TermsVersion | undefined =>
  versions.findLast(({ from }) => from <= day);

/** Refuses a panel that this area does not have. */
export const refuseUnknownPanel = (): Refusal =>
  refusePanel('panel-unknown', 'There is no such panel: constitute it under its terms of reference first.');

/** Refuses an agency that this area does not know. */
export const refuseUnknownAgency = (agencyId: string): Refusal =>
  refusePanel('agency-unknown', `No agency with the id ${agencyId} is registered in this area; register it first.`);

/**
 * Refuses to let somebody act in a panel's sitting of a day whose agency has no seat on the panel, with a vote or
 * without, under the terms of reference in force on that day.
 */
export const refuseSeatless = (panel: Constituted, actingAgency: string, day: LondonDate): Refusal | undefined =>
  termsOn(panel, day)?.terms.seats.some((seat) => seat.agencyId === actingAgency)
    ? undefined
    : refusePanel('agency-without-seat', 'Your agency has no seat on this panel: ask somebody of an agency that has one to record it.');
