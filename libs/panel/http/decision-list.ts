import type { Outcome } from '@accord/panel/contracts';
import type { DecisionOnRecord } from '@accord/panel/domain';
import { cursorOf } from '@accord/shared/http';
import type { Page, Vocabulary } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';
import type { AgencyList } from './agency-list';
import { decisionsOf, standingOn } from './decision-records';
import type { DecisionAsOf, DecisionRecords } from './decision-records';
import type { RecordedEvents } from './recorded-events';

interface ListTables {
  decisions: {
    decision_id: string;
    child_id: string;
    panel_id: string;
    matter_id: string | null;
    meeting_id: string | null;
    outcome: string;
    decided_on: string;
    recorded_at: string;
    position: number;
    needs: string;
  };
  decision_agencies: { decision_id: string; agency_id: string; part: string; position: number; effective_on: string; recorded_at: string };
}

/** The decision after which a page begins: its day and its position. */
export type DecisionCursor = readonly [decidedOn: string, position: number];

export const isDecisionCursor = (value: unknown): value is DecisionCursor =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && Number.isSafeInteger(value[1]);

export interface DecisionsQuestion extends DecisionAsOf {
  readonly child?: Id<'child'> | undefined;
  readonly panel?: Id<'panel'> | undefined;
  /** Also what was decided with an agency whose functions have come to it. */
  readonly agency?: Id<'agency'> | undefined;
  readonly outcome?: Outcome | undefined;
  /** First day asked about, and first day no longer asked about. */
  readonly from?: LondonDate | undefined;
  readonly to?: LondonDate | undefined;
  /** The day of the person who asks: how decisions stand where no other day is asked about. */
  readonly today: LondonDate;
  readonly page: Page<DecisionCursor>;
}

export interface DecisionListed {
  readonly decisionId: string;
  readonly childId: string;
  readonly panelId: string;
  readonly panel: string;
  readonly matterId: string | null;
  readonly meetingId: string | null;
  readonly on: string;
  readonly recordedAt: string;
  readonly outcome: string;
  readonly standing: DecisionOnRecord['standing'];
  readonly withoutPrejudice: boolean;
  readonly needs: readonly string[];
  /** Each agency that sat, took a position, pays, declined to contribute or ratified. */
  readonly agencies: readonly { readonly agencyId: string; readonly agency: string; readonly parts: readonly string[] }[];
}

export interface DecisionListParts {
  readonly store: ReadStore;
  readonly records: DecisionRecords;
  readonly events: RecordedEvents;
  readonly agencies: Pick<AgencyList, 'predecessorsOf'>;
  readonly vocabulary: Vocabulary;
}

/** Answers which decisions there are, by child, panel, agency, outcome and time, the latest first. */
export class DecisionList {
  constructor(private readonly parts: DecisionListParts) {}

  async page(question: DecisionsQuestion): Promise<{ readonly decisions: readonly DecisionListed[]; readonly next?: string }> {
    const { limit } = question.page;
    const rows = await this.rows(question);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      decisions: await this.listed(shown, question),
      ...(last ? { next: cursorOf([last.decided_on, last.position] satisfies DecisionCursor) } : {}),
    };
  }

  private async rows({ child, panel, agency, outcome, from, to, asAt, knownAt, page }: DecisionsQuestion) {
    let query = this.tables().selectFrom('decisions').selectAll();
    if (child !== undefined) query = query.where('child_id', '=', child);
    if (panel !== undefined) query = query.where('panel_id', '=', panel);
    if (outcome !== undefined) query = query.where('outcome', '=', outcome);
    if (from !== undefined) query = query.where('decided_on', '>=', from);
    if (to !== undefined) query = query.where('decided_on', '<', to);
    if (asAt !== undefined) query = query.where('decided_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    if (agency !== undefined) {
      const before = await this.parts.agencies.predecessorsOf(agency, { asAt, knownAt });
      query = query.where('decision_id', 'in', this.decisionsWith([agency, ...before], { asAt, knownAt }));
    }
    if (page.cursor) {
      const [day, position] = page.cursor;
      query = query.where((before) =>
        before.or([
          before('decided_on', '<', day),
          before.and([before('decided_on', '=', day), before('position', '<', position)]),
        ]),
      );
    }
    return query.orderBy('decided_on', 'desc').orderBy('position', 'desc').limit(page.limit + 1).execute();
  }

  private decisionsWith(agencies: readonly string[], { asAt, knownAt }: DecisionAsOf) {
    let query = this.tables().selectFrom('decision_agencies').select('decision_id').where('agency_id', 'in', [...agencies]);
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    return query;
  }

  /** With how each stands, and who took which part: one query for each, however long the page. */
  private async listed(rows: readonly ListTables['decisions'][], { asAt, knownAt, today }: DecisionsQuestion) {
    if (rows.length === 0) return [];
    const { records, events, vocabulary } = this.parts;
    const ids = rows.map((row) => row.decision_id);
    let agencies = this.tables().selectFrom('decision_agencies').select(['decision_id', 'agency_id', 'part']).where('decision_id', 'in', ids);
    if (asAt !== undefined) agencies = agencies.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) agencies = agencies.where('recorded_at', '<=', knownAt);
    const [ruling, took, words] = await Promise.all([
      records.rulingOf(ids, { asAt, knownAt }),
      agencies.orderBy('position').orderBy('agency_id').orderBy('part').execute(),
      vocabulary.words(),
    ]);
    const standings = new Map<string, DecisionOnRecord>(decisionsOf(ruling, events).map((each) => [each.decisionId, each]));
    return rows.flatMap((row): readonly DecisionListed[] => {
      const decision = standings.get(row.decision_id);
      if (decision === undefined) return [];
      const parts = new Map<string, Set<string>>();
      for (const { decision_id, agency_id, part } of took) {
        if (decision_id === row.decision_id) parts.set(agency_id, (parts.get(agency_id) ?? new Set()).add(part));
      }
      return [
        {
          ...{ decisionId: row.decision_id, childId: row.child_id, panelId: row.panel_id, panel: words.panel(row.panel_id) },
          ...{ matterId: row.matter_id, meetingId: row.meeting_id, on: row.decided_on, recordedAt: row.recorded_at },
          ...{ outcome: row.outcome, standing: standingOn(decision, asAt ?? today), withoutPrejudice: decision.withoutPrejudice },
          // The projection wrote this text from the validated event.
          needs: JSON.parse(row.needs) as readonly string[],
          agencies: [...parts].map(([agencyId, each]) => ({ agencyId, agency: words.agency(agencyId), parts: [...each] })),
        },
      ];
    });
  }

  private tables() {
    return this.parts.store.withTables<ListTables>();
  }
}
