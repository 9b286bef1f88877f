import { refusalEvents } from '@accord/assurance/contracts';
import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected, type GivenEvent } from '@accord/shared/testing';
import { childTimeline } from './index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [health, care, childId, agreementId] = [101, 102, 800, 1000].map(id);
const split = { kind: 'ratio', parts: [{ agencyId: health, weight: 1 }, { agencyId: care, weight: 1 }] };

const opened: GivenEvent = {
  type: 'ChildRecordOpened',
  data: { childId, openedOn: '2025-06-02', name: 'Robin Ashdown', dateOfBirth: '2016-05-09', nhsNumber: '9990000018' },
};
const found: GivenEvent = {
  type: 'CriterionMet',
  data: { childId, criterion: 'complex-healthcare', from: '2025-07-14', evidence: 'Decision support tool' },
};
const operated: GivenEvent = { type: 'OperationRecorded', data: { childId, operationId: id(900), on: '2025-10-06', procedure: 'Spinal fusion' } };
const applied: GivenEvent = {
  type: 'StandingAgreementApplied',
  data: {
    ...{ childId, agreementId, version: 1, clauseId: id(1001), trigger: { event: 'surgery', eventId: id(900) } },
    ...{ from: '2025-10-06', to: '2025-11-17', categories: ['personal-care'], split, cost: 'regardless-of-cost', atEnd: 'falls-back' },
  },
};
/** What a decision says since matters were kept; empty here. */
const sinceMatters = {
  ...{ matterId: null, at: null, effect: 'none', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null, urgent: null },
  ...{ sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
};
const decided: GivenEvent = {
  type: 'DecisionRecorded',
  data: {
    ...{ ...sinceMatters, decisionId: id(700), panelId: id(300), meetingId: id(400), childId, on: '2025-08-27', outcome: 'declined' },
    ...{ reasons: 'Needs are met', positions: [], lines: [], provisions: [] },
  },
};

const ofMeeting = { meetingId: id(400), panelId: id(300), on: '2025-08-27' };
const inRoom = { ...ofMeeting, matterId: id(350), childId, seatId: id(201), practitionerId: id(501), at: '2025-08-27T09:05:00.000Z' };
const ofDecision = { decisionId: id(700), childId, on: '2025-09-03' };
const breach = (childOrNobody: string | undefined | null): GivenEvent => ({
  type: 'BreachRecorded',
  data: {
    ...{ breachId: id(990), ...ofMeeting, matterId: null, decisionId: null, childId: childOrNobody, sealedFor: childOrNobody ?? id(990) },
    ...{ rule: 'meeting-inquorate', account: 'One member had left.', saidBy: 'An inspector' },
  },
});

const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents, refusalEvents);
const { given } = projected(childTimeline, catalogue);
const timeline = (...events: GivenEvent[]) => given(...events)['child_timeline'] ?? [];

describe("A child's timeline", () => {
  it.each<[string, GivenEvent, string]>([
    ['the opening of the record, on the day of the opening', opened, '2025-06-02'],
    ['a finding, on the day from which it is true', found, '2025-07-14'],
    ['an operation, on its day', operated, '2025-10-06'],
    ['an agreement that took over, on the first day of its window', applied, '2025-10-06'],
    ['a decision, on the day of the meeting', decided, '2025-08-27'],
    [
      'what a panel was asked, on the day of asking',
      { type: 'ViewsNotObtained', data: { matterId: id(350), childId, on: '2025-08-20', of: 'child', because: 'Too ill' } },
      '2025-08-20',
    ],
    ['a member who withdrew from the matter', { type: 'MemberRecused', data: inRoom }, '2025-08-27'],
    [
      'a vote',
      { type: 'VoteCast', data: { ...inRoom, decisionId: id(700), agencyId: health, vote: 'against' } },
      '2025-08-27',
    ],
    [
      'whether it happened',
      { type: 'ProvisionStarted', data: { ...ofDecision, lineId: id(600), provider: 'Night Care Ltd' } },
      '2025-09-03',
    ],
    ['a breach about the child', breach(childId), '2025-08-27'],
  ])('holds %s', (_what, event, day) => {
    const envelope = { position: 3, recordedAt: '2025-12-01T10:00:00.000Z', metadata: { actor: 'person-9', agency: health, role: 'key-worker' } };
    expect(timeline({ ...event, ...envelope })).toEqual([
      expect.objectContaining({
        ...{ child_id: childId, type: event.type, effective_on: day, position: 3, recorded_at: '2025-12-01T10:00:00.000Z' },
        ...{ actor: 'person-9', agency: health, role: 'key-worker' },
        schema_version: catalogue.definition(event.type)?.version,
      }),
    ]);
  });

  it('keeps name, birthday, NHS number, evidence, procedure and reasons only as sealed text', () => {
    const rows = timeline(opened, found, operated, decided);
    expect(rows).toHaveLength(4);
    expect(JSON.stringify(rows)).not.toMatch(/Robin|2016-05-09|9990000018|support tool|Spinal|Needs are met/);
  });

  it('keeps children apart', () => {
    const other: GivenEvent = { ...operated, data: { ...operated.data, childId: id(801) }, stream: `child-${id(801)}` };
    expect(timeline(operated, other).map((row) => row['child_id'])).toEqual([childId, id(801)]);
  });

  it('is the same however often an event is delivered', () => {
    const events = [opened, found, operated, applied, decided].map((event, place) => ({
      ...event,
      ...{ position: place, revision: place, recordedAt: `2025-12-01T09:0${place}:00.000Z` },
    }));
    expect(given(...events, ...events)).toEqual(given(...events));
    expect(timeline(...events)).toHaveLength(5);
  });

  it('leaves out what is not about one child', () => {
    expect(
      timeline(
        { type: 'AgencyRegistered', data: { agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' } },
        { type: 'MeetingScheduled', data: { ...ofMeeting, startsAt: null, place: null } },
        breach(null),
        { type: 'StandingAgreementCameIntoForce', data: { agreementId, from: '2025-04-01' } },
        {
          type: 'AttemptRefused',
          data: { command: 'RecordDecision', target: `decision-${id(701)}`, refusal: 'meeting-not-quorate', because: 'Too few.', on: '2025-10-01' },
        },
      ),
    ).toEqual([]);
  });
});
