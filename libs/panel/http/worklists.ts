import type { LineReport } from '@accord/panel/projections';
import { cursorOf } from '@accord/shared/http';
import type { Page, Vocabulary } from '@accord/shared/http';
import { daysBetween } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';
import type { AgencyList } from './agency-list';
import { conditionsOpen, linesUndelivered, ratificationsAwaited, urgentUnsettled } from './worklist-rows';

/** The entry after which a page begins: its day, its decision, and what of the decision is due. */
export type WorklistCursor = readonly [day: string, decisionId: string, item: string];

export const isWorklistCursor = (value: unknown): value is WorklistCursor =>
  Array.isArray(value) && value.length === 3 && value.every((part) => typeof part === 'string');

/** What every row of a worklist says. */
interface Due {
  readonly decisionId: string;
  readonly childId: string;
  readonly panelId: string;
  readonly panel: string;
}
interface OfAgency {
  readonly agencyId: string;
  readonly agency: string;
}

export interface RatificationDue extends Due, OfAgency {
  readonly decidedOn: string;
  /** Days since it was decided: what was in force goes on meanwhile. */
  readonly daysWaiting: number;
}
export interface ConditionDue extends Due, OfAgency {
  readonly conditionId: string;
  /** The post of the owner. */
  readonly post: string;
  readonly dueOn: string;
  /** 0 on the day on which it is due, and before. */
  readonly daysOverdue: number;
}
export interface LineUndelivered extends Due {
  readonly lineId: string;
  readonly category: string;
  /** First day on which it has effect. */
  readonly from: string;
  readonly is: 'not-started' | Exclude<LineReport, 'started' | 'ended'>;
  readonly barrier?: string;
  readonly expectedOn?: string;
  readonly reportedOn?: string;
  /** 0 where it was reported late before its first day. */
  readonly daysOverdue: number;
}
export interface UrgentDue extends Due {
  readonly decidedOn: string;
  /** Last day on which the panel can ratify it. */
  readonly ratifyBy: string;
  /** Days after that day: it has lapsed, and nobody wrote that down yet. */
  readonly daysOverdue: number;
  readonly lapsed: boolean;
}

export interface Worklist<Entry> {
  readonly entries: readonly Entry[];
  readonly next?: string;
}

export interface WorklistQuestion {
  readonly day: LondonDate;
  /** Also what was asked of an agency whose functions have come to it. */
  readonly agency?: Id<'agency'> | undefined;
  readonly panel?: Id<'panel'> | undefined;
  readonly decision?: Id<'decision'> | undefined;
  readonly page: Page<WorklistCursor>;
}

export interface WorklistParts {
  readonly store: ReadStore;
  readonly agencies: Pick<AgencyList, 'predecessorsOf'>;
  readonly vocabulary: Vocabulary;
}

/** Answers what was decided and has still to happen, as at a day; the longest due first. */
export class Worklists {
  constructor(private readonly parts: WorklistParts) {}

  async ratifications({ day, agency, panel, page }: WorklistQuestion): Promise<Worklist<RatificationDue>> {
    let query = ratificationsAwaited(this.parts.store, day);
    if (agency !== undefined) query = query.where('awaited.agency_id', 'in', await this.withPredecessors(agency, day));
    if (panel !== undefined) query = query.where('panel_id', '=', panel);
    const { cursor } = page;
    if (cursor !== undefined) {
      query = query.where((of) =>
        of(of.refTuple('decided_on', 'standing.decision_id', 'awaited.agency_id'), '>', of.tuple(...cursor)),
      );
    }
    const rows = await query.orderBy('decided_on').orderBy('standing.decision_id').orderBy('awaited.agency_id').limit(page.limit + 1).execute();
    const words = await this.parts.vocabulary.words();
    return pageOfRows(rows, page, (row) => ({
      cursor: [row.decided_on, row.decision_id, row.agency_id],
      entry: {
        ...{ decisionId: row.decision_id, childId: row.child_id, panelId: row.panel_id, panel: words.panel(row.panel_id) },
        ...{ agencyId: row.agency_id, agency: words.agency(row.agency_id) },
        ...{ decidedOn: row.decided_on, daysWaiting: daysSince(row.decided_on, day) },
      },
    }));
  }

  /** Those due by a day: by default the day itself, so that later ones are not on the list. */
  async conditions(question: WorklistQuestion & { readonly dueBy: LondonDate }): Promise<Worklist<ConditionDue>> {
    const { day, dueBy, agency, panel, page } = question;
    let query = conditionsOpen(this.parts.store, day).where('due_on', '<=', dueBy);
    if (agency !== undefined) query = query.where('agency_id', 'in', await this.withPredecessors(agency, day));
    if (panel !== undefined) query = query.where('panel_id', '=', panel);
    const { cursor } = page;
    if (cursor !== undefined) {
      query = query.where((of) => of(of.refTuple('due_on', 'standing.decision_id', 'condition_id'), '>', of.tuple(...cursor)));
    }
    const rows = await query.orderBy('due_on').orderBy('standing.decision_id').orderBy('condition_id').limit(page.limit + 1).execute();
    const words = await this.parts.vocabulary.words();
    return pageOfRows(rows, page, (row) => ({
      cursor: [row.due_on, row.decision_id, row.condition_id],
      entry: {
        ...{ decisionId: row.decision_id, childId: row.child_id, panelId: row.panel_id, panel: words.panel(row.panel_id) },
        ...{ agencyId: row.agency_id, agency: words.agency(row.agency_id), post: row.post },
        ...{ conditionId: row.condition_id, dueOn: row.due_on, daysOverdue: Math.max(0, daysSince(row.due_on, day)) },
      },
    }));
  }

  async urgent({ day, panel, page }: WorklistQuestion): Promise<Worklist<UrgentDue>> {
    let query = urgentUnsettled(this.parts.store, day);
    if (panel !== undefined) query = query.where('panel_id', '=', panel);
    const { cursor } = page;
    if (cursor !== undefined) query = query.where((of) => of(of.refTuple('ratify_by', 'decision_id'), '>', of.tuple(cursor[0], cursor[1])));
    const rows = await query.orderBy('ratify_by').orderBy('decision_id').limit(page.limit + 1).execute();
    const words = await this.parts.vocabulary.words();
    return pageOfRows(rows, page, ({ ratify_by, ...row }) => {
      // The query leaves out rows without a last day.
      const ratifyBy = String(ratify_by);
      const daysOverdue = Math.max(0, daysSince(ratifyBy, day));
      return {
        cursor: [ratifyBy, row.decision_id, ''],
        entry: {
          ...{ decisionId: row.decision_id, childId: row.child_id, panelId: row.panel_id, panel: words.panel(row.panel_id) },
          ...{ decidedOn: row.decided_on, ratifyBy, daysOverdue, lapsed: daysOverdue > 0 },
        },
      };
    });
  }

  /** With how many lines of each panel are on the list in all: what was agreed and is not delivered. */
  async undelivered(
    question: WorklistQuestion,
  ): Promise<Worklist<LineUndelivered> & { readonly panels: readonly { readonly panelId: string; readonly panel: string; readonly lines: number }[] }> {
    const { day, page } = question;
    const { cursor } = page;
    let query = this.undeliveredOf(question).select([
      ...(['line.decision_id', 'child_id', 'panel_id', 'line.line_id', 'category', 'from_day', 'lines_from'] as const),
      ...(['report.report', 'report.barrier', 'report.expected_on', 'report.reported_on'] as const),
    ]);
    if (cursor !== undefined) query = query.where((of) => of(of.refTuple('from_day', 'line.decision_id', 'line.line_id'), '>', of.tuple(...cursor)));
    const [rows, counts, words] = await Promise.all([
      query.orderBy('from_day').orderBy('line.decision_id').orderBy('line.line_id').limit(page.limit + 1).execute(),
      this.undeliveredOf(question)
        .select((of) => ['panel_id', of.fn.countAll<number | string>().as('lines')])
        .groupBy('panel_id')
        .orderBy('panel_id')
        .execute(),
      this.parts.vocabulary.words(),
    ]);
    const listed = pageOfRows(rows, page, (row) => ({
      cursor: [row.from_day, row.decision_id, row.line_id],
      entry: {
        ...{ decisionId: row.decision_id, childId: row.child_id, panelId: row.panel_id, panel: words.panel(row.panel_id) },
        ...undeliveredLine(row, day),
      },
    }));
    const panels = counts.map(({ panel_id: panelId, lines }) => ({ panelId, panel: words.panel(panelId), lines: Number(lines) }));
    return { ...listed, panels };
  }

  private undeliveredOf({ day, panel, decision }: WorklistQuestion) {
    let query = linesUndelivered(this.parts.store, day);
    if (panel !== undefined) query = query.where('panel_id', '=', panel);
    if (decision !== undefined) query = query.where('line.decision_id', '=', decision);
    return query;
  }

  private async withPredecessors(agency: Id<'agency'>, asAt: LondonDate): Promise<readonly string[]> {
    return [agency, ...(await this.parts.agencies.predecessorsOf(agency, { asAt }))];
  }
}

interface UndeliveredRow {
  readonly line_id: string;
  readonly category: string;
  readonly from_day: string;
  readonly lines_from: string | null;
  readonly report: LineReport | null;
  readonly barrier: string | null;
  readonly expected_on: string | null;
  readonly reported_on: string | null;
}

function undeliveredLine(row: UndeliveredRow, day: LondonDate): Omit<LineUndelivered, keyof Due> {
  const { line_id: lineId, category, from_day, lines_from, report, barrier, expected_on, reported_on } = row;
  const from = lines_from !== null && lines_from > from_day ? lines_from : from_day;
  return {
    ...{ lineId, category, from, daysOverdue: Math.max(0, daysSince(from, day)) },
    is: report === 'delayed' || report === 'not-available' ? report : 'not-started',
    ...(barrier === null ? {} : { barrier }),
    ...(expected_on === null ? {} : { expectedOn: expected_on }),
    ...(reported_on === null ? {} : { reportedOn: reported_on }),
  };
}

// The brand: the column holds a day of a validated event.
const daysSince = (from: string, day: LondonDate): number => daysBetween(from as LondonDate, day);

function pageOfRows<Row, Entry>(
  rows: readonly Row[],
  { limit }: Page<WorklistCursor>,
  read: (row: Row) => { readonly cursor: WorklistCursor; readonly entry: Entry },
): Worklist<Entry> {
  const shown = rows.slice(0, limit).map(read);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { entries: shown.map(({ entry }) => entry), ...(last ? { next: cursorOf(last.cursor) } : {}) };
}
