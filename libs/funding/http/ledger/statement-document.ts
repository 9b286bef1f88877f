import type { FundsOnRecord, StatementTotal, SweepWatch } from '@accord/funding/application';
import { addTotals, totalsOf } from '@accord/funding/application';
import { isAdjustment } from '@accord/funding/domain';
import type { StatementAdjustment, StatementRow } from '@accord/funding/domain';
import { statementKinds } from '@accord/funding/contracts';
import type { StatementKind } from '@accord/funding/contracts';
import type { Block, WrittenDocument } from '@accord/shared/documents';
import type { Words } from '@accord/shared/event-contracts';
import type { Vocabulary } from '@accord/shared/http';
import { formatMonth, formatPounds, noPence, sumPence } from '@accord/shared/kernel';
import type { Instant, SignedPence } from '@accord/shared/kernel';
import { createHash } from 'node:crypto';
import { checkOf } from './agency-statements';
import type { AgencyStatements, StatementCheck } from './agency-statements';
import type { StatementAsked } from './statement-asked';
import { closedYearOf, statementHeader, statementLines } from './statement-table';
import { kindNames } from './statement-kind-names';
import { balancesOf } from './statement-view';

/** A statement as a document to read and print: what it comes to, not each row, which stands in the CSV. */
export class StatementDocuments {
  constructor(
    private readonly statements: AgencyStatements,
    private readonly vocabulary: Vocabulary,
    private readonly funds: Pick<FundsOnRecord, 'facts'>,
  ) {}

  /** The same document, byte for byte, for the same closing. `now`: what a provisional one speaks for. */
  async document(asked: StatementAsked, now: Instant, watch: SweepWatch = {}): Promise<WrittenDocument> {
    const told = new Told(asked);
    for await (const { childId, rows } of this.statements.rows(asked, watch)) told.add(rows, statementLines(asked, childId, rows));
    const funds = await this.funds.facts({ upTo: asked.basis.upTo });
    return documentOf(told, { words: await this.vocabulary.words(), funds: new Map(funds.map(({ fundId, name }) => [fundId, name])), now });
  }
}

interface Group {
  readonly lines: Set<string>;
  readonly sums: SignedPence[];
}
interface AdjustedGroup extends Group {
  readonly first: StatementAdjustment;
  readonly stated: SignedPence[];
  readonly now: SignedPence[];
  readonly events: Set<string>;
}

/** What a document tells of the rows, taken in child by child. */
class Told {
  readonly totals = new Map<string, StatementTotal>();
  readonly groups = new Map<string, Group & { readonly row: StatementRow }>();
  readonly adjusted = new Map<string, AdjustedGroup>();
  private readonly hash = createHash('sha256').update(statementHeader);
  private any = false;

  constructor(readonly asked: StatementAsked) {}

  add(rows: readonly StatementRow[], written: string): void {
    this.any = true;
    this.hash.update(written);
    addTotals(this.totals, rows);
    for (const row of rows) {
      if (isAdjustment(row)) this.adjust(row);
      else grouped(this.groups, [row.kind, row.counterpartyId ?? row.fundId ?? '', row.category].join('|'), () => ({ row, lines: new Set<string>(), sums: [] })).add(row);
    }
  }

  check(): StatementCheck {
    return checkOf(this.asked, this.hash.digest('hex'), this.any);
  }

  private adjust(row: StatementAdjustment): void {
    const key = [row.month, row.kind, row.counterpartyId ?? row.fundId ?? '', row.category].join('|');
    const { group } = grouped(this.adjusted, key, () => ({ first: row, lines: new Set<string>(), sums: [], stated: [], now: [], events: new Set<string>() })).add(row);
    group.stated.push(row.stated);
    group.now.push(row.now);
    for (const { stream } of row.events) group.events.add(stream.slice(0, -37));
  }
}

function grouped<G extends Group>(groups: Map<string, G>, key: string, begin: () => G) {
  const group = groups.get(key) ?? begin();
  groups.set(key, group);
  return {
    add: (row: StatementRow) => {
      group.lines.add(row.lineId);
      group.sums.push(row.pence);
      return { group };
    },
  };
}

const inOrder = <G>(groups: ReadonlyMap<string, G>): G[] => [...groups].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, group]) => group);
const sum = (amounts: readonly SignedPence[]): SignedPence => sumPence<SignedPence>([noPence, ...amounts]);
const linesOf = ({ lines }: Group): string => String(lines.size);

interface Names {
  readonly words: Words;
  /** What each pooled fund is called. */
  readonly funds: ReadonlyMap<string, string>;
}
interface Voice extends Names {
  /** The moment of the request: what a provisional statement speaks for. */
  readonly now: string;
}

function documentOf(told: Told, { now, ...names }: Voice): WrittenDocument {
  const { asked } = told;
  const { words } = names;
  const agency = words.agency(asked.agencyId);
  return {
    title: `Statement of ${agency} for ${formatMonth(asked.month)}`,
    language: 'en-GB',
    asOf: asked.closed?.recordedAt ?? now,
    letterhead: [agency],
    marking: asked.closed ? 'Official - sensitive' : 'PROVISIONAL - the month is not closed',
    blocks: [standing(told, words), ...betweenAgencies(told, words), ...kinds(told), ...lines(told, names), ...adjustments(told, names)],
  };
}

function standing(told: Told, words: Words): Block {
  const { closed, basis } = told.asked;
  const { sha256, met } = told.check();
  return {
    kind: 'pairs',
    pairs: [
      { label: 'Standing', value: closed ? `Closed on ${words.date(closed.on)}` : 'Provisional: figures can change until the month is closed' },
      { label: 'Counts the record up to position', value: String(basis.upTo) },
      { label: 'SHA-256 of the statement as CSV', value: sha256 },
      ...(met === null ? [] : [{ label: 'The same as when it was closed', value: met ? 'Yes' : 'NO: the figures that the record gives now are not those of the closing' }]),
    ],
  };
}

const money = (head: string) => ({ head, align: 'end' as const });

function betweenAgencies(told: Told, words: Words): Block[] {
  const balances = balancesOf(totalsOf(told.totals), words);
  if (balances.length === 0) return [];
  const rows = balances.map(({ counterparty, payablePence, receivablePence, netPayablePence }) => [
    ...[counterparty, formatPounds(payablePence), formatPounds(receivablePence)],
    // A difference of two sums of whole pence.
    formatPounds(netPayablePence as SignedPence),
  ]);
  const caption = 'What is payable to each agency and receivable from it, adjustments and credits included';
  return [
    { kind: 'heading', level: 1, text: 'Between agencies' },
    { kind: 'table', caption, columns: [{ head: 'Agency' }, money('Payable'), money('Receivable'), money('Net payable')], rows },
  ];
}

function kinds(told: Told): Block[] {
  const byKind = new Map<StatementKind, SignedPence[]>();
  for (const { kind, pence } of totalsOf(told.totals)) byKind.set(kind, [...(byKind.get(kind) ?? []), pence]);
  if (byKind.size === 0) return [{ kind: 'paragraph', text: 'There is nothing to state for this month.' }];
  const rows = statementKinds.flatMap((kind) => (byKind.has(kind) ? [[kindNames[kind], formatPounds(sum(byKind.get(kind) ?? []))]] : []));
  return [
    { kind: 'heading', level: 1, text: 'By kind of figure' },
    { kind: 'table', caption: 'Totals by kind of figure', columns: [{ head: 'Kind' }, money('Amount')], rows },
  ];
}

function lines(told: Told, names: Names): Block[] {
  if (told.groups.size === 0) return [];
  const rows = inOrder(told.groups).map((group) => {
    return [kindNames[group.row.kind], partnerOf(group.row, names), group.row.category.replaceAll('-', ' '), linesOf(group), formatPounds(sum(group.sums))];
  });
  const columns = [{ head: 'Kind' }, { head: 'Agency or fund' }, { head: 'Category' }, money('Lines'), money('Amount')];
  return [
    { kind: 'heading', level: 1, text: 'Figures of the month' },
    { kind: 'table', caption: 'Figures of the month by kind, agency and category of line', columns, rows },
  ];
}

function adjustments(told: Told, names: Names): Block[] {
  if (told.adjusted.size === 0) return [];
  const items = inOrder(told.adjusted).map((group) => adjustmentInWords(group, told.asked, names));
  return [
    { kind: 'heading', level: 1, text: 'Adjustments of earlier months' },
    { kind: 'paragraph', text: 'These became known after the months concerned were closed. The closed statements stay as they are; what differs is stated here, once.' },
    { kind: 'list', numbered: false, items },
  ];
}

function adjustmentInWords(group: AdjustedGroup, asked: StatementAsked, names: Names): string {
  const { first, lines: of, stated, now, sums, events } = group;
  const year = closedYearOf(first.month, asked);
  const [was, is, differs] = [sum(stated), sum(now), sum(sums)];
  const count = of.size === 1 ? 'one line' : `${of.size} lines`;
  const partner = partnerOf(first, names);
  const reasons = [...events].sort().map((stream) => knownBy[stream] ?? 'another event');
  return (
    `${formatMonth(first.month)}${year === undefined ? '' : ` (financial year ${year}, closed)`}: ${kindNames[first.kind].toLowerCase()}${partner === '' ? '' : ` (${partner})`}, ` +
    `${first.category.replaceAll('-', ' ')}, ${count}: ${formatPounds(was)} was stated and is now ${formatPounds(is)}, a difference of ${formatPounds(differs)}. ` +
    `It became known by ${new Intl.ListFormat('en-GB').format([...new Set(reasons)])}.`
  );
}

/** What became known, by the kind of stream in which it is recorded. */
const knownBy: Readonly<Record<string, string>> = {
  'decision': 'a decision of a panel or a change to one',
  'child': 'what happened to a child or was found about it',
  'agreement': 'a standing agreement',
  'clause-application': 'the application of a clause',
  'package-line': 'a change to a package line',
  'fund': 'a pooled fund',
};

function partnerOf({ counterpartyId, fundId }: StatementRow, { words, funds }: Names): string {
  if (counterpartyId !== null) return words.agency(counterpartyId);
  return fundId === null ? '' : `fund “${funds.get(fundId) ?? fundId}”`;
}
