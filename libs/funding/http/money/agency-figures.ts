import { Sweep } from '@accord/funding/application';
import type { AreaFacts, FundsOnRecord, SweepWatch } from '@accord/funding/application';
import { approvedEntries, approvedPicture, billedEntries, committedEntries, cutsOf } from '@accord/funding/domain';
import type { Asked, FigureEntry } from '@accord/funding/domain';
import type { Vocabulary } from '@accord/shared/http';
import type { ClosedPeriod, Id } from '@accord/shared/kernel';
import { FigureSums } from './figure-words';
import type { MoneyReader } from './money-reader';
import type { Recharges } from './recharges';

export interface AgencyFiguresQuestion {
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
  async answer({ agencyId, window }: AgencyFiguresQuestion, watch: SweepWatch = {}) {
    const { vocabulary, money } = this.parts;
    const asked = { window, cuts: cutsOf(window, 'month') };
    const sums = new SumsOfAgency(agencyId);
    const children = await this.sweep(sums, asked, watch);
    for await (const book of money.booksOfAgency(agencyId, window)) sums.add(billedEntries(book, asked));
    const words = await vocabulary.words();
    return { agencyId, agency: words.agency(agencyId), ...window, children, ...sums.told() };
  }

  /** Adds what every child's lines give; how many children have any figure of the agency. */
  private async sweep(sums: SumsOfAgency, asked: Asked, watch: SweepWatch): Promise<number> {
    const { facts, recharges, pause } = this.parts;
    const [closed, ...reached] = await Promise.all([recharges.closed({}), facts.position(), this.parts.funds.position()]);
    const upTo = Math.min(...reached);
    const [agreements, funds] = await Promise.all([facts.agreements(upTo), this.parts.funds.facts({ upTo })]);
    let children = 0;
    for await (const { childId, facts: known, picture, pictureAt } of new Sweep(facts, pause).children({ upTo, agreements }, watch)) {
      const entries = [
        ...approvedEntries(childId, approvedPicture(known.map(({ fact }) => fact)), asked),
        ...committedEntries(childId, { picture, funds }, asked),
        ...(closed === undefined ? [] : recharges.of({ childId, picture: pictureAt(closed.upTo), closed, ...asked })),
      ];
      if (sums.add(entries) > 0) children += 1;
    }
    return children;
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

  constructor(private readonly agencyId: string) {}

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
