import { fundingEvents } from '@accord/funding/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected } from '@accord/shared/testing';
import type { GivenEvent } from '@accord/shared/testing';
import { fundingSchedules } from './index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [scheduleId, agencyId] = [id(1200), id(101)];
const read: GivenEvent = {
  type: 'FundingScheduleRead',
  data: {
    ...{ scheduleId, on: '2014-09-11', title: 'The team', source: 'The board', sha256: 'ab'.repeat(32), rowsSha256: 'cd'.repeat(32), notes: [] },
    ...{ period: { from: '2014-04-01', to: '2015-04-01' }, payers: [{ column: 'ccg', agencyId }], totalColumn: null, stated: null },
    rows: [{ row: 2, role: 'Nurse', resource: '', cells: [{ column: 'ccg', printed: '£10', pence: 1_000, bracketed: null }] }],
    ...{ differences: [{ row: null, column: 'ccg', statedPence: null, summedPence: 1_000 }], questions: [] },
  },
};
const released: GivenEvent = { type: 'FundingScheduleReleased', data: { scheduleId, on: '2014-10-01', agencyId, because: 'Agreed', differences: [] } };
const answered: GivenEvent = {
  type: 'FundingScheduleQuestionAnswered',
  data: { scheduleId, on: '2014-09-20', row: 2, column: 'ccg', ruling: 'set-aside', answer: 'Nobody knows' },
};
const withdrawn: GivenEvent = { type: 'FundingScheduleWithdrawn', data: { scheduleId, on: '2015-01-01', because: 'Ended' } };

const { given } = projected(fundingSchedules, catalogueOf(fundingEvents));

describe('The schedules of jointly funded posts', () => {
  it('are kept as their events, whole, under the schedule, from the day of each', () => {
    const rows = given(read, answered, released, withdrawn)['funding_schedule_events'] ?? [];
    expect(rows.map((row) => [row['schedule_id'], row['type'], row['effective_on']])).toEqual([
      [scheduleId, 'FundingScheduleRead', '2014-09-11'],
      [scheduleId, 'FundingScheduleQuestionAnswered', '2014-09-20'],
      [scheduleId, 'FundingScheduleReleased', '2014-10-01'],
      [scheduleId, 'FundingScheduleWithdrawn', '2015-01-01'],
    ]);
    expect(rows[0]?.['data']).toEqual(read.data);
  });

  it('are found by the rows that they hold', () => {
    expect(given(read, released)['funding_schedule_rows']).toEqual([{ schedule_id: scheduleId, rows_sha256: 'cd'.repeat(32) }]);
  });

  it('are the same however often an event is delivered, and whatever else happens', () => {
    const events = [read, answered, released, withdrawn].map((event, place) => ({ ...event, position: place, revision: place, recordedAt: `2025-12-01T09:0${place}:00.000Z` }));
    expect(given(...events, ...events)).toEqual(given(...events));
    const agreement: GivenEvent = { type: 'StandingAgreementCameIntoForce', data: { agreementId: id(1000), from: '2025-04-01' } };
    expect(given(agreement)).toEqual({ funding_schedule_events: [], funding_schedule_rows: [] });
  });
});
