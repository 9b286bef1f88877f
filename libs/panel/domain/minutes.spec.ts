import { panelEvents } from '@accord/panel/contracts';
import type { MinutesApproved } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import type { MeetingEvent } from './meeting-state';
import { minutesDecider } from './minutes';
import type { ApproveMinutes, MinutesFacts, MinutesState } from './minutes';
import { adjourned } from './sample-meeting';
import { meetingAfter, panelWith } from './sample-outcome';
import { day, health, meetingClosed, meetingId, meetingOpened, meetingScheduled, numbered, panelId, seats, stranger } from './sample-panel';

const minutes = specification<ApproveMinutes, MinutesState, ClearEvent, MeetingEvent, MinutesFacts>({
  ...{ decider: minutesDecider, definitions: panelEvents },
});

const read = 'a'.repeat(64);
const chair = numbered<'practitioner'>(500);
const approve = (changes: Partial<ApproveMinutes> = {}): ApproveMinutes => ({
  ...{ type: 'ApproveMinutes', sha256: read, upTo: 30, practitionerId: chair, today: day('2025-10-08') },
  ...changes,
});
const facts = (changes: Partial<MinutesFacts> = {}): MinutesFacts => ({
  ...{ panel: panelWith(), actingAgency: health, actor: 'sign-in of the chair', approver: { status: 'unknown' }, atMeeting: { status: 'unknown' }, generated: read },
  ...changes,
});
const approved = (changes: Partial<New<typeof MinutesApproved>['data']> = {}): New<typeof MinutesApproved> => ({
  type: 'MinutesApproved',
  data: { ...{ meetingId, panelId, on: day('2025-10-08'), atMeetingId: null, upTo: 30, sha256: read, practitionerId: chair }, ...changes },
});
const observer = numbered<'practitioner'>(598);
const next = numbered<'meeting'>(401);
const held = meetingAfter();
const nextMeeting: MinutesFacts['atMeeting'] = held.status === 'open' ? { ...held, meetingId: next, on: day('2025-11-05') } : held;

describe('The minutes of a closed meeting', () => {
  const closed = minutes.given(meetingScheduled, meetingOpened(), meetingClosed);

  it('are approved by somebody who sat, as they were read', () => {
    closed.when(approve(), facts()).then(approved());
  });

  it('are approved by a later meeting, on the day of that meeting', () => {
    const atNext = approve({ atMeetingId: next });
    closed.when(atNext, facts({ atMeeting: nextMeeting })).then(approved({ atMeetingId: next, on: day('2025-11-05') }));
  });

  it('are not approved by a meeting that never sat, nor by themselves', () => {
    closed.when(approve({ atMeetingId: next }), facts()).thenRefused('minutes-approved-elsewhere', 'a later meeting of the same panel');
    const itself = facts({ atMeeting: meetingAfter() });
    closed.when(approve({ atMeetingId: meetingId }), itself).thenRefused('minutes-approved-elsewhere');
  });

  it('are not approved where another text was read', () => {
    closed.when(approve({ sha256: 'b'.repeat(64) }), facts()).thenRefused('minutes-differ', 'Read the minutes afresh');
  });

  it('are not approved by somebody who was not there', () => {
    const absent = approve({ practitionerId: numbered<'practitioner'>(599) });
    closed.when(absent, facts()).thenRefused('minutes-approved-by-absent', 'somebody who sat in the meeting');
  });

  it('are not approved by somebody who only observed', () => {
    const observing = minutes.given(meetingScheduled, meetingOpened({ present: [...meetingOpened().data.present, { seatId: seats.observer.seatId, practitionerId: observer, as: 'member' }] }), meetingClosed);
    observing.when(approve({ practitionerId: observer }), facts()).thenRefused('minutes-approved-by-observer', 'name a member who sat');
    observing.when(approve(), facts()).then(approved());
  });

  it('are approved in nobody else’s name, where the sign-in of the person named is known', () => {
    const approver = { status: 'registered' as const, practitionerId: chair, actorId: 'sign-in of the chair', employments: [] };
    closed.when(approve(), facts({ approver })).then(approved());
    closed.when(approve(), facts({ approver, actor: 'sign-in of a clerk' })).thenRefused('minutes-approved-for-another', 'signs in themselves');
    const { actorId: _, ...unlinked } = approver;
    closed.when(approve(), facts({ approver: unlinked, actor: 'sign-in of a clerk' })).then(approved());
  });

  it('are not approved by an agency without a seat', () => {
    closed.when(approve(), facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
  });

  it('are not approved where the text read ends before the close', () => {
    closed.when(approve(), facts({ generated: undefined })).thenRefused('minutes-not-ready', 'read its minutes once more');
  });
});

describe('Approved minutes', () => {
  const done = minutes.given(meetingScheduled, meetingOpened(), meetingClosed, approved());

  it('stay approved when they are approved once more', () => {
    done.when(approve(), facts()).thenNothing();
  });

  it('are approved again with what was recorded later', () => {
    done.when(approve({ upTo: 45 }), facts()).then(approved({ upTo: 45 }));
  });

  it('are not taken back to an earlier text', () => {
    done.when(approve({ upTo: 20 }), facts()).thenRefused('minutes-already-approved');
  });
});

describe('The minutes of a meeting that goes on', () => {
  it.each([
    ['is sitting', [meetingScheduled, meetingOpened()]],
    ['is adjourned', [meetingScheduled, meetingOpened(), adjourned('12:00')]],
    ['has not sat', [meetingScheduled]],
  ])('are not approved while it %s', (_, events) => {
    minutes.given(...events).when(approve(), facts()).thenRefused('minutes-not-ready', 'Close the meeting');
  });

  it('are not approved where there is no meeting', () => {
    minutes.given().when(approve(), facts()).thenRefused('meeting-unknown');
  });
});
