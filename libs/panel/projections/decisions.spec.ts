import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { openedForTests, projected, type GivenEvent } from '@accord/shared/testing';
import { decisions } from './index';
import { care, childId, decided, decisionId, education, health, id, line, lineId, matterId, meetingId, panelId, ratifier, sitting, then } from './sample-decisions';

const { given } = projected(decisions, catalogueOf(panelEvents));
const parts = (...events: GivenEvent[]) => (given(...events)['decision_agencies'] ?? []).map((row) => [row['agency_id'], row['part']]);
const types = (...events: GivenEvent[]) => (given(...events)['decision_events'] ?? []).map((row) => row['type']);
const said = { decisionId, matterId, childId, meetingId, panelId, on: '2025-10-01', at: '2025-10-01T09:20:00.000Z' };
const member = { agencyId: health, seatId: id(201), practitionerId: id(501) };
const breach = (change: object): GivenEvent => ({
  type: 'BreachRecorded',
  data: {
    ...{ breachId: id(990), panelId, meetingId, matterId, decisionId, childId, sealedFor: childId, on: '2025-10-01' },
    ...{ rule: 'meeting-inquorate', account: 'One member had left.', saidBy: 'An inspector', ...change },
  },
});

describe('Decisions', () => {
  it('are listed with child, panel, matter, meeting, outcome and the day of deciding', () => {
    expect(given({ ...decided(), position: 7, recordedAt: '2025-10-01T16:00:00.000Z' })['decisions']).toEqual([
      {
        ...{ decision_id: decisionId, child_id: childId, panel_id: panelId, matter_id: matterId, meeting_id: meetingId },
        ...{ outcome: 'approved', effect: 'at-once', decided_on: '2025-10-01', recorded_at: '2025-10-01T16:00:00.000Z', position: 7 },
        returns_on: null,
        ...{ without_prejudice: 0, needs: ['breathing'] },
      },
    ]);
  });

  it('name every agency that sat, took a position or pays; a share of nothing pays nothing', () => {
    expect(parts(decided())).toEqual([
      [health, 'pays'],
      [health, 'sat'],
      [care, 'pays'],
      [care, 'sat'],
      [education, 'position'],
    ]);
  });

  it('name an agency once for a part, however many lines it pays', () => {
    expect(parts(decided({ lines: [line(), line({ lineId: id(601) })] })).filter(([, part]) => part === 'pays')).toHaveLength(2);
  });

  it('name the agency that declined to contribute, and those of the officers who decided urgently', () => {
    const urgent = { officers: [{ agencyId: care, practitionerId: id(502), post: 'Director' }], ratifyBy: '2025-10-15' };
    const declined = decided({ meetingId: null, sitting: null, positions: [], lines: [], provisions: [], urgent, contributionsDeclined: [health] });
    expect(parts(declined)).toEqual([
      [health, 'declined-to-contribute'],
      [care, 'officer'],
    ]);
  });

  it('name whoever ratified, and whoever sat when an urgent one was ratified', () => {
    const ratified = then('DecisionRatified', '2025-10-08', { ratifier: ratifier(education), stillAwaited: [], effectiveFrom: '2025-10-08' });
    const byPanel = then('UrgentDecisionRatified', '2025-10-08', { panelId, meetingId, at: '2025-10-08T09:00:00.000Z', sitting: sitting([education]) });
    expect(parts(ratified)).toEqual([[education, 'ratifier']]);
    expect(parts(byPanel)).toEqual([[education, 'sat']]);
  });

  it('name who pays after a correction besides who paid before it, each since it was known', () => {
    const split = { kind: 'ratio', parts: [{ agencyId: education, weight: 1 }] };
    const corrected = then('DecisionCorrected', '2025-10-20', {
      ...{ correctionId: id(910), corrects: decisionId, requestedBy: 'one', approvedBy: 'another', agencyId: health, lines: [line({ split })] },
    });
    const later = { ...corrected, recordedAt: '2025-10-20T09:00:00.000Z' };
    const paying = (given(decided(), later)['decision_agencies'] ?? []).filter((row) => row['part'] === 'pays');
    expect(paying.map((row) => [row['agency_id'], row['effective_on'], row['recorded_at']])).toEqual([
      [health, '2025-10-01', '2025-01-06T09:00:00.000Z'],
      [care, '2025-10-01', '2025-01-06T09:00:00.000Z'],
      [education, '2025-10-20', '2025-10-20T09:00:00.000Z'],
    ]);
  });

  it('keep every event, from the first word said to the last report, under the decision and the child', () => {
    const all: GivenEvent[] = [
      { type: 'DiscussionNoted', data: { ...said, note: 'The ventilator was discussed.' } },
      { type: 'PositionTaken', data: { ...said, ...member, position: 'supports' } },
      { type: 'VoteCast', data: { ...said, ...member, vote: 'for' } },
      decided(),
      then('ProvisionDelayed', '2025-10-07', { lineId, barrier: 'no-staff', expectedOn: null, because: 'Nobody answered.' }),
      then('ProvisionStarted', '2025-10-20', { lineId, provider: 'Night Care Ltd' }),
    ];
    expect(types(...all)).toEqual(all.map(({ type }) => type));
    expect(given(...all)['decision_events']?.every((row) => row['decision_id'] === decisionId && row['child_id'] === childId)).toBe(true);
  });

  it('name every meeting in which the matter was considered, an urgent one also where the panel ratified it', () => {
    const urgent = { officers: [{ agencyId: care, practitionerId: id(502), post: 'Director' }], ratifyBy: '2025-10-15' };
    const betweenMeetings = decided({ meetingId: null, sitting: null, positions: [], urgent });
    expect(given(betweenMeetings)['decision_meetings']).toEqual([]);
    const vote: GivenEvent = { type: 'VoteCast', data: { ...said, ...member, meetingId: id(401), vote: 'for' } };
    expect(given(betweenMeetings, vote)['decision_meetings']).toEqual([{ decision_id: decisionId, meeting_id: id(401), matter_id: matterId }]);
    expect(given(decided())['decision_meetings']).toEqual([{ decision_id: decisionId, meeting_id: meetingId, matter_id: matterId }]);
  });

  it('keep what they rested on, by stream and revision', () => {
    const restsOn = [{ stream: `matter-${matterId}`, revision: 5 }, { stream: `panel-${panelId}`, revision: 0 }];
    expect(given({ ...decided(), metadata: { restsOn } })['decision_facts']).toEqual([
      { decision_id: decisionId, fact_stream: `matter-${matterId}`, fact_revision: 5 },
      { decision_id: decisionId, fact_stream: `panel-${panelId}`, fact_revision: 0 },
    ]);
  });

  it('hold what is written about the child only as sealed text', () => {
    const rows = given(decided(), breach({}));
    expect(JSON.stringify(rows)).not.toMatch(/Nights|Breathing|Assessment|Waking|had left|inspector/);
    // JSON of the stored event.
    const data = rows['decision_events']?.[0]?.['data'] as Record<string, unknown> | undefined;
    expect(openedForTests(data?.['reasons'])).toBe('Breathing needs watching.');
  });

  it('have beside them the breaches on record, also one that is about no child', () => {
    const aboutNobody = breach({ breachId: id(991), matterId: null, decisionId: null, childId: null, sealedFor: id(991) });
    expect(given(breach({}), aboutNobody)['breach_events']).toMatchObject([
      { decision_id: decisionId, matter_id: matterId, meeting_id: meetingId, child_id: childId },
      { decision_id: null, matter_id: null, meeting_id: meetingId, child_id: null },
    ]);
  });

  it('are not there while a matter is only being considered', () => {
    expect(given({ type: 'VoteCast', data: { ...said, ...member, vote: 'for' } })).toMatchObject({ decisions: [], decision_agencies: [] });
  });

  it('are the same however often an event is delivered', () => {
    const events = [decided(), then('ProvisionStarted', '2025-10-20', { lineId, provider: 'Night Care Ltd' }), breach({})].map((event, place) => ({
      ...event,
      ...{ position: place, revision: place, recordedAt: `2025-12-01T09:0${place}:00.000Z` },
      ...(event.type === 'BreachRecorded' ? { revision: 0 } : {}),
    }));
    expect(given(...events.flatMap((event) => [event, event]))).toEqual(given(...events));
  });
});
