import { idFrom } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import type { SeatBody, TermsBody } from './terms-bodies';
import { answerOfBody, seatsOfBody, seatsWanted, termsOfBody } from './terms-of-body';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const agencyId = id<'agency'>(101);
const seatIdAt = (place: number): Id<'seat'> => id<'seat'>(200 + place);

const seat: SeatBody = { agencyId, post: 'Chair', standing: 'voting', deputies: 'none' };
const body: TermsBody = {
  ...{ quorum: { members: 2, agencies: [agencyId] }, decisionMode: 'consensus', chairs: [2, 1] },
  commitment: { authority: 'of-the-panel', categories: ['nursing'] },
  ...{ ratifiers: [{ agencyId, post: 'Director' }], papersNotice: 5 },
};

describe('Terms of reference as they are handed in', () => {
  it('give a new seat the id of its place, and leave a seat that goes on its own', () => {
    const seats = seatsOfBody([seat, { ...seat, seatId: id<'seat'>(250), deputyPosts: ['Deputy'] }], seatIdAt);
    expect(seats).toEqual([
      { ...seat, seatId: seatIdAt(0), deputyPosts: [] },
      { ...seat, seatId: id<'seat'>(250), deputyPosts: ['Deputy'] },
    ]);
  });

  it('name chairs by their number in the list, the first seat being 1, in order of precedence', () => {
    expect(termsOfBody(body, seatIdAt)).toMatchObject({ ok: true, value: { chairs: [seatIdAt(1), seatIdAt(0)], decisionMakerSeatId: null } });
  });

  it('have no limit, no decision-maker and no urgent procedure where these are left out', () => {
    expect(termsOfBody(body, seatIdAt)).toMatchObject({ value: { commitment: { weeklyLimitPence: null }, decisionMakerSeatId: null, urgent: null } });
    const urgent = { officers: [{ agencyId, post: 'Head' }], officersNeeded: 1, ratifyWithinDays: 14 };
    const full = { ...body, decisionMaker: 1, urgent, commitment: { ...body.commitment, weeklyLimitPence: 300_000 } };
    expect(termsOfBody(full, seatIdAt)).toMatchObject({
      value: { commitment: { weeklyLimitPence: 300_000 }, decisionMakerSeatId: seatIdAt(0), urgent },
    });
  });
});

describe('The seats of a new panel', () => {
  const draftId = id<'terms-draft'>(350);

  it('are given, or come from a printed composition with ids enough for any panel', () => {
    expect(seatsWanted({ seats: [seat] }, seatIdAt)).toMatchObject({ ok: true, value: [{ seatId: seatIdAt(0), post: 'Chair' }] });
    const wanted = seatsWanted({ draftId }, seatIdAt);
    expect(wanted).toMatchObject({ ok: true, value: { draftId } });
    expect(wanted.ok && 'seatIds' in wanted.value && new Set(wanted.value.seatIds).size).toBe(100);
  });

  it('are one of the two, not neither and not both', () => {
    expect(seatsWanted({}, seatIdAt)).toMatchObject({ refusal: 'seats-not-said' });
    expect(seatsWanted({ seats: [seat], draftId }, seatIdAt)).toMatchObject({ refusal: 'seats-not-said' });
  });
});

describe('An answer about a printed composition', () => {
  const given = { row: 2, because: 'The paper' };

  it('says how many, with which standing or of which agency', () => {
    expect(answerOfBody({ ...given, count: 0 })).toEqual({ ok: true, value: { about: 'seat-count', count: 0 } });
    expect(answerOfBody({ ...given, standing: 'observer' })).toEqual({ ok: true, value: { about: 'seat-standing', standing: 'observer' } });
    expect(answerOfBody({ ...given, agencyId })).toEqual({ ok: true, value: { about: 'seat-agency', agencyId } });
  });

  it('is one thing, not none and not two', () => {
    expect(answerOfBody(given)).toMatchObject({ refusal: 'terms-answer-unfit' });
    expect(answerOfBody({ ...given, count: 1, agencyId })).toMatchObject({ refusal: 'terms-answer-unfit' });
  });
});
