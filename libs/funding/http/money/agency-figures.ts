import { Sweep } from '@accord/funding/application';
import type { AreaFacts, FundsOnRecord, SweepWatch } from '@accord/funding/application';
import { approvedEntries, approvedPicture, billedEntries, committedEntries, cutsOf } from '@accord/funding/domain';
import type { Asked, FigureEntry } from '@accord/funding/domain';
import type { Vocabulary } from '@accord/shared/http';
import type { ClosedPeriod, Id } from '@accord/shared/kernel';
import { FigureSums } from './figure-words';
import type { MoneyAsOf, MoneyReader } from './money-reader';
import type { Recharges } from './recharges';

export interface AgencyFiguresQuestion extends MoneyAsOf {
  readonly agencyId: Id<'agency'>;
  readonly window: ClosedPeriod;
}

export interface AgencyFiguresParts {
  readonly facts: AreaFacts;
  readonly funds: Pick<FundsOnRecord, 'position' | 'facts'>;
  readonly money: Pick<MoneyReader, 'booksOfAgency'>;
  readonly recharges: Recharges;
  readonly vocabulary: Vocabulary;
  /** Lets others be served. */
  readonly pause: () => Promise<void>;
}

/**
 * Answers the figures of one agency over all children of the area: in all, by month, by category and by provider. It
 * sweeps the area child by child; what is kept are sums, and of each line of the area its category.
 */
export class AgencyFigures {
  constructor(private readonly parts: AgencyFiguresParts) {}

  /** @throws SweepAbandoned */
  async answer({ agencyId, window, ...asOf }: AgencyFiguresQuestion, watch: SweepWatch = {}) {
    const { vocabulary, money } = this.parts;
    const asked = { window, cuts: cutsOf(window, 'month') };
    const sums = new SumsOfAgency(agencyId);
    await this.sweep(sums, { ...asked, asOf }, watch);
    for await (const book of money.booksOfAgency(agencyId, window, asOf)) sums.add(billedEntries(book, asked));
    const words = await vocabulary.words();
    return { agencyId, agency: words.agency(agencyId), ...window, ...asOf, ...sums.told() };
  }

  /** Adds what every child's lines give. */
  private async sweep(sums: SumsOfAgency, { asOf, ...asked }: Asked & { readonly asOf: MoneyAsOf }, watch: SweepWatch): Promise<void> {
    const { facts, recharges, pause } = this.parts;
    const sweep = new Sweep(facts, pause);
    const [closed, ...reached] = await Promise.all([recharges.closed(asOf), facts.position(), this.parts.funds.position()]);
    const upTo = Math.min(...reached);
    const [agreements, funds] = await Promise.all([facts.agreements(upTo, asOf), this.parts.funds.facts({ ...asOf, upTo })]);
    // A closing counted what was known then, be it true only after the day that is asked about: that takes another sweep.
    const atOnce = asOf.asAt === undefined ? closed : undefined;
    for await (const { childId, facts: known, picture, pictureAt } of sweep.children({ upTo, agreements, ...asOf }, watch)) {
      sums.addOf(childId, [
        ...approvedEntries(childId, approvedPicture(known.map(({ fact }) => fact)), asked),
        ...committedEntries(childId, { picture, funds }, asked),
        ...(atOnce === undefined ? [] : recharges.of({ childId, picture: pictureAt(atOnce.upTo), closed: atOnce, ...asked })),
      ]);
    }
    if (closed === undefined || atOnce !== undefined) return;
    for await (const { childId, picture } of sweep.children({ upTo: closed.upTo, agreements: await facts.agreements(closed.upTo) }, watch)) {
      sums.addOf(childId, recharges.of({ childId, picture, closed, ...asked }));
    }
  }
}

const UNKNOWN = '';

/** The sums of one agency's entries, by each of the ways in which they are told. */
class SumsOfAgency {
  private readonly all = new FigureSums();
  private readonly months = new Map<string, FigureSums>();
  private readonly categories = new Map<string, FigureSums>();
  private readonly providers = new Map<string, FigureSums>();
  /** So that what is billed for a line is told under the line's category. */
  private readonly categoryOf = new Map<string, string>();

  /** The children of whose lines the agency has any figure. */
  private readonly children = new Set<string>();

  constructor(private readonly agencyId: string) {}

  /** Adds what the lines of a child give, of the agency's own. */
  addOf(childId: Id<'child'>, entries: readonly FigureEntry[]): void {
    if (this.add(entries) > 0) this.children.add(childId);
  }

  /** Adds those that are the agency's own, and gives how many they are. */
  add(entries: readonly FigureEntry[]): number {
    for (const { decisionId, lineId, category } of entries) if (category !== null) this.categoryOf.set(`${decisionId} ${lineId}`, category);
    const own = entries.filter(({ agencyId }) => agencyId === this.agencyId);
    for (const entry of own) {
      this.all.add(entry);
      sumsFor(this.months, entry.days.from.slice(0, 7)).add(entry);
      sumsFor(this.categories, entry.category ?? this.categoryOf.get(`${entry.decisionId} ${entry.lineId}`) ?? UNKNOWN).add(entry);
      sumsFor(this.providers, entry.providerId ?? UNKNOWN).add(entry);
    }
    return own.length;
  }

  told() {
    return {
      children: this.children.size,
      ...this.all.told(),
      months: inOrder(this.months).map(([month, sums]) => ({ month, ...sums.told() })),
      categories: inOrder(this.categories).map(([category, sums]) => ({ category: category === UNKNOWN ? null : category, ...sums.told() })),
      providers: inOrder(this.providers).map(([providerId, sums]) => ({ providerId: providerId === UNKNOWN ? null : providerId, ...sums.told() })),
    };
  }
}

function sumsFor(sums: Map<string, FigureSums>, key: string): FigureSums {
  const known = sums.get(key) ?? new FigureSums();
  sums.set(key, known);
  return known;
}

const inOrder = (sums: ReadonlyMap<string, FigureSums>): readonly (readonly [string, FigureSums])[] => [...sums].sort(([one], [two]) => (one < two ? -1 : 1));

/** The answer, as it is given as JSON and as CSV. */
export type AgencyFiguresAnswer = Awaited<ReturnType<AgencyFigures['answer']>>;
