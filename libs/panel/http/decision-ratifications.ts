import type { Sitting } from '@accord/panel/contracts';
import type { Words as Vocabulary } from '@accord/shared/event-contracts';
import { roomEntry } from './decision-room';
import type { RoomEntry } from './decision-room';
import type { Told, Words } from './decision-reading';

/** What was made of a decision that was beyond the authority in the room, or that officers took urgently. */
export interface RatificationEntry {
  readonly is: 'ratified' | 'refused' | 'ratified-by-the-panel' | 'not-ratified-by-the-panel' | 'lapsed';
  readonly on: string;
  readonly recordedAt: string;
  /** The named post, where it was an agency's to ratify. */
  readonly by?: { readonly agencyId: string; readonly agency: string; readonly practitionerId: string; readonly post: string };
  readonly stillAwaited?: readonly { readonly agencyId: string; readonly agency: string }[];
  readonly effectiveFrom?: string;
  /** The meeting and the room, where it was the panel's. */
  readonly meetingId?: string;
  readonly at?: string;
  readonly room?: RoomEntry;
  readonly reasons?: Words;
}

const kinds: Readonly<Record<string, RatificationEntry['is']>> = {
  DecisionRatified: 'ratified',
  RatificationRefused: 'refused',
  UrgentDecisionRatified: 'ratified-by-the-panel',
  UrgentDecisionNotRatified: 'not-ratified-by-the-panel',
  UrgentDecisionLapsed: 'lapsed',
};

/** The fields of those events, each where its contract has it. */
interface Ratifying {
  readonly on: string;
  readonly ratifier?: { readonly agencyId: string; readonly practitionerId: string; readonly post: string };
  readonly stillAwaited?: readonly string[];
  readonly effectiveFrom?: string;
  readonly meetingId?: string;
  readonly at?: string;
  readonly sitting?: Sitting;
  readonly reasons?: Words;
}

export const ratificationsOf = (told: readonly Told[], words: Vocabulary): readonly RatificationEntry[] =>
  told.flatMap(({ row, data }): readonly RatificationEntry[] => {
    const is = kinds[row.type];
    if (is === undefined) return [];
    // The catalogue has validated the data by the event's contract; the reasons are personal.
    const { on, ratifier, stillAwaited, effectiveFrom, meetingId, at, sitting, reasons } = data as unknown as Ratifying;
    return [
      {
        ...{ is, on, recordedAt: row.recorded_at },
        ...(ratifier === undefined ? {} : { by: { ...ratifier, agency: words.agency(ratifier.agencyId) } }),
        ...(stillAwaited === undefined ? {} : { stillAwaited: stillAwaited.map((agencyId) => ({ agencyId, agency: words.agency(agencyId) })) }),
        ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
        ...(meetingId === undefined ? {} : { meetingId }),
        ...(at === undefined ? {} : { at }),
        ...(sitting === undefined ? {} : { room: roomEntry(sitting, undefined, words) }),
        ...(reasons === undefined ? {} : { reasons }),
      },
    ];
  });
