import type { MeetingStanding } from '@accord/panel/projections';
import type { ReadStore } from '@accord/shared/read-store';

interface DirectoryTables {
  agencies: { agency_id: string; name: string; kind: string; code: string | null; valid_from: string };
  meetings: { meeting_id: string; panel_id: string; held_on: string; starts_at: string | null; place: string | null; status: MeetingStanding };
  panels: { panel_id: string };
}

export interface AgencyEntry {
  readonly agencyId: string;
  readonly name: string;
  readonly kind: string;
  readonly code?: string;
  readonly validFrom: string;
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

/** Answers which agencies and panels the area has. */
export class Directory {
  constructor(private readonly store: ReadStore) {}

  async agencies(): Promise<{ readonly agencies: readonly AgencyEntry[] }> {
    const rows = await this.store
      .withTables<DirectoryTables>()
      .selectFrom('agencies')
      .select(['agency_id', 'name', 'kind', 'code', 'valid_from'])
      .orderBy('name')
      .orderBy('agency_id')
      .execute();
    return {
      agencies: rows.map(({ agency_id: agencyId, name, kind, code, valid_from: validFrom }) => ({
        ...{ agencyId, name, kind, validFrom },
        ...(code === null ? {} : { code }),
      })),
    };
  }

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
}
