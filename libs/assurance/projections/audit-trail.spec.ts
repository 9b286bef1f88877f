import { refusalEvents } from '@accord/assurance/contracts';
import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected, someMetadata, type GivenEvent } from '@accord/shared/testing';
import { auditTrail } from './index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [health, care, seatId, panelId, meetingId, decisionId, childId, operationId, agreementId, clauseId] = [
  ...[101, 102, 201, 300, 400, 700, 800, 900, 1000, 1001].map(id),
];
const split = { kind: 'ratio', parts: [{ agencyId: health, weight: 1 }, { agencyId: care, weight: 1 }] };
const categories = ['personal-care'];
const ofMeeting = { meetingId, panelId, on: '2025-10-01' };

const termsOfReference = {
  seats: [{ seatId, agencyId: health, post: 'Head of continuing care', standing: 'voting', deputies: 'none', deputyPosts: [] }],
  ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [seatId], ratifiers: [] },
  ...{ commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories }, papersNotice: 0, urgent: null },
};
/** What a decision says since matters were kept; empty here. */
const sinceMatters = {
  ...{ matterId: null, at: null, effect: 'none', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null, urgent: null },
  ...{ sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
};
const clause = {
  ...{ clauseId, trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories, split },
  ...{ duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
};
const period = { from: '2025-04-01', to: null };

/** Events of every context: the category, the day on which it becomes true, the data. */
const recorded: readonly (readonly [string, string, string, object])[] = [
  ['AgencyRegistered', 'agency', '2022-07-01', { agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' }],
  ['PanelConstituted', 'panel', '2025-04-01', { panelId, name: 'Panel', kind: 'continuing-care', from: '2025-04-01', termsOfReference, draftId: null }],
  ['MeetingScheduled', 'meeting', '2025-10-01', { ...ofMeeting, startsAt: null, place: null }],
  [
    ...(['MeetingOpened', 'meeting', '2025-10-01'] as const),
    { ...ofMeeting, openedAt: '2025-10-01T09:30:00.000Z', chairSeatId: seatId, present: [{ seatId, practitionerId: id(500), as: 'member' }] },
  ],
  ['MeetingClosed', 'meeting', '2025-10-01', { ...ofMeeting, closedAt: '2025-10-01T12:00:00.000Z' }],
  [
    ...(['DecisionRecorded', 'decision', '2025-10-01'] as const),
    { decisionId, ...ofMeeting, ...sinceMatters, childId, outcome: 'declined', reasons: 'Needs are met', positions: [], lines: [], provisions: [] },
  ],
  ['ChildRecordOpened', 'child', '2025-06-02', { childId, openedOn: '2025-06-02', name: 'Robin Ashdown', dateOfBirth: '2016-05-09' }],
  ['CriterionMet', 'child', '2025-07-14', { childId, criterion: 'complex-healthcare', from: '2025-07-14', evidence: 'Support tool' }],
  ['OperationRecorded', 'child', '2025-10-06', { childId, operationId, on: '2025-10-06', procedure: 'Spinal fusion' }],
  [
    ...(['StandingAgreementRecorded', 'agreement', '2025-03-03'] as const),
    {
      ...{ agreementId, title: 'After surgery', kind: 'local-memorandum', parties: [health, care], clauses: [clause], period, on: '2025-03-03' },
      ...{ aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null },
    },
  ],
  ['StandingAgreementSigned', 'agreement', '2025-03-10', { agreementId, version: 1, agencyId: health, post: 'Director', on: '2025-03-10' }],
  ['StandingAgreementCameIntoForce', 'agreement', '2025-04-01', { agreementId, from: '2025-04-01' }],
  [
    ...(['StandingAgreementApplied', 'clause-application', '2025-10-06'] as const),
    {
      ...{ childId, agreementId, version: 1, clauseId, trigger: { event: 'surgery', eventId: operationId }, from: '2025-10-06', to: '2025-11-17' },
      ...{ categories, split, cost: 'regardless-of-cost', atEnd: 'falls-back' },
    },
  ],
  [
    ...(['AttemptRefused', 'refused-attempt', '2025-10-01'] as const),
    { command: 'RecordDecision', target: `decision-${id(701)}`, refusal: 'meeting-not-quorate', because: 'Too few.', on: '2025-10-01' },
  ],
];

const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents, refusalEvents);
const { given } = projected(auditTrail, catalogue);
const every = recorded.map(([type, , , data], position): GivenEvent => ({ type, data, position, revision: position }));

describe('The audit trail', () => {
  it.each(recorded)('keeps %s, in its %s stream, true from %s: who did it, in which role, under which command', (type, category, day, data) => {
    const metadata = { actor: 'person-9', agency: care, role: 'auditor', commandId: 'command-9', correlationId: 'request-9', lawfulBasis: 'consent' };
    const stream = `${category}-${id(9)}`;
    const rows = given({ type, data, stream, revision: 4, position: 12, recordedAt: '2025-12-01T10:00:00.000Z', metadata });
    expect(rows['audit_events']).toEqual([
      {
        ...{ type, stream, revision: 4, position: 12, effective_on: day, recorded_at: '2025-12-01T10:00:00.000Z' },
        schema_version: catalogue.definition(type)?.version,
        ...{ actor: 'person-9', agency: care, role: 'auditor', command_id: 'command-9', correlation_id: 'request-9', lawful_basis: 'consent' },
        ...{ event_id: expect.any(String), data: expect.objectContaining({}) },
      },
    ]);
    expect(rows['audit_facts']).toEqual([]);
  });

  it('forgets no event that Accord can record', () => {
    const place = { id: id(1), stream: `any-${id(2)}`, revision: 0, position: 0, recordedAt: '2025-12-01T10:00:00.000Z' };
    const envelope = { ...place, metadata: someMetadata };
    expect(auditTrail.handles).toBe('all');
    for (const { type, effective } of catalogue.definitions) {
      const [kept] = auditTrail.project({ ...envelope, body: { type, data: { [effective]: '2025-10-01' } } });
      expect(kept).toMatchObject({ put: 'audit_events', row: { type, effective_on: '2025-10-01' } });
    }
  });

  it('keeps every fact that a decision rested on, at the revision that was read', () => {
    const [decision] = every.filter(({ type }) => type === 'DecisionRecorded');
    const restsOn = [
      { stream: `meeting-${meetingId}`, revision: 1 },
      { stream: `panel-${panelId}`, revision: 0 },
    ];
    expect(given({ type: 'DecisionRecorded', data: {}, ...decision, position: 5, metadata: { restsOn } })['audit_facts']).toEqual([
      { position: 5, fact_stream: `meeting-${meetingId}`, fact_revision: 1 },
      { position: 5, fact_stream: `panel-${panelId}`, fact_revision: 0 },
    ]);
  });

  it('keeps what a refused attempt rested on, so that it is found beside the decision', () => {
    const [attempt] = every.filter(({ type }) => type === 'AttemptRefused');
    const restsOn = [{ stream: `meeting-${meetingId}`, revision: 1 }];
    expect(given({ type: 'AttemptRefused', data: {}, ...attempt, position: 6, metadata: { restsOn } })['audit_facts']).toEqual([
      { position: 6, fact_stream: `meeting-${meetingId}`, fact_revision: 1 },
    ]);
  });

  it('keeps what is written about a child only as sealed text', () => {
    expect(JSON.stringify(given(...every))).not.toMatch(/Robin|2016-05-09|Support tool|Spinal|Needs are met/);
  });

  it('is the same however often an event is delivered', () => {
    const events = every.map((event, place) => ({
      ...event,
      ...{ recordedAt: '2025-12-01T10:00:00.000Z', metadata: { restsOn: [{ stream: `panel-${panelId}`, revision: place }] } },
    }));
    expect(given(...events, ...events)).toEqual(given(...events));
    expect(given(...events)['audit_facts']).toHaveLength(recorded.length);
  });
});
