import type { Outcome, PositionKind, VoteKind } from '@accord/panel/contracts';
import type { Words as Vocabulary } from '@accord/shared/event-contracts';
import type { Told, Words } from './decision-reading';

/** Something that an agency's member said or voted on the matter. */
interface Said {
  readonly agencyId: string;
  readonly agency: string;
  readonly seatId: string;
  readonly practitionerId: string;
  readonly meetingId: string;
  readonly at: string;
}
export interface PositionEntry extends Said {
  readonly position: PositionKind;
  readonly reasons?: Words;
}
export interface VoteEntry extends Said {
  readonly vote: VoteKind;
  /** A casting vote on a tie, with its reasons. */
  readonly casting: boolean;
  readonly reasons?: Words;
}
export interface DeclinedEntry extends Said {
  readonly reasons?: Words;
}
/** Somebody who stood against what was decided, and why. */
export interface DissentEntry {
  readonly agencyId: string;
  readonly agency: string;
  readonly by: 'position' | 'vote';
  readonly seatId?: string;
  readonly practitionerId?: string;
  readonly reasons?: Words;
}

export interface SaidEntries {
  /** In the order in which they were taken; a later one of an agency takes the place of an earlier one. */
  readonly positionsTaken: readonly PositionEntry[];
  readonly votes: readonly VoteEntry[];
  readonly contributionsDeclined: readonly DeclinedEntry[];
}

/** What was said and voted on the way to a decision, as it stands in its stream. */
export function saidEntries(told: readonly Told[], words: Vocabulary): SaidEntries {
  const of = (...types: readonly string[]) => told.filter(({ row }) => types.includes(row.type));
  return {
    // Each cast: the catalogue has validated the data by the event's contract; personal fields are as Words says.
    positionsTaken: of('PositionTaken').map(({ data }) => {
      const { position } = data as { readonly position: PositionKind };
      return { ...said(data, words), position };
    }),
    votes: of('VoteCast', 'CastingVoteGiven').map(({ row, data }) => {
      const { vote } = data as { readonly vote: VoteKind };
      return { ...said(data, words), vote, casting: row.type === 'CastingVoteGiven' };
    }),
    contributionsDeclined: of('ContributionDeclined').map(({ data }) => said(data, words)),
  };
}

function said(data: Told['data'], words: Vocabulary): Said & { readonly reasons?: Words } {
  // The catalogue has validated the data: each of these events names the member, the meeting and the minute.
  const { agencyId, seatId, practitionerId, meetingId, at, reasons } = data as unknown as Omit<Said, 'agency'> & { readonly reasons?: Words };
  const who = { agencyId, agency: words.agency(agencyId), seatId, practitionerId, meetingId, at };
  return reasons === undefined ? who : { ...who, reasons };
}

/** What stands against each outcome. Where nothing was decided either way, nobody dissents from it. */
const against: Readonly<Record<Outcome, { readonly position: PositionKind; readonly vote: VoteKind } | undefined>> = {
  'approved': { position: 'opposes', vote: 'against' },
  'approved-with-conditions': { position: 'opposes', vote: 'against' },
  'part-approved': { position: 'opposes', vote: 'against' },
  'declined': { position: 'supports', vote: 'for' },
  'contribution-declined': { position: 'supports', vote: 'for' },
  'deferred': undefined,
  'referred': undefined,
  'withdrawn': undefined,
};

export interface Dissenting {
  readonly outcome: Outcome;
  /** As they read now. */
  readonly positions: readonly { readonly agencyId: string; readonly agency: string; readonly position: string }[];
  /** What was said in the meeting that decided. */
  readonly said: SaidEntries;
}

/** Who stood against what was decided: by position, with the reasons that were given last, or by vote. */
export function dissentOf({ outcome, positions, said: { positionsTaken, votes } }: Dissenting): readonly DissentEntry[] {
  const stands = against[outcome];
  if (stands === undefined) return [];
  const byPosition = positions
    .filter(({ position }) => position === stands.position)
    .map(({ agencyId, agency }): DissentEntry => {
      const taken = positionsTaken.findLast((each) => each.agencyId === agencyId);
      const reasons = taken?.position === stands.position ? taken.reasons : undefined;
      return { agencyId, agency, by: 'position', ...(reasons === undefined ? {} : { reasons }) };
    });
  const byVote = votes
    .filter(({ vote, casting }) => vote === stands.vote && !casting)
    .map(({ agencyId, agency, seatId, practitionerId }): DissentEntry => ({ agencyId, agency, by: 'vote', seatId, practitionerId }));
  return [...byPosition, ...byVote];
}
