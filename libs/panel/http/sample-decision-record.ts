/** What a panel recorded of one child, for specifications: whom it concerns, and each event as ordinary as can be. */
export const id = (n: number): string => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const [formerBody, health, care, education] = [id(100), id(101), id(102), id(103)] as const;
export const [chairSeat, careSeat, schoolSeat] = [id(201), id(202), id(203)] as const;
export const [panelId, matterId, meetingId, childId] = [id(300), id(350), id(400), id(800)] as const;
export const [decisionId, earlierId, lineId, earlierLineId, conditionId] = [id(700), id(701), id(600), id(602), id(650)] as const;
export const [paperId, correctionId] = [id(950), id(910)] as const;

export interface SampleEvent {
  readonly type: string;
  readonly data: object;
}

const seat = (seatId: string, agencyId: string, post: string) => ({
  ...{ seatId, agencyId, post, standing: 'voting', deputies: 'anyone-of-the-agency', deputyPosts: [] },
});
export const agency = (agencyId: string, name: string): SampleEvent => ({
  type: 'AgencyRegistered',
  data: { agencyId, name, kind: 'integrated-care-board', validFrom: '2013-04-01' },
});
export const succession: SampleEvent = {
  type: 'AgencySucceeded',
  data: { agencyId: formerBody, on: '2025-07-01', successors: [{ agencyId: health, functions: 'All' }], basis: 'Order 2025' },
};
export const constituted: SampleEvent = {
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', draftId: null },
    termsOfReference: {
      seats: [seat(chairSeat, health, 'Head of continuing care'), seat(careSeat, care, 'Service manager'), seat(schoolSeat, education, 'SEND lead')],
      ...{ quorum: { members: 3, agencies: [] }, decisionMode: 'majority-with-casting-vote', decisionMakerSeatId: null, chairs: [chairSeat] },
      ...{ commitment: { authority: 'of-each-member', weeklyLimitPence: null, categories: ['nursing'] }, papersNotice: 5, urgent: null },
      ratifiers: [{ agencyId: care, post: 'Director' }],
    },
  },
};

const ofMatter = { matterId, childId };
export const raised: SampleEvent = {
  type: 'MatterRaised',
  data: {
    ...{ ...ofMatter, on: '2025-09-08', panelId, agencyId: health, kind: 'variation', needs: ['breathing'] },
    ...{ asks: 'Waking nights', outcomesWanted: ['Sleeps'], lines: [], provisions: [] },
  },
};
export const paper = (version: number, circulatedAt: string, paperOf = paperId): SampleEvent => ({
  type: 'PaperCirculated',
  data: {
    ...{ ...ofMatter, on: circulatedAt.slice(0, 10), paperId: paperOf, version, kind: 'assessment', title: `Assessment, version ${version}` },
    ...{ sha256: String(version).repeat(64), bytes: 1_000, circulatedAt },
  },
});
export const viewsHeard: SampleEvent = {
  type: 'ViewsRecorded',
  data: { ...ofMatter, on: '2025-09-22', of: 'child', how: 'in-person', views: 'Wants to sleep at home' },
};
export const onAgenda: SampleEvent = {
  type: 'MatterPutOnAgenda',
  data: { ...ofMatter, on: '2025-09-15', meetingId, panelId, place: 1, startsAt: null },
};

const ofMeeting = { meetingId, panelId, on: '2025-10-01' };
export const planned: SampleEvent = { type: 'MeetingScheduled', data: { ...ofMeeting, startsAt: '10:00', place: null } };
export const openedBy = (...seats: readonly string[]): SampleEvent => ({
  type: 'MeetingOpened',
  data: {
    ...{ ...ofMeeting, openedAt: '2025-10-01T09:00:00.000Z', chairSeatId: chairSeat },
    present: seats.map((seatId) => ({ seatId, practitionerId: holderOf(seatId), as: 'member' })),
  },
});
export const holderOf = (seatId: string): string => id(Number(seatId.slice(-3)) + 300);
export const left = (seatId: string, at: string): SampleEvent => ({
  type: 'MemberLeft',
  data: { ...ofMeeting, seatId, practitionerId: holderOf(seatId), at },
});
/** A member withdraws from another child's matter. */
export const withdrewFromAnother: SampleEvent = {
  type: 'MemberRecused',
  data: { ...ofMeeting, matterId: id(351), childId: id(801), seatId: schoolSeat, practitionerId: holderOf(schoolSeat), at: '2025-10-01T09:05:00.000Z' },
};

const inRoom = (agencyId: string, seatId: string, at: string) => ({
  ...{ ...ofMeeting, ...ofMatter, decisionId, at, agencyId, seatId, practitionerId: holderOf(seatId) },
});
export const position = (agencyId: string, seatId: string, taken: object): SampleEvent => ({
  type: 'PositionTaken',
  data: { ...inRoom(agencyId, seatId, '2025-10-01T09:15:00.000Z'), ...taken },
});
export const voted = (agencyId: string, seatId: string, vote: string): SampleEvent => ({
  type: 'VoteCast',
  data: { ...inRoom(agencyId, seatId, '2025-10-01T09:25:00.000Z'), vote },
});

export const line = (change: object = {}): object => ({
  ...{ lineId, category: 'nursing', period: { from: '2025-10-06', to: null }, rates: [{ from: '2025-10-06', weeklyPence: 90_000 }] },
  split: { kind: 'ratio', parts: [{ agencyId: health, weight: 2 }, { agencyId: care, weight: 1 }] },
  ...{ replaces: null, needs: [], budget: null, ...change },
});
const present = (seatId: string, agencyId: string) => ({ seatId, agencyId, practitionerId: holderOf(seatId), as: 'member', voting: true });
export const sitting = {
  ...{ termsVersion: 1, decisionMode: 'majority-with-casting-vote', chairSeatId: chairSeat, recused: [], quorate: true },
  present: [present(chairSeat, health), present(careSeat, care), present(schoolSeat, education)],
  votes: { for: 2, against: 1, abstained: 0, casting: null },
};
const nothing = {
  ...{ withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null, urgent: null, sitting: null, positions: [] },
  ...{ contributionsDeclined: [], papers: [], lines: [], provisions: [], ends: [], commitments: [], conditions: [], conditionWords: [] },
};
export const decided = (change: object = {}): SampleEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...{ ...nothing, decisionId, panelId, matterId, meetingId, childId, on: '2025-10-01', at: '2025-10-01T09:30:00.000Z' },
    ...{ outcome: 'approved', effect: 'at-once', decided: 'Nights are covered.', reasons: 'Breathing.', evidence: 'Assessment' },
    ...{ lines: [line()], provisions: [{ lineId, words: 'Waking nights' }], ...change },
  },
});
/** A further event of a decision, on a day. */
export const then = (type: string, on: string, data: object = {}): SampleEvent => ({ type, data: { decisionId, childId, on, ...data } });
export const officer = (agencyId: string): object => ({ agencyId, practitionerId: id(550), post: 'Director' });
export const committed = (agencyId: string, withinAuthority: boolean): object => ({
  ...{ agencyId, weeklyOwnPence: 30_000, weeklyGrossPence: 90_000, delegationId: null, withinAuthority },
});
export const condition = (change: object = {}): object => ({ conditionId, owner: { agencyId: care, post: 'Team manager' }, dueOn: '2025-11-01', ...change });
export const breach = (change: object = {}): SampleEvent => ({
  type: 'BreachRecorded',
  data: {
    ...{ breachId: id(990), panelId, meetingId, matterId, decisionId, childId, sealedFor: childId, on: '2025-10-01' },
    ...{ rule: 'meeting-inquorate', account: 'One had left.', saidBy: 'An inspector', ...change },
  },
});
