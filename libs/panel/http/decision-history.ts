import { cursorOf } from '@accord/shared/http';
import type { Page } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import type { EventEntry, EventRow } from '@accord/shared/projections';
import type { DecisionAsOf, DecisionRecords } from './decision-records';
import type { MatterRecords } from './matter-records';
import type { Personal, RecordedEvents } from './recorded-events';

/** Turns stored rows into sentences; the composition has it from assurance. */
export interface HistorySentences {
  entries(rows: readonly EventRow[], personal: Personal): Promise<readonly EventEntry[]>;
}

export interface HistoryQuestion extends DecisionAsOf {
  readonly personal: Personal;
  /** The cursor is the position of the last entry shown. */
  readonly page: Page<number>;
}

export interface DecisionHistoryParts {
  readonly records: DecisionRecords;
  readonly matters: MatterRecords;
  readonly events: RecordedEvents;
  readonly sentences: HistorySentences;
}

/** Answers how a decision came about and what became of it, event by event. */
export class DecisionHistory {
  constructor(private readonly parts: DecisionHistoryParts) {}

  /**
   * A page of everything on record about the decision, in the order of the record: its own events, those of its
   * matter and of the meetings that considered it (what concerns another matter left out), and breaches.
   * `undefined` where nothing of it was known. One query per table; only what the page shows is opened.
   */
  async page(
    decisionId: Id<'decision'>,
    { asAt, knownAt, personal, page }: HistoryQuestion,
  ): Promise<{ readonly entries: readonly EventEntry[]; readonly next?: string } | undefined> {
    const { records, sentences } = this.parts;
    const asOf = { asAt, knownAt };
    const after = page.cursor ?? -1;
    const [place, own] = await Promise.all([
      records.placeOf(decisionId),
      records.pageOf(decisionId, asOf, { after, limit: page.limit + 1 }),
    ]);
    if (own.length === 0 && (await records.pageOf(decisionId, asOf, { after: -1, limit: 1 })).length === 0) return undefined;
    const [ofMatter, ofMeetings, breaches] = await Promise.all([
      this.ofMatter(place.matterId, asOf),
      this.ofMeetings(place.meetingIds, place.matterId, asOf),
      records.breachesAbout(decisionId, place, asOf),
    ]);
    const others = [...ofMatter, ...ofMeetings, ...breaches].filter(({ position }) => position > after);
    const rows = [...own, ...others].sort((one, two) => one.position - two.position);
    const shown = rows.slice(0, page.limit);
    const last = rows.length > page.limit ? shown.at(-1) : undefined;
    return {
      entries: await sentences.entries(shown, personal),
      ...(last ? { next: cursorOf(last.position) } : {}),
    };
  }

  private async ofMatter(matterId: string | undefined, asOf: DecisionAsOf): Promise<readonly EventRow[]> {
    if (matterId === undefined) return [];
    const rows = (await this.parts.matters.ofMatters([matterId], asOf)).get(matterId) ?? [];
    // That read model keeps what was decided on the matter as well: this decision has its own rows, others theirs.
    return rows.filter(({ type }) => type !== 'DecisionRecorded');
  }

  private async ofMeetings(
    meetingIds: readonly string[],
    matterId: string | undefined,
    { asAt, knownAt }: DecisionAsOf,
  ): Promise<readonly EventRow[]> {
    const found = await Promise.all(meetingIds.map((meetingId) => this.parts.matters.ofMeeting(meetingId, knownAt)));
    return found
      .flat()
      .filter((row) => asAt === undefined || row.effective_on <= asAt)
      .filter((row) => !aboutAMatter.has(row.type) || this.parts.events.sealed(row).data['matterId'] === matterId);
  }
}

/** Who withdrew from another child's matter, and why, is nobody's business here. */
const aboutAMatter = new Set(['ConflictOfInterestDeclared', 'MemberRecused', 'MemberReturned']);
