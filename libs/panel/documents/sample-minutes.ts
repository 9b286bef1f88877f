import {
  CastingVoteGiven,
  ChairTaken,
  ConflictOfInterestDeclared,
  DecisionCorrected,
  DecisionCorrectionRequested,
  DecisionRatified,
  DecisionRecorded,
  DiscussionNoted,
  MatterPutOnAgenda,
  MatterRaised,
  MeetingAdjourned,
  MeetingClosed,
  MeetingOpened,
  MeetingResumed,
  MeetingScheduled,
  MemberArrived,
  MemberLeft,
  MemberRecused,
  MemberReturned,
  PaperCirculated,
  PositionTaken,
  ProvisionStarted,
  UrgentDecisionRatified,
  ViewsNotObtained,
  ViewsRecorded,
  VoteCast,
} from '@accord/panel/contracts';
import type { PackageLine, Sitting, VoteKind } from '@accord/panel/contracts';
import type { Id } from '@accord/shared/kernel';
import type { MeetingOnRecord } from './meeting-on-record';
import { Recorder, at, care, children, icb, meetingId, moment, numbered, on, panelId, people, pounds, schools, seats, shares, terms } from './sample-record';
import type { Opened, ToldEvent } from './told';

// One meeting with five items, from the agenda to what happened since; not exported by the index of this folder.

const recorder = new Recorder();
const day = on('2025-10-01');
const ofMeeting = { meetingId, panelId, on: day };
const sits = (seat: { readonly seatId: Id<'seat'> }, practitionerId: Id<'practitioner'>, as: 'member' | 'deputy' = 'member') => ({ seatId: seat.seatId, practitionerId, as });
const sha256 = 'a'.repeat(64);

const matterOf = (place: number) => numbered<'matter'>(900 + place);
const [first, second, third, fourth, fifth] = [matterOf(1), matterOf(2), matterOf(3), matterOf(4), matterOf(5)] as const;
const decisionOf = (place: number) => numbered<'decision'>(700 + place);
export const firstDecision = decisionOf(1);

/** Personal care from 6 October 2025, with that number among the lines of the specs. */
export const lineOfMinutes = (number: number, changes: Partial<PackageLine> = {}): PackageLine => ({
  ...{ lineId: numbered<'package-line'>(600 + number), category: 'personal-care', period: { from: on('2025-10-06'), to: null } },
  rates: [{ from: on('2025-10-06'), weeklyPence: pounds(1_847.35) }],
  ...{ split: shares([icb, 70], [care, 30]), replaces: null, needs: [], budget: null, ...changes },
});

const raised = (place: number, childId: Id<'child'>, changes: Partial<Opened<typeof MatterRaised>> = {}) =>
  recorder.record(MatterRaised, {
    ...{ matterId: matterOf(place), childId, on: on('2025-09-08'), panelId, agencyId: icb, kind: 'new-package', needs: ['mobility'] },
    ...{ asks: '', outcomesWanted: [], lines: [], provisions: [], ...changes },
  });
const onAgenda = (place: number, childId: Id<'child'>) =>
  recorder.record(MatterPutOnAgenda, { matterId: matterOf(place), childId, on: on('2025-09-15'), meetingId, panelId, place, startsAt: null });
const viewsOf = (place: number, childId: Id<'child'>, { of, views }: { readonly of: 'child' | 'family'; readonly views: string }) =>
  recorder.record(ViewsRecorded, { matterId: matterOf(place), childId, on: on('2025-09-12'), of, how: of === 'child' ? 'through-an-advocate' : 'in-person', views });

const firstLine = lineOfMinutes(1);
const secondLine = lineOfMinutes(2, { category: 'short-breaks', rates: [{ from: on('2025-10-06'), weeklyPence: pounds(300) }], split: shares([care, 100]) });
const urgentLine = lineOfMinutes(5, { category: 'nursing', rates: [{ from: on('2025-09-24'), weeklyPence: pounds(980) }], period: { from: on('2025-09-24'), to: on('2025-12-24') }, split: shares([icb, 100]) });

export const matterEvents: readonly ToldEvent[] = [
  raised(1, children.ada, {
    ...{ needs: ['breathing', 'seizures'], asks: 'Ada needs somebody awake beside her at night' },
    outcomesWanted: ['Ada is safe at night', 'Her parents sleep'],
    ...{ lines: [{ ...firstLine, split: null }], provisions: [{ lineId: firstLine.lineId, words: 'waking nights, seven nights a week' }] },
  }),
  recorder.record(PaperCirculated, {
    ...{ matterId: first, childId: children.ada, on: on('2025-09-22'), paperId: numbered<'paper'>(951), version: 1, kind: 'assessment', title: 'Nursing assessment' },
    ...{ sha256, bytes: 90_000, circulatedAt: moment('2025-09-22T11:00:00.000Z') },
  }),
  recorder.record(PaperCirculated, {
    ...{ matterId: first, childId: children.ada, on: on('2025-09-30'), paperId: numbered<'paper'>(952), version: 2, kind: 'costing', title: 'What waking nights cost' },
    ...{ sha256, bytes: 9_000, circulatedAt: moment('2025-09-30T15:00:00.000Z') },
  }),
  viewsOf(1, children.ada, { of: 'child', views: 'I want my own bed' }),
  viewsOf(1, children.ada, { of: 'family', views: 'We have not slept a whole night since March' }),
  onAgenda(1, children.ada),
  raised(2, children.ben, { agencyId: care, kind: 'variation', needs: ['challenging-behaviour'], asks: 'Four more hours of short breaks each week, and a summer club' }),
  viewsOf(2, children.ben, { of: 'child', views: 'I like the climbing group' }),
  viewsOf(2, children.ben, { of: 'family', views: 'The club would keep him with his friends' }),
  onAgenda(2, children.ben),
  raised(3, children.chi, { agencyId: schools, kind: 'placement', needs: ['communication-and-interaction'], asks: 'A day place at a special school' }),
  viewsOf(3, children.chi, { of: 'child', views: 'I do not want to go far away' }),
  recorder.record(ViewsNotObtained, { matterId: third, childId: children.chi, on: on('2025-09-19'), of: 'family', because: 'The family asked for more time; a visit is booked for 20 October' }),
  onAgenda(3, children.chi),
  raised(4, children.dia, { asks: 'A second carer in the mornings' }),
  viewsOf(4, children.dia, { of: 'child', views: 'One carer hurts me when they lift me' }),
  viewsOf(4, children.dia, { of: 'family', views: 'Two carers, please' }),
  onAgenda(4, children.dia),
  raised(5, children.eli, { needs: ['breathing'], asks: 'Nursing after coming home from hospital' }),
  viewsOf(5, children.eli, { of: 'child', views: 'Home' }),
  viewsOf(5, children.eli, { of: 'family', views: 'We want him home' }),
  onAgenda(5, children.eli),
];

const about = (place: number, childId: Id<'child'>, time: string) => ({
  ...{ decisionId: decisionOf(place), matterId: matterOf(place), childId, ...ofMeeting, at: at(time) },
});
const spoke = {
  icb: { agencyId: icb, seatId: seats.chair.seatId, practitionerId: people.asha },
  care: { agencyId: care, seatId: seats.care.seatId, practitionerId: people.carys },
  schools: { agencyId: schools, seatId: seats.school.seatId, practitionerId: people.dev },
} as const;
const nurse = { agencyId: icb, seatId: seats.nurse.seatId, practitionerId: people.ben };
type Speaker = typeof nurse | (typeof spoke)[keyof typeof spoke];
const vote = (where: ReturnType<typeof about>, by: Speaker, kind: VoteKind) => recorder.record(VoteCast, { ...where, ...by, vote: kind });
const inRoom = (by: Speaker) => ({ ...by, as: 'member' as const, voting: true });
export const sitting = (changes: Partial<Sitting> = {}): Sitting => ({
  ...{ termsVersion: 1, decisionMode: 'majority-with-casting-vote', chairSeatId: seats.chair.seatId },
  present: [inRoom(spoke.icb), inRoom(nurse), inRoom(spoke.care), inRoom(spoke.schools)],
  ...{ recused: [], quorate: true, votes: { for: 3, against: 1, abstained: 0, casting: null }, ...changes },
});
const decided = (place: number, childId: Id<'child'>, changes: Partial<Opened<typeof DecisionRecorded>>) =>
  recorder.record(DecisionRecorded, {
    ...{ decisionId: decisionOf(place), panelId, matterId: matterOf(place), meetingId, childId, on: day, at: at('10:55') },
    ...{ outcome: 'approved', effect: 'none', withoutPrejudice: false, needs: ['mobility'], returnsOn: null, referredTo: null, urgent: null },
    ...{ sitting: sitting(), positions: [], contributionsDeclined: [], papers: [], lines: [], provisions: [], ends: [], commitments: [], conditions: [] },
    ...{ reasons: '', ...changes },
  });

const urgentEvents: ToldEvent[] = [
  decided(5, children.eli, {
    ...{ decisionId: numbered<'decision'>(795), meetingId: null, on: on('2025-09-24'), at: moment('2025-09-24T09:00:00.000Z'), effect: 'urgent-until-ratified', sitting: null },
    urgent: { officers: [{ agencyId: icb, practitionerId: people.hugo, post: 'Director of nursing' }], ratifyBy: on('2025-10-08') },
    ...{ urgency: 'Eli left hospital the next morning', decided: 'Nursing at home for three months', reasons: 'He cannot be at home without a nurse', evidence: 'The discharge plan of 23 September' },
    ...{ lines: [urgentLine], provisions: [{ lineId: urgentLine.lineId, words: 'nursing at home, five nights a week' }] },
    commitments: [{ agencyId: icb, weeklyOwnPence: pounds(980), weeklyGrossPence: pounds(980), delegationId: numbered<'delegation'>(2), withinAuthority: true }],
  }),
];

export const meetingEvents: ToldEvent[] = [
  recorder.record(MeetingScheduled, { ...ofMeeting, startsAt: '10:30', place: 'Room 2, County Hall' }),
  recorder.record(MeetingOpened, {
    ...{ ...ofMeeting, openedAt: at('10:32'), chairSeatId: seats.chair.seatId },
    present: [sits(seats.chair, people.asha), sits(seats.nurse, people.ben), sits(seats.care, people.carys), sits(seats.finance, people.ewa), sits(seats.parent, people.grace)],
  }),
  recorder.record(MemberArrived, { ...ofMeeting, ...sits(seats.school, people.dev, 'deputy'), at: at('10:40') }),
];

const firstEvents: ToldEvent[] = [
  recorder.record(DiscussionNoted, { ...about(1, children.ada, '10:45'), note: 'The lead nurse went through the assessment. Ada had eleven seizures at night in August' }),
  recorder.record(PositionTaken, { ...about(1, children.ada, '10:48'), ...spoke.icb, position: 'supports', reasons: 'The need at night is a health need' }),
  recorder.record(PositionTaken, { ...about(1, children.ada, '10:49'), ...spoke.care, position: 'supports' }),
  recorder.record(PositionTaken, { ...about(1, children.ada, '10:50'), ...spoke.schools, position: 'opposes', reasons: 'A monitor has not been tried' }),
  vote(about(1, children.ada, '10:52'), spoke.icb, 'for'),
  vote(about(1, children.ada, '10:52'), nurse, 'for'),
  vote(about(1, children.ada, '10:52'), spoke.care, 'for'),
  vote(about(1, children.ada, '10:53'), spoke.schools, 'against'),
  decided(1, children.ada, {
    ...{ effect: 'awaiting-ratification', decided: 'Ada has somebody awake beside her every night', reasons: 'Without it her seizures may not be seen in time' },
    ...{ evidence: 'The nursing assessment of 22 September, and what her parents told the panel', principle: 'Seizures at night that need an immediate response call for somebody who is awake' },
    positions: [{ agencyId: icb, position: 'supports' }, { agencyId: care, position: 'supports' }, { agencyId: schools, position: 'opposes' }],
    papers: [{ paperId: numbered<'paper'>(951), version: 1, sha256, late: false, cited: true }, { paperId: numbered<'paper'>(952), version: 2, sha256, late: true, cited: true }],
    ...{ lines: [firstLine], provisions: [{ lineId: firstLine.lineId, words: 'waking nights, seven nights a week' }] },
    commitments: [
      { agencyId: icb, weeklyOwnPence: pounds(1_293.15), weeklyGrossPence: pounds(1_847.35), delegationId: numbered<'delegation'>(1), withinAuthority: true },
      { agencyId: care, weeklyOwnPence: pounds(554.21), weeklyGrossPence: pounds(1_847.35), delegationId: null, withinAuthority: false },
    ],
  }),
];

const condition = numbered<'condition'>(650);
const secondEvents: ToldEvent[] = [
  recorder.record(PositionTaken, { ...about(2, children.ben, '11:02'), ...spoke.care, position: 'supports', reasons: 'The climbing group works' }),
  ...[spoke.icb, nurse, spoke.care, spoke.schools].map((by) => vote(about(2, children.ben, '11:04'), by, by === spoke.schools ? 'abstains' : 'for')),
  decided(2, children.ben, {
    ...{ at: at('11:06'), outcome: 'part-approved', effect: 'at-once', sitting: sitting({ votes: { for: 3, against: 0, abstained: 1, casting: null } }) },
    ...{ decided: 'Four more hours of short breaks each week', reasons: 'They keep Bilal with other children and give his mother a rest', evidence: 'The review of August' },
    notApproved: 'The summer club was not approved, because no club with trained staff is near enough',
    ...{ lines: [secondLine], provisions: [{ lineId: secondLine.lineId, words: 'four hours at the climbing group' }] },
    commitments: [{ agencyId: care, weeklyOwnPence: pounds(300), weeklyGrossPence: pounds(300), delegationId: null, withinAuthority: true }],
    conditions: [{ conditionId: condition, owner: { agencyId: care, post: 'Team manager' }, dueOn: on('2025-11-03') }],
    conditionWords: [{ conditionId: condition, words: 'The group has a written plan for how to calm Bilal' }],
  }),
];

meetingEvents.push(
  recorder.record(ConflictOfInterestDeclared, { ...ofMeeting, matterId: third, childId: children.chi, ...seatOf(seats.school, people.dev), at: at('11:10'), kind: 'non-financial-personal', interest: 'My sister teaches at the school' }),
  recorder.record(MemberRecused, { ...ofMeeting, matterId: third, childId: children.chi, ...seatOf(seats.school, people.dev), at: at('11:11') }),
);
const thirdEvents: ToldEvent[] = [
  recorder.record(DiscussionNoted, { ...about(3, children.chi, '11:13'), note: 'Nobody from education could take part' }),
  decided(3, children.chi, {
    ...{ at: at('11:15'), outcome: 'deferred', returnsOn: on('2025-11-05') },
    sitting: sitting({ present: [inRoom(spoke.icb), inRoom(nurse), inRoom(spoke.care)], recused: [seats.school.seatId], quorate: false, votes: null }),
    ...{ decided: 'The place is looked at again in November', reasons: 'No quorum was left for this item', evidence: 'The attendance of this meeting', missing: 'The family’s views, and somebody from education without an interest' },
  }),
];
meetingEvents.push(
  recorder.record(MemberReturned, { ...ofMeeting, matterId: third, childId: children.chi, ...seatOf(seats.school, people.dev), at: at('11:16') }),
  recorder.record(MeetingAdjourned, { ...ofMeeting, at: at('11:20'), resumesOn: null, because: 'The fire alarm rang' }),
  recorder.record(MeetingResumed, {
    ...{ ...ofMeeting, at: at('11:45'), chairSeatId: seats.chair.seatId },
    present: [sits(seats.chair, people.asha), sits(seats.nurse, people.ben), sits(seats.care, people.carys), sits(seats.school, people.dev, 'deputy'), sits(seats.parent, people.grace)],
  }),
);

const fourthEvents: ToldEvent[] = [
  vote(about(4, children.dia, '11:50'), spoke.icb, 'against'),
  vote(about(4, children.dia, '11:50'), nurse, 'for'),
  vote(about(4, children.dia, '11:50'), spoke.care, 'for'),
  vote(about(4, children.dia, '11:51'), spoke.schools, 'against'),
  recorder.record(CastingVoteGiven, { ...about(4, children.dia, '11:52'), ...spoke.icb, vote: 'against', reasons: 'The hoist comes next week and may be enough' }),
  decided(4, children.dia, {
    ...{ at: at('11:54'), outcome: 'declined', withoutPrejudice: true, sitting: sitting({ votes: { for: 2, against: 2, abstained: 0, casting: 'against' } }) },
    ...{ decided: 'No second carer for now', reasons: 'A hoist for one carer is on its way', evidence: 'The occupational therapist’s letter' },
  }),
];
urgentEvents.push(
  ...[spoke.icb, nurse, spoke.care, spoke.schools].map((by) => recorder.record(VoteCast, { ...about(5, children.eli, '12:05'), decisionId: numbered<'decision'>(795), ...by, vote: 'for' })),
  recorder.record(UrgentDecisionRatified, {
    ...{ decisionId: numbered<'decision'>(795), childId: children.eli, ...ofMeeting, at: at('12:08'), sitting: sitting({ votes: { for: 4, against: 0, abstained: 0, casting: null } }) },
    reasons: 'He is well at home with the nurses',
  }),
);
meetingEvents.push(
  recorder.record(ChairTaken, { ...ofMeeting, ...seatOf(seats.care, people.carys), at: at('12:10') }),
  recorder.record(MemberLeft, { ...ofMeeting, ...seatOf(seats.chair, people.asha), at: at('12:11') }),
  recorder.record(MeetingClosed, { ...ofMeeting, closedAt: at('12:15') }),
);

function seatOf(seat: { readonly seatId: Id<'seat'> }, practitionerId: Id<'practitioner'>) {
  return { seatId: seat.seatId, practitionerId };
}

const correctionId = numbered<'correction'>(980);
const corrected = [{ ...firstLine, rates: [{ from: on('2025-10-06'), weeklyPence: pounds(1_874.35) }] }];
const ofFirst = { decisionId: firstDecision, childId: children.ada };
firstEvents.push(
  recorder.record(DecisionRatified, {
    ...{ ...ofFirst, on: on('2025-10-03'), ratifier: { agencyId: care, practitionerId: people.farah, post: 'Director of children’s services' } },
    ...{ stillAwaited: [], effectiveFrom: on('2025-10-06') },
  }),
  recorder.record(ProvisionStarted, { ...ofFirst, lineId: firstLine.lineId, on: on('2025-10-06'), provider: 'Nightingale Care' }),
  recorder.record(DecisionCorrectionRequested, {
    ...{ ...ofFirst, on: on('2025-10-09'), correctionId, corrects: numbered<'reading'>(701), requestedBy: 'person-1', agencyId: icb },
    ...{ because: 'Two figures of the rate were exchanged', lines: corrected },
  }),
  recorder.record(DecisionCorrected, {
    ...{ ...ofFirst, on: on('2025-10-10'), correctionId, corrects: numbered<'reading'>(701), requestedBy: 'person-1', approvedBy: 'person-2', agencyId: care, lines: corrected },
  }),
);

/** The meeting of 1 October 2025 and what became of its decisions. */
export const sampleMeeting = (changes: Partial<MeetingOnRecord> = {}): MeetingOnRecord => ({
  meetingId,
  meeting: meetingEvents,
  matters: matterEvents,
  decisions: [
    { matterId: first, urgent: false, events: firstEvents },
    { matterId: second, urgent: false, events: secondEvents },
    { matterId: third, urgent: false, events: thirdEvents },
    { matterId: fourth, urgent: false, events: fourthEvents },
    { matterId: fifth, urgent: true, events: urgentEvents },
  ],
  breaches: [],
  seats: [{ on: day, terms }],
  personal: 'opened',
  ...changes,
});

export const events = { first: firstEvents, second: secondEvents, third: thirdEvents, fourth: fourthEvents, urgent: urgentEvents } as const;
/** For what is recorded later than the sample. */
export const recordLater = recorder;
