import type { MattersOnAgenda } from '@accord/panel/application';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';

interface MatterTables {
  matter_events: EventRow & { matter_id: string };
  meeting_events: EventRow & { meeting_id: string };
  agenda_matters: { meeting_id: string; matter_id: string };
  matter_children: EventRow & { child_id: string };
  paper_notices: { panel_id: string; version: number; valid_from: string; working_days: number; recorded_at: string };
}

/** Only what was true by a day, and recorded by an instant. Absent: all. */
export interface MatterAsOf {
  readonly asAt?: LondonDate | undefined;
  readonly knownAt?: Instant | undefined;
}

/** Reads the events of matters and meetings from the read model `matters`. */
export class MatterRecords implements MattersOnAgenda {
  constructor(private readonly store: ReadStore) {}

  /** The events of these matters, by matter, in the order of the record. */
  async ofMatters(matterIds: readonly string[], asOf: MatterAsOf): Promise<ReadonlyMap<string, readonly EventRow[]>> {
    if (matterIds.length === 0) return new Map();
    let query = this.tables().selectFrom('matter_events').selectAll().where('matter_id', 'in', [...matterIds]);
    if (asOf.asAt !== undefined) query = query.where('effective_on', '<=', asOf.asAt);
    if (asOf.knownAt !== undefined) query = query.where('recorded_at', '<=', asOf.knownAt);
    const rows = await query.orderBy('position').execute();
    const byMatter = new Map<string, EventRow[]>();
    for (const { matter_id, ...row } of rows) byMatter.set(matter_id, [...(byMatter.get(matter_id) ?? []), row]);
    return byMatter;
  }

  /** The events of a meeting as known at an instant. Its day moves, so that it is never asked *as at* a day. */
  async ofMeeting(meetingId: string, knownAt: Instant | undefined): Promise<readonly EventRow[]> {
    let query = this.tables().selectFrom('meeting_events').selectAll().where('meeting_id', '=', meetingId);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    return query.orderBy('position').execute();
  }

  /** The opening of each child's record, by child, as known at an instant. */
  async ofChildren(childIds: readonly string[], knownAt: Instant | undefined): Promise<ReadonlyMap<string, EventRow>> {
    if (childIds.length === 0) return new Map();
    let query = this.tables().selectFrom('matter_children').selectAll().where('child_id', 'in', [...new Set(childIds)]);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    const rows = await query.execute();
    return new Map(rows.map(({ child_id, ...row }) => [child_id, row]));
  }

  /** Every matter that ever was on the agenda of the meeting; whether it still stands there its own events say. */
  async on(meetingId: Id<'meeting'>): Promise<readonly Id<'matter'>[]> {
    const rows = await this.tables()
      .selectFrom('agenda_matters')
      .select('matter_id')
      .where('meeting_id', '=', meetingId)
      .orderBy('matter_id')
      .execute();
    // The column holds `matterId` of validated events.
    return rows.map((row) => row.matter_id as Id<'matter'>);
  }

  /** Working days of notice that papers need for a meeting of the panel on that day; `undefined` before its terms. */
  async paperNotice(panelId: string, on: LondonDate, knownAt: Instant | undefined): Promise<number | undefined> {
    let query = this.tables()
      .selectFrom('paper_notices')
      .select('working_days')
      .where('panel_id', '=', panelId)
      .where('valid_from', '<=', on);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    const found = await query.orderBy('version', 'desc').limit(1).executeTakeFirst();
    return found?.working_days;
  }

  private tables() {
    return this.store.withTables<MatterTables>();
  }
}
