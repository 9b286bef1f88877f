import type { InterestKind } from '@accord/panel/contracts';
import { evolveMeeting } from '@accord/panel/domain';
import type { MeetingEvent, MeetingState } from '@accord/panel/domain';
import type { EventRow } from '@accord/shared/projections';
import type { Personal, RecordedEvents } from './recorded-events';

export type KnownMeeting = Exclude<MeetingState, { readonly status: 'unknown' }>;

/** Folds a meeting's events; `undefined` where it was not planned yet. */
export function meetingOf(rows: readonly EventRow[], events: RecordedEvents): KnownMeeting | undefined {
  let state: MeetingState = { status: 'unknown' };
  for (const row of rows) {
    const { type, data } = events.sealed(row);
    // The read model keeps a meeting's own events alone, and the catalogue has validated the data.
    state = evolveMeeting(state, { type, data } as unknown as MeetingEvent);
  }
  return state.status === 'unknown' ? undefined : state;
}

/** An interest that a member declared in a matter. */
export interface InterestEntry {
  readonly seatId: string;
  readonly practitionerId: string;
  readonly kind: InterestKind;
  /** In words; `null` where their key was destroyed, absent where they are withheld. */
  readonly interest?: string | null;
  readonly at: string;
  /** Whether the member withdrew from the matter. */
  readonly withdrew: boolean;
}

/** The interests declared at a meeting, by matter. */
export async function interestsAt(
  rows: readonly EventRow[],
  { events, personal }: { readonly events: RecordedEvents; readonly personal: Personal },
): Promise<ReadonlyMap<string, readonly InterestEntry[]>> {
  const withdrawn = new Set(rows.filter(({ type }) => type === 'MemberRecused').map((row) => memberOf(events.sealed(row).data)));
  const byMatter = new Map<string, InterestEntry[]>();
  for (const row of rows.filter(({ type }) => type === 'ConflictOfInterestDeclared')) {
    const data = await events.details(row, personal);
    // The catalogue validated the event by its contract; `interest` is personal and may be absent.
    const { matterId, seatId, practitionerId, kind, interest, at } = data as unknown as InterestEntry & { readonly matterId: string };
    const entry = { seatId, practitionerId, kind, at, withdrew: withdrawn.has(memberOf(data)) };
    byMatter.set(matterId, [...(byMatter.get(matterId) ?? []), interest === undefined ? entry : { ...entry, interest }]);
  }
  return byMatter;
}

const memberOf = (data: Readonly<Record<string, unknown>>): string => `${String(data['matterId'])} ${String(data['practitionerId'])}`;
