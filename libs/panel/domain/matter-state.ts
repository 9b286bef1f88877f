import type { MatterKind, MatterRaised, NeedCategory, PaperKind, RequestedLine, ViewHolder, matterEvents } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';

type MatterDefinition = (typeof matterEvents)[number];

/** Every event in the stream of a matter, as it is stored and as it is decided. */
export type MatterEvent = Recorded<MatterDefinition>;
export type NewMatterEvent = New<MatterDefinition>;

/** One version of a paper as it was circulated, sealed by its hash. */
export interface CirculatedPaper {
  readonly paperId: Id<'paper'>;
  readonly version: number;
  readonly kind: PaperKind;
  /** SHA-256, 64 hexadecimal digits in lower case. */
  readonly sha256: string;
  readonly circulatedAt: Instant;
}

/** The place of a matter on the agenda of a meeting. */
export interface AgendaEntry {
  readonly meetingId: Id<'meeting'>;
  /** From 1. */
  readonly place: number;
  /** Time of day in London, `HH:mm`. */
  readonly startsAt: string | null;
}

/** A matter as far as rules rest on it; what it is about in words stays sealed in its events. */
export interface Matter {
  /** Whether it was withdrawn; what panels made of it stands in its decisions. */
  readonly status: 'raised' | 'withdrawn';
  readonly matterId: Id<'matter'>;
  readonly childId: Id<'child'>;
  readonly panelId: Id<'panel'>;
  /** The agency that asks. */
  readonly agencyId: Id<'agency'>;
  readonly kind: MatterKind;
  readonly raisedOn: LondonDate;
  readonly needs: readonly NeedCategory[];
  /** The lines asked for. */
  readonly lines: readonly RequestedLine[];
  /** What the newest record says of each; `undefined` where neither views nor a reason is recorded. */
  readonly views: Readonly<Record<ViewHolder, 'recorded' | 'not-obtained' | undefined>>;
  /** Every version of every paper, in the order in which they were recorded. */
  readonly papers: readonly CirculatedPaper[];
  /** Every agenda on which it stands: that of a meeting past included, from which nothing is taken off. */
  readonly agenda: readonly AgendaEntry[];
  /** Every meeting on whose agenda it ever was, in that order. */
  readonly meetings: readonly Id<'meeting'>[];
}
export type MatterState = { readonly status: 'unknown' } | Matter;

/** Folds the events of a matter. */
export function evolveMatter(state: MatterState, event: MatterEvent): MatterState {
  if (event.type === 'MatterRaised') return raised(event.data);
  // A matter's stream begins with its being raised; without that there is nothing to change.
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'ViewsRecorded':
      return { ...state, views: { ...state.views, [event.data.of]: 'recorded' } };
    case 'ViewsNotObtained':
      return { ...state, views: { ...state.views, [event.data.of]: 'not-obtained' } };
    case 'PaperCirculated': {
      const { paperId, version, kind, sha256, circulatedAt } = event.data;
      return { ...state, papers: [...state.papers, { paperId, version, kind, sha256, circulatedAt }] };
    }
    case 'MatterPutOnAgenda': {
      const { meetingId, place, startsAt } = event.data;
      const elsewhere = state.agenda.filter((entry) => entry.meetingId !== meetingId);
      const meetings = state.meetings.includes(meetingId) ? state.meetings : [...state.meetings, meetingId];
      return { ...state, agenda: [...elsewhere, { meetingId, place, startsAt }], meetings };
    }
    case 'MatterTakenOffAgenda':
      return { ...state, agenda: state.agenda.filter(({ meetingId }) => meetingId !== event.data.meetingId) };
    case 'MatterWithdrawn':
      return { ...state, status: 'withdrawn' };
  }
}

function raised(data: Recorded<typeof MatterRaised>['data']): Matter {
  const { matterId, childId, panelId, agencyId, kind, on, needs, lines } = data;
  return {
    ...{ status: 'raised', matterId, childId, panelId, agencyId, kind, raisedOn: on, needs, lines },
    views: { child: undefined, family: undefined },
    ...{ papers: [], agenda: [], meetings: [] },
  };
}

/** Its place on the agenda of that meeting, if it stands there: a withdrawn matter stands on none. */
export const agendaEntryOf = (matter: Matter, meetingId: string): AgendaEntry | undefined =>
  matter.status === 'withdrawn' ? undefined : matter.agenda.find((entry) => entry.meetingId === meetingId);
