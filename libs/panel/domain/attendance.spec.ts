import { panelEvents } from '@accord/panel/contracts';
import type { ChairTaken } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import { meetingDecider } from './meeting';
import type { RecordArrival, RecordDeparture, TakeChair } from './meeting-commands';
import { adjourned, arrived, at, employed, facts, left, now, openMeeting, person, recused, returned, staff } from './sample-meeting';
import {
  day,
  education,
  filling,
  fivePresent,
  health,
  meetingClosed,
  meetingOfPanel,
  meetingOpened,
  meetingScheduled,
  numbered,
  seats,
  socialCare,
  stranger,
} from './sample-panel';

const meeting = specification({ decider: meetingDecider, definitions: panelEvents });
const thirdOfHealth = seats.health[2].seatId;
const secondOfEducation = seats.education[1].seatId;
const chairSeat = seats.health[0].seatId;
const secondChair = seats.socialCare[0].seatId;

const arrive = (changes: Partial<RecordArrival> = {}): RecordArrival => ({
  ...{ type: 'RecordArrival', seatId: thirdOfHealth, practitionerId: person(510), as: 'member', at: at('10:45'), now },
  ...changes,
});
const depart = (changes: Partial<RecordDeparture> = {}): RecordDeparture => ({
  ...{ type: 'RecordDeparture', seatId: seats.health[1].seatId, at: at('11:00'), now },
  ...changes,
});
const take = (changes: Partial<TakeChair> = {}): TakeChair => ({
  ...{ type: 'TakeChair', seatId: secondChair, at: at('11:00'), now },
  ...changes,
});
const taken: New<typeof ChairTaken> = {
  type: 'ChairTaken',
  data: { ...meetingOfPanel, seatId: secondChair, practitionerId: person(502), at: at('11:00') },
};

const planned = meeting.given(meetingScheduled);
const open = meeting.given(meetingScheduled, meetingOpened());
const knowing = (...people: ReturnType<typeof employed>[]) =>
  facts({
    practitioners: new Map([...staff, ...people.flatMap((each) => (each.status === 'unknown' ? [] : [[each.practitionerId, each] as const]))]),
  });

describe('Those who open a sitting', () => {
  const present = filling(...fivePresent);

  it('fill each seat once', () => {
    planned.when(openMeeting({ present: [...present, ...filling(seats.education[0])] }), facts()).thenRefused('seat-repeated');
  });

  it('fill one seat each: nobody counts twice, and no deputy stands in for two', () => {
    const again = (as: 'member' | 'deputy') => [...present, { seatId: thirdOfHealth, practitionerId: person(501), as }];
    planned.when(openMeeting({ present: again('member') }), facts()).thenRefused('practitioner-repeated');
    planned.when(openMeeting({ present: again('deputy') }), facts()).thenRefused('deputy-for-two-seats');
    const deputyFirst = present.map((each) => (each.practitionerId === person(501) ? { ...each, as: 'deputy' as const } : each));
    const then = { seatId: thirdOfHealth, practitionerId: person(501), as: 'member' as const };
    planned.when(openMeeting({ present: [...deputyFirst, then] }), facts()).thenRefused('deputy-for-two-seats');
  });

  it('fill only seats that the terms of reference have', () => {
    const foreign = { ...seats.education[1], seatId: numbered<'seat'>(299) };
    planned.when(openMeeting({ present: filling(...fivePresent, foreign) }), facts()).thenRefused('seat-unknown');
  });

  it('are registered, and employed that day by the agency whose seat it is', () => {
    const { post } = seats.education[0];
    planned.when(openMeeting(), facts({ practitioners: new Map() })).thenRefused('practitioner-unknown');
    planned.when(openMeeting(), knowing(employed(504, socialCare))).thenRefused('practitioner-not-of-agency');
    planned.when(openMeeting(), knowing(employed(504, education, { post, to: '2025-10-01' }))).thenRefused('practitioner-not-of-agency');
    planned.when(openMeeting(), knowing(employed(504, education, { post, to: '2025-10-02' }))).then(meetingOpened());
  });

  it('are not of an agency that has ended by that day', () => {
    const ending = { name: 'Somerset Council', on: day('2025-10-01'), passedTo: ['Wessex Council'] };
    const agencies = { has: (id: string) => id !== education, ended: new Map([[education, ending]]) };
    planned.when(openMeeting(), facts({ agencies })).thenRefused('agency-ended', 'passed to Wessex Council. Nobody sits for it from that day on');
    planned.when(openMeeting({ present: present.slice(0, 4) }), facts({ agencies })).then(meetingOpened({ present: present.slice(0, 4) }));
    const late = { seatId: secondOfEducation, practitionerId: person(512), as: 'deputy' as const };
    meeting.given(meetingScheduled, meetingOpened({ present: present.slice(0, 4) })).when(arrive(late), facts({ agencies })).thenRefused('agency-ended');
  });

  it('sit as members only in the post of their seat, however it is written', () => {
    const elsewhere = knowing(employed(504, education, { post: 'Receptionist' }));
    planned.when(openMeeting(), elsewhere).thenRefused('member-not-in-post', 'as a deputy');
    planned.when(openMeeting(), knowing(employed(504, education, { post: ' post 221' }))).then(meetingOpened());
    const asDeputy = present.map((each) => (each.practitionerId === person(504) ? { ...each, as: 'deputy' as const } : each));
    planned.when(openMeeting({ present: asDeputy }), elsewhere).then(meetingOpened({ present: asDeputy }));
  });

  it('are chaired by a seat that may chair, and that is filled', () => {
    planned.when(openMeeting({ chairSeatId: secondOfEducation }), facts()).thenRefused('chair-not-present');
    planned.when(openMeeting({ chairSeatId: seats.health[1].seatId }), facts()).thenRefused('chair-may-not-chair', 'terms of reference');
    const change = { chairSeatId: secondChair };
    planned.when(openMeeting(change), facts()).then(meetingOpened(change));
  });

  it('are not chaired by an observer', () => {
    const { seatId: chairSeatId } = seats.observer;
    const withObserver = [...present, { seatId: chairSeatId, practitionerId: person(512), as: 'member' as const }];
    planned.when(openMeeting({ present: withObserver, chairSeatId }), facts()).thenRefused('chair-may-not-chair', 'An observer');
  });
});

describe('A deputy', () => {
  const deputising = (seatId: typeof chairSeat, number: number): RecordArrival => arrive({ seatId, practitionerId: person(number), as: 'deputy' });

  it('takes a seat where anyone of the agency may deputise', () => {
    open.when(deputising(thirdOfHealth, 510), facts()).then(arrived('10:45', { seatId: thirdOfHealth, practitionerId: person(510), as: 'deputy' }));
  });

  it('takes no seat in which nobody may deputise', () => {
    open.when(deputising(secondOfEducation, 512), facts()).thenRefused('deputy-not-allowed');
  });

  it('takes a seat kept for named posts only in such a post, however it is written', () => {
    const { seatId } = seats.socialCare[2];
    open.when(deputising(seatId, 511), facts()).thenRefused('deputy-not-allowed');
    open
      .when(deputising(seatId, 511), knowing(employed(511, socialCare, { post: ' service MANAGER ' })))
      .then(arrived('10:45', { seatId, practitionerId: person(511), as: 'deputy' }));
    open.when(deputising(seatId, 511), knowing(employed(511, health, { post: 'Service manager' }))).thenRefused('practitioner-not-of-agency');
  });

  it('stands in for one seat, and for none beside an own one', () => {
    open.when(deputising(thirdOfHealth, 501), facts()).thenRefused('deputy-for-two-seats');
  });
});

describe('Somebody who comes later', () => {
  it('takes an empty seat from that minute', () => {
    open.when(arrive(), facts()).then(arrived('10:45', { seatId: thirdOfHealth, practitionerId: person(510), as: 'member' }));
  });

  it('does not take a seat in which somebody sits, until that person has left', () => {
    const seatId = seats.health[1].seatId;
    open.when(arrive({ seatId, as: 'deputy' }), facts()).thenRefused('seat-taken');
    meeting
      .given(meetingScheduled, meetingOpened(), left('10:40', seatId, 501))
      .when(arrive({ seatId, as: 'deputy' }), facts())
      .then(arrived('10:45', { seatId, practitionerId: person(510), as: 'deputy' }));
  });

  it('does not take a second seat, a seat that there is not, or one of another agency', () => {
    open.when(arrive({ practitionerId: person(501) }), facts()).thenRefused('practitioner-repeated');
    open.when(arrive({ seatId: numbered<'seat'>(299) }), facts()).thenRefused('seat-unknown');
    open.when(arrive({ practitionerId: person(511) }), facts()).thenRefused('practitioner-not-of-agency');
  });

  it('does not take a seat as its member in another post of the agency', () => {
    open.when(arrive(), knowing(employed(510, health, { post: 'Porter' }))).thenRefused('member-not-in-post');
  });

  it('is recorded by somebody whose agency has a seat, in order, and not in the future', () => {
    open.when(arrive(), facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
    open.when(arrive({ at: at('10:29') }), facts()).thenRefused('meeting-moment-out-of-order');
    open.when(arrive({ at: at('20:01') }), facts()).thenRefused('meeting-in-future');
    open.when(arrive(), facts({ saidUntil: at('10:50') })).thenRefused('meeting-moment-out-of-order', 'has reached 10.50 am on 1 October 2025;');
  });

  it('joins a sitting, and neither an adjourned nor a closed meeting', () => {
    planned.when(arrive(), facts()).thenRefused('meeting-not-held');
    const sat = [meetingScheduled, meetingOpened()] as const;
    meeting.given(...sat, adjourned('10:40')).when(arrive(), facts()).thenRefused('meeting-adjourned');
    meeting.given(...sat, meetingClosed).when(arrive({ at: at('13:30') }), facts()).thenRefused('meeting-not-open');
  });
});

describe('Somebody who leaves', () => {
  it('is recorded by the seat', () => {
    open.when(depart(), facts()).then(left('11:00', seats.health[1].seatId, 501));
  });

  it('was there', () => {
    open.when(depart({ seatId: thirdOfHealth }), facts()).thenRefused('member-not-present');
  });

  it('is recorded by somebody whose agency has a seat', () => {
    open.when(depart(), facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
  });
});

describe('The chair', () => {
  it('is taken by another seat that may chair', () => {
    open.when(take(), facts()).then(taken);
  });

  it('is not taken twice by the same person', () => {
    open.when(take({ seatId: chairSeat }), facts()).thenNothing();
  });

  it('is taken again by whoever left it and came back', () => {
    const back = { seatId: chairSeat, practitionerId: person(500), as: 'member' } as const;
    meeting
      .given(meetingScheduled, meetingOpened(), left('10:40', chairSeat, 500), arrived('10:50', back))
      .when(take({ seatId: chairSeat }), facts())
      .then({ type: 'ChairTaken', data: { ...taken.data, seatId: chairSeat, practitionerId: person(500) } });
  });

  it('is not taken from an empty seat, or by somebody withdrawn from a matter', () => {
    open.when(take({ seatId: thirdOfHealth }), facts()).thenRefused('chair-not-present');
    const sat = [meetingScheduled, meetingOpened(), recused('10:40', secondChair, 502)] as const;
    meeting.given(...sat).when(take(), facts()).thenRefused('chair-not-present');
    meeting.given(...sat, returned('10:50', secondChair, 502)).when(take(), facts()).then(taken);
  });

  it('is not taken by a seat that the terms of reference do not name', () => {
    open.when(take({ seatId: seats.health[1].seatId }), facts()).thenRefused('chair-may-not-chair');
  });

  it('is not taken outside a sitting, or by order of an agency without a seat', () => {
    planned.when(take(), facts()).thenRefused('meeting-not-held');
    open.when(take(), facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
  });
});
