import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { panelEvents } from './events';

// One example of every event of the panel room, for the specs of this folder; not exported by its index.

export const catalogue = catalogueOf(panelEvents);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const [health, council, panelId, otherPanel, meetingId, seatId, practitionerId] = [1, 2, 3, 4, 5, 6, 7].map(id);
const [childId, matterId, decisionId, lineId, paperId, conditionId, correctionId] = [11, 12, 13, 14, 15, 16, 17].map(id);
const [draftId, delegationId, employmentId, breachId] = [21, 22, 23, 24].map(id);
const [on, at, sha256] = ['2025-10-01', '2025-10-01T10:00:00.000Z', 'ab'.repeat(32)];

const split = { kind: 'basis-points', parts: [health, council].map((agencyId, place) => ({ agencyId, weight: place === 0 ? 6_500 : 3_500 })) };
export const line = {
  ...{ lineId, category: 'short-breaks', period: { from: '2025-10-06', to: null }, split, replaces: null, needs: [], budget: null },
  rates: [{ from: '2025-10-06', weeklyPence: 184_735 }],
};
const provisions = [{ lineId, words: 'Two nights a month' }];
const termsOfReference = {
  seats: [{ seatId, agencyId: health, post: 'Chair', standing: 'voting', deputies: 'named-posts', deputyPosts: ['Deputy'] }],
  quorum: { members: 1, agencies: [health] },
  ...{ decisionMode: 'decision-maker-advised', decisionMakerSeatId: seatId, chairs: [seatId], papersNotice: 5 },
  commitment: { authority: 'of-each-member', weeklyLimitPence: 300_000, categories: ['nursing'] },
  ratifiers: [{ agencyId: health, post: 'Director of nursing' }],
  urgent: { officers: [{ agencyId: health, post: 'Head of continuing care' }], officersNeeded: 1, ratifyWithinDays: 14 },
};
const meeting = { meetingId, panelId, on };
const present = [{ seatId, practitionerId, as: 'member' }];
const seated = { ...meeting, seatId, practitionerId, at };
const ofMatter = { ...seated, matterId, childId };
const matter = { matterId, childId, on };
const said = { decisionId, matterId, childId, ...meeting, at };
const member = { agencyId: health, seatId, practitionerId };
const decision = { decisionId, childId, on };
const officer = { agencyId: health, practitionerId, post: 'Director of nursing' };
const sitting = {
  ...{ termsVersion: 1, decisionMode: 'consensus', chairSeatId: seatId, recused: [], quorate: true },
  present: [{ seatId, agencyId: health, practitionerId, as: 'member', voting: true }],
  votes: { for: 1, against: 0, abstained: 0, casting: null },
};
const condition = { conditionId, owner: { agencyId: health, post: 'Head of continuing care' }, dueOn: '2025-11-03' };
const reading = { lines: [line], positions: [{ agencyId: health, position: 'supports' }], conditions: [condition] };
const words = { decided: 'Two nights', reasons: 'Needs at night', evidence: 'The assessment' };

/** Data of each event in its newest version, in the clear. */
export const examples: Readonly<Record<string, object>> = {
  AgencyRegistered: { agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' },
  AgencySucceeded: { agencyId: health, on: '2022-07-01', successors: [{ agencyId: council, functions: 'All' }], basis: 'Health and Care Act 2022' },
  AgencyClosed: { agencyId: health, on, because: 'Wound up' },
  PractitionerRegistered: { practitionerId, on, name: 'Sam Field', actorId: 'sam' },
  PractitionerSignInLinked: { practitionerId, actorId: 'sam', on },
  PractitionerEmployed: { practitionerId, employmentId, agencyId: health, post: 'Head of nursing', roles: ['panel-member'], from: on },
  EmploymentEnded: { practitionerId, employmentId, agencyId: health, post: 'Head of nursing', to: on },
  AuthorityDelegated: {
    ...{ delegationId, agencyId: health, to: { kind: 'post', post: 'Head of nursing' }, from: on, until: null, reference: 'Scheme 2025/26' },
    limits: [{ per: 'week', amountPence: 150_000, measuredOn: 'own-share', categories: ['nursing'] }],
  },
  DelegationRevoked: { delegationId, agencyId: health, on, because: 'New scheme' },
  PanelConstituted: { panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', termsOfReference, draftId: null },
  TermsOfReferenceRevised: { panelId, version: 2, from: on, termsOfReference, because: 'Yearly review' },
  TermsOfReferenceRead: {
    ...{ draftId, on, title: 'Composition', sha256, notes: ['As printed'] },
    rows: [{ row: 2, role: 'Chair', number: 'See next slide', voting: 'Voting Voting' }],
    questions: [{ row: 2, about: 'seat-count', asks: 'How many seats has “Chair”?' }],
  },
  TermsQuestionAnswered: { draftId, on, row: 2, answer: { about: 'seat-count', count: 1 }, because: 'The next slide' },
  MeetingScheduled: { ...meeting, startsAt: '09:30', place: 'County Hall' },
  MeetingMoved: { ...meeting, movedFrom: '2025-09-24', startsAt: null, place: null, because: 'No room' },
  MeetingCancelled: { ...meeting, because: 'Snow' },
  MeetingOpened: { ...meeting, openedAt: at, chairSeatId: seatId, present },
  MemberArrived: { ...seated, as: 'deputy' },
  MemberLeft: seated,
  ChairTaken: seated,
  ConflictOfInterestDeclared: { ...ofMatter, kind: 'financial', interest: 'Works for the provider' },
  MemberRecused: ofMatter,
  MemberReturned: ofMatter,
  MeetingAdjourned: { ...meeting, at, resumesOn: null, because: 'Fire alarm' },
  MeetingResumed: { ...meeting, at, chairSeatId: seatId, present },
  MeetingClosed: { ...meeting, closedAt: at },
  MinutesApproved: { ...meeting, atMeetingId: null, upTo: 100, sha256, practitionerId },
  MatterRaised: {
    ...{ ...matter, panelId, agencyId: health, kind: 'new-package', needs: ['mobility'], asks: 'Nights', outcomesWanted: ['Sleep'] },
    ...{ lines: [{ ...line, split: null }], provisions },
  },
  ViewsRecorded: { ...matter, of: 'child', how: 'observed', views: 'Likes the nights' },
  ViewsNotObtained: { ...matter, of: 'family', because: 'No answer to three letters' },
  PaperCirculated: {
    ...{ ...matter, paperId, version: 2, kind: 'professional-report', title: 'Report', sha256, bytes: 1_000, circulatedAt: at },
  },
  MatterPutOnAgenda: { ...matter, meetingId, panelId, place: 3, startsAt: '10:30' },
  MatterTakenOffAgenda: { ...matter, meetingId, panelId, because: 'Not ready' },
  MatterWithdrawn: { ...matter, agencyId: health, because: 'Moved away' },
  DiscussionNoted: { ...said, note: 'Nights were discussed' },
  PositionTaken: { ...said, ...member, position: 'supports', reasons: 'Needs at night' },
  VoteCast: { ...said, ...member, vote: 'for' },
  CastingVoteGiven: { ...said, ...member, vote: 'against', reasons: 'Too soon' },
  ContributionDeclined: { ...said, ...member, reasons: 'Not a health need' },
  DecisionRecorded: {
    ...{ ...decision, panelId, matterId, meetingId, at, outcome: 'approved', effect: 'at-once', withoutPrejudice: false, needs: ['mobility'] },
    ...{ ...words, returnsOn: null, referredTo: null, urgent: null, sitting, contributionsDeclined: [], ends: [], commitments: [] },
    positions: [{ agencyId: health, position: 'supports' }],
    papers: [{ paperId, version: 1, sha256, late: false, cited: true }],
    ...{ lines: [line], provisions, conditions: [] },
  },
  DecisionRatified: { ...decision, ratifier: officer, stillAwaited: [], effectiveFrom: '2025-10-06' },
  RatificationRefused: { ...decision, ratifier: officer, reasons: 'Not affordable' },
  UrgentDecisionRatified: { ...decision, panelId, meetingId, at, sitting },
  UrgentDecisionNotRatified: { ...decision, panelId, meetingId, at, sitting, lapsesFrom: '2025-10-02', reasons: 'Not needed' },
  UrgentDecisionLapsed: { ...decision, ratifyBy: '2025-09-30' },
  DecisionCorrectionRequested: {
    ...{ ...decision, correctionId, corrects: decisionId, requestedBy: 'sam', agencyId: health, because: 'A slip', ...reading, ...words },
  },
  DecisionCorrected: { ...decision, correctionId, corrects: decisionId, requestedBy: 'sam', approvedBy: 'alex', agencyId: council, ...reading },
  DecisionCorrectionRefused: { ...decision, correctionId, agencyId: council, because: 'It is right' },
  ConditionMet: { ...decision, conditionId, evidence: 'The letter' },
  ConditionWaived: { ...decision, conditionId, because: 'No longer needed' },
  ProvisionStarted: { ...decision, lineId, provider: 'Night Care Ltd' },
  ProvisionDelayed: { ...decision, lineId, barrier: 'no-staff', expectedOn: null, because: 'Two nurses left' },
  ProvisionNotAvailable: { ...decision, lineId, barrier: 'no-provider', because: 'None within thirty miles' },
  ProvisionEnded: { ...decision, lineId, because: 'Moved away' },
  BreachRecorded: {
    ...{ breachId, panelId, meetingId, matterId: null, decisionId: null, childId: null, sealedFor: breachId, on },
    ...{ rule: 'meeting-inquorate', account: 'Decided by three', saidBy: 'The clerk' },
  },
};

/** The event as it is stored and read back: checked against its contract, each personal field a text that nobody can open. */
export function storedEvent(type: string, changes: object = {}): Readonly<Record<string, unknown>> {
  const data: Record<string, unknown> = { ...examples[type], ...changes };
  const { version: schemaVersion, personal } = catalogue.check(type, data);
  for (const field of Object.keys(personal)) if (data[field] !== undefined) data[field] = 'sealed:test:e30';
  return catalogue.read({ type, schemaVersion, data });
}

const names: Readonly<Record<string, string>> = {
  ...{ [health ?? '']: 'Somerset ICB', [council ?? '']: 'Somerset Council' },
  ...{ [panelId ?? '']: 'The panel', [otherPanel ?? '']: 'The other panel' },
};
const timeline: Words = {
  agency: (agencyId) => names[agencyId] ?? 'an agency',
  panel: (of) => names[of] ?? 'a panel',
  line: () => 'package line',
  agreement: () => 'an agreement',
  date: (date) => `<${date}>`,
  money: (pence) => `${pence}p`,
  shares: ({ parts }) => parts.map(({ weight }) => `${weight / 100} %`).join(' and '),
  personal: () => '[withheld]',
};

/** What the timeline says of the example, with the changes given. */
export function sentenceOf(type: string, changes: object = {}): string {
  const stored = storedEvent(type, changes);
  // The catalogue has just validated the data against the contract whose sentence it is.
  return catalogue.definition(type)?.sentence(stored as never, timeline) ?? 'No such event.';
}
