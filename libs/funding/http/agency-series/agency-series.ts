import type { AreaFacts, FactsAsOf, NamedInRecord, SweepWatch } from '@accord/funding/application';
import { Sweep } from '@accord/funding/application';
import { cutsOf, liabilities } from '@accord/funding/domain';
import type { Liability, Step } from '@accord/funding/domain';
import type { LineCategory } from '@accord/panel/contracts';
import type { Vocabulary } from '@accord/shared/http';
import type { ClosedPeriod, Id } from '@accord/shared/kernel';
import type { SeriesPoint } from '../who-pays-series';

export interface AgencySeriesQuestion extends FactsAsOf {
  readonly agencyId: Id<'agency'>;
  readonly window: ClosedPeriod;
  readonly step: Exclude<Step, 'none'>;
}

export interface AgencySeriesParts {
  readonly facts: AreaFacts;
  readonly named: NamedInRecord;
  readonly vocabulary: Vocabulary;
  readonly pause: () => Promise<void>;
}

/** What an agency pays over time of every child's lines, ready to draw: in all, and by category of line. */
export class AgencySeries {
  constructor(private readonly parts: AgencySeriesParts) {}

  /** `undefined` where no such agency was on record then. @throws SweepAbandoned */
  async answer({ agencyId, window, step, ...asOf }: AgencySeriesQuestion, watch: SweepWatch = {}) {
    const { facts, named, vocabulary, pause } = this.parts;
    const upTo = Math.min(await facts.position(), asOf.upTo ?? Infinity);
    if (!(await named.holds(`agency-${agencyId}`, { upTo, knownAt: asOf.knownAt }))) return undefined;
    const agreements = await facts.agreements(upTo, asOf);
    const sums = new Sums(agencyId, [window.from, ...cutsOf(window, step)]);
    for await (const { picture } of new Sweep(facts, pause).children({ upTo, agreements, ...asOf }, watch)) {
      sums.add(liabilities(picture, window, sums.starts.slice(1)));
    }
    const words = await vocabulary.words();
    return { agencyId, agency: words.agency(agencyId), ...window, step, ...asOf, upTo, ...sums.series() };
  }
}

class Sums {
  private readonly placeOf: ReadonlyMap<string, number>;
  private readonly all: number[];
  private readonly categories = new Map<LineCategory, number[]>();

  constructor(
    private readonly agencyId: string,
    readonly starts: readonly ClosedPeriod['from'][],
  ) {
    this.placeOf = new Map(starts.map((start, place) => [start, place]));
    this.all = starts.map(() => 0);
  }

  add(pieces: readonly Liability[]): void {
    for (const { line: { line: { category } }, period: { from }, amounts } of pieces) {
      const amount = amounts.find(({ agencyId }) => agencyId === this.agencyId);
      if (amount === undefined) continue;
      const place = this.placeOf.get(from) ?? this.starts.findLastIndex((start) => start <= from);
      const ofCategory = this.categories.get(category) ?? this.starts.map(() => 0);
      ofCategory[place] = (ofCategory[place] ?? 0) + amount.pence;
      this.all[place] = (this.all[place] ?? 0) + amount.pence;
      this.categories.set(category, ofCategory);
    }
  }

  /** Categories of which the agency bears a share, in the order of their names. */
  series() {
    const points = (sums: readonly number[]): SeriesPoint[] => this.starts.map((start, place) => [start, sums[place] ?? 0]);
    const categories = [...this.categories].sort(([one], [two]) => (one < two ? -1 : 1)).map(([category, sums]) => ({ category, series: points(sums) }));
    return { total: points(this.all), categories };
  }
}
