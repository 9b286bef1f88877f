import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { openedForTests, projected, type GivenEvent } from '@accord/shared/testing';
import { fundingFacts } from './index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [health, care, childId, agreementId] = [101, 102, 800, 1000].map(id);
const period = { from: '2025-09-01', to: null };
const split = { kind: 'basis-points', parts: [{ agencyId: health, weight: 5_000 }, { agencyId: care, weight: 5_000 }] };

const decided: GivenEvent = {
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId: id(700), panelId: id(300), meetingId: id(400), childId, on: '2025-08-27', outcome: 'approved' },
    ...{ matterId: null, at: null, effect: 'at-once', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null },
    ...{ urgent: null, sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
    ...{ reasons: 'Assessed needs at night', positions: [], provisions: [{ lineId: id(600), words: 'Waking nights' }] },
    lines: [{ lineId: id(600), category: 'personal-care', period, rates: [{ from: '2025-09-01', weeklyPence: 184_735 }], split, replaces: null, needs: [], budget: null }],
  },
};
const operated: GivenEvent = { type: 'OperationRecorded', data: { childId, operationId: id(900), on: '2025-10-06', procedure: 'Spinal fusion' } };
const found: GivenEvent = {
  type: 'CriterionMet',
  data: { childId, criterion: 'complex-healthcare', from: '2025-07-14', evidence: 'Decision support tool' },
};
const agreed: GivenEvent = {
  type: 'StandingAgreementRecorded',
  data: {
    ...{ agreementId, title: 'Personal care after surgery', kind: 'local-memorandum', parties: [health, care], on: '2025-03-03', period },
    ...{ aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null },
    clauses: [
      {
        ...{ clauseId: id(1001), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'], split },
        ...{ duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
      },
    ],
  },
};
const inForce: GivenEvent = { type: 'StandingAgreementCameIntoForce', data: { agreementId, from: '2025-04-01' } };

const { given } = projected(fundingFacts, catalogueOf(panelEvents, childEvents, fundingEvents));
const ofChild = (...events: GivenEvent[]) => given(...events)['child_funding_facts'] ?? [];
const ofAgreements = (...events: GivenEvent[]) => given(...events)['agreement_facts'] ?? [];

describe('The facts that decide who pays', () => {
  it('hold a decision of the panel, from the day of the decision, with its place in the record', () => {
    const [row] = ofChild({ ...decided, position: 7, revision: 0, recordedAt: '2025-08-28T10:00:00.000Z' });
    expect(row).toMatchObject({
      ...{ child_id: childId, position: 7, type: 'DecisionRecorded', schema_version: 3, revision: 0 },
      ...{ effective_on: '2025-08-27', recorded_at: '2025-08-28T10:00:00.000Z' },
      data: { lines: [{ category: 'personal-care', split }] },
    });
  });

  it('hold what later happened to a decision: ratified, corrected, lapsed', () => {
    const of = { decisionId: id(700), childId, on: '2025-10-13' };
    const ratifier = { agencyId: health, practitionerId: id(501), post: 'Director of finance' };
    const later: GivenEvent[] = [
      { type: 'DecisionRatified', data: { ...of, ratifier, stillAwaited: [], effectiveFrom: '2025-10-13' } },
      { type: 'UrgentDecisionLapsed', data: { ...of, ratifyBy: '2025-10-12' } },
      {
        type: 'DecisionCorrected',
        data: { ...of, correctionId: id(910), corrects: id(700), requestedBy: 'one', approvedBy: 'another', agencyId: health },
      },
    ];
    expect(ofChild(...later).map((row) => row['type'])).toEqual(later.map(({ type }) => type));
  });

  it('hold an operation, from the day of the operation', () => {
    expect(ofChild(operated)).toMatchObject([{ child_id: childId, effective_on: '2025-10-06', data: { operationId: id(900) } }]);
  });

  it('hold a finding about the child, from the day from which it is true', () => {
    expect(ofChild(found)).toMatchObject([{ child_id: childId, effective_on: '2025-07-14', data: { criterion: 'complex-healthcare' } }]);
  });

  it('hold the text of an agreement, from the day on which it was agreed, under the agreement and no child', () => {
    expect(ofAgreements(agreed)).toMatchObject([{ agreement_id: agreementId, effective_on: '2025-03-03', data: { parties: [health, care] } }]);
    expect(ofChild(agreed)).toEqual([]);
  });

  it('hold the day on which an agreement came into force', () => {
    expect(ofAgreements(inForce)).toMatchObject([{ agreement_id: agreementId, effective_on: '2025-04-01' }]);
  });

  it('hold what is written about the child only as sealed text', () => {
    const rows = ofChild(decided, operated, found);
    expect(JSON.stringify(rows)).not.toMatch(/Assessed|Waking|Spinal|support tool/);
    // JSON of the stored event.
    const data = rows.map((row) => row['data'] as Record<string, unknown>);
    expect(openedForTests(data[0]?.['reasons'])).toBe('Assessed needs at night');
    expect(openedForTests(data[1]?.['procedure'])).toBe('Spinal fusion');
  });

  it('are the same however often an event is delivered', () => {
    const events = [decided, operated, found, agreed, inForce].map((event, place) => ({
      ...event,
      ...{ position: place, revision: place, recordedAt: `2025-12-01T09:0${place}:00.000Z` },
    }));
    expect(given(...events, ...events)).toEqual(given(...events));
    expect(ofChild(...events)).toHaveLength(3);
  });

  it('leave out what decides nothing: signatures, meetings, the opening of a record', () => {
    const rest: GivenEvent[] = [
      { type: 'StandingAgreementSigned', data: { agreementId, version: 1, agencyId: health, post: 'Director', on: '2025-03-10' } },
      { type: 'MeetingScheduled', data: { meetingId: id(400), panelId: id(300), on: '2025-10-01', startsAt: null, place: null } },
      { type: 'ChildRecordOpened', data: { childId, openedOn: '2025-06-02', name: 'Robin', dateOfBirth: '2016-05-09' } },
    ];
    expect(given(...rest)).toEqual({ child_funding_facts: [], agreement_facts: [] });
  });

  it('keep that a clause was applied, so that it is not applied again', () => {
    const applied: GivenEvent = {
        type: 'StandingAgreementApplied',
        data: {
          ...{ childId, agreementId, version: 1, clauseId: id(1001), trigger: { event: 'surgery', eventId: id(900) } },
          ...{ from: '2025-10-06', to: '2025-11-17', categories: ['personal-care'], split, cost: 'regardless-of-cost', atEnd: 'falls-back' },
        },
      };
    expect(given(applied)['child_funding_facts']).toHaveLength(1);
  });
});
