import type { SeatStanding } from '@accord/panel/contracts';
import type { Presence } from '@accord/panel/domain';
import type { Block, Table } from '@accord/shared/documents';
import { heading, list } from './blocks';
import type { Scene } from './meeting-on-record';
import { time } from './plain-words';

/** Who was there, in which seat, and who came and left at what minute. */
export function attendance(scene: Scene): readonly Block[] {
  const members = seated(scene, ['voting', 'non-voting']);
  const others = seated(scene, ['observer', 'parent-representative']);
  const empty = notFilled(scene);
  const moves = comingAndGoing(scene);
  return [
    heading('Who was there'),
    { kind: 'paragraph', text: [{ text: 'In the chair: ', as: 'strong' }, { text: `${inTheChair(scene)}.` }] },
    table('Members present', members, scene),
    ...(others.length === 0 ? [] : [table('In attendance', others, scene)]),
    ...list('Seats that nobody filled', empty),
    ...list('Coming and going', moves),
  ];
}

/** `Asha Okafor (Chair, Northshire ICB), and from 12.10 pm Carys Morgan (Director, Northshire Council)`. */
function inTheChair({ state: { chairings }, names }: Scene): string {
  const turns = chairings.filter(({ practitionerId }, place) => chairings[place - 1]?.practitionerId !== practitionerId);
  return turns.map((each, place) => (place === 0 ? names.member(each) : `and from ${time(each.from)} ${names.member(each)}`)).join(', ');
}

/** Each person once for each seat, in the order of the seats. */
function seated({ state: { presences }, names, seats }: Scene, standings: readonly SeatStanding[]): readonly Presence[] {
  const order = [...new Set(seats.flatMap(({ terms }) => terms.seats.map(({ seatId }) => seatId)))];
  const first = presences.filter(
    (each, place) => presences.findIndex(({ seatId, practitionerId }) => seatId === each.seatId && practitionerId === each.practitionerId) === place,
  );
  return first
    .filter(({ seatId }) => standings.includes(names.seat(seatId)?.standing ?? 'voting'))
    .toSorted((one, two) => order.indexOf(one.seatId) - order.indexOf(two.seatId));
}

const sits: Readonly<Record<SeatStanding, string>> = {
  'voting': 'Member',
  'non-voting': 'Member without a vote',
  'observer': 'Observer',
  'parent-representative': 'Parent representative',
};

const table = (caption: string, presences: readonly Presence[], { names }: Scene): Table => ({
  kind: 'table',
  caption,
  columns: [{ head: 'Name' }, { head: 'Seat' }, { head: 'Agency' }, { head: 'Came as' }],
  rows: presences.map(({ seatId, practitionerId, as }) => {
    const seat = names.seat(seatId);
    const standing = sits[seat?.standing ?? 'voting'];
    return [
      names.person(practitionerId),
      seat?.post ?? 'A seat of earlier terms of reference',
      seat === undefined ? '' : names.agency(seat.agencyId),
      as === 'member' ? standing : `Deputy (${standing.slice(0, 1).toLowerCase()}${standing.slice(1)})`,
    ];
  }),
});

/** The seats that nobody filled at any time. */
function notFilled({ state: { presences }, seats, names }: Scene): readonly string[] {
  const all = new Map(seats.flatMap(({ terms }) => terms.seats.map((seat) => [seat.seatId, seat] as const)));
  return [...all.values()]
    .filter(({ seatId }) => !presences.some((each) => each.seatId === seatId))
    .map(({ post, agencyId, standing }) => `${post}, ${names.agency(agencyId)}${standing === 'voting' ? '' : ` (${sits[standing].toLowerCase()})`}`);
}

/** Who came after a sitting began or left before it ended, and who took the chair during it. */
function comingAndGoing({ state, names, seats }: Scene): readonly string[] {
  const { presences, sittings, chairings } = state;
  const began = new Set(sittings.map(({ from }) => from));
  const ended = new Set(sittings.map(({ to }) => to));
  const manyDays = new Set(seats.map(({ on }) => on)).size > 1;
  const at = (moment: string) => `at ${time(moment)}${manyDays ? `, ${sittingWord(sittings, moment)}` : ''}`;
  const moves = [
    ...acrossBreaks(state).map(({ moment, who, says }) => ({ moment, says: `${names.member(who)} ${says}.` })),
    ...presences.filter(({ from }) => !began.has(from)).map((each) => ({ moment: each.from, says: `${names.member(each)} came ${at(each.from)}${each.as === 'deputy' ? ', as deputy' : ''}.` })),
    ...presences.flatMap((each) => (each.to === undefined || ended.has(each.to) ? [] : [{ moment: each.to, says: `${names.member(each)} left ${at(each.to)}.` }])),
    ...chairings.filter(({ from }) => !began.has(from)).map((each) => ({ moment: each.from, says: `${names.member(each)} took the chair ${at(each.from)}.` })),
  ];
  return moves.toSorted((one, two) => (one.moment < two.moment ? -1 : Number(one.moment > two.moment))).map(({ says }) => says);
}

interface Move {
  readonly moment: string;
  readonly who: Presence;
  readonly says: string;
}

/** Who was there until an adjournment and not after it, or only from then on. */
function acrossBreaks({ presences, sittings }: Scene['state']): readonly Move[] {
  return sittings.slice(1).flatMap((sitting, place) => {
    const before = sittings[place]?.to;
    const until = presences.filter(({ to }) => to !== undefined && to === before);
    const then = presences.filter(({ from }) => from === sitting.from);
    const without = (these: readonly Presence[], those: readonly Presence[]) =>
      these.filter((each) => !those.some(({ seatId, practitionerId }) => seatId === each.seatId && practitionerId === each.practitionerId));
    return [
      ...without(until, then).map((who): Move => ({ moment: before ?? sitting.from, who, says: `did not come back after the adjournment at ${time(before ?? sitting.from)}` })),
      ...without(then, until).map((who): Move => ({ moment: sitting.from, who, says: `came when the meeting went on at ${time(sitting.from)}${who.as === 'deputy' ? ', as deputy' : ''}` })),
    ];
  });
}

const sittingWords = ['in the first sitting', 'in the second sitting', 'in the third sitting'];
const sittingWord = (sittings: Scene['state']['sittings'], moment: string): string =>
  sittingWords[sittings.findLastIndex(({ from }) => from <= moment)] ?? 'in a later sitting';
