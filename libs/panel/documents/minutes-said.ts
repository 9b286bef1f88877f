import type { Outcome, PositionKind, VoteKind } from '@accord/panel/contracts';
import type { Block } from '@accord/shared/documents';
import { list, paragraph } from './blocks';
import { roomOf } from './item-in-hand';
import type { InHand, InRoom } from './item-in-hand';
import { stood } from './kinds-in-words';
import type { Scene } from './meeting-on-record';
import { asSentence, capitalised, counted, howMany, listed, numberInWords } from './plain-words';

/** Who was in the room for the item, what was said, where each agency stood, and how it was voted. */
export function said(hand: InHand, scene: Scene): readonly Block[] {
  return [...room(hand, scene), ...discussion(hand), ...positions(hand, scene), ...votes(hand, scene)];
}

/** Whether there was a quorum for the item, and who had withdrawn from it. */
function room(hand: InHand, scene: Scene): readonly Block[] {
  const present = roomOf(hand, scene);
  if (present === undefined) return [];
  const { names, state } = scene;
  const away = state.withdrawals
    .filter(({ matterId, from }) => matterId === hand.item.matter.matterId && hand.at !== undefined && from <= hand.at)
    .map((each) => names.person(each.practitionerId));
  const without = away.length === 0 ? '' : ` ${listed([...new Set(away)])} had withdrawn and did not count.`;
  const short = whatIsShort(present, hand, scene);
  const voting = counted(present.filter((each) => each.voting).length, 'voting member was', 'voting members were');
  const text =
    short === undefined ? `The meeting was quorate for this item: ${voting} in the room.` : `The meeting was not quorate for this item: ${short}.`;
  return [paragraph('Quorum', `${text}${without}`)];
}

function whatIsShort(present: readonly InRoom[], { terms, sitting }: InHand, { names }: Scene): string | undefined {
  if (terms === undefined || sitting?.quorate === true) return undefined;
  const voting = present.filter((each) => each.voting);
  const missing = terms.quorum.agencies.filter((agencyId) => !voting.some((each) => each.agencyId === agencyId));
  const few = voting.length < terms.quorum.members;
  if (!few && missing.length === 0) return sitting === undefined ? undefined : 'the terms of reference were not met';
  const shortOf = [
    ...(few ? [`${counted(voting.length, 'voting member was', 'voting members were')} in the room, and the terms of reference require ${numberInWords(terms.quorum.members)}`] : []),
    ...missing.map((agencyId) => `no voting member of ${names.agency(agencyId)} was in the room`),
  ];
  return shortOf.join('; ');
}

function discussion({ said: { notes } }: InHand): readonly Block[] {
  if (notes.length === 0) return [];
  const words = notes.flatMap(({ data: { note } }) => (note === undefined ? [] : [asSentence(note)]));
  const [first = 'The panel discussed the matter.', ...others] = words;
  return [paragraph('Discussion', first), ...others.map((text): Block => ({ kind: 'paragraph', text }))];
}

function positions(hand: InHand, { names }: Scene): readonly Block[] {
  const { said: { positions: taken, declined } } = hand;
  const what = question(hand);
  const seen = new Set<string>();
  const items = taken.map(({ data: { agencyId, practitionerId, position, reasons } }) => {
    const then = seen.has(agencyId) ? 'then ' : '';
    seen.add(agencyId);
    const why = reasons === undefined ? '.' : `. Its reasons: ${asSentence(reasons)}`;
    return `${names.agency(agencyId)}, for which ${names.person(practitionerId)} spoke, ${then}${stood[position](what)}${why}`;
  });
  const without = declined.map(({ data: { agencyId, practitionerId, reasons } }) => {
    const why = reasons === undefined ? '.' : `. Its reasons: ${asSentence(reasons)}`;
    return `${names.agency(agencyId)}, for which ${names.person(practitionerId)} spoke, declined to contribute${why}`;
  });
  return list('Where the agencies stood', [...items, ...without]);
}

function votes(hand: InHand, scene: Scene): readonly Block[] {
  const { said: { votes: cast, casting }, sitting } = hand;
  if (cast.length === 0) return [];
  const { names } = scene;
  const voters = cast.map(({ data }) => ({ ...data, counted: isInRoom(data, sitting?.present) }));
  const of = (vote: VoteKind) => voters.filter((each) => each.vote === vote && each.counted);
  const named = (['for', 'against', 'abstains'] as const).flatMap((vote) =>
    of(vote).length === 0 ? [] : [`${headings[vote]}: ${listed(of(vote).map((each) => names.person(each.practitionerId)))}.`],
  );
  const uncounted = voters
    .filter((each) => !each.counted)
    .map((each) => `${names.member(each)} had voted, and was not in the room when it was decided; that vote does not count.`);
  const given = casting.at(-1);
  const tie = given === undefined ? [] : [castingVote(given.data, question(hand), scene)];
  return [
    paragraph('Vote', tally({ for: of('for').length, against: of('against').length, abstains: of('abstains').length }, question(hand))),
    ...list('How members voted', [...named, ...uncounted]),
    ...tie,
  ];
}

const isInRoom = (voter: { readonly seatId: string; readonly practitionerId: string }, present: readonly InRoom[] | undefined): boolean =>
  present === undefined || present.some(({ seatId, practitionerId }) => seatId === voter.seatId && practitionerId === voter.practitionerId);

const headings: Readonly<Record<VoteKind, string>> = { for: 'For', against: 'Against', abstains: 'Abstained' };

/** What was voted on: what an agency asked for, or to ratify what officers had decided. */
const question = ({ decided, urgent }: InHand): string => (decided === undefined && urgent !== undefined ? 'ratification' : 'the request');

const tally = ({ for: inFavour, against, abstains }: Readonly<Record<VoteKind, number>>, what: string): string =>
  `${capitalised(counted(inFavour, 'member'))} voted for ${what}, ${howMany(against)} against it, and ${howMany(abstains)} abstained.`;

function castingVote(data: InHand['said']['casting'][number]['data'], what: string, { names }: Scene): Block {
  const { practitionerId, vote, reasons } = data;
  const why = reasons === undefined ? '' : ` The reason given was: ${asSentence(reasons)}`;
  return paragraph('Casting vote', `The votes being equal, ${names.person(practitionerId)} in the chair gave the casting vote ${vote} ${what}.${why}`);
}

/** What stands against each outcome; where nothing was decided either way, nobody dissents. */
const against: Partial<Readonly<Record<Outcome, { readonly position: PositionKind; readonly vote: VoteKind }>>> = {
  'approved': { position: 'opposes', vote: 'against' },
  'approved-with-conditions': { position: 'opposes', vote: 'against' },
  'part-approved': { position: 'opposes', vote: 'against' },
  'declined': { position: 'supports', vote: 'for' },
  'contribution-declined': { position: 'supports', vote: 'for' },
};

/** Who stood against what was decided, by name. */
export function dissent({ decided, said: { votes: cast, positions: taken } }: InHand, { names }: Scene): readonly Block[] {
  const stands = decided === undefined ? undefined : against[decided.data.outcome];
  if (decided === undefined || stands === undefined) return [];
  const voters = cast.filter(({ data }) => data.vote === stands.vote && isInRoom(data, decided.data.sitting?.present));
  const byVote = voters.map(({ data }) => `${names.person(data.practitionerId)} (${names.agency(data.agencyId)})`);
  const agencies = decided.data.positions.filter(({ position }) => position === stands.position).map(({ agencyId }) => agencyId);
  const sentences = [
    ...agencies.map((agencyId) => {
      const last = taken.findLast(({ data }) => data.agencyId === agencyId);
      return `${names.agency(agencyId)} stood against it${last?.data.reasons === undefined ? '' : ', for the reasons given above'}.`;
    }),
    ...(byVote.length === 0 ? [] : [`${listed(byVote)} voted the other way.`]),
  ];
  return sentences.length === 0 ? [] : [paragraph('Dissent from the decision', sentences.join(' '))];
}
