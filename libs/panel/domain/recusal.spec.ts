import { panelEvents } from '@accord/panel/contracts';
import type { ConflictOfInterestDeclared } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import { meetingDecider } from './meeting';
import type { DeclareInterest, RecuseMember, ReturnMember } from './meeting-commands';
import { at, facts, left, now, onAgenda, recused, returned } from './sample-meeting';
import { childId, matterId, meetingOfPanel, meetingOpened, meetingScheduled, numbered, seats, stranger } from './sample-panel';

const meeting = specification({ decider: meetingDecider, definitions: panelEvents });
const { seatId } = seats.health[1];
const declare = (changes: Partial<DeclareInterest> = {}): DeclareInterest => ({
  ...{ type: 'DeclareInterest', matterId, seatId, kind: 'indirect', interest: 'A sister works for the provider' },
  ...{ at: at('10:50'), now },
  ...changes,
});
const recuse = (changes: Partial<RecuseMember> = {}): RecuseMember => ({
  ...{ type: 'RecuseMember', matterId, seatId, at: at('11:00'), now },
  ...changes,
});
const comeBack = (changes: Partial<ReturnMember> = {}): ReturnMember => ({
  ...{ type: 'ReturnMember', matterId, seatId, at: at('11:20'), now },
  ...changes,
});

const sat = [meetingScheduled, meetingOpened()] as const;
const open = meeting.given(...sat);
const withdrawn = meeting.given(...sat, recused('11:00', seatId, 501));

describe('A member with an interest in a matter', () => {
  const declared: New<typeof ConflictOfInterestDeclared> = {
    type: 'ConflictOfInterestDeclared',
    data: {
      ...{ ...meetingOfPanel, matterId, childId, seatId, practitionerId: numbered<'practitioner'>(501), at: at('10:50') },
      ...{ kind: 'indirect', interest: 'A sister works for the provider' },
    },
  };

  it('declares it, and may stay', () => {
    open.when(declare(), facts()).then(declared);
  });

  it('withdraws from the matter at a minute', () => {
    meeting.given(...sat, declared).when(recuse(), facts()).then(recused('11:00', seatId, 501));
  });

  it('declares and withdraws in the order of time', () => {
    meeting.given(...sat, declared).when(recuse({ at: at('10:45') }), facts()).thenRefused('meeting-moment-out-of-order');
  });

  it('withdraws once, until coming back', () => {
    withdrawn.when(recuse({ at: at('11:05') }), facts()).thenRefused('member-already-recused');
    meeting
      .given(...sat, recused('11:00', seatId, 501), returned('11:20', seatId, 501))
      .when(recuse({ at: at('12:00') }), facts())
      .then(recused('12:00', seatId, 501));
  });

  it('is in a seat', () => {
    const { seatId: empty } = seats.health[2];
    for (const command of [declare({ seatId: empty }), recuse({ seatId: empty }), comeBack({ seatId: empty })]) {
      open.when(command, facts()).thenRefused('member-not-present');
    }
  });

  it('speaks of a matter that there is, on the agenda of this meeting', () => {
    const elsewhere = facts({ matter: onAgenda({ agenda: [] }) });
    for (const command of [declare(), recuse()]) {
      open.when(command, facts({ matter: { status: 'unknown' } })).thenRefused('matter-unknown');
      open.when(command, elsewhere).thenRefused('matter-not-on-agenda');
      open.when(command, facts({ matter: onAgenda({ status: 'withdrawn' }) })).thenRefused('matter-not-on-agenda');
    }
  });

  it('is recorded by somebody whose agency has a seat, while the meeting sits', () => {
    for (const command of [declare(), recuse(), comeBack()]) {
      open.when(command, facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
      meeting.given(meetingScheduled).when(command, facts()).thenRefused('meeting-not-held');
    }
  });
});

describe('A member who withdrew', () => {
  it('comes back for the other business', () => {
    withdrawn.when(comeBack(), facts()).then(returned('11:20', seatId, 501));
  });

  it('comes back even where the matter has been taken off the agenda meanwhile', () => {
    withdrawn.when(comeBack(), facts({ matter: onAgenda({ agenda: [] }) })).then(returned('11:20', seatId, 501));
  });

  it('comes back once, and from the matter from which it was', () => {
    open.when(comeBack(), facts()).thenRefused('member-not-recused');
    withdrawn.when(comeBack(), facts({ matter: onAgenda({ matterId: numbered<'matter'>(901) }) })).thenRefused('member-not-recused');
    meeting
      .given(...sat, recused('11:00', seatId, 501), returned('11:20', seatId, 501))
      .when(comeBack({ at: at('11:30') }), facts())
      .thenRefused('member-not-recused');
  });

  it('who has left the sitting does not come back to it unseen', () => {
    meeting
      .given(...sat, recused('11:00', seatId, 501), left('11:10', seatId, 501))
      .when(comeBack(), facts())
      .thenRefused('member-not-present');
  });
});
