import type { Seat } from '@accord/panel/contracts';
import { whyInquorate } from './quorum';
import { education, fivePresent, health, seats, socialCare, terms } from './sample-panel';

const why = (...present: readonly Seat[]) => whyInquorate(terms(), new Set(present.map(({ seatId }) => seatId)));

describe('Five of eight, with one each of health, social care and education (worked example 7)', () => {
  it('is quorate with five that include each agency', () => {
    expect(why(...fivePresent)).toBeUndefined();
  });

  it('is inquorate with four, with one, with nobody', () => {
    expect(why(...fivePresent.slice(1))).toContain('4 voting members are present; the terms of reference require 5');
    expect(why(...fivePresent.slice(4))).toContain('1 voting member is present');
    expect(why()).toContain('0 voting members are present');
  });

  it('is inquorate with five that leave an agency out', () => {
    expect(why(...seats.health, ...seats.socialCare)).toContain('1 of the agencies');
  });

  it('does not count those who have no vote, even of an agency that is missing', () => {
    expect(why(...fivePresent.slice(1), seats.facilitator, seats.parent)).toContain('4 voting members');
    expect(why(...seats.health, ...seats.socialCare, seats.observer)).toContain('1 of the agencies');
  });

  it('names neither people nor agencies when it says why', () => {
    for (const because of [why(), why(...seats.health, ...seats.socialCare)]) {
      expect(because).toBeDefined();
      for (const agencyId of [health, socialCare, education]) expect(because).not.toContain(agencyId);
    }
  });
});
