import { decisionModes, seatStandings } from '@accord/panel/contracts';
import type { Seat, TermsOfReference } from '@accord/panel/contracts';
import fc from 'fast-check';
import { whyInquorate } from './quorum';
import { allSeats, education, health, numbered, registered, seats, socialCare, stranger, terms, urgentOfficers } from './sample-panel';
import { agenciesNamed, mostSeats, refuseTerms } from './terms-of-reference';

const refusalOf = (changes: Partial<TermsOfReference>, known: ReadonlySet<string> = registered) => refuseTerms(terms(changes), known);
const [first] = seats.health;
const changed = (changes: Partial<Seat>): Seat[] => [{ ...first, ...changes }, ...allSeats.slice(1)];
const urgent = { officers: [...urgentOfficers], officersNeeded: 2, ratifyWithinDays: 14 };

describe('Terms of reference', () => {
  it('are coherent as in the worked example, with or without an urgent procedure', () => {
    expect(refusalOf({})).toBeUndefined();
    expect(refusalOf({ urgent: null, ratifiers: [] })).toBeUndefined();
  });

  it.each<[string, Partial<TermsOfReference>, string]>([
    ['seat the same seat twice', { seats: [...allSeats, seats.observer] }, 'seat-repeated'],
    ['have more seats than any panel', { seats: Array.from({ length: mostSeats + 1 }, () => ({ ...first })) }, 'seats-too-many'],
    ['name deputies by post without a post', { seats: changed({ deputies: 'named-posts' }) }, 'deputy-posts-missing'],
    ['name posts of deputies who may not deputise', { seats: changed({ deputies: 'none', deputyPosts: ['Deputy'] }) }, 'deputy-posts-not-used'],
    ['let nobody chair', { chairs: [] }, 'chairs-missing'],
    ['let a seat chair that is none of theirs', { chairs: [numbered<'seat'>(299)] }, 'seat-unknown'],
    ['name a chair twice', { chairs: [first.seatId, first.seatId] }, 'seat-repeated'],
    ['let an observer chair', { chairs: [first.seatId, seats.observer.seatId] }, 'chair-may-not-chair'],
    ['leave the casting vote to chairs without a vote', { chairs: [seats.facilitator.seatId] }, 'casting-vote-of-nobody'],
    ['take advice for nobody', { decisionMode: 'decision-maker-advised' }, 'decision-maker-missing'],
    ['name a decision-maker where the panel decides', { decisionMakerSeatId: first.seatId }, 'decision-maker-not-used'],
    [
      'let a seat decide that is none of theirs',
      { decisionMode: 'decision-maker-advised', decisionMakerSeatId: numbered<'seat'>(299) },
      'seat-unknown',
    ],
    [
      'let somebody decide who has no vote',
      { decisionMode: 'decision-maker-advised', decisionMakerSeatId: seats.facilitator.seatId },
      'decision-maker-without-vote',
    ],
    ['commit nothing', { commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: [] } }, 'commitment-of-nothing'],
    [
      'name what they commit twice',
      { commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing', 'nursing'] } },
      'commitment-category-repeated',
    ],
    ['want half a day of notice', { papersNotice: 0.5 }, 'papers-notice-unfit'],
    ['want less than no notice', { papersNotice: -1 }, 'papers-notice-unfit'],
    [
      'name a ratifying post twice',
      { ratifiers: [{ agencyId: health, post: 'Director' }, { agencyId: health, post: ' director' }] },
      'post-repeated',
    ],
    ['name an urgent officer twice', { urgent: { ...urgent, officers: [...urgentOfficers, ...urgentOfficers] } }, 'post-repeated'],
    ['need more officers than they name', { urgent: { ...urgent, officersNeeded: 4 } }, 'urgent-officers-too-few'],
    ['need no officer', { urgent: { ...urgent, officersNeeded: 0 } }, 'urgent-officers-too-few'],
    ['give no day to ratify', { urgent: { ...urgent, ratifyWithinDays: 0 } }, 'urgent-never-ratified'],
  ])('cannot %s', (_fault, changes, code) => {
    expect(refusalOf(changes)).toMatchObject({ refusal: code });
  });

  it.each<[string, Partial<TermsOfReference>]>([
    ['seat', { seats: changed({ agencyId: stranger }) }],
    ['let ratify', { ratifiers: [{ agencyId: stranger, post: 'Director' }] }],
    ['let decide urgently', { urgent: { ...urgent, officersNeeded: 1, officers: [{ agencyId: stranger, post: 'Director' }] } }],
    ['require for a quorum', { quorum: { members: 5, agencies: [stranger] } }],
  ])('cannot %s an agency that this area does not know', (_what, changes) => {
    expect(refusalOf(changes)).toMatchObject({ refusal: 'agency-unknown', because: expect.stringContaining(stranger) as unknown });
    expect(agenciesNamed(terms(changes))).toContain(stranger);
  });

  it('let two agencies ratify by the same post, and a parent or facilitator chair', () => {
    const ratifiers = [health, education].map((agencyId) => ({ agencyId, post: 'Director' }));
    expect(refusalOf({ ratifiers, chairs: [seats.facilitator.seatId, seats.parent.seatId, first.seatId] })).toBeUndefined();
  });
});

describe("A panel's quorum", () => {
  it('may be all of the voting seats', () => {
    expect(refusalOf({ quorum: { members: 8, agencies: [] } })).toBeUndefined();
  });

  it('cannot be more members than have a vote: observers, facilitators and parents do not count', () => {
    const refusal = refusalOf({ quorum: { members: 9, agencies: [] } });
    expect(refusal).toMatchObject({ refusal: 'quorum-cannot-be-met', because: expect.stringContaining('8 voting seats') as unknown });
  });

  it('cannot require an agency that has no voting seat', () => {
    const withoutEducation = [...seats.health, ...seats.socialCare, seats.observer];
    const refusal = refusalOf({ seats: withoutEducation, quorum: { members: 3, agencies: [health, education] } });
    expect(refusal).toMatchObject({ refusal: 'quorum-cannot-be-met', because: expect.stringContaining('no voting seat') as unknown });
  });

  it.each([0, -1, 1.5])('cannot be %p members', (members) => {
    expect(refusalOf({ quorum: { members, agencies: [] } })).toMatchObject({ refusal: 'quorum-of-nobody' });
  });
});

describe('Whatever terms of reference are accepted', () => {
  const agency = fc.constantFrom(health, socialCare, education);
  const seat = fc.record({ agencyId: agency, standing: fc.constantFrom(...seatStandings) });
  const anyTerms = fc
    .record({
      seats: fc.array(seat, { minLength: 2, maxLength: 8 }),
      members: fc.integer({ min: 1, max: 4 }),
      agencies: fc.uniqueArray(agency, { maxLength: 2 }),
      decisionMode: fc.constantFrom(...decisionModes),
      decisionMaker: fc.option(fc.nat(4), { freq: 1 }),
      chairs: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 2 }),
    })
    .map(({ seats: drawn, members, agencies, decisionMode, decisionMaker, chairs }): TermsOfReference => {
      const seatAt = (place: number) => numbered<'seat'>(200 + place);
      return terms({
        seats: drawn.map((each, place) => ({ ...first, ...each, seatId: seatAt(place) })),
        ...{ quorum: { members, agencies }, decisionMode, chairs: chairs.map(seatAt) },
        decisionMakerSeatId: decisionMaker === null ? null : seatAt(decisionMaker),
      });
    });

  it('a sitting with every seat filled is quorate, somebody may chair it, and a decision-maker has a vote', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyTerms, (drawn) => {
        if (refuseTerms(drawn, registered) !== undefined) return;
        accepted += 1;
        const standingOf = new Map(drawn.seats.map(({ seatId, standing }) => [seatId, standing]));
        expect(whyInquorate(drawn, new Set(standingOf.keys()))).toBeUndefined();
        expect(drawn.chairs.map((chair) => standingOf.get(chair))).not.toContain('observer');
        const decides = drawn.decisionMakerSeatId === null ? 'nobody' : standingOf.get(drawn.decisionMakerSeatId);
        expect(decides).toBe(drawn.decisionMode === 'decision-maker-advised' ? 'voting' : 'nobody');
      }),
      { numRuns: 2_000, seed: 20_251_001 },
    );
    expect(accepted).toBeGreaterThan(20);
  });
});
