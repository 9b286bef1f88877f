import { earliestOfWindowsOn, endingOf, reviewDueBy, windowAsItStands } from '@accord/funding/domain';
import type { Ending } from '@accord/funding/domain';
import { cursorOf } from '@accord/shared/http';
import type { Page } from '@accord/shared/http';
import { addDays } from '@accord/shared/kernel';
import type { LondonDate } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';
import type { AgreementList, AgreementRead } from './agreement-list';

interface WindowTables {
  clause_windows: {
    application: string;
    child_id: string;
    agreement_id: string;
    clause_id: string;
    version: number;
    from_day: string;
    to_day: string | null;
  };
}

/** Something that somebody has to look at before its last day is over. */
export interface AgreementDue {
  readonly due: 'review' | 'end' | 'clause-review';
  readonly agreementId: string;
  readonly agreement: string;
  /** Last day: for the review, of the agreement, or of the clause's window. */
  readonly lastDay: LondonDate;
  readonly reason?: Ending['reason'];
  readonly clauseId?: string;
  readonly childId?: string;
}
/** The entry after which a page begins. */
export type DueCursor = readonly [lastDay: string, item: string];
export const isDueCursor = (value: unknown): value is DueCursor =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

export interface DueQuestion {
  /** What was over before that day is no longer due. */
  readonly day: LondonDate;
  readonly by: LondonDate;
  readonly page: Page<DueCursor>;
}

/** Says which agreements have to be reviewed or come to their end, and which clauses end and must be looked at before. */
export class AgreementWorklist {
  constructor(
    private readonly store: ReadStore,
    private readonly list: AgreementList,
  ) {}

  async due({ day, by, page }: DueQuestion): Promise<{ readonly entries: readonly AgreementDue[]; readonly next?: string }> {
    const agreements = await this.list.read({});
    const windows = await this.windows(agreements, { day, by });
    const ends = new Map(agreements.map((agreement) => [String(agreement.agreementId), agreement]));
    const all = [...agreements.flatMap(dueOf), ...windows.flatMap((window) => dueOfWindow(window, ends.get(window.agreement_id)))];
    const { cursor, limit } = page;
    const sorted = all
      .filter(({ lastDay }) => lastDay >= day && lastDay <= by)
      .map((entry) => ({ entry, at: cursorAt(entry) }))
      .sort((one, two) => (isBefore(one.at, two.at) ? -1 : 1))
      .filter(({ at }) => cursor === undefined || isBefore(cursor, at));
    const last = sorted.length > limit ? sorted[limit - 1] : undefined;
    return { entries: sorted.slice(0, limit).map(({ entry }) => entry), ...(last ? { next: cursorOf(last.at) } : {}) };
  }

  /**
   * Windows of clauses that some text says must be reviewed, those left out that are long over: the area has had many.
   * Which text rules the last day is for the agreement to say.
   */
  private async windows(agreements: readonly AgreementRead[], { day, by }: Pick<DueQuestion, 'day' | 'by'>): Promise<readonly WindowTables['clause_windows'][]> {
    const clauses = agreements.flatMap(({ state }) => (state.status === 'in-force' ? state.versions : [])).flatMap((text) => text.clauses);
    const reviewed = new Set(clauses.filter(({ atEnd }) => atEnd === 'must-be-reviewed').map(({ clauseId }) => clauseId));
    const found = [...reviewed].map((clauseId) => {
      const earliest = earliestOfWindowsOn(day, clauses.filter((clause) => clause.clauseId === clauseId));
      const query = this.store.withTables<WindowTables>().selectFrom('clause_windows').selectAll().where('clause_id', '=', clauseId).where('from_day', '<=', by);
      return (earliest === undefined ? query : query.where('from_day', '>=', earliest)).execute();
    });
    return (await Promise.all(found)).flat();
  }
}

const cursorAt = ({ lastDay, due, agreementId, clauseId = '', childId = '' }: AgreementDue): DueCursor => [
  lastDay,
  [due, agreementId, clauseId, childId].join(' '),
];
const isBefore = (one: DueCursor, two: DueCursor): boolean => one[0] < two[0] || (one[0] === two[0] && one[1] < two[1]);

function dueOf({ agreementId, state }: AgreementRead): AgreementDue[] {
  if (state.status !== 'in-force') return [];
  const named = { agreementId, agreement: state.title };
  const ending = endingOf(state.life);
  const reviewBy = reviewDueBy(state.life);
  const lapses = ending?.reason === 'not-reviewed';
  return [
    ...(reviewBy !== null && (ending === undefined || lapses || reviewBy < ending.from) ? [{ due: 'review' as const, ...named, lastDay: reviewBy }] : []),
    // That it would lapse is what the review is for; it is not told twice.
    ...(ending === undefined || lapses ? [] : [{ due: 'end' as const, ...named, lastDay: addDays(ending.from, -1), reason: ending.reason }]),
  ];
}

function dueOfWindow(row: WindowTables['clause_windows'], agreement: AgreementRead | undefined): AgreementDue[] {
  if (!agreement || agreement.state.status !== 'in-force') return [];
  const { agreementId, state } = agreement;
  const { clause_id: clauseId, child_id: childId, version } = row;
  // The casts are the brand: the columns hold days of a validated event.
  const window = windowAsItStands(state, { clauseId, version, from: row.from_day as LondonDate, to: row.to_day as LondonDate | null });
  // That the agreement ends is told of itself.
  if (!window || window.to === null || window.atEnd !== 'must-be-reviewed' || window.endsWithAgreement) return [];
  return [{ due: 'clause-review', agreementId, agreement: state.title, lastDay: addDays(window.to, -1), clauseId, childId }];
}
