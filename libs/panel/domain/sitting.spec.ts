import { panelEvents } from '@accord/panel/contracts';
import type { MeetingClosed } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { meetingDecider } from './meeting';
import type { AdjournMeeting, CloseMeeting, ResumeMeeting } from './meeting-commands';
import { evolveMeeting } from './meeting-evolution';
import { panelDecider } from './panel';
import { roomAt } from './room';
import { adjourned, at, facts, left, now, openMeeting, recused, resumed } from './sample-meeting';
import {
  day,
  filling,
  fivePresent,
  matterId,
  meetingClosed,
  meetingOfPanel,
  meetingOpened,
  meetingScheduled,
  moment,
  numbered,
  seats,
  socialCare,
  stranger,
  terms,
} from './sample-panel';

const meeting = specification({ decider: meetingDecider, definitions: panelEvents });
const close = (closedAt: string = at('13:00'), requested = now): CloseMeeting => ({ type: 'CloseMeeting', closedAt, now: requested });
const adjourn = (changes: Partial<AdjournMeeting> = {}): AdjournMeeting => ({
  ...{ type: 'AdjournMeeting', at: at('12:00'), because: 'The room is needed', now },
  ...changes,
});
const resume = (changes: Partial<ResumeMeeting> = {}): ResumeMeeting => ({
  ...{ type: 'ResumeMeeting', at: at('14:00'), chairSeatId: seats.health[0].seatId, present: filling(...fivePresent), now },
  ...changes,
});
const noPanel = facts({ panel: panelDecider.initial });
const byStranger = facts({ actingAgency: stranger });

describe('A planned meeting', () => {
  const planned = meeting.given(meetingScheduled);

  it('is opened on its day, with those who fill its seats', () => {
    planned.when(openMeeting(), facts()).then(meetingOpened());
  });

  it('cannot be opened before it has begun', () => {
    const early = openMeeting({ now: '2025-09-30T16:00:00.000Z' });
    planned.when(early, facts()).thenRefused('meeting-in-future', 'a moment that has come');
  });

  it('is opened by somebody whose agency has a seat on the panel, and by nobody else', () => {
    planned.when(openMeeting(), facts({ actingAgency: socialCare })).then(meetingOpened());
    planned.when(openMeeting(), byStranger).thenRefused('agency-without-seat', 'no seat on this panel');
  });

  it('opens at a moment of its day in London, however the moment is written', () => {
    const justAfterMidnight = openMeeting({ openedAt: '2025-10-01T00:15+01:00' });
    planned.when(justAfterMidnight, facts()).then(meetingOpened({ openedAt: moment('2025-09-30T23:15:00.000Z') }));
  });

  it('cannot be opened on another day: half past eleven in the evening UTC is the day after in summer', () => {
    const later = '2025-10-03T08:00:00.000Z';
    planned.when(openMeeting({ openedAt: '2025-10-02T09:30:00Z', now: later }), facts()).thenRefused('meeting-not-on-that-day', '1 October 2025');
    planned.when(openMeeting({ openedAt: '2025-10-01T23:30:00Z', now: later }), facts()).thenRefused('meeting-not-on-that-day');
  });

  it('cannot be opened at a moment without an offset from UTC', () => {
    planned.when(openMeeting({ openedAt: '2025-10-01T09:30:00' }), facts()).thenRefused('not-an-instant');
  });

  it('opens without a quorum: what it may decide is another question', () => {
    const change = { present: filling(seats.health[0]) };
    planned.when(openMeeting(change), facts()).then(meetingOpened(change));
  });

  it('sits under the terms of reference of its day: before the first there is nobody to sit', () => {
    const earlier = { ...meetingScheduled, data: { ...meetingScheduled.data, on: day('2025-03-03') } };
    meeting.given(earlier).when(openMeeting({ openedAt: '2025-03-03T10:00:00Z' }), facts()).thenRefused('meeting-before-panel');
  });

  it('cannot be closed, adjourned or resumed before it was opened', () => {
    for (const command of [close(), adjourn(), resume()]) planned.when(command, facts()).thenRefused('meeting-not-held');
  });

  it('cannot be opened where it was never planned', () => {
    meeting.when(openMeeting(), facts()).thenRefused('meeting-unknown');
    planned.when(openMeeting(), noPanel).thenRefused('meeting-unknown');
  });
});

describe('An open meeting', () => {
  const open = meeting.given(meetingScheduled, meetingOpened());

  it('is closed on its day', () => {
    open.when(close(), facts()).then(meetingClosed);
  });

  it('is closed and adjourned by somebody whose agency has a seat on the panel, and by nobody else', () => {
    open.when(close(), facts({ actingAgency: socialCare })).then(meetingClosed);
    open.when(close(), byStranger).thenRefused('agency-without-seat', 'no seat on this panel');
    open.when(adjourn(), byStranger).thenRefused('agency-without-seat');
  });

  it('that passes midnight is adjourned before it and resumed after it: it is not closed on another day', () => {
    const after = moment('2025-10-03T08:00:00Z');
    open.when(close('2025-10-02T12:00:00Z', after), facts()).thenRefused('meeting-not-on-that-day', 'adjourned');
    open.when(adjourn({ at: '2025-10-01T23:30:00Z', now: after }), facts()).thenRefused('meeting-not-on-that-day', 'adjourned');
  });

  it('cannot be closed at a moment that is none, or that has not come', () => {
    open.when(close('noon'), facts()).thenRefused('not-an-instant');
    open.when(close(at('13:00'), at('12:59')), facts()).thenRefused('meeting-in-future');
  });

  it('cannot have been closed before it was opened, or before the last that is on record', () => {
    open.when(close(at('10:29')), facts()).thenRefused('meeting-moment-out-of-order', '10.30 am on 1 October 2025');
    meeting
      .given(meetingScheduled, meetingOpened(), left('13:01', seats.health[1].seatId, 501))
      .when(close(), facts())
      .thenRefused('meeting-moment-out-of-order', '1.01 pm on 1 October 2025');
  });

  it('cannot have been closed or adjourned before something was decided in it', () => {
    const decidedLater = facts({ saidUntil: at('13:30') });
    open.when(close(), decidedLater).thenRefused('meeting-moment-out-of-order', '1.30 pm on 1 October 2025');
    open.when(adjourn(), decidedLater).thenRefused('meeting-moment-out-of-order');
    open.when(close(), facts({ saidUntil: at('13:00') })).then(meetingClosed);
  });

  it('cannot be opened a second time, nor resumed', () => {
    open.when(openMeeting(), facts()).thenRefused('meeting-already-opened');
    open.when(resume(), facts()).thenRefused('meeting-not-adjourned');
  });

  it('is adjourned, with the reason and the day on which it is to go on', () => {
    open.when(adjourn(), facts()).then(adjourned('12:00'));
    open.when(adjourn({ resumesOn: '2025-10-02' }), facts()).then({
      type: 'MeetingAdjourned',
      data: { ...adjourned('12:00').data, resumesOn: day('2025-10-02') },
    });
  });

  it('does not go on before it was adjourned', () => {
    open.when(adjourn({ resumesOn: '2025-09-30' }), facts()).thenRefused('resumption-before-adjournment', '1 October 2025');
    open.when(adjourn({ resumesOn: 'later' }), facts()).thenRefused('not-a-date');
  });
});

describe('An adjourned meeting', () => {
  const waiting = meeting.given(meetingScheduled, meetingOpened(), adjourned('12:00'));

  it('goes on with those who are there then, on the same day or a later one', () => {
    waiting.when(resume(), facts()).then(resumed('2025-10-01', '14:00'));
    const nextDay = resume({ at: '2025-10-02T09:00+01:00', now: moment('2025-10-02T12:00:00Z') });
    waiting.when(nextDay, facts()).then(resumed('2025-10-02', '09:00'));
  });

  it('goes on after it was adjourned, and not in the future', () => {
    waiting.when(resume({ at: at('11:59') }), facts()).thenRefused('meeting-moment-out-of-order');
    waiting.when(resume({ at: at('21:00') }), facts()).thenRefused('meeting-in-future');
    waiting.when(resume({ at: 'after lunch' }), facts()).thenRefused('not-an-instant');
  });

  it('is resumed by somebody whose agency has a seat that day, with people who may fill its seats', () => {
    waiting.when(resume(), byStranger).thenRefused('agency-without-seat');
    waiting.when(resume({ present: filling({ ...seats.health[0], seatId: numbered<'seat'>(299) }) }), facts()).thenRefused('seat-unknown');
    waiting.when(resume({ chairSeatId: seats.education[1].seatId }), facts()).thenRefused('chair-not-present');
  });

  it('goes on under the chair who had withdrawn from a matter and is back, but nobody chairs that matter', () => {
    const before = [meetingScheduled, meetingOpened(), recused('11:00', seats.health[0].seatId, 500), adjourned('12:00')] as const;
    const goesOn = resumed('2025-10-01', '14:00');
    meeting.given(...before).when(resume(), facts()).then(goesOn);
    const state = stateAfter({ decider: meetingDecider, definitions: panelEvents }, ...before, goesOn);
    const chairOf = (matter: typeof matterId) => roomAt(state, terms(), { at: at('14:00'), matterId: matter })?.chairSeatId;
    expect(chairOf(numbered<'matter'>(901))).toBe(seats.health[0].seatId);
    expect(chairOf(matterId)).toBeUndefined();
  });

  it('does not sit: it cannot be adjourned again', () => {
    waiting.when(adjourn({ at: at('12:30') }), facts()).thenRefused('meeting-adjourned');
  });

  it('may be closed without going on, at the moment of closing, on whatever day that is', () => {
    const data: New<typeof MeetingClosed>['data'] = { ...meetingOfPanel, on: day('2025-10-03'), closedAt: moment('2025-10-03T09:00:00Z') };
    const evening = moment('2025-10-03T18:00:00Z');
    waiting.when(close('2025-10-03T09:00:00Z', evening), facts()).then({ type: 'MeetingClosed', data });
    waiting.when(close(at('11:00')), facts()).thenRefused('meeting-moment-out-of-order');
    waiting.when(close(at('21:00')), facts()).thenRefused('meeting-in-future');
    waiting.when(close(), byStranger).thenRefused('agency-without-seat');
  });
});

describe('A resumed meeting', () => {
  const goesOn = meeting.given(meetingScheduled, meetingOpened(), adjourned('12:00'), resumed('2025-10-02', '09:00'));

  it('sits on its new day: what happens in it is of that day', () => {
    const noon = moment('2025-10-02T11:00:00Z');
    goesOn.when(close(noon, moment('2025-10-02T12:00:00Z')), facts()).then({
      type: 'MeetingClosed',
      data: { ...meetingOfPanel, on: day('2025-10-02'), closedAt: noon },
    });
    goesOn.when(close(), facts()).thenRefused('meeting-not-on-that-day', '2 October 2025');
  });
});

describe('A closed meeting', () => {
  const closed = meeting.given(meetingScheduled, meetingOpened(), meetingClosed);

  it('is not opened, adjourned, resumed or closed again', () => {
    closed.when(openMeeting(), facts()).thenRefused('meeting-already-opened');
    for (const command of [adjourn(), resume(), close()]) closed.when(command, facts()).thenRefused('meeting-not-open', 'next meeting');
  });

  it('cannot be closed where there was none', () => {
    meeting.when(close(), facts()).thenRefused('meeting-unknown');
    meeting.given(meetingScheduled, meetingOpened()).when(close(), noPanel).thenRefused('panel-unknown');
  });

  it('takes the approval of its minutes, and stays as it is', () => {
    const state = stateAfter({ decider: meetingDecider, definitions: panelEvents }, meetingScheduled, meetingOpened(), meetingClosed);
    const approved = { on: day('2025-10-08'), atMeetingId: null, upTo: 40, sha256: 'a'.repeat(64), practitionerId: numbered<'practitioner'>(500) };
    const { meetingId, panelId } = meetingOfPanel;
    expect(evolveMeeting(state, { type: 'MinutesApproved', data: { meetingId, panelId, ...approved } })).toEqual(state);
    expect(state).toMatchObject({ status: 'closed' });
  });
});
