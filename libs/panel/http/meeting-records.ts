import { presentNow, withdrawnNow } from '@accord/panel/domain';
import type { MeetingState, Sat } from '@accord/panel/domain';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { meetingOf } from './agenda-meeting';
import type { KnownMeeting } from './agenda-meeting';
import type { MatterAsOf, MatterRecords } from './matter-records';
import type { RecordedEvents } from './recorded-events';

/** From a moment until another; `to` is `null` while it lasts. */
interface Stretch {
  readonly from: string;
  readonly to: string | null;
}
interface InSeat {
  readonly seatId: string;
  readonly practitionerId: string;
}

/** A meeting as a person reads it: what became of it, and who was there when, by minute. */
export interface MeetingView {
  readonly meetingId: string;
  readonly panelId: string;
  readonly status: KnownMeeting['status'];
  /** The day for which it is planned, or that of its last sitting. */
  readonly on: string;
  readonly startsAt: string | null;
  readonly place: string | null;
  /** Why it was cancelled, or why it is adjourned. */
  readonly because?: string;
  /** The day on which an adjourned meeting is to go on, where one is set. */
  readonly resumesOn?: string | null;
  readonly sittings: readonly (Stretch & { readonly on: string })[];
  /** Who chairs now; `null` where nobody does, or the chair is withdrawn from a matter. */
  readonly chair: InSeat | null;
  /** Who is in a seat now, since when, and from which matters withdrawn. */
  readonly present: readonly (InSeat & {
    readonly as: 'member' | 'deputy';
    readonly since: string;
    readonly withdrawnFrom: readonly string[];
  })[];
  readonly attendance: readonly (InSeat & Stretch & { readonly as: 'member' | 'deputy' })[];
  readonly chairs: readonly (InSeat & Stretch)[];
  /** Who withdrew from which matter, and when they came back for the other business. */
  readonly recusals: readonly (InSeat & Stretch & { readonly matterId: string })[];
}

/** Answers what became of a meeting, as at a day and as known at an instant. */
export class MeetingRecords {
  constructor(
    private readonly records: Pick<MatterRecords, 'ofMeeting'>,
    private readonly events: RecordedEvents,
  ) {}

  /** The meeting; `undefined` where none with this id was planned by then. */
  async meeting(meetingId: Id<'meeting'>, { asAt, knownAt }: MatterAsOf): Promise<MeetingView | undefined> {
    const rows = (await this.records.ofMeeting(meetingId, knownAt)).filter((row) => asAt === undefined || isTrueBy(row, asAt));
    const state = meetingOf(rows, this.events);
    if (state === undefined) return undefined;
    const { panelId, status, on, startsAt, place } = state;
    return { ...{ meetingId, panelId, status, on, startsAt, place }, ...this.reasonOf(state, rows), ...sittingsOf(state) };
  }

  /** Why a meeting does not sit that was cancelled or adjourned. */
  private reasonOf({ status }: KnownMeeting, rows: readonly EventRow[]): Pick<MeetingView, 'because' | 'resumesOn'> {
    if (status !== 'cancelled' && status !== 'adjourned') return {};
    const last = rows.findLast(({ type }) => type === (status === 'cancelled' ? 'MeetingCancelled' : 'MeetingAdjourned'));
    if (last === undefined) return {};
    // The catalogue validated the event: a cancellation says why, an adjournment also when it goes on.
    const { because, resumesOn } = this.events.sealed(last).data as Pick<MeetingView, 'because' | 'resumesOn'>;
    return { ...(because === undefined ? {} : { because }), ...(resumesOn === undefined ? {} : { resumesOn }) };
  }
}

/** What is planned is planned from the moment of its recording; what happened in a sitting is true from its day on. */
const isTrueBy = ({ type, effective_on }: EventRow, day: LondonDate): boolean => PLANNING.has(type) || effective_on <= day;
const PLANNING: ReadonlySet<string> = new Set(['MeetingScheduled', 'MeetingMoved', 'MeetingCancelled']);

type Sittings = Pick<MeetingView, 'sittings' | 'chair' | 'present' | 'attendance' | 'chairs' | 'recusals'>;

function sittingsOf(state: MeetingState): Sittings {
  if (!hasSat(state)) return { sittings: [], chair: null, present: [], attendance: [], chairs: [], recusals: [] };
  const present = presentNow(state).map(({ seatId, practitionerId, as, from: since }) => {
    const withdrawnFrom = withdrawnNow(state, practitionerId).map(({ matterId }) => matterId);
    return { seatId, practitionerId, as, since, withdrawnFrom };
  });
  const chairing = state.chairings.find(({ to }) => to === undefined);
  const chair = present.find(({ seatId, withdrawnFrom }) => seatId === chairing?.seatId && withdrawnFrom.length === 0);
  return {
    sittings: state.sittings.map(stretch),
    chair: chair === undefined ? null : { seatId: chair.seatId, practitionerId: chair.practitionerId },
    present,
    attendance: state.presences.map(stretch),
    chairs: state.chairings.map(stretch),
    recusals: state.withdrawals.map(stretch),
  };
}

const hasSat = (state: MeetingState): state is Extract<MeetingState, Sat> => 'sittings' in state;

const stretch = <I extends { readonly to: string | undefined }>(interval: I): Omit<I, 'to'> & { readonly to: string | null } => ({
  ...interval,
  to: interval.to ?? null,
});
