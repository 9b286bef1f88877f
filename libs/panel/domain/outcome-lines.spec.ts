import { lineCategories } from '@accord/panel/contracts';
import type { Commitment, DecisionRecorded, PackageLine } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import type { Delegation, SchemeState } from './delegation';
import type { OutcomeFacts, RecordOutcome } from './outcome';
import { arrived, employed, left, person } from './sample-meeting';
import {
  allFor,
  decisionAfter,
  declining,
  five,
  matterAfter,
  meetingAfter,
  nothingRecorded,
  outcomeFacts,
  outcomeRecorded,
  outcomeRules,
  panelWith,
  recordOutcome,
  voteCast,
} from './sample-outcome';
import { childsViews, familysViewsNotObtained, matterRaised, paperCirculated, putOnAgenda } from './sample-matter';
import {
  agreedLine,
  day,
  health,
  numbered,
  percentages,
  pounds,
  proposedLine,
  seats,
  socialCare,
  stranger,
  termsOfEachMember,
} from './sample-panel';

const outcome = specification(outcomeRules);
type Data = New<typeof DecisionRecorded>['data'];
const recording = (changes: Partial<RecordOutcome>, facts: Partial<OutcomeFacts> = {}) =>
  outcome.given(...allFor).when(recordOutcome(changes), outcomeFacts(facts));

describe('The package lines of an outcome', () => {
  it('are named by an approval, and by nothing else', () => {
    recording({ lines: [] }).thenRefused('decision-without-lines');
    recording({ ...declining, lines: [proposedLine()] }).thenRefused('lines-without-approval');
    recording({ ...declining, ends: [{ decisionId: earlierId, lineId: earlierLine.lineId, from: '2025-10-06' }] }).thenRefused('lines-without-approval');
  });

  it('may be none where nothing is provided by it: a child is eligible, or a plan goes on', () => {
    const eligibility = { matter: matterAfter(matterRaised({ kind: 'eligibility' }), childsViews, familysViewsNotObtained, paperCirculated(), putOnAgenda()) };
    recording({ lines: [] }, eligibility).then(nothingRecorded());
  });

  it('have each an id of its own', () => {
    recording({ lines: [proposedLine(), proposedLine({ category: 'transport' })] }).thenRefused('line-repeated');
  });

  it('are paid by agencies that are registered in the area', () => {
    recording({ lines: [proposedLine({ split: { kind: 'ratio', parts: [{ agencyId: stranger, weight: 1 }] } })] }).thenRefused('agency-unknown', stranger);
  });

  it('are shared as a whole: 99.99 % is refused', () => {
    recording({ lines: [proposedLine({ split: percentages(50, 49.99) })] }).thenRefused('shares-not-whole', '99.99 %');
  });

  it('cost no more a week than any week can', () => {
    recording({ lines: [proposedLine({ rates: [{ from: '2025-09-01', weeklyPence: 1_000_000_001 }] })] }).thenRefused('weekly-rate-too-high');
  });
});

const earlierId = numbered<'decision'>(710);
const earlierLine: PackageLine = agreedLine({ lineId: numbered<'package-line'>(610), period: { from: day('2025-05-01'), to: null }, rates: [{ from: day('2025-05-01'), weeklyPence: pounds(1_000) }] });
const earlier = (changes: Partial<Data> = {}) =>
  decisionAfter(
    outcomeRecorded({
      ...{ decisionId: earlierId, matterId: numbered<'matter'>(910), meetingId: numbered<'meeting'>(399), on: day('2025-04-28') },
      ...{ lines: [earlierLine], provisions: [], ...changes },
    }),
  );

describe('A line that takes the place of an earlier one', () => {
  const replaces = { decisionId: earlierId, lineId: earlierLine.lineId };
  const replacing = (facts: Partial<OutcomeFacts>) => recording({ lines: [proposedLine({ replaces })] }, facts);

  it('names a line of an earlier decision about the child that is in effect', () => {
    replacing({ ofChild: [earlier()] }).then(outcomeRecorded({ lines: [agreedLine({ replaces })] }));
  });

  it.each([
    ['that nobody decided', []],
    ['of another child', [earlier({ childId: numbered<'child'>(801) })]],
    ['that another decision has', [earlier({ decisionId: numbered<'decision'>(711) })]],
    ['that still awaits ratification', [earlier({ effect: 'awaiting-ratification' })]],
    ['that has ended', [earlier({ lines: [{ ...earlierLine, period: { from: day('2025-05-01'), to: day('2025-09-01') } }] })]],
    ['that has not begun', [earlier({ lines: [{ ...earlierLine, period: { from: day('2025-09-02'), to: null } }] })]],
    [
      'that has already given way to another',
      [earlier(), earlier({ decisionId: numbered<'decision'>(711), lines: [agreedLine({ replaces, period: { from: day('2025-08-01'), to: null }, rates: [{ from: day('2025-08-01'), weeklyPence: pounds(1) }] })] })],
    ],
    ['that another decision ended', [earlier(), earlier({ decisionId: numbered<'decision'>(711), lines: [], ends: [{ ...replaces, from: day('2025-08-01') }] })]],
  ])('does not name one %s', (_which, ofChild) => {
    replacing({ ofChild }).thenRefused('line-not-in-effect');
  });
});

describe('A line that ends without another in its place', () => {
  const ending = (from: string) => ({ lines: [], ends: [{ decisionId: earlierId, lineId: earlierLine.lineId, from }] });

  it('is ended by an approval, with or without new lines, and that has effect at once', () => {
    const ends = [{ decisionId: earlierId, lineId: earlierLine.lineId, from: day('2025-10-13') }];
    recording(ending('2025-10-13'), { ofChild: [earlier()] }).then(outcomeRecorded({ lines: [], provisions: [], commitments: [], ends }));
  });

  it('is one that is in effect', () => {
    recording(ending('2025-10-13')).thenRefused('line-not-in-effect');
    recording(ending('2025-04-30'), { ofChild: [earlier()] }).thenRefused('line-not-in-effect');
    recording(ending('13 October'), { ofChild: [earlier()] }).thenRefused('not-a-date');
  });
});

/** Health's limit of £1,500 a week of its own share, or another; what is delegated goes to the seat's member or post. */
const delegation = (changes: Partial<Delegation> = {}): Delegation => ({
  ...{ delegationId: numbered<'delegation'>(960), agencyId: health, to: { kind: 'person', practitionerId: person(501) } },
  limits: [{ per: 'week', amountPence: pounds(1_500), measuredOn: 'own-share', categories: [...lineCategories] }],
  ...{ from: day('2025-04-01'), until: null, ...changes },
});
const careDelegation = delegation({
  ...{ delegationId: numbered<'delegation'>(961), agencyId: socialCare, to: { kind: 'post', post: seats.socialCare[0].post } },
  limits: [{ per: 'week', amountPence: pounds(100_000), measuredOn: 'gross', categories: [...lineCategories] }],
});
const schemes = (...ofHealth: readonly Delegation[]): ReadonlyMap<string, SchemeState> =>
  new Map([
    [health, { delegations: ofHealth }],
    [socialCare, { delegations: [careDelegation] }],
  ]);

describe('Authority in the room (worked example 8)', () => {
  const { commitment } = termsOfEachMember();
  const panel = panelWith({ commitment });
  const at1620 = (ofHealth: number) => {
    const rates = [{ from: '2025-09-01', weeklyPence: 162_000 }];
    return { lines: [proposedLine({ rates, split: percentages(ofHealth, 100 - ofHealth) })] };
  };
  const agreed = (ofHealth: number) =>
    agreedLine({ rates: [{ from: day('2025-09-01'), weeklyPence: pounds(1_620) }], split: percentages(ofHealth, 100 - ofHealth) });
  const committed = (agencyId: Commitment['agencyId'], own: number, changes: Partial<Commitment>): Commitment => ({
    ...{ agencyId, weeklyOwnPence: pounds(own), weeklyGrossPence: pounds(1_620), delegationId: null, withinAuthority: false },
    ...changes,
  });
  const byHealth = { delegationId: delegation().delegationId, withinAuthority: true };
  const byCare = { delegationId: careDelegation.delegationId, withinAuthority: true };
  const half = (ofHealth: Partial<Commitment>) => [committed(health, 810, ofHealth), committed(socialCare, 810, byCare)];

  it('has effect at once where each member could commit the agency’s share: £810 of £1,500', () => {
    recording(at1620(50), { panel, schemes: schemes(delegation()) }).then(outcomeRecorded({ lines: [agreed(50)], commitments: half(byHealth) }));
  });

  it('awaits ratification beyond it: £1,620 of £1,500', () => {
    recording(at1620(100), { panel, schemes: schemes(delegation()) }).then(
      outcomeRecorded({ effect: 'awaiting-ratification', lines: [agreed(100)], commitments: [committed(health, 1_620, {})] }),
    );
  });

  it('awaits ratification with the same limit on the whole cost, though the share is £810', () => {
    const gross = delegation({ limits: [{ per: 'week', amountPence: pounds(1_500), measuredOn: 'gross', categories: [...lineCategories] }] });
    recording(at1620(50), { panel, schemes: schemes(gross) }).then(
      outcomeRecorded({ effect: 'awaiting-ratification', lines: [agreed(50)], commitments: half({}) }),
    );
  });

  it('awaits ratification where the delegation has ended, or its holder is not in the room', () => {
    const waiting = outcomeRecorded({ effect: 'awaiting-ratification', lines: [agreed(50)], commitments: half({}) });
    recording(at1620(50), { panel, schemes: schemes(delegation({ until: day('2025-10-01') })) }).then(waiting);
    recording(at1620(50), { panel, schemes: schemes(delegation({ to: { kind: 'person', practitionerId: person(510) } })) }).then(waiting);
  });

  it('holds for a post that the member has beside the seat', () => {
    const toPost = delegation({ to: { kind: 'post', post: 'Head of continuing care' } });
    const practitioners = new Map([[person(501), employed(501, health, { post: 'Head of Continuing Care ' })]]);
    recording(at1620(50), { panel, practitioners, schemes: schemes(toPost) }).then(outcomeRecorded({ lines: [agreed(50)], commitments: half(byHealth) }));
  });

  it('is not that of the seat’s post where a deputy fills it', () => {
    const deputy = { seatId: five.care.seat.seatId, practitionerId: person(511), as: 'deputy' as const };
    const meeting = meetingAfter(left('10:35', five.care.seat.seatId, 502), arrived('10:36', deputy));
    const votes = [five.chair, five.health, five.otherCare, five.education].map((by) => voteCast(by, 'for'));
    const deputed = voteCast({ seat: five.care.seat, person: 511 }, 'for');
    const facts = outcomeFacts({ panel, meeting, schemes: schemes(delegation()) });
    const present = outcomeRecorded().data.sitting?.present ?? [];
    const sitting = outcomeRecorded().data.sitting;
    outcome.given(...votes, deputed).when(recordOutcome(at1620(50)), facts).then(
      outcomeRecorded({
        ...{ effect: 'awaiting-ratification', lines: [agreed(50)] },
        commitments: [committed(health, 810, byHealth), committed(socialCare, 810, {})],
        sitting: sitting && {
          ...sitting,
          present: [
            ...present.filter(({ seatId }) => seatId !== deputy.seatId),
            { ...deputy, agencyId: socialCare, voting: true },
          ],
        },
      }),
    );
  });

  it('per case counts what is in force for the child besides, without what gives way', () => {
    const perCase = delegation({ limits: [{ per: 'case', amountPence: pounds(100_000), measuredOn: 'own-share', categories: [...lineCategories] }] });
    const inForce = earlier({ lines: [{ ...earlierLine, rates: [{ from: day('2025-05-01'), weeklyPence: pounds(2_000) }], split: percentages(100, 0) }] });
    const facts = { panel, ofChild: [inForce], schemes: schemes(perCase) };
    recording(at1620(50), facts).then(outcomeRecorded({ effect: 'awaiting-ratification', lines: [agreed(50)], commitments: half({}) }));
    const ends = [{ decisionId: earlierId, lineId: earlierLine.lineId, from: day('2025-09-01') }];
    recording({ ...at1620(50), ends }, facts).then(outcomeRecorded({ lines: [agreed(50)], commitments: half(byHealth), ends }));
  });
});
