import { specification } from '@accord/shared/testing';
import { left, recused } from './sample-meeting';
import { allFor, declining, deferral, five, meetingAfter, nothingRecorded, outcomeFacts, outcomeRules, panelWith, recordOutcome, sittingWith, voteCast } from './sample-outcome';
import { day, education, numbered } from './sample-panel';

const outcome = specification(outcomeRules);

describe('Quorum (worked example 7)', () => {
  const withoutHealth = outcomeFacts({
    panel: panelWith({ chairs: [five.care.seat.seatId, five.chair.seat.seatId] }),
    meeting: meetingAfter(recused('10:40', five.health.seat.seatId, 501), left('10:41', five.care.seat.seatId, 502)),
  });

  it('is that of the minute of deciding, after those who withdrew from the matter', () => {
    const votes = [five.chair, five.otherCare, five.education].map((by) => voteCast(by, 'for'));
    outcome.given(...votes).when(recordOutcome(), withoutHealth).thenRefused('meeting-inquorate', '3 voting members are present');
    outcome.given(...votes).when(recordOutcome(declining), withoutHealth).thenRefused('meeting-inquorate', 'can be deferred');
    const contribution = recordOutcome({ ...declining, outcome: 'contribution-declined' });
    outcome.given(...votes).when(contribution, withoutHealth).thenRefused('meeting-inquorate');
  });

  it('needs one of each agency that the terms of reference name', () => {
    const quorum = { members: 3, agencies: [education] };
    const noEducation = outcomeFacts({ panel: panelWith({ quorum }), meeting: meetingAfter(recused('10:40', five.education.seat.seatId, 504)) });
    outcome.given(...allFor).when(recordOutcome(), noEducation).thenRefused('meeting-inquorate', '1 of the agencies');
  });

  it('is not needed to put the matter off, to refer it or to let it go', () => {
    const sitting = sittingWith({
      present: sittingWith().present.filter(({ seatId }) => seatId !== five.health.seat.seatId && seatId !== five.care.seat.seatId),
      ...{ recused: [five.health.seat.seatId], quorate: false, votes: null },
    });
    outcome
      .when(recordOutcome(deferral), withoutHealth)
      .then(nothingRecorded({ outcome: 'deferred', missing: 'The costing', returnsOn: day('2025-10-15'), sitting }));
  });
});

describe('A matter from which the only chair withdrew', () => {
  const alone = (...events: ReturnType<typeof recused>[]) =>
    outcomeFacts({ panel: panelWith({ chairs: [five.chair.seat.seatId], quorum: { members: 3, agencies: [] } }), meeting: meetingAfter(...events) });
  const withdrew = alone(recused('10:40', five.chair.seat.seatId, 500));
  const sitting = sittingWith({
    present: sittingWith().present.filter(({ seatId }) => seatId !== five.chair.seat.seatId),
    ...{ chairSeatId: null, recused: [five.chair.seat.seatId], votes: null },
  });
  const returnsOn = day('2025-10-15');

  it('is put off, sent to another panel or let go, with nobody in the chair', () => {
    outcome.when(recordOutcome(deferral), withdrew).then(nothingRecorded({ outcome: 'deferred', missing: 'The costing', returnsOn, sitting }));
    const referredTo = numbered<'panel'>(301);
    outcome
      .when(recordOutcome({ ...declining, outcome: 'referred', referredTo }), { ...withdrew, referredTo: panelWith() })
      .then(nothingRecorded({ outcome: 'referred', referredTo, sitting }));
    outcome.when(recordOutcome({ ...declining, outcome: 'withdrawn' }), withdrew).then(nothingRecorded({ outcome: 'withdrawn', sitting }));
  });

  it('is neither approved nor declined: nobody chairs, whatever was voted', () => {
    const votes = [five.health, five.care, five.otherCare, five.education].map((by) => voteCast(by, 'for'));
    outcome.given(...votes).when(recordOutcome(), withdrew).thenRefused('chair-not-present', 'defer the matter');
    outcome.given(...votes).when(recordOutcome(declining), withdrew).thenRefused('chair-not-present');
  });

  it('is put off also where the chair has left, and nobody took the chair', () => {
    const present = sittingWith().present.filter(({ seatId }) => seatId !== five.chair.seat.seatId);
    outcome
      .when(recordOutcome(deferral), outcomeFacts({ meeting: meetingAfter(left('10:40', five.chair.seat.seatId, 500)) }))
      .then(nothingRecorded({ outcome: 'deferred', missing: 'The costing', returnsOn, sitting: sittingWith({ chairSeatId: null, quorate: false, present, votes: null }) }));
  });
});
