import { panelEvents } from '@accord/panel/contracts';
import { stateAfter } from '@accord/shared/testing';
import { meetingDecider } from './meeting';
import type { NewMeetingEvent } from './meeting-state';
import { whyInquorate } from './quorum';
import { roomAt } from './room';
import type { Room } from './room';
import { adjourned, arrived, at, left, person, recused, resumed, returned } from './sample-meeting';
import {
  filling,
  matterId,
  meetingClosed,
  meetingOfPanel,
  meetingOpened,
  meetingScheduled,
  moment,
  numbered,
  seats,
  terms,
} from './sample-panel';

const other = numbered<'matter'>(901);
const { seatId: healthSeat } = seats.health[0];
const { seatId: secondHealthSeat } = seats.health[1];
const { seatId: careSeat } = seats.socialCare[0];

/** The room at that time of the day, after these events. */
function room(time: string, events: readonly NewMeetingEvent[], matter = matterId): Room | undefined {
  const state = stateAfter({ decider: meetingDecider, definitions: panelEvents }, meetingScheduled, meetingOpened(), ...events);
  return roomAt(state, terms(), { at: at(time), matterId: matter });
}
const seatsOf = (found: Room | undefined) => found?.seated.map(({ seat }) => seat.seatId);
const five = seatsOf(room('10:30', []));

describe('The room', () => {
  it('holds those who opened the meeting from its first minute, each with the seat of the terms of reference', () => {
    expect(room('10:30', [])).toEqual({
      ...{ ...meetingOfPanel, at: at('10:30'), chairSeatId: healthSeat, recused: [], outside: [] },
      seated: [
        { seat: seats.health[0], practitionerId: person(500), as: 'member' },
        { seat: seats.health[1], practitionerId: person(501), as: 'member' },
        { seat: seats.socialCare[0], practitionerId: person(502), as: 'member' },
        { seat: seats.socialCare[1], practitionerId: person(503), as: 'member' },
        { seat: seats.education[0], practitionerId: person(504), as: 'member' },
      ],
    });
  });

  it('is not there before the meeting opened, and not after it closed', () => {
    expect(room('10:29', [])).toBeUndefined();
    expect(seatsOf(room('12:59', [meetingClosed]))).toEqual(five);
    expect(room('13:00', [meetingClosed])).toBeUndefined();
  });

  it('is not there for a meeting that has not been opened', () => {
    const planned = stateAfter({ decider: meetingDecider, definitions: panelEvents }, meetingScheduled);
    for (const state of [meetingDecider.initial, planned]) {
      expect(roomAt(state, terms(), { at: at('11:00'), matterId })).toBeUndefined();
    }
  });

  it('is left and entered at a minute: whoever leaves is out of it from that minute', () => {
    const events = [
      left('11:00', secondHealthSeat, 501),
      arrived('11:10', { seatId: secondHealthSeat, practitionerId: person(510), as: 'deputy' }),
    ];
    expect(seatsOf(room('10:59', events))).toContain(secondHealthSeat);
    expect(seatsOf(room('11:00', events))).not.toContain(secondHealthSeat);
    expect(room('11:10', events)?.seated).toContainEqual({ seat: seats.health[1], practitionerId: person(510), as: 'deputy' });
  });

  it('is empty while the meeting is adjourned, and is filled afresh when it goes on, if on another day', () => {
    const events = [adjourned('12:00'), resumed('2025-10-02', '09:00')];
    expect(seatsOf(room('11:59', events))).toEqual(five);
    expect(room('12:00', events)).toBeUndefined();
    const state = stateAfter({ decider: meetingDecider, definitions: panelEvents }, meetingScheduled, meetingOpened(), ...events);
    const nextDay = roomAt(state, terms(), { at: moment('2025-10-02T08:00:00Z'), matterId });
    expect(nextDay).toMatchObject({ on: '2025-10-02', chairSeatId: healthSeat });
    expect(seatsOf(nextDay)).toEqual(five);
  });

  it('does not know a seat that the terms of reference of that day do not have', () => {
    const state = stateAfter({ decider: meetingDecider, definitions: panelEvents }, meetingScheduled, meetingOpened());
    const without = terms({ seats: terms().seats.filter(({ seatId }) => seatId !== healthSeat) });
    const found = roomAt(state, without, { at: at('11:00'), matterId });
    expect(seatsOf(found)).toEqual(five?.slice(1));
    expect(found?.chairSeatId).toBeUndefined();
  });
});

describe('A member who withdrew from a matter', () => {
  const away = [recused('11:00', secondHealthSeat, 501)];
  const back = [...away, returned('11:20', secondHealthSeat, 501)];

  it('is in the room until then, and out of it for everything until the return', () => {
    expect(seatsOf(room('10:59', back))).toEqual(five);
    for (const matter of [matterId, other]) expect(seatsOf(room('11:19', back, matter))).not.toContain(secondHealthSeat);
  });

  it('counts again for the other business after the return, and for that matter never', () => {
    expect(seatsOf(room('11:20', back, other))).toEqual(five);
    expect(room('11:20', back, other)?.recused).toEqual([]);
    expect(seatsOf(room('12:30', back))).not.toContain(secondHealthSeat);
    expect(room('12:30', back)?.recused).toEqual([secondHealthSeat]);
  });

  it('does not come back to the matter by a deputy in the same seat', () => {
    const deputy = arrived('11:10', { seatId: secondHealthSeat, practitionerId: person(510), as: 'deputy' });
    const events = [...away, left('11:05', secondHealthSeat, 501), deputy];
    expect(seatsOf(room('11:10', events))).not.toContain(secondHealthSeat);
    expect(seatsOf(room('11:10', events, other))).toContain(secondHealthSeat);
  });

  it('does not come back to the matter in another seat, nor to the room before the return', () => {
    const { seatId } = seats.health[2];
    const moved = arrived('11:10', { seatId, practitionerId: person(501), as: 'deputy' });
    const events = [...away, left('11:05', secondHealthSeat, 501), moved];
    expect(seatsOf(room('11:10', events, other))).not.toContain(seatId);
    const after = [...events, returned('11:20', seatId, 501)];
    expect(seatsOf(room('11:20', after, other))).toContain(seatId);
    expect(seatsOf(room('11:20', after))).not.toContain(seatId);
    expect(room('11:20', after)?.recused).toEqual([secondHealthSeat, seatId]);
  });

  it('is outside for every other matter until the return', () => {
    expect(room('11:10', away, other)).toMatchObject({ recused: [], outside: [secondHealthSeat] });
    expect(room('11:10', away)).toMatchObject({ recused: [secondHealthSeat], outside: [] });
    expect(room('11:20', back, other)?.outside).toEqual([]);
  });

  it('is back for the other business when an adjourned meeting goes on with them present, and for that matter never', () => {
    const events = [...away, adjourned('12:00'), resumed('2025-10-01', '13:00')];
    expect(seatsOf(room('11:59', events, other))).not.toContain(secondHealthSeat);
    expect(seatsOf(room('13:00', events, other))).toContain(secondHealthSeat);
    expect(seatsOf(room('13:00', events))).not.toContain(secondHealthSeat);
    expect(room('13:00', events)?.recused).toEqual([secondHealthSeat]);
  });

  it('stays out of the room where it goes on without them and they come later, until the return', () => {
    const without = resumed('2025-10-01', '13:00');
    const present = without.data.present.filter(({ seatId }) => seatId !== secondHealthSeat);
    const later = arrived('13:05', { seatId: secondHealthSeat, practitionerId: person(501), as: 'member' });
    const events = [...away, adjourned('12:00'), { ...without, data: { ...without.data, present } }, later];
    expect(seatsOf(room('13:05', events, other))).not.toContain(secondHealthSeat);
    expect(seatsOf(room('13:10', [...events, returned('13:10', secondHealthSeat, 501)], other))).toContain(secondHealthSeat);
  });
});

describe('The chair in the room', () => {
  const taken: NewMeetingEvent = {
    type: 'ChairTaken',
    data: { ...meetingOfPanel, seatId: careSeat, practitionerId: person(502), at: at('11:10') },
  };

  it('is nobody once the chair has left, until another seat takes the chair', () => {
    const events = [left('11:00', healthSeat, 500), taken];
    expect(room('11:00', events)?.chairSeatId).toBeUndefined();
    expect(room('11:10', events)?.chairSeatId).toBe(careSeat);
  });

  it('is not given back by coming again: the chair is taken', () => {
    const again = arrived('11:05', { seatId: healthSeat, practitionerId: person(500), as: 'member' });
    expect(room('11:05', [left('11:00', healthSeat, 500), again])?.chairSeatId).toBeUndefined();
  });

  it('is nobody while the chair is withdrawn, and the chair again after the return, but never for that matter', () => {
    const events = [recused('11:00', healthSeat, 500), returned('11:20', healthSeat, 500)];
    expect(room('11:00', events, other)?.chairSeatId).toBeUndefined();
    expect(room('11:20', events, other)?.chairSeatId).toBe(healthSeat);
    expect(room('11:20', events)?.chairSeatId).toBeUndefined();
  });

  it('is another seat for the matter where that one took the chair', () => {
    expect(room('11:10', [recused('11:00', healthSeat, 500), taken])?.chairSeatId).toBe(careSeat);
  });
});

describe('A quorum of five of eight with one at least of health, social care and education', () => {
  const { seatId: onlyOfHealth } = seats.health[0];
  const present = filling(seats.health[0], ...seats.socialCare.slice(0, 2), ...seats.education);
  const why = (time: string, matter = matterId) => {
    const withdrawnAndBack = [recused('11:00', onlyOfHealth, 500), returned('11:20', onlyOfHealth, 500)];
    const state = stateAfter(
      { decider: meetingDecider, definitions: panelEvents },
      ...[meetingScheduled, meetingOpened({ present })],
      ...withdrawnAndBack,
    );
    const found = roomAt(state, terms(), { at: at(time), matterId: matter });
    return whyInquorate(terms(), new Set(seatsOf(found)));
  };

  it('is there with five, among them one of health (worked example 7)', () => {
    expect(why('10:45')).toBeUndefined();
  });

  it('is not there for the item from which the only member of health withdrew, even after the return', () => {
    expect(why('11:00')).toMatch(/4 voting members/);
    expect(why('11:30')).toMatch(/4 voting members/);
  });

  it('is there again for the other items once that member is back', () => {
    expect(why('11:20', other)).toBeUndefined();
  });
});
