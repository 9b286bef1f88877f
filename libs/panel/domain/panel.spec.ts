import { panelEvents } from '@accord/panel/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { panelDecider, whyInquorate } from './panel';
import type { Seat } from './panel';
import {
  allSeats,
  constitutePanel,
  education,
  fivePresent,
  health,
  panelConstituted,
  registered,
  seats,
  socialCare,
  stranger,
} from './sample-panel';

const stream = { decider: panelDecider, definitions: panelEvents };
const panel = specification(stream);
const facts = { registered };

describe('A panel', () => {
  it('is constituted under its terms of reference', () => {
    panel.when(constitutePanel(), facts).then(panelConstituted());
  });

  it('is constituted once', () => {
    panel.given(panelConstituted()).when(constitutePanel(), facts).thenRefused('panel-already-constituted');
  });

  it('cannot be constituted from a day that is none', () => {
    panel.when(constitutePanel({ from: '2025-13-01' }), facts).thenRefused('not-a-date');
  });

  it('gives each seat an id of its own', () => {
    panel.when(constitutePanel({ seats: [...allSeats, seats.observer] }), facts).thenRefused('seat-repeated');
  });

  it('seats only agencies that are registered in the area', () => {
    const [first, ...others] = allSeats;
    const withStranger = [...others, { ...(first ?? seats.observer), agencyId: stranger }];
    panel.when(constitutePanel({ seats: withStranger }), facts).thenRefused('agency-unknown', stranger);
  });
});

describe("A panel's quorum", () => {
  it('may be all of the voting seats', () => {
    const quorum = { members: 8, agencies: [] };
    panel.when(constitutePanel({ quorum }), facts).then(panelConstituted({ quorum }));
  });

  it('cannot be more members than have a vote: observers, facilitators and parents do not count', () => {
    const quorum = { members: 9, agencies: [] };
    panel.when(constitutePanel({ quorum }), facts).thenRefused('quorum-cannot-be-met', '8 voting seats');
  });

  it('cannot require an agency that has no voting seat', () => {
    const withoutEducation = [...seats.health, ...seats.socialCare, seats.observer];
    const quorum = { members: 3, agencies: [health, education] };
    panel.when(constitutePanel({ seats: withoutEducation, quorum }), facts).thenRefused('quorum-cannot-be-met', 'no voting seat');
  });

  it.each([0, -1, 1.5])('cannot be %p members', (members) => {
    panel.when(constitutePanel({ quorum: { members, agencies: [] } }), facts).thenRefused('quorum-of-nobody');
  });
});

describe('Five of eight, with one each of health, social care and education (worked example 7)', () => {
  const constituted = stateAfter(stream, panelConstituted());
  if (constituted.status === 'unknown') throw new Error('The panel of this spec is constituted.');
  const why = (...present: readonly Seat[]) => whyInquorate(constituted, new Set(present.map(({ seatId }) => seatId)));

  it('is quorate with five that include each agency', () => {
    expect(why(...fivePresent)).toBeUndefined();
  });

  it('is inquorate with four', () => {
    expect(why(...fivePresent.slice(1))).toContain('4 voting members are present; the terms of reference require 5');
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
