import { panelEvents } from './events';
import { council, examples, health, otherPanel, sentenceOf } from './sample-events';

describe('Every event of the panel room', () => {
  it('has an example, and a sentence of the timeline', () => {
    expect(Object.keys(examples).toSorted()).toEqual(panelEvents.map(({ type }) => type as string).toSorted());
    for (const { type } of panelEvents) expect(sentenceOf(type)).toMatch(/^([A-Z]|\[withheld\]).*(\.|\[withheld\])$/);
  });
});

describe('The timeline says of agencies and people', () => {
  it.each<[string, object, string]>([
    ['AgencyRegistered', {}, 'Somerset ICB was registered.'],
    ['AgencySucceeded', {}, 'From <2022-07-01> the functions of Somerset ICB passed to Somerset Council.'],
    [
      'AgencySucceeded',
      { successors: [health, council].map((agencyId) => ({ agencyId, functions: 'Some' })) },
      'From <2022-07-01> the functions of Somerset ICB passed to Somerset ICB and Somerset Council.',
    ],
    ['AgencyClosed', {}, 'Somerset ICB ended on <2025-10-01> without a successor.'],
    ['PractitionerRegistered', {}, '[withheld] was registered as a practitioner.'],
    ['PractitionerSignInLinked', {}, "The practitioner's own sign-in was linked on <2025-10-01>."],
    ['PractitionerEmployed', {}, 'Post of Head of nursing at Somerset ICB from <2025-10-01>.'],
    ['EmploymentEnded', {}, 'No longer Head of nursing at Somerset ICB from <2025-10-01>.'],
    ['AuthorityDelegated', {}, 'Somerset ICB delegated authority to its Head of nursing from <2025-10-01>.'],
    [
      'AuthorityDelegated',
      { to: { kind: 'person', practitionerId: '00000000-0000-7000-8000-000000000007' } },
      'Somerset ICB delegated authority to a named person from <2025-10-01>.',
    ],
    ['DelegationRevoked', {}, 'A delegation of authority by Somerset ICB ended on <2025-10-01>.'],
  ])('%s %j', (type, changes, sentence) => {
    expect(sentenceOf(type, changes)).toBe(sentence);
  });
});

describe('The timeline says of a panel and its terms of reference', () => {
  const question = { row: 2, about: 'seat-count', asks: 'How many?' };
  it.each<[string, object, string]>([
    ['PanelConstituted', {}, 'Continuing care panel was constituted.'],
    ['TermsOfReferenceRevised', {}, 'Version 2 of the terms of reference of The panel holds from <2025-10-01>.'],
    ['TermsOfReferenceRead', {}, 'The composition “Composition” was read; 1 question is open.'],
    ['TermsOfReferenceRead', { questions: [question, question] }, 'The composition “Composition” was read; 2 questions are open.'],
    ['TermsQuestionAnswered', {}, 'What row 2 of the printed composition leaves open was answered.'],
  ])('%s %j', (type, changes, sentence) => {
    expect(sentenceOf(type, changes)).toBe(sentence);
  });
});

describe('The timeline says of a meeting', () => {
  const present = (people: number) => ({
    present: Array.from({ length: people }, (_, place) => {
      const id = (number: number) => `00000000-0000-7000-8000-${String(number + place).padStart(12, '0')}`;
      return { seatId: id(20), practitionerId: id(40), as: 'member' };
    }),
  });
  it.each<[string, object, string]>([
    ['MeetingScheduled', {}, 'A meeting of The panel was planned for <2025-10-01>.'],
    ['MeetingMoved', {}, 'The meeting of The panel on <2025-09-24> was moved to <2025-10-01>.'],
    ['MeetingMoved', { movedFrom: '2025-10-01' }, 'The meeting of The panel on <2025-10-01> was given another time or place.'],
    ['MeetingCancelled', {}, 'The meeting of The panel on <2025-10-01> was cancelled.'],
    ['MeetingOpened', present(1), 'The panel met, with 1 member present.'],
    ['MeetingOpened', present(5), 'The panel met, with 5 members present.'],
    ['MemberArrived', {}, 'A deputy joined the meeting of The panel.'],
    ['MemberLeft', {}, 'A member left the meeting of The panel.'],
    ['ChairTaken', {}, 'Another member took the chair of The panel.'],
    ['ConflictOfInterestDeclared', {}, 'A member of The panel declared an interest in the matter.'],
    ['MemberRecused', {}, 'A member of The panel withdrew while the matter was considered.'],
    ['MemberReturned', {}, 'A member of The panel came back after the matter.'],
    ['MeetingAdjourned', {}, 'The meeting of The panel was adjourned.'],
    ['MeetingResumed', {}, 'The meeting of The panel went on.'],
    ['MeetingClosed', {}, 'The meeting of The panel was closed.'],
    ['MinutesApproved', {}, 'The minutes of a meeting of The panel were approved on <2025-10-01>.'],
  ])('%s %#', (type, changes, sentence) => {
    expect(sentenceOf(type, changes)).toBe(sentence);
  });
});

describe('The timeline says of a matter', () => {
  it.each<[string, object, string]>([
    ['MatterRaised', {}, 'Somerset ICB brought a matter to The panel (new package).'],
    ['ViewsRecorded', {}, "The child's views were recorded, given by being with the child."],
    ['ViewsRecorded', { of: 'family', how: 'in-writing' }, "The family's views were recorded, given in writing."],
    ['ViewsNotObtained', {}, "The family's views could not be obtained: [withheld]"],
    ['PaperCirculated', {}, 'A paper was circulated (professional report, version 2): [withheld].'],
    ['MatterPutOnAgenda', {}, 'The matter was put on the agenda of The panel as item 3.'],
    ['MatterTakenOffAgenda', {}, 'The matter was taken off the agenda of The panel.'],
    ['MatterWithdrawn', {}, 'Somerset ICB withdrew the matter.'],
    ['DiscussionNoted', {}, 'The panel discussed the matter.'],
    ['PositionTaken', {}, 'Somerset ICB supports the request.'],
    ['PositionTaken', { position: 'opposes' }, 'Somerset ICB opposes the request.'],
    ['PositionTaken', { position: 'abstains' }, 'Somerset ICB abstains.'],
    ['VoteCast', {}, 'A member of Somerset ICB voted for.'],
    ['VoteCast', { vote: 'abstains' }, 'A member of Somerset ICB abstained.'],
    ['CastingVoteGiven', {}, 'The votes being equal, the chair gave the casting vote against.'],
    ['ContributionDeclined', {}, 'Somerset ICB declined to contribute, and gave its reasons.'],
  ])('%s %j', (type, changes, sentence) => {
    expect(sentenceOf(type, changes)).toBe(sentence);
  });
});

describe('The timeline says of a decision', () => {
  const noLines = { lines: [], provisions: [], effect: 'none' };
  const urgent = {
    ...{ meetingId: null, sitting: null, effect: 'urgent-until-ratified' },
    urgent: {
      officers: [{ agencyId: health, practitionerId: '00000000-0000-7000-8000-000000000007', post: 'Head' }],
      ratifyBy: '2025-10-15',
    },
  };
  const approved = 'short breaks from <2025-10-06>, 65 % and 35 %.';
  it.each<[object, string]>([
    [{}, `The panel approved the request: ${approved}`],
    [{ outcome: 'approved-with-conditions' }, `The panel approved the request with conditions: ${approved}`],
    [{ outcome: 'part-approved' }, `The panel approved part of the request: ${approved}`],
    [{ effect: 'awaiting-ratification' }, `The panel approved the request: ${approved} It awaits ratification.`],
    [urgent, `Between meetings, officers for The panel approved the request: ${approved}`],
    [{ ...noLines, outcome: 'deferred' }, 'The panel deferred the matter.'],
    [{ ...noLines, outcome: 'deferred', returnsOn: '2025-11-05' }, 'The panel deferred the matter until <2025-11-05>.'],
    [{ ...noLines, outcome: 'declined' }, 'The panel declined the request.'],
    [
      { ...noLines, outcome: 'contribution-declined', contributionsDeclined: [health, council] },
      'The panel recorded that Somerset ICB and Somerset Council declined to contribute.',
    ],
    [{ ...noLines, outcome: 'referred', referredTo: otherPanel }, 'The panel referred the matter to The other panel.'],
    [{ ...noLines, outcome: 'referred' }, 'The panel referred the matter to another panel.'],
    [{ ...noLines, outcome: 'withdrawn' }, 'The panel recorded that the matter was withdrawn.'],
  ])('what became of it %#', (changes, sentence) => {
    expect(sentenceOf('DecisionRecorded', changes)).toBe(sentence);
  });

  it.each<[string, object, string]>([
    ['DecisionRatified', {}, 'Somerset ICB ratified the decision; it has effect from <2025-10-06>.'],
    ['DecisionRatified', { stillAwaited: [council] }, 'Somerset ICB ratified the decision; others have still to.'],
    ['RatificationRefused', {}, 'Somerset ICB did not ratify the decision.'],
    ['UrgentDecisionRatified', {}, 'The panel ratified the urgent decision.'],
    ['UrgentDecisionNotRatified', {}, 'The panel did not ratify the urgent decision; it lapses from <2025-10-02>.'],
    ['UrgentDecisionLapsed', {}, 'The urgent decision was not ratified by <2025-09-30>; it lapsed from <2025-10-01>.'],
    ['DecisionCorrectionRequested', {}, 'Somerset ICB asked to correct the record of the decision.'],
    ['DecisionCorrected', {}, 'Somerset Council approved a correction to the record of the decision.'],
    ['DecisionCorrectionRefused', {}, 'Somerset Council did not approve the correction.'],
    ['ConditionMet', {}, 'A condition of the decision was met: [withheld]'],
    ['ConditionWaived', {}, 'A condition of the decision was waived: [withheld]'],
    ['ProvisionStarted', {}, 'Provision by Night Care Ltd started on <2025-10-01>.'],
    ['ProvisionDelayed', {}, 'Provision is late (no staff); no day can be given yet.'],
    ['ProvisionDelayed', { expectedOn: '2025-11-03' }, 'Provision is late (no staff); now expected on <2025-11-03>.'],
    ['ProvisionNotAvailable', {}, 'Provision is not available (no provider): [withheld]'],
    ['ProvisionEnded', {}, 'Provision ended on <2025-10-01>.'],
    ['BreachRecorded', {}, 'A breach by The panel on <2025-10-01> was put on record (meeting inquorate).'],
  ])('%s %j', (type, changes, sentence) => {
    expect(sentenceOf(type, changes)).toBe(sentence);
  });
});
