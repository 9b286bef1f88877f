import { cursorOf } from '@accord/shared/http';
import type { Page, Vocabulary } from '@accord/shared/http';
import { daysBetween } from '@accord/shared/kernel';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { DecisionRecords } from './decision-records';
import type { Words } from './decision-reading';
import type { Personal, RecordedEvents } from './recorded-events';

/** The deferral after which a page begins: its return day and its position. */
export type ReturnCursor = readonly [returnsOn: string, position: number];

export const isReturnCursor = (value: unknown): value is ReturnCursor =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && Number.isSafeInteger(value[1]);

export interface ReturnsAsked {
  /** The day on which the list is read: what was decided by then counts. */
  readonly day: LondonDate;
  /** Those due back by that day. */
  readonly by: LondonDate;
  readonly panel?: Id<'panel'> | undefined;
  readonly knownAt?: Instant | undefined;
  readonly personal: Personal;
  readonly page: Page<ReturnCursor>;
}

/** A matter that was put off and has not been decided again. */
export interface ReturnDue {
  readonly decisionId: string;
  readonly matterId: string;
  readonly childId: string;
  readonly panelId: string;
  readonly panel: string;
  readonly meetingId: string | null;
  readonly deferredOn: string;
  /** The day on which it was to be back. */
  readonly returnsOn: string;
  /** 0 on that day, and before. */
  readonly daysOverdue: number;
  /** What is missing; `null` where its key was destroyed, absent where it is withheld. */
  readonly missing?: Words;
}

/** Answers which deferred matters are due back and have not been decided again; the longest due first. */
export class ReturnList {
  constructor(private readonly parts: { readonly records: DecisionRecords; readonly events: RecordedEvents; readonly vocabulary: Vocabulary }) {}

  async due(asked: ReturnsAsked): Promise<{ readonly entries: readonly ReturnDue[]; readonly next?: string }> {
    const { records, events, vocabulary } = this.parts;
    const { day, personal, page } = asked;
    const [rows, words] = await Promise.all([records.returnsDue(asked), vocabulary.words()]);
    const shown = rows.slice(0, page.limit);
    const last = rows.length > page.limit ? shown.at(-1) : undefined;
    const entries = await Promise.all(
      shown.map(async ({ returns_on: returnsOn, matter_id: matterId, meeting_id: meetingId, panel_id: panelId, decision_id: decisionId, child_id: childId, ...row }): Promise<ReturnDue> => {
        // The catalogue validated the event by its contract; what is missing is personal.
        const { missing } = (await events.details(row, personal)) as { readonly missing?: Words };
        return {
          ...{ decisionId, matterId, childId, panelId, panel: words.panel(panelId), meetingId, deferredOn: row.effective_on, returnsOn },
          // The brand: the column holds a day of a validated event.
          daysOverdue: Math.max(0, daysBetween(returnsOn as LondonDate, day)),
          ...(missing === undefined ? {} : { missing }),
        };
      }),
    );
    return { entries, ...(last ? { next: cursorOf([last.returns_on, last.position] satisfies ReturnCursor) } : {}) };
  }
}
