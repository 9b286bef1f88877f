import type { LineReport } from '@accord/panel/projections';
import type { LondonDate } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';

interface WorklistTables {
  decision_standings: {
    decision_id: string;
    child_id: string;
    panel_id: string;
    effect: string;
    decided_on: string;
    effect_since: string | null;
    lines_from: string | null;
    ratify_by: string | null;
    settled_on: string | null;
    void_from: string | null;
    lines_reading: number;
    conditions_reading: number;
  };
  ratifications_awaited: { decision_id: string; agency_id: string; settled_on: string | null };
  decision_conditions: { decision_id: string; condition_id: string; reading: number; agency_id: string; post: string; due_on: string };
  condition_settlements: { decision_id: string; condition_id: string; settled_on: string };
  decision_lines: {
    decision_id: string;
    line_id: string;
    reading: number;
    category: string;
    from_day: string;
    to_day: string | null;
    replaces_decision: string | null;
    replaces_line: string | null;
  };
  line_endings: { decision_id: string; of_decision: string; of_line: string; from_day: string };
  line_reports: {
    decision_id: string;
    line_id: string;
    position: number;
    reported_on: string;
    report: LineReport;
    barrier: string | null;
    expected_on: string | null;
  };
}

const tablesOf = (store: ReadStore) => store.withTables<WorklistTables>();

/**
 * The decisions that there are on the day and that nobody refused or let lapse by then; an urgent one lapses by
 * itself after its last day, whether or not that was written down.
 */
const standingOn = (store: ReadStore, day: LondonDate) =>
  tablesOf(store).with('standing', (tables) =>
    tables
      .selectFrom('decision_standings')
      .selectAll()
      .where('decided_on', '<=', day)
      .where((of) => of.or([of('void_from', 'is', null), of('void_from', '>', day)]))
      .where((of) => of.or([of('ratify_by', 'is', null), of('ratify_by', '>=', day), of('settled_on', '<=', day)])),
  );

/** What is still to be ratified by an agency's named post. */
export const ratificationsAwaited = (store: ReadStore, day: LondonDate) =>
  standingOn(store, day)
    .selectFrom('ratifications_awaited as awaited')
    .innerJoin('standing', 'standing.decision_id', 'awaited.decision_id')
    .select(['standing.decision_id', 'child_id', 'panel_id', 'awaited.agency_id', 'decided_on'])
    .where((of) => of.or([of('awaited.settled_on', 'is', null), of('awaited.settled_on', '>', day)]))
    .where((of) => of.or([of('standing.settled_on', 'is', null), of('standing.settled_on', '>', day)]));

/** What officers decided and the panel has not ratified, whether or not there is still time. */
export const urgentUnsettled = (store: ReadStore, day: LondonDate) =>
  tablesOf(store)
    .selectFrom('decision_standings')
    .select(['decision_id', 'child_id', 'panel_id', 'decided_on', 'ratify_by'])
    .where('effect', '=', 'urgent-until-ratified')
    .where('decided_on', '<=', day)
    .where((of) => of.or([of('settled_on', 'is', null), of('settled_on', '>', day)]))
    .where('ratify_by', 'is not', null);

/** Conditions that are neither met nor waived by the day, as they read now. */
export const conditionsOpen = (store: ReadStore, day: LondonDate) =>
  standingOn(store, day)
    .selectFrom('decision_conditions as condition')
    .innerJoin('standing', (join) =>
      join
        .onRef('standing.decision_id', '=', 'condition.decision_id')
        .onRef('standing.conditions_reading', '=', 'condition.reading'),
    )
    .select(['standing.decision_id', 'child_id', 'panel_id', 'condition_id', 'agency_id', 'post', 'due_on', 'decided_on'])
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('condition_settlements as settled')
            .select('settled.condition_id')
            .whereRef('settled.decision_id', '=', 'condition.decision_id')
            .whereRef('settled.condition_id', '=', 'condition.condition_id')
            .where('settled.settled_on', '<=', day),
        ),
      ),
    );

/** Decisions in effect on the day, and of every line what was last reported by then. */
const inEffectOn = (store: ReadStore, day: LondonDate) =>
  standingOn(store, day)
    .with('running', (tables) => tables.selectFrom('standing').selectAll().where('effect_since', '<=', day))
    .with('gives_way', (tables) =>
      tables
        .selectFrom('decision_lines as line')
        .innerJoin('running', (join) =>
          join.onRef('running.decision_id', '=', 'line.decision_id').onRef('running.lines_reading', '=', 'line.reading'),
        )
        .select(['replaces_decision as decision_id', 'replaces_line as line_id'])
        .where('replaces_decision', 'is not', null)
        .where('from_day', '<=', day)
        .where((of) => of.or([of('lines_from', 'is', null), of('lines_from', '<=', day)]))
        .unionAll(
          tables
            .selectFrom('line_endings as ending')
            .innerJoin('running', 'running.decision_id', 'ending.decision_id')
            .select(['of_decision as decision_id', 'of_line as line_id'])
            .where('from_day', '<=', day),
        ),
    )
    .with('last_report', (tables) =>
      tables
        .selectFrom('line_reports')
        .select((of) => ['decision_id', 'line_id', of.fn.max('position').as('position')])
        .where('reported_on', '<=', day)
        .groupBy(['decision_id', 'line_id']),
    );

/**
 * Lines in effect that are not over and have not given way, whose first day has passed without a start, or of
 * which it was last reported that they are late or cannot be had.
 */
export const linesUndelivered = (store: ReadStore, day: LondonDate) =>
  inEffectOn(store, day)
    .selectFrom('decision_lines as line')
    .innerJoin('running', (join) =>
      join.onRef('running.decision_id', '=', 'line.decision_id').onRef('running.lines_reading', '=', 'line.reading'),
    )
    .leftJoin('last_report', (join) =>
      join.onRef('last_report.decision_id', '=', 'line.decision_id').onRef('last_report.line_id', '=', 'line.line_id'),
    )
    .leftJoin('line_reports as report', (join) =>
      join
        .onRef('report.decision_id', '=', 'line.decision_id')
        .onRef('report.line_id', '=', 'line.line_id')
        .onRef('report.position', '=', 'last_report.position'),
    )
    .where((of) => of.or([of('line.to_day', 'is', null), of('line.to_day', '>', day)]))
    .where((of) =>
      of.or([
        of('report.report', 'in', ['delayed', 'not-available']),
        of.and([
          of('report.report', 'is', null),
          of('line.from_day', '<=', day),
          of.or([of('running.lines_from', 'is', null), of('running.lines_from', '<=', day)]),
        ]),
      ]),
    )
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('gives_way')
            .select('gives_way.line_id')
            .whereRef('gives_way.decision_id', '=', 'line.decision_id')
            .whereRef('gives_way.line_id', '=', 'line.line_id'),
        ),
      ),
    );
