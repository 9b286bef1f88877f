import type { Sitting, TermsOfReference } from '@accord/panel/contracts';
import { roomAt, whyInquorate } from '@accord/panel/domain';
import type { MeetingState } from '@accord/panel/domain';
import type { Words } from '@accord/shared/event-contracts';
import type { Id, Instant } from '@accord/shared/kernel';

/** Who was in the room for a matter at the minute of deciding, as the decision says. */
export interface RoomEntry {
  readonly termsVersion: number;
  readonly decisionMode: Sitting['decisionMode'];
  /** `null` where nobody chaired: the matter was put off, referred or let go. */
  readonly chairSeatId: string | null;
  readonly quorate: boolean;
  readonly sat: readonly {
    readonly seatId: string;
    /** The post for which the seat is, by the terms of reference then in force. */
    readonly post?: string;
    readonly agencyId: string;
    readonly agency: string;
    readonly practitionerId: string;
    readonly as: 'member' | 'deputy';
    readonly voting: boolean;
  }[];
  /** Withdrew from the matter: neither counted nor voted. */
  readonly recused: readonly { readonly seatId: string; readonly post?: string; readonly agency?: string }[];
  /** Totals; they add up to the voting members present. `null` where nothing was voted on. */
  readonly votes: Sitting['votes'];
}

/** The room with the names of posts and agencies; `terms` are those of its version, where they are on record. */
export function roomEntry(sitting: Sitting, terms: TermsOfReference | undefined, words: Words): RoomEntry {
  const seatOf = (seatId: string) => terms?.seats.find((each) => each.seatId === seatId);
  const postOf = (seatId: string) => {
    const post = seatOf(seatId)?.post;
    return post === undefined ? {} : { post };
  };
  const { termsVersion, decisionMode, chairSeatId, quorate, votes } = sitting;
  return {
    ...{ termsVersion, decisionMode, chairSeatId, quorate, votes },
    sat: sitting.present.map((each) => ({ ...each, ...postOf(each.seatId), agency: words.agency(each.agencyId) })),
    recused: sitting.recused.map((seatId) => {
      const seat = seatOf(seatId);
      return { seatId, ...postOf(seatId), ...(seat === undefined ? {} : { agency: words.agency(seat.agencyId) }) };
    }),
  };
}

type Where = 'in-the-room' | 'recused' | 'absent';

/** A seat of which the meeting's record says something else than the decision. */
export interface RoomDifference {
  readonly seatId: string;
  readonly decisionSays: { readonly is: Where; readonly practitionerId?: string };
  readonly recordSays: { readonly is: Where; readonly practitionerId?: string };
}

export interface RoomCheck {
  /** Whether the meeting's record, as it is known now, shows the room as the decision says. */
  readonly agrees: boolean;
  readonly differences: readonly RoomDifference[];
  /** Whether there was a quorum by the record as it is known now. */
  readonly quorate: boolean;
  readonly whyNot?: string;
  /** In a sentence, where they part. */
  readonly says?: string;
}

export interface DecidedAt {
  readonly sitting: Sitting;
  readonly terms: TermsOfReference;
  readonly at: Instant;
  readonly matterId: Id<'matter'>;
}

/**
 * Holds the room that a decision states against the meeting's record as it is known now: attendance that was
 * recorded later may show it otherwise. The decision stands as it was recorded; that they part is said.
 */
export function checkedRoom(meeting: MeetingState, { sitting, terms, at, matterId }: DecidedAt): RoomCheck {
  const room = roomAt(meeting, terms, { at, matterId });
  const seated = new Map<string, string>((room?.seated ?? []).map(({ seat, practitionerId }) => [seat.seatId, practitionerId]));
  const stated = new Map<string, string>(sitting.present.map(({ seatId, practitionerId }) => [seatId, practitionerId]));
  const seats = new Set<string>([...stated.keys(), ...sitting.recused, ...seated.keys(), ...(room?.recused ?? [])]);
  const differences = [...seats].flatMap((seatId): readonly RoomDifference[] => {
    const decisionSays = whereIs(seatId, stated, sitting.recused);
    const recordSays = whereIs(seatId, seated, room?.recused ?? []);
    const same = decisionSays.is === recordSays.is && decisionSays.practitionerId === recordSays.practitionerId;
    return same ? [] : [{ seatId, decisionSays, recordSays }];
  });
  const whyNot = room === undefined ? 'By its record the meeting did not sit at that minute.' : whyInquorate(terms, new Set(seated.keys()));
  const agrees = differences.length === 0;
  return {
    ...{ agrees, differences, quorate: whyNot === undefined },
    ...(whyNot === undefined ? {} : { whyNot }),
    ...(agrees ? {} : { says: 'What is on record of the attendance shows the room otherwise than the decision says.' }),
  };
}

function whereIs(seatId: string, seated: ReadonlyMap<string, string>, recused: readonly string[]): RoomDifference['decisionSays'] {
  const practitionerId = seated.get(seatId);
  if (practitionerId !== undefined) return { is: 'in-the-room', practitionerId };
  return { is: recused.includes(seatId) ? 'recused' : 'absent' };
}
