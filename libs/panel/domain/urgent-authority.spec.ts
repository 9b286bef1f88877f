import type { DecisionRecorded } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import { ratificationDecider } from './ratification';
import type { RatifyDecision } from './ratification';
import { careDirector, director, lapsed, londonTime, meetingOn, officers, ratificationFacts, ratificationRefused, ratified, rulesOf, takenUrgently, votesOn } from './sample-decided';
import { person, staff } from './sample-meeting';
import { decisionAfter, panelWith, sittingFacts, sittingWith } from './sample-outcome';
import { childId, day, decisionId, education, health, meetingId, numbered, panelId, pounds, socialCare, termsOfEachMember } from './sample-panel';
import { delegation, limit, lineOf, schemes } from './sample-people';
import { urgentRatificationDecider } from './urgent-ratification';
import type { PanelRatifiesUrgent, UrgentRatificationFacts } from './urgent-ratification';

const byPanel = specification(rulesOf(urgentRatificationDecider));
const byPost = specification(rulesOf(ratificationDecider));
const on = '2025-10-10';
const allFor = votesOn(on, 'for', 'for', 'for', 'for', 'for');
const ofPanel: PanelRatifiesUrgent = { type: 'PanelRatifiesUrgent', meetingId, at: londonTime(on, '11:00'), now: londonTime(on, '20:00') };
const settled = {
  type: 'UrgentDecisionRatified',
  data: { decisionId, childId, on: day(on), panelId, meetingId, at: londonTime(on, '11:00'), sitting: sittingWith() },
};

/** £1,620 a week, half and half, by officers of whom only that of social care may commit so much. */
const commitments = (ofHealth: boolean): New<typeof DecisionRecorded>['data']['commitments'] =>
  ([[health, ofHealth], [socialCare, true]] as const).map(([agencyId, withinAuthority]) => ({
    ...{ agencyId, weeklyOwnPence: pounds(810), weeklyGrossPence: pounds(1_620), delegationId: null, withinAuthority },
  }));
const taken = (changes: Partial<New<typeof DecisionRecorded>['data']> = {}) =>
  takenUrgently({ lines: [lineOf(50)], commitments: commitments(false), ...changes });
/** Health's member in the chair may commit up to that much a week; nobody else anything. */
const upTo = (amount: number, changes: Partial<UrgentRatificationFacts> = {}): UrgentRatificationFacts => ({
  ...sittingFacts({ meeting: meetingOn(on), panel: panelWith(termsOfEachMember()) }),
  ...{ practitioners: staff, ofChild: [] },
  schemes: schemes(delegation({ to: { kind: 'person', practitionerId: person(500) }, limits: [limit({ amountPence: pounds(amount) })] })),
  ...changes,
});

describe('The panel ratifies an urgent decision', () => {
  it('where its member in the room may commit what the officer of that agency could not', () => {
    byPanel.given(taken(), ...allFor).when(ofPanel, upTo(810)).then(settled);
  });

  it('and not where nobody may: the named post of that agency, and of no other, ratifies first', () => {
    byPanel.given(taken(), ...allFor).when(ofPanel, upTo(809)).thenRefused('urgent-beyond-authority', 'Director of nursing');
    byPanel.given(taken(), ...allFor).when(ofPanel, upTo(809)).thenRefused('urgent-beyond-authority', health);
    byPanel.given(taken(), ratified({ on: day(on) }), ...allFor).when(ofPanel, upTo(809)).then(settled);
  });

  it('on what the officers could commit, though the members in the room cannot', () => {
    byPanel.given(taken({ commitments: commitments(true) }), ...allFor).when(ofPanel, upTo(0)).then(settled);
  });

  it('on its own authority, where the terms of reference give it that', () => {
    byPanel.given(taken(), ...allFor).when(ofPanel, upTo(0, { panel: panelWith() })).then(settled);
  });

  it('counting what else is decided about the child on that day, and not the decision itself', () => {
    const other = (changes: object) => decisionAfter(takenUrgently({ lines: [lineOf(10)], effect: 'at-once', urgent: null, on: day(on), ...changes }));
    const itself = decisionAfter(taken({ on: day(on) }));
    byPanel.given(taken(), ...allFor).when(ofPanel, upTo(900, { ofChild: [itself] })).then(settled);
    byPanel
      .given(taken(), ...allFor)
      .when(ofPanel, upTo(900, { ofChild: [itself, other({ decisionId: numbered<'decision'>(701) })] }))
      .thenRefused('urgent-beyond-authority');
  });

  it('or refuses to, whoever has ratified', () => {
    const against = votesOn(on, 'against', 'against', 'against', 'against', 'against');
    byPanel.given(taken(), ...against).when({ ...ofPanel, type: 'PanelDoesNotRatify', reasons: 'It could wait' }, upTo(0)).then({
      type: 'UrgentDecisionNotRatified',
      data: {
        ...{ ...settled.data, sitting: sittingWith({ votes: { for: 0, against: 5, abstained: 0, casting: null } }) },
        ...{ lapsesFrom: day('2025-10-11'), reasons: 'It could wait' },
      },
    });
  });
});

describe('The named post of an agency ratifies an urgent decision', () => {
  const ratify = (changes: Partial<RatifyDecision> = {}): RatifyDecision => ({
    ...{ type: 'RatifyDecision', practitionerId: director.practitionerId, on: '2025-10-08' },
    ...changes,
  });
  const facts = ratificationFacts();
  // The line begins on 1 September 2025; the officers decided on 3 October.
  const byHealth = ratified({ on: day('2025-10-08'), effectiveFrom: day('2025-10-03') });

  it('where its officer could not commit its share', () => {
    byPost.given(taken()).when(ratify(), facts).then(byHealth);
    byPost.given(taken({ commitments: commitments(true) })).when(ratify(), facts).thenRefused('ratification-not-awaited', 'in a meeting');
    const care = { ratifier: careDirector, actingAgency: socialCare, actor: 'sign-in of the care director' };
    byPost.given(taken()).when(ratify({ practitionerId: careDirector.practitionerId }), { ...facts, ...care }).thenRefused('ratification-not-of-agency');
    byPost.given(taken()).when(ratify(), { ...facts, actingAgency: education }).thenRefused('ratification-not-of-agency');
  });

  it('which changes nothing but that it is awaited no longer: the decision had its effect, and the panel has still to ratify it', () => {
    const [before, after] = [decisionAfter(taken()), decisionAfter(taken(), byHealth)];
    expect(before).toMatchObject({ standing: 'urgent-until-ratified', awaiting: [health] });
    expect(after).toEqual({ ...before, awaiting: [] });
    expect(decisionAfter(taken(), settled)).toMatchObject({ standing: 'in-effect', awaiting: [] });
  });

  it('once, and not after it is settled', () => {
    byPost.given(taken(), byHealth).when(ratify(), facts).thenRefused('ratification-not-awaited');
    byPost.given(taken(), settled).when(ratify(), facts).thenRefused('ratification-not-awaited');
  });

  it('in the days that the panel has for ratifying it, though its lapse was written down first', () => {
    byPost.given(taken()).when(ratify({ on: '2025-10-18' }), facts).thenRefused('urgent-lapsed', '18 October 2025');
    byPost.given(taken(), lapsed).when(ratify(), facts).then(byHealth);
    byPost.given(taken(), lapsed).when(ratify({ on: '2025-10-18' }), facts).thenRefused('urgent-lapsed', '18 October 2025');
  });

  it('and names no first day: it has effect already', () => {
    byPost.given(taken()).when(ratify({ effectiveFrom: '2025-10-08' }), facts).thenRefused('urgent-has-effect');
  });

  it('never its own officer', () => {
    const [officer] = officers;
    const own = { ratifier: { ...officer, actorId: 'sign-in of the officer' }, actor: 'sign-in of the officer' };
    byPost.given(taken()).when(ratify({ practitionerId: officer.practitionerId }), { ...facts, ...own }).thenRefused('ratified-by-decider');
  });

  it('and does not refuse it: that is for the panel', () => {
    byPost
      .given(taken())
      .when({ type: 'RefuseRatification', practitionerId: director.practitionerId, on: '2025-10-08', reasons: ratificationRefused.data.reasons }, facts)
      .thenRefused('ratification-not-awaited', 'lapses');
  });
});
