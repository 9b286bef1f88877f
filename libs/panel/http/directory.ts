import type { MeetingsOfPanel } from '@accord/panel/application';
import type { MeetingStanding } from '@accord/panel/projections';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';

interface DirectoryTables {
  meetings: { meeting_id: Id<'meeting'>; panel_id: string; held_on: string; starts_at: string | null; place: string | null; status: MeetingStanding };
  panels: { panel_id: string };
}

export interface MeetingEntry {
  readonly meetingId: string;
  /** The day for which it is planned, or that of its last sitting. */
  readonly on: string;
  /** Time of day in London, and place; `null` where they are not settled. */
  readonly startsAt: string | null;
  readonly place: string | null;
  readonly status: MeetingStanding;
}

/** Answers which meetings a panel has. */
export class Directory implements MeetingsOfPanel {
  constructor(private readonly store: ReadStore) {}

  /** A panel's meetings, the latest first; `undefined` where there is no such panel. */
  async meetingsOf(panelId: string): Promise<{ readonly meetings: readonly MeetingEntry[] } | undefined> {
    const tables = this.store.withTables<DirectoryTables>();
    const panel = await tables.selectFrom('panels').select('panel_id').where('panel_id', '=', panelId).executeTakeFirst();
    if (panel === undefined) return undefined;
    const rows = await tables
      .selectFrom('meetings')
      .select(['meeting_id', 'held_on', 'starts_at', 'place', 'status'])
      .where('panel_id', '=', panelId)
      .orderBy('held_on', 'desc')
      .orderBy('meeting_id')
      .execute();
    return {
      meetings: rows.map(({ meeting_id: meetingId, held_on: on, starts_at: startsAt, place, status }) => ({ meetingId, on, startsAt, place, status })),
    };
  }

  /** The meetings of a panel of which a sitting was on that day or later. */
  async openedSince(panelId: string, day: LondonDate): Promise<readonly Id<'meeting'>[]> {
    const rows = await this.store
      .withTables<DirectoryTables>()
      .selectFrom('meetings')
      .select('meeting_id')
      .where('panel_id', '=', panelId)
      .where('held_on', '>=', day)
      .where('status', 'in', ['open', 'adjourned', 'closed'])
      .orderBy('meeting_id')
      .execute();
    return rows.map(({ meeting_id }) => meeting_id);
  }
}
