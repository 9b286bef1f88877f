import { SweepAbandoned, addTotals, totalsOf } from '@accord/funding/application';
import type { AccountsOnRecord, AreaStatements, NamedInRecord, StatementTotal, SweepWatch } from '@accord/funding/application';
import { refuseFunding, shortMonth } from '@accord/funding/domain';
import type { StatementRow } from '@accord/funding/domain';
import { cursorOf, problem } from '@accord/shared/http';
import type { Page, Vocabulary } from '@accord/shared/http';
import { succeed } from '@accord/shared/kernel';
import type { Id, Result } from '@accord/shared/kernel';
import { createHash } from 'node:crypto';
import type { OwnMoney } from '../own-money';
import { totalInWords } from './accounts-list';
import { statementAsked } from './statement-asked';
import type { AskingFor, StatementAsked } from './statement-asked';
import { statementHeader, statementLines } from './statement-table';
import { balancesOf, rowInWords } from './statement-view';

/** Where a page of rows begins: the rows of that child from that place on, in that text, as the record stood up to a position. */
export interface RowCursor {
  readonly child: Id<'child'>;
  readonly row: number;
  readonly upTo: number;
  readonly text: string;
}

/** A statement whole, with the verdict on its bytes. */
export type StatementPage = Extract<Awaited<ReturnType<AgencyStatements['page']>>, { readonly ok: true }>['value']['body'];

export interface WholeStatement {
  readonly asked: StatementAsked;
  readonly csv: string;
  readonly check: StatementCheck;
}
export interface StatementCheck {
  readonly sha256: string;
  /** `null` where nothing was recorded: the month is open, or the agency had no row. */
  readonly recordedSha256: string | null;
  readonly met: boolean | null;
}

export interface AgencyStatementsParts {
  readonly area: Pick<AreaStatements, 'children' | 'position'>;
  readonly accounts: Pick<AccountsOnRecord, 'read'>;
  readonly named: Pick<NamedInRecord, 'holds'>;
  readonly own: Pick<OwnMoney, 'mayRead'>;
  readonly vocabulary: Vocabulary;
  /** Lets others be served. */
  readonly pause: () => Promise<void>;
}

/** Few enough that others are served after some milliseconds. */
const AT_A_TIME = 8;

/** The statements of one agency: of a closed month the same bytes for ever, of an open one as known now. */
export class AgencyStatements {
  constructor(private readonly parts: AgencyStatementsParts) {}

  /** @throws Problem not-found where no such agency is on record: a mistyped id is no agency that owes nothing */
  async asked(asking: AskingFor): Promise<Result<StatementAsked>> {
    const { accounts, area, named, own } = this.parts;
    const newest = await area.position();
    const mayRead = await own.mayRead([asking.agencyId], asking.reader);
    const asked = statementAsked(asking, { accounts: await accounts.read(), newest, mayRead });
    if (asked.ok && !(await named.holds(`agency-${asking.agencyId}`, { upTo: newest }))) throw problem('not-found', 'No agency with this id is on record: look up its id among the agencies.');
    return asked;
  }

  /**
   * Every row of the agency with its child, in the order of the statement, from that child on, or from the first. It goes
   * through the area, closed or not: a closed statement is computed again.
   * @throws SweepAbandoned between two children, once nobody waits any more
   */
  async *rows({ basis, agencyId }: StatementAsked, { signal }: SweepWatch = {}, from?: Id<'child'>): AsyncGenerator<{ readonly childId: Id<'child'>; readonly rows: readonly StatementRow[] }> {
    let done = 0;
    for await (const { childId, rows } of this.parts.area.children(basis, from)) {
      const own = rows.filter((row) => row.agencyId === agencyId);
      if (own.length > 0) yield { childId, rows: own };
      done += 1;
      if (done % AT_A_TIME !== 0) continue;
      await this.parts.pause();
      if (signal?.aborted === true) throw new SweepAbandoned();
    }
  }

  /** As CSV. */
  async table(asked: StatementAsked, watch: SweepWatch = {}): Promise<WholeStatement> {
    const parts = [statementHeader];
    for await (const { childId, rows } of this.rows(asked, watch)) parts.push(statementLines(asked, childId, rows));
    const csv = parts.join('');
    return { asked, csv, check: checkOf(asked, createHash('sha256').update(csv).digest('hex'), parts.length > 1) };
  }

  /** The first page, with the summary of all rows; of a further page its rows alone. Refuses `statement-cursor-stale`. */
  async page(found: StatementAsked, { limit, cursor }: Page<RowCursor>, watch: SweepWatch = {}) {
    if (cursor !== undefined && cursor.text !== found.text) {
      return refuseFunding('statement-cursor-stale', 'This page goes on from a statement that reads otherwise now, for a month or a year was closed since, or from another statement. Leave the cursor out, and begin again.');
    }
    // A provisional statement goes on as it was begun, whatever became known since.
    const asked = cursor && found.closed === undefined ? { ...found, basis: { ...found.basis, upTo: cursor.upTo } } : found;
    const words = await this.parts.vocabulary.words();
    const collected = new Collected(asked, limit, cursor);
    for await (const child of this.rows(asked, watch, cursor?.child)) {
      collected.add(child);
      if (cursor && collected.next) break;
    }
    const { page, next, summary } = collected;
    return succeed({
      asked,
      body: {
        ...{ agencyId: asked.agencyId, agency: words.agency(asked.agencyId), month: shortMonth(asked.month) },
        ...{ standing: asked.closed === undefined ? 'provisional' : 'closed', closedOn: asked.closed?.on ?? null, upTo: asked.basis.upTo },
        ...(cursor ? {} : summaryInWords(summary(), words)),
        rows: page.map((row) => rowInWords(asked, row, words)),
        next: next === undefined ? null : cursorOf(next),
      },
    });
  }
}

type Words = Awaited<ReturnType<Vocabulary['words']>>;
const summaryInWords = ({ totals, count, check }: StatementSummary, words: Words) => ({
  ...{ rowCount: count, ...check, totals: totals.map((total) => totalInWords(total, words)), balances: balancesOf(totals, words) },
});

export function checkOf({ closed }: StatementAsked, sha256: string, hasRows: boolean): StatementCheck {
  const recordedSha256 = closed?.digest?.sha256 ?? null;
  if (closed === undefined) return { sha256, recordedSha256, met: null };
  return { sha256, recordedSha256, met: recordedSha256 === null ? !hasRows : recordedSha256 === sha256 };
}

interface StatementSummary {
  readonly totals: readonly StatementTotal[];
  readonly count: number;
  readonly check: StatementCheck;
}

/** Takes in a statement's rows child by child: a page of them, and what all of them make. */
class Collected {
  readonly page: { readonly childId: Id<'child'>; readonly row: StatementRow }[] = [];
  next: RowCursor | undefined;
  private readonly totals = new Map<string, StatementTotal>();
  private readonly hash = createHash('sha256').update(statementHeader);
  private count = 0;

  constructor(
    private readonly asked: StatementAsked,
    private readonly limit: number,
    private readonly cursor: RowCursor | undefined,
  ) {}

  add({ childId, rows }: { readonly childId: Id<'child'>; readonly rows: readonly StatementRow[] }): void {
    this.takePage(childId, rows);
    // A further page is not summed up.
    if (this.cursor) return;
    this.count += rows.length;
    addTotals(this.totals, rows);
    this.hash.update(statementLines(this.asked, childId, rows));
  }

  readonly summary = (): StatementSummary => ({
    ...{ totals: totalsOf(this.totals), count: this.count },
    check: checkOf(this.asked, this.hash.digest('hex'), this.count > 0),
  });

  private takePage(childId: Id<'child'>, rows: readonly StatementRow[]): void {
    if (this.next) return;
    const begin = this.cursor?.child === childId ? this.cursor.row : 0;
    rows.slice(begin).forEach((row, place) => {
      if (this.page.length < this.limit) this.page.push({ childId, row });
      else this.next ??= { child: childId, row: begin + place, upTo: this.asked.basis.upTo, text: this.asked.text };
    });
  }
}
