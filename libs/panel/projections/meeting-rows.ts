import type {
  MeetingAdjourned,
  MeetingCancelled,
  MeetingClosed,
  MeetingMoved,
  MeetingOpened,
  MeetingResumed,
  MeetingScheduled,
} from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Cell, ProjectionTable, RowChange } from '@accord/shared/projections';

/** What is recorded of a meeting as a whole. */
export type OfMeetings =
  | Recorded<typeof MeetingScheduled>
  | Recorded<typeof MeetingMoved>
  | Recorded<typeof MeetingCancelled>
  | Recorded<typeof MeetingOpened>
  | Recorded<typeof MeetingAdjourned>
  | Recorded<typeof MeetingResumed>
  | Recorded<typeof MeetingClosed>;

export const ofMeetings = [
  'MeetingScheduled',
  'MeetingMoved',
  'MeetingCancelled',
  'MeetingOpened',
  'MeetingAdjourned',
  'MeetingResumed',
  'MeetingClosed',
] as const satisfies readonly OfMeetings['type'][];

/** What became of a meeting: `moved` is still to sit, on another day or at another time or place than first planned. */
export type MeetingStanding = 'scheduled' | 'moved' | 'cancelled' | 'open' | 'adjourned' | 'closed';

export const meetingTables = {
  meetings: {
    /** `held_on` is the day for which it is planned, then that of its last sitting. */
    columns: { meeting_id: 'text', panel_id: 'text', held_on: 'text', starts_at: 'text?', place: 'text?', status: 'text' },
    key: ['meeting_id'],
    indexes: [['panel_id', 'held_on']],
  },
} as const satisfies Readonly<Record<string, ProjectionTable>>;

/** The rows that an event about a meeting changes. */
export function meetingRows({ type, data }: OfMeetings): readonly RowChange[] {
  const { meetingId: meeting_id, panelId: panel_id, on: held_on } = data;
  const change = (status: MeetingStanding, also: Readonly<Record<string, Cell>> = {}): readonly RowChange[] => [
    { patch: 'meetings', key: { meeting_id }, set: { status, ...also } },
  ];
  switch (type) {
    case 'MeetingScheduled': {
      const { startsAt: starts_at, place } = data;
      return [{ put: 'meetings', row: { meeting_id, panel_id, held_on, starts_at, place, status: 'scheduled' } }];
    }
    case 'MeetingMoved':
      return change('moved', { held_on, starts_at: data.startsAt, place: data.place });
    case 'MeetingCancelled':
      return change('cancelled');
    case 'MeetingOpened':
    case 'MeetingResumed':
      return change('open', { held_on });
    case 'MeetingAdjourned':
      return change('adjourned');
    case 'MeetingClosed':
      return change('closed');
  }
}
