import { scheduleEvents } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';

const row = eventRows(scheduleEvents);

/**
 * The printed schedules of jointly funded posts. Their events are kept whole and folded when somebody asks, so that
 * every answer can be given as at any day and as known at any instant.
 */
export const fundingSchedules = defineProjection<Recorded<(typeof scheduleEvents)[number]>>({
  name: 'funding-schedules',
  version: 1,
  question: 'Which schedules of jointly funded posts are there, do they count, and who owes what by them?',
  tables: {
    funding_schedule_events: {
      columns: { schedule_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [['schedule_id', 'position']],
    },
    /** Which rows each schedule holds, so that the same ones are known again. */
    funding_schedule_rows: {
      columns: { schedule_id: 'text', rows_sha256: 'text' },
      key: ['schedule_id'],
      indexes: [['rows_sha256']],
    },
  },
  handles: scheduleEvents.map(({ type }) => type),
  project(event) {
    const { type, data } = event.body;
    const schedule_id = data.scheduleId;
    const kept = { put: 'funding_schedule_events', row: { schedule_id, ...row(event) } };
    return type === 'FundingScheduleRead' ? [kept, { put: 'funding_schedule_rows', row: { schedule_id, rows_sha256: data.rowsSha256 } }] : [kept];
  },
});
