import type { Vocabulary } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { BreachList } from './breach-list';
import { decisionOf, decisionsOf } from './decision-records';
import type { DecisionAsOf, DecisionRecords } from './decision-records';
import type { Told } from './decision-reading';
import { decisionView } from './decision-view';
import type { ConsideredView, DecisionView } from './decision-view';
import type { PanelDirectory } from './panel-directory';
import type { Personal, RecordedEvents } from './recorded-events';
import { ReturnList } from './return-list';

export interface DecisionQuestion extends DecisionAsOf {
  readonly personal: Personal;
  /** The day of the person who asks: how the decision stands where no other day is asked about. */
  readonly today: LondonDate;
}

export interface DecisionReaderParts {
  readonly records: DecisionRecords;
  readonly events: RecordedEvents;
  readonly panels: Pick<PanelDirectory, 'panel'>;
  readonly vocabulary: Vocabulary;
}

/** Answers what a decision says, who stood where, and what became of it, as at a day and as known at an instant. */
export class DecisionReader {
  /** What was put on record as irregular. */
  readonly breachList: BreachList;
  /** What was put off and is due back. */
  readonly returnList: ReturnList;

  constructor(private readonly parts: DecisionReaderParts) {
    this.breachList = new BreachList(parts);
    this.returnList = new ReturnList(parts);
  }

  /** The whole decision; `undefined` where nothing of it was known. */
  async decision(
    decisionId: Id<'decision'>,
    { asAt, knownAt, personal, today }: DecisionQuestion,
  ): Promise<DecisionView | ConsideredView | undefined> {
    const { records, events, vocabulary } = this.parts;
    const asOf = { asAt, knownAt };
    const [rows, place, words] = await Promise.all([records.ofDecision(decisionId, asOf), records.placeOf(decisionId), vocabulary.words()]);
    const [first] = rows;
    if (first === undefined) return undefined;
    const state = decisionOf(rows, events);
    const childId = String(events.sealed(first).data['childId']);
    const [breaches, ofChild, terms] = await Promise.all([
      records.breachesAbout(decisionId, place, asOf),
      records.rulingOfChild(childId, asOf),
      this.termsOf(rows),
    ]);
    return decisionView({
      ...{ state, terms, words, day: asAt ?? today, ofChild: decisionsOf(ofChild, events) },
      told: await this.told(rows, personal),
      breaches: await this.told(breaches, personal),
    });
  }

  /** The terms of reference in force on the day of deciding, as they were known when it was recorded. */
  private termsOf(rows: readonly EventRow[]) {
    const recorded = rows.find(({ type }) => type === 'DecisionRecorded');
    if (recorded === undefined) return Promise.resolve(undefined);
    const { panelId } = this.parts.events.sealed(recorded).data;
    // The column holds the effective day of a validated event.
    const asAt = recorded.effective_on as LondonDate;
    return this.parts.panels.panel(String(panelId), { asAt, knownAt: recorded.recorded_at });
  }

  private told(rows: readonly EventRow[], personal: Personal): Promise<readonly Told[]> {
    return Promise.all(rows.map(async (row) => ({ row, data: await this.parts.events.details(row, personal) })));
  }
}
