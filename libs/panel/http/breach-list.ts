import { panelRefusals } from '@accord/panel/domain';
import { cursorOf } from '@accord/shared/http';
import type { Page, Vocabulary } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import type { DecisionAsOf, DecisionRecords } from './decision-records';
import type { Words } from './decision-reading';
import type { Personal, RecordedEvents } from './recorded-events';

/** Which breaches are asked about. */
export interface BreachesAsked extends DecisionAsOf {
  readonly panel?: Id<'panel'> | undefined;
  /** Those that name the meeting, or a decision that was before it. */
  readonly meeting?: Id<'meeting'> | undefined;
  /** Those that name the decision, its matter as a whole, or the whole of a meeting that considered it. */
  readonly decision?: Id<'decision'> | undefined;
  /** First day of what happened. */
  readonly from?: LondonDate | undefined;
  /** First day no longer asked about. */
  readonly to?: LondonDate | undefined;
}

/** A breach as it was put on record, with what it names. */
export interface BreachOnRecord {
  readonly breachId: string;
  readonly panelId: string;
  readonly panel: string;
  readonly meetingId: string | null;
  readonly matterId: string | null;
  readonly decisionId: string | null;
  readonly childId: string | null;
  readonly on: string;
  readonly recordedAt: string;
  /** Code of the rule that was broken. */
  readonly rule: string;
  /** The same as a sentence. */
  readonly ruleInWords: string;
  /** What happened; `null` where its key was destroyed, absent where it is withheld. */
  readonly account?: Words;
  readonly saidBy?: Words;
}

export interface BreachParts {
  readonly records: DecisionRecords;
  readonly events: RecordedEvents;
  readonly vocabulary: Vocabulary;
}

type BreachPage = Page<number> | undefined;

/** Answers what was put on record as irregular, in the order of the record. */
export class BreachList {
  constructor(private readonly parts: BreachParts) {}

  /** A page, or all of it where none is asked for. The cursor is the position of the last one. */
  async breaches(asked: BreachesAsked, { personal, page }: { readonly personal: Personal; readonly page?: BreachPage }): Promise<{ readonly breaches: readonly BreachOnRecord[]; readonly next?: string }> {
    const [rows, words] = await Promise.all([this.parts.records.breaches(asked, page), this.parts.vocabulary.words()]);
    const shown = page === undefined ? rows : rows.slice(0, page.limit);
    const last = rows.length > shown.length ? shown.at(-1) : undefined;
    const breaches = await Promise.all(shown.map((row) => this.entry(row, { personal, panelOf: words.panel })));
    return { breaches, ...(last ? { next: cursorOf(last.position) } : {}) };
  }

  private async entry(row: EventRow, { personal, panelOf }: { readonly personal: Personal; readonly panelOf: (id: string) => string }): Promise<BreachOnRecord> {
    // The catalogue has validated the data by the contract of BreachRecorded; the words are personal.
    const data = (await this.parts.events.details(row, personal)) as unknown as Omit<BreachOnRecord, 'panel' | 'recordedAt' | 'ruleInWords'>;
    const { breachId, panelId, meetingId, matterId, decisionId, childId, on, rule, account, saidBy } = data;
    return {
      ...{ breachId, panelId, panel: panelOf(panelId), meetingId, matterId, decisionId, childId, on, recordedAt: row.recorded_at, rule },
      ruleInWords: Object.entries(panelRefusals).find(([code]) => code === rule)?.[1].title ?? rule.replaceAll('-', ' '),
      ...(account === undefined ? {} : { account }),
      ...(saidBy === undefined ? {} : { saidBy }),
    };
  }
}
