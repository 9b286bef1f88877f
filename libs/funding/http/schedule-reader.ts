import type { SchedulesWithRows } from '@accord/funding/application';
import { scheduleEvents } from '@accord/funding/contracts';
import { scheduleDecider } from '@accord/funding/domain';
import type { RecordedScheduleEvent, ScheduleOnRecord, ScheduleState } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';
import { factReader } from './fact-of-row';

interface ScheduleTables {
  funding_schedule_events: EventRow & { schedule_id: Id<'funding-schedule'> };
  funding_schedule_rows: { schedule_id: Id<'funding-schedule'>; rows_sha256: string };
}

/** Only what was true by a day, and recorded by an instant. Absent: all. */
export interface AsOf {
  readonly asAt?: LondonDate | undefined;
  readonly knownAt?: Instant | undefined;
}

/** A schedule as it stands, and the revision for `If-Match`. */
export interface ScheduleAsOf {
  readonly schedule: ScheduleOnRecord;
  readonly revision: number;
}

/** Answers which schedules of jointly funded posts there are, each folded from its own events. */
export class ScheduleReader implements SchedulesWithRows {
  private readonly factOf: (row: EventRow) => { readonly body: RecordedScheduleEvent };

  constructor(
    private readonly store: ReadStore,
    catalogue: EventCatalogue,
  ) {
    this.factOf = factReader(catalogue, scheduleEvents);
  }

  /** One schedule; `undefined` where none was known by that id. */
  async schedule(scheduleId: Id<'funding-schedule'>, asOf: AsOf = {}): Promise<ScheduleAsOf | undefined> {
    return (await this.read(asOf, scheduleId))[0];
  }

  /** Every schedule, the newest days first. */
  async all(asOf: AsOf = {}): Promise<readonly ScheduleAsOf[]> {
    const order = ({ schedule: { reading } }: ScheduleAsOf) => [reading.period.from, reading.title, reading.scheduleId];
    return (await this.read(asOf)).toSorted((one, other) => {
      const [[from, ...rest], [otherFrom, ...otherRest]] = [order(one), order(other)];
      if (from !== otherFrom) return (from ?? '') > (otherFrom ?? '') ? -1 : 1;
      return rest.join('\n') < otherRest.join('\n') ? -1 : 1;
    });
  }

  async withRows(rowsSha256: string): Promise<readonly Id<'funding-schedule'>[]> {
    const tables = this.store.withTables<ScheduleTables>();
    const rows = await tables.selectFrom('funding_schedule_rows').select('schedule_id').where('rows_sha256', '=', rowsSha256).orderBy('schedule_id').execute();
    return rows.map(({ schedule_id }) => schedule_id);
  }

  private async read({ asAt, knownAt }: AsOf, scheduleId?: Id<'funding-schedule'>): Promise<readonly ScheduleAsOf[]> {
    let query = this.store.withTables<ScheduleTables>().selectFrom('funding_schedule_events').selectAll();
    if (scheduleId !== undefined) query = query.where('schedule_id', '=', scheduleId);
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    const folded = new Map<string, { readonly state: ScheduleState; readonly revision: number }>();
    for (const row of await query.orderBy('position').execute()) {
      const state = folded.get(row.schedule_id)?.state ?? scheduleDecider.initial;
      folded.set(row.schedule_id, { state: scheduleDecider.evolve(state, this.factOf(row).body), revision: row.revision });
    }
    return [...folded.values()].flatMap(({ state, revision }) => (state.status === 'unknown' ? [] : [{ schedule: state, revision }]));
  }
}
