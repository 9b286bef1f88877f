import { cursorOf } from '@accord/shared/http';
import type { Page } from '@accord/shared/http';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { EventEntry, EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';
import type { EventEntries } from './event-entries';

interface TimelineTables {
  child_timeline: EventRow & { child_id: string };
}

/** The entry after which a page begins: its day and its position. */
export type TimelineCursor = readonly [effectiveOn: string, position: number];

export const isTimelineCursor = (value: unknown): value is TimelineCursor =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && Number.isSafeInteger(value[1]);

export interface TimelineQuestion {
  readonly childId: Id<'child'>;
  /** Only what was true by this day. */
  readonly asAt?: LondonDate | undefined;
  /** Only what was recorded by this instant. */
  readonly knownAt?: Instant | undefined;
  readonly page: Page<TimelineCursor>;
}

/** Answers what happened to a child, in order of the days on which it became true. */
export class Timeline {
  constructor(
    private readonly store: ReadStore,
    private readonly entries: EventEntries,
  ) {}

  /** A page of the timeline, or `undefined` where there was no record of the child. */
  async page(question: TimelineQuestion): Promise<{ entries: readonly EventEntry[]; next?: string } | undefined> {
    const { limit } = question.page;
    const rows = await this.rows(question);
    if (rows.length === 0 && !(await this.isKnown(question))) return undefined;
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      entries: await this.entries.entries(shown),
      ...(last ? { next: cursorOf([last.effective_on, last.position] satisfies TimelineCursor) } : {}),
    };
  }

  private async rows({ childId, asAt, knownAt, page }: TimelineQuestion): Promise<readonly EventRow[]> {
    let query = this.store
      .withTables<TimelineTables>()
      .selectFrom('child_timeline')
      .selectAll()
      .where('child_id', '=', childId);
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    if (page.cursor) {
      const [day, position] = page.cursor;
      query = query.where((after) =>
        after.or([
          after('effective_on', '>', day),
          after.and([after('effective_on', '=', day), after('position', '>', position)]),
        ]),
      );
    }
    return query.orderBy('effective_on').orderBy('position').limit(page.limit + 1).execute();
  }

  /** Whether anything was known of the child at the instant: what came later must not show through. */
  private async isKnown({ childId, knownAt }: TimelineQuestion): Promise<boolean> {
    const tables = this.store.withTables<TimelineTables>();
    let query = tables.selectFrom('child_timeline').select('position').where('child_id', '=', childId);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    return (await query.limit(1).execute()).length > 0;
  }
}
