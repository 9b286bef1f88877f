import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected, type GivenEvent } from '@accord/shared/testing';
import { decisionWorklists } from './index';
import { awaited, care, childId, condition, conditionId, decided, decisionId, health, id, line, lineId, panelId, ratifier, sitting, then } from './sample-decisions';

const { given } = projected(decisionWorklists, catalogueOf(panelEvents));
const standing = (...events: GivenEvent[]) => given(...events)['decision_standings']?.[0];
const awaiting = decided({ effect: 'awaiting-ratification', commitments: [awaited(health), awaited(care)] });
const ratified = (agencyId: string, stillAwaited: readonly string[], on: string) =>
  then('DecisionRatified', on, { ratifier: ratifier(agencyId), stillAwaited, effectiveFrom: '2025-10-13' });
const urgent = decided({
  ...{ meetingId: null, sitting: null, positions: [], effect: 'urgent-until-ratified' },
  urgent: { officers: [ratifier(health)], ratifyBy: '2025-10-15' },
});
const byPanel = { panelId, meetingId: id(401), at: '2025-10-08T09:00:00.000Z', sitting: sitting([health, care]) };
const correctionOf = (change: object) =>
  then('DecisionCorrected', '2025-10-20', { correctionId: id(910), corrects: decisionId, requestedBy: 'one', approvedBy: 'another', agencyId: health, ...change });

describe('What has still to happen after a decision', () => {
  it('is nothing to be ratified where it had effect at once', () => {
    expect(standing(decided())).toMatchObject({ child_id: childId, panel_id: panelId, effect_since: '2025-10-01', settled_on: null, void_from: null });
    expect(given(decided())['ratifications_awaited']).toEqual([]);
  });

  it('is the ratification by each agency that was beyond its authority; meanwhile the decision has no effect', () => {
    expect(standing(awaiting)).toMatchObject({ effect_since: null });
    expect(given(awaiting)['ratifications_awaited']).toEqual([
      { decision_id: decisionId, agency_id: health, settled_on: null },
      { decision_id: decisionId, agency_id: care, settled_on: null },
    ]);
  });

  it('is the other agency’s ratification after the first', () => {
    const events = [awaiting, ratified(health, [care], '2025-10-06')];
    expect(standing(...events)).toMatchObject({ effect_since: null, settled_on: null });
    expect(given(...events)['ratifications_awaited']).toMatchObject([{ settled_on: '2025-10-06' }, { settled_on: null }]);
  });

  it('is nothing more after the last ratification: its lines have effect from the day named', () => {
    expect(standing(awaiting, ratified(health, [care], '2025-10-06'), ratified(care, [], '2025-10-10'))).toMatchObject({
      ...{ effect_since: '2025-10-10', lines_from: '2025-10-13', settled_on: '2025-10-10', void_from: null },
    });
  });

  it('is nothing more where ratification was refused', () => {
    const refused = then('RatificationRefused', '2025-10-09', { ratifier: ratifier(care), reasons: 'Not affordable' });
    expect(standing(awaiting, refused)).toMatchObject({ effect_since: null, settled_on: '2025-10-09', void_from: '2025-10-09' });
  });

  it('is, of an urgent decision, the panel’s ratification by its last day', () => {
    expect(standing(urgent)).toMatchObject({ effect_since: '2025-10-01', ratify_by: '2025-10-15', settled_on: null });
  });

  it.each<[string, GivenEvent, object]>([
    ['was ratified', then('UrgentDecisionRatified', '2025-10-08', byPanel), { settled_on: '2025-10-08', void_from: null }],
    [
      'was not ratified',
      then('UrgentDecisionNotRatified', '2025-10-08', { ...byPanel, lapsesFrom: '2025-10-09', reasons: 'It could have waited.' }),
      { settled_on: '2025-10-08', void_from: '2025-10-09' },
    ],
    ['lapsed', then('UrgentDecisionLapsed', '2025-10-16', { ratifyBy: '2025-10-15' }), { settled_on: '2025-10-16', void_from: '2025-10-16' }],
  ])('is settled for an urgent decision that %s', (_what, event, expected) => {
    expect(standing(urgent, event)).toMatchObject(expected);
  });

  it('is settled by a ratification given in time, though its lapse was written down first', () => {
    const lapsed = then('UrgentDecisionLapsed', '2025-10-16', { ratifyBy: '2025-10-15' });
    expect(standing(urgent, lapsed, then('UrgentDecisionRatified', '2025-10-08', byPanel))).toMatchObject({ settled_on: '2025-10-08', void_from: null });
  });

  it('is, of an urgent decision beyond the officers’ authority, each agency’s ratification too, which settles nothing else', () => {
    const beyond = decided({ ...urgent.data, commitments: [awaited(health), { ...awaited(care), withinAuthority: true }] });
    expect(given(beyond)['ratifications_awaited']).toEqual([{ decision_id: decisionId, agency_id: health, settled_on: null }]);
    const events = [beyond, ratified(health, [], '2025-10-06')];
    expect(given(...events)['ratifications_awaited']).toMatchObject([{ settled_on: '2025-10-06' }]);
    expect(standing(...events)).toEqual(standing(beyond));
    expect(standing(...events, correctionOf({ lines: [line()] }))).toMatchObject({ lines_reading: 2, settled_on: null });
  });

  it('is each condition, by its owner and the day on which it is due, until it is met or waived', () => {
    const events = [decided({ outcome: 'approved-with-conditions', conditions: [condition()] }), then('ConditionMet', '2025-10-28', { conditionId, evidence: 'Letter' })];
    expect(given(...events)['decision_conditions']).toEqual([
      { decision_id: decisionId, condition_id: conditionId, reading: 0, agency_id: care, post: 'Team manager', due_on: '2025-11-01' },
    ]);
    expect(given(...events)['condition_settlements']).toEqual([{ decision_id: decisionId, condition_id: conditionId, settled_on: '2025-10-28' }]);
  });

  it('reads as corrected, with the first reading kept', () => {
    const events = [decided({ conditions: [condition()] }), correctionOf({ conditions: [condition({ dueOn: '2025-12-01' })] })];
    expect(standing(...events)).toMatchObject({ lines_reading: 0, conditions_reading: 1 });
    expect(given(...events)['decision_conditions']).toMatchObject([{ reading: 0, due_on: '2025-11-01' }, { reading: 1, due_on: '2025-12-01' }]);
    expect(standing(decided(), correctionOf({ lines: [line()] }))).toMatchObject({ lines_reading: 1, conditions_reading: 0 });
  });

  it('is each line from its first day, and what it takes the place of or ends', () => {
    const replaces = { decisionId: id(701), lineId: id(602) };
    const ends = [{ decisionId: id(702), lineId: id(603), from: '2025-10-06' }];
    const rows = given(decided({ lines: [line({ replaces })], ends }));
    expect(rows['decision_lines']).toEqual([
      {
        ...{ decision_id: decisionId, line_id: lineId, reading: 0, category: 'personal-care', from_day: '2025-10-06', to_day: null },
        ...{ replaces_decision: id(701), replaces_line: id(602) },
      },
    ]);
    expect(rows['line_endings']).toEqual([{ decision_id: decisionId, of_decision: id(702), of_line: id(603), from_day: '2025-10-06' }]);
  });

  it('is what was last reported of a line: started, late and why, not available, ended', () => {
    const rows = given(
      decided(),
      then('ProvisionDelayed', '2025-10-06', { lineId, barrier: 'no-staff', expectedOn: '2025-11-03', because: 'Nobody answered.' }),
      then('ProvisionStarted', '2025-11-03', { lineId, provider: 'Night Care Ltd' }),
      then('ProvisionNotAvailable', '2025-12-01', { lineId, barrier: 'no-provider', because: 'The firm closed.' }),
      then('ProvisionEnded', '2025-12-08', { lineId, because: 'No longer needed' }),
    )['line_reports'];
    expect(rows?.map((row) => [row['position'], row['reported_on'], row['report'], row['barrier'], row['expected_on']])).toEqual([
      [1, '2025-10-06', 'delayed', 'no-staff', '2025-11-03'],
      [2, '2025-11-03', 'started', null, null],
      [3, '2025-12-01', 'not-available', 'no-provider', null],
      [4, '2025-12-08', 'ended', null, null],
    ]);
  });

  it('holds nothing written about the child, not even sealed', () => {
    expect(JSON.stringify(given(decided({ conditions: [condition()] })))).not.toContain('sealed:');
  });

  it('is the same however often an event is delivered', () => {
    const events = [awaiting, ratified(health, [care], '2025-10-06'), ratified(care, [], '2025-10-10')].map((event, place) => ({
      ...event,
      ...{ position: place, revision: place },
    }));
    expect(given(...events, ...events)['decision_lines']).toEqual(given(...events)['decision_lines']);
    expect(given(...events.flatMap((event) => [event, event]))).toEqual(given(...events));
  });
});
