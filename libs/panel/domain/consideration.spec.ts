import { specification } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import type { CastVote, GiveCastingVote, TakePosition } from './consideration';
import { panelDecider } from './panel';
import { panelRefusals } from './refusals';
import { matterRaised, matterWithdrawn, putOnAgenda } from './sample-matter';
import { adjourned, arrived, at, left, person, recused, resumed, returned } from './sample-meeting';
import {
  allFor,
  castingVoteGiven,
  considerationRules,
  contributionDeclined,
  discussionNoted,
  five,
  matterAfter,
  meetingAfter,
  minute,
  nothingRecorded,
  outcomeRecorded,
  panelWith,
  positionTaken,
  sittingFacts,
  voteCast,
  votesCast,
} from './sample-outcome';
import type { Speaker } from './sample-outcome';
import { day, meetingClosed, numbered, seats, stranger } from './sample-panel';

const consideration = specification(considerationRules);
const vote = (by: Speaker, changes: Partial<CastVote> = {}): CastVote => ({
  ...{ type: 'CastVote', ...minute, seatId: by.seat.seatId, vote: 'for', at: at('10:45') },
  ...changes,
});
const position = (by: Speaker, changes: Partial<TakePosition> = {}): TakePosition => ({
  ...{ type: 'TakePosition', ...minute, seatId: by.seat.seatId, position: 'supports', at: at('10:45') },
  ...changes,
});
const castingVote = (changes: Partial<GiveCastingVote> = {}): GiveCastingVote => ({
  ...{ type: 'GiveCastingVote', ...minute, vote: 'for', reasons: 'The need is not in doubt', at: at('10:50') },
  ...changes,
});
const decline = { type: 'DeclineToContribute' as const, ...minute, seatId: five.education.seat.seatId, at: at('10:45') };
const note = { type: 'NoteDiscussion' as const, ...minute, note: 'The nights were discussed', at: at('10:40') };
const facts = sittingFacts();
const whoseMeeting = (...events: readonly ClearEvent[]) => sittingFacts({ meeting: meetingAfter(...events) });

describe('A discussion', () => {
  it('is noted for the minutes, also after the votes and of an earlier minute', () => {
    consideration.given(...allFor).when(note, facts).then(discussionNoted('The nights were discussed', '10:40'));
  });

  it('is of a matter on the agenda of the meeting', () => {
    consideration.when(note, sittingFacts({ matter: matterAfter(matterRaised()) })).thenRefused('matter-not-on-agenda');
    consideration.when(note, sittingFacts({ matter: { status: 'unknown' } })).thenRefused('matter-unknown');
    const withdrawn = matterAfter(matterRaised(), putOnAgenda(), matterWithdrawn);
    consideration.when(note, sittingFacts({ matter: withdrawn })).thenRefused('matter-withdrawn');
  });

  it('is recorded by somebody whose agency has a seat', () => {
    consideration.when(note, sittingFacts({ actingAgency: stranger })).thenRefused('agency-without-seat');
    consideration.when(note, sittingFacts({ panel: panelDecider.initial })).thenRefused('panel-unknown');
  });

  it('ends with the decision', () => {
    consideration.given(...allFor, outcomeRecorded()).when(note, facts).thenRefused('decision-already-recorded', 'nothing is added');
  });
});

describe('What is said of a matter is said in a sitting', () => {
  it.each([
    ['before it was opened', at('10:29'), [], 'meeting-not-sitting'],
    ['that is to come', at('20:30'), [], 'meeting-in-future'],
    ['while it was adjourned', at('12:30'), [adjourned('12:00'), resumed('2025-10-01', '14:00')], 'meeting-not-sitting'],
    ['that is closed, even of a minute before', at('11:00'), [meetingClosed], 'meeting-not-open'],
    ['that is adjourned, even of a minute before', at('11:00'), [adjourned('12:00')], 'meeting-adjourned'],
  ])('and not in one %s', (_when, moment, events, code) => {
    consideration.when(position(five.care, { at: moment }), whoseMeeting(...events)).thenRefused(code);
  });

  it('in order: nobody speaks or votes before what was said last', () => {
    const later = positionTaken(five.care, 'supports', '11:00');
    consideration.given(later).when(position(five.education), facts).thenRefused('said-out-of-order');
    consideration.given(later).when(vote(five.education), facts).thenRefused('said-out-of-order');
  });
});

describe("An agency's position", () => {
  it('is taken through a voting member in the room, with its reasons', () => {
    const taken = positionTaken(five.education, 'opposes');
    consideration
      .when(position(five.education, { position: 'opposes', reasons: 'No place is free' }), facts)
      .then({ ...taken, data: { ...taken.data, reasons: 'No place is free' } });
    consideration.when(position(five.care), facts).then(positionTaken(five.care, 'supports'));
  });

  it('may change: the later one takes the place of the earlier', () => {
    consideration
      .given(positionTaken(five.care, 'supports'))
      .when(position(five.care, { position: 'abstains', at: at('10:50') }), facts)
      .then(positionTaken(five.care, 'abstains', '10:50'));
  });

  it('is that of one voice: nobody else of the agency changes it while whoever took it is in the room', () => {
    const taken = positionTaken(five.care, 'opposes');
    const other = position(five.otherCare, { at: at('10:50') });
    consideration.given(taken).when(other, facts).thenRefused('agency-has-spoken', 'the seat');
    expect(panelRefusals['agency-has-spoken'].kept).toBe(true);
    consideration.given(taken).when(position(five.education, { at: at('10:50') }), facts).then(positionTaken(five.education, 'supports', '10:50'));
    for (const gone of [left, recused]) {
      const sitting = whoseMeeting(gone('10:47', five.care.seat.seatId, 502));
      consideration.given(taken).when(other, sitting).then(positionTaken(five.otherCare, 'supports', '10:50'));
    }
  });

  it('is not taken through an observer, a member who is away or has withdrawn, or a seat that is none', () => {
    const through = (seatId: TakePosition['seatId'], meeting = facts) => consideration.when(position(five.care, { seatId }), meeting);
    const observed = whoseMeeting(arrived('10:35', { seatId: seats.observer.seatId, practitionerId: person(512), as: 'member' }));
    through(seats.observer.seatId, observed).thenRefused('position-of-absent-agency', 'no vote');
    through(seats.health[2].seatId).thenRefused('position-of-absent-agency', 'not in the room');
    const withdrawn = whoseMeeting(recused('10:40', five.care.seat.seatId, 502));
    through(five.care.seat.seatId, withdrawn).thenRefused('position-of-absent-agency', 'not withdrawn');
    through(numbered<'seat'>(299)).thenRefused('seat-unknown');
  });
});

describe('A vote', () => {
  it('is cast by a voting member in the room, and counts for that seat and person', () => {
    consideration.when(vote(five.chair), facts).then(voteCast(five.chair, 'for'));
    consideration.given(voteCast(five.chair, 'for')).when(vote(five.care, { vote: 'against' }), facts).then(voteCast(five.care, 'against'));
  });

  it('cannot be edited', () => {
    consideration
      .given(voteCast(five.chair, 'for'))
      .when(vote(five.chair, { vote: 'against' }), facts)
      .thenRefused('vote-already-cast', 'cannot be changed');
  });

  it('is not cast by an observer, a facilitator or a parent representative', () => {
    for (const seat of [seats.observer, seats.facilitator, seats.parent]) {
      const sitting = whoseMeeting(arrived('10:35', { seatId: seat.seatId, practitionerId: person(512), as: 'member' }));
      consideration.when(vote({ seat, person: 512 }), sitting).thenRefused('vote-by-non-voter', 'no vote');
    }
  });

  it('is not cast by a member who withdrew from the matter, not even after coming back', () => {
    const gone = recused('10:35', five.care.seat.seatId, 502);
    consideration.when(vote(five.care), whoseMeeting(gone)).thenRefused('vote-by-recused');
    consideration.when(vote(five.care), whoseMeeting(gone, returned('10:40', five.care.seat.seatId, 502))).thenRefused('vote-by-recused');
  });

  it('is not cast for a seat in which nobody is at that minute', () => {
    consideration.when(vote({ seat: seats.health[2], person: 510 }), facts).thenRefused('vote-by-absent');
    consideration.when(vote(five.care), whoseMeeting(left('10:40', five.care.seat.seatId, 502))).thenRefused('vote-by-absent');
    consideration.when(vote(five.care, { seatId: numbered<'seat'>(299) }), facts).thenRefused('seat-unknown');
  });

  it('is not cast, nor a position taken, by a member who withdrew from another matter and has not returned', () => {
    const gone = recused('10:35', five.care.seat.seatId, 502);
    const elsewhere = { ...gone, data: { ...gone.data, matterId: numbered<'matter'>(901) } };
    consideration.when(vote(five.care), whoseMeeting(elsewhere)).thenRefused('vote-by-absent', 'has not returned');
    consideration.when(position(five.care), whoseMeeting(elsewhere)).thenRefused('position-of-absent-agency', 'has not returned');
    const goesOn = whoseMeeting(elsewhere, adjourned('10:36'), resumed('2025-10-01', '10:40'));
    consideration.when(vote(five.care), goesOn).then(voteCast(five.care, 'for'));
  });

  it('is the deputy’s own where a deputy takes the seat over, and one person votes once in whichever seat', () => {
    const deputy = { seatId: five.care.seat.seatId, practitionerId: person(511), as: 'deputy' as const };
    const handedOver = whoseMeeting(left('10:46', five.care.seat.seatId, 502), arrived('10:47', deputy));
    const taken = voteCast({ seat: five.care.seat, person: 511 }, 'against', '10:48');
    consideration
      .given(voteCast(five.care, 'for'))
      .when(vote(five.care, { vote: 'against', at: at('10:48') }), handedOver)
      .then(taken);
    const moved = whoseMeeting(
      left('10:46', five.care.seat.seatId, 502),
      arrived('10:47', { seatId: seats.socialCare[2].seatId, practitionerId: person(502), as: 'deputy' }),
    );
    consideration
      .given(voteCast(five.care, 'for'))
      .when(vote({ seat: seats.socialCare[2], person: 502 }, { at: at('10:48') }), moved)
      .thenRefused('vote-already-cast');
  });

  it('is not asked for where the panel decides in another way', () => {
    for (const decisionMode of ['consensus', 'unanimity-of-payers'] as const) {
      const panel = panelWith({ decisionMode });
      consideration.when(vote(five.care), sittingFacts({ panel })).thenRefused('vote-not-asked-for', 'positions');
    }
  });
});

describe('A casting vote', () => {
  const tie = votesCast('for', 'for', 'against', 'against', 'abstains');

  it('is given by whoever chairs, with reasons, once every vote is in and they are equal', () => {
    consideration.given(...tie).when(castingVote(), facts).then(castingVoteGiven('for'));
  });

  it('is not given without reasons', () => {
    for (const reasons of [undefined, '  ', ' . ']) consideration.given(...tie).when(castingVote({ reasons }), facts).thenRefused('reasons-missing');
  });

  it('is not given while a vote is missing, or where there is no tie', () => {
    consideration.given(...tie.slice(1)).when(castingVote(), facts).thenRefused('votes-missing');
    consideration.given(...allFor).when(castingVote(), facts).thenRefused('votes-not-tied', '5 for and 0 against');
  });

  it('settles no tie of nobody: one at least votes each way', () => {
    const nobody = votesCast('abstains', 'abstains', 'abstains', 'abstains', 'abstains');
    consideration.given(...nobody).when(castingVote(), facts).thenRefused('tie-of-nobody', 'abstained');
    expect(panelRefusals['tie-of-nobody'].kept).toBe(true);
  });

  it('is given once', () => {
    consideration.given(...tie, castingVoteGiven('for')).when(castingVote({ vote: 'against' }), facts).thenRefused('casting-vote-already-given');
  });

  it('is not given while the chair is away or has withdrawn from the matter', () => {
    for (const gone of [left, recused]) {
      const sitting = whoseMeeting(gone('10:46', five.chair.seat.seatId, 500));
      consideration.given(...tie).when(castingVote(), sitting).thenRefused('chair-not-present');
    }
  });
});

describe('An agency that declines to contribute', () => {
  it('says so through its member, with reasons, once', () => {
    const declined = contributionDeclined(five.education);
    consideration.when({ ...decline, reasons: 'The need is educational' }, facts).then(declined);
    consideration.given(declined).when({ ...decline, reasons: 'Again' }, facts).thenRefused('contribution-already-declined');
  });

  it('does not without reasons, nor through somebody who has no vote', () => {
    consideration.when(decline, facts).thenRefused('reasons-missing');
    consideration.when({ ...decline, seatId: seats.observer.seatId, reasons: 'No' }, facts).thenRefused('position-of-absent-agency');
  });
});

describe('An urgent decision that the panel is asked to ratify', () => {
  const urgent = outcomeRecorded({
    ...{ meetingId: null, sitting: null, on: day('2025-09-26'), effect: 'urgent-until-ratified', urgency: 'A breakdown at home' },
    urgent: { officers: [{ agencyId: five.chair.seat.agencyId, practitionerId: person(500), post: 'Head' }], ratifyBy: day('2025-10-10') },
  });
  const vote1 = { ...vote(five.care), ofUrgent: true };

  it('is voted on in the meeting, in its own stream', () => {
    consideration.given(urgent).when(vote1, facts).then(voteCast(five.care, 'for'));
  });

  it('is considered only while it waits', () => {
    consideration.when(vote1, facts).thenRefused('not-urgently-decided');
    consideration.given(nothingRecorded()).when(vote1, facts).thenRefused('not-urgently-decided');
    const { data } = urgent;
    const overdue = { ...urgent, data: { ...data, urgent: data.urgent && { ...data.urgent, ratifyBy: day('2025-09-30') } } };
    consideration.given(overdue).when(vote1, facts).thenRefused('not-urgently-decided');
  });

  it('is considered as such: the matter itself is decided already', () => {
    consideration.given(urgent).when(vote(five.care), facts).thenRefused('decision-already-recorded');
  });

  it('is voted on anew in the next meeting', () => {
    const before = voteCast(five.care, 'against');
    const elsewhere = { ...before, data: { ...before.data, meetingId: numbered<'meeting'>(399) } };
    consideration.given(urgent, elsewhere).when(vote1, facts).then(voteCast(five.care, 'for'));
  });
});
