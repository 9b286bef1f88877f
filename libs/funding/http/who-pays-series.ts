import { cutsOf, liabilities } from '@accord/funding/domain';
import type { Step } from '@accord/funding/domain';
import type { FactsAsOf } from '@accord/funding/application';
import type { Vocabulary } from '@accord/shared/http';
import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import type { FundingPictures } from './who-pays';

export interface SeriesQuestion extends FactsAsOf {
  readonly childId: Id<'child'>;
  readonly window: ClosedPeriod;
  readonly step: Exclude<Step, 'none'>;
}

/** The first day of a month or week (the first of all begins with the window), and what is paid for it, in pence. */
export type SeriesPoint = readonly [LondonDate, number];

/** Who pays for a child over time, ready to draw. */
export class WhoPaysSeries {
  constructor(
    private readonly facts: FundingPictures,
    private readonly vocabulary: Vocabulary,
  ) {}

  /** One series for each agency that pays in the window, in order of their ids, nought included; and one of the cost. */
  async answer({ childId, window, step, ...asOf }: SeriesQuestion) {
    const [picture, words] = await Promise.all([this.facts.pictureAsOf(childId, asOf), this.vocabulary.words()]);
    const cuts = cutsOf(window, step);
    const starts = [window.from, ...cuts];
    const placeOf = new Map(starts.map((start, place) => [start, place]));
    const nothing = () => starts.map(() => 0);
    const [cost, agencies] = [nothing(), new Map<string, number[]>()];
    for (const { period, cost: pence, amounts } of liabilities(picture, window, cuts)) {
      const place = placeOf.get(period.from) ?? starts.findLastIndex((start) => start <= period.from);
      cost[place] = (cost[place] ?? 0) + pence;
      for (const amount of amounts) {
        const sums = agencies.get(amount.agencyId) ?? nothing();
        sums[place] = (sums[place] ?? 0) + amount.pence;
        agencies.set(amount.agencyId, sums);
      }
    }
    const seriesOf = (sums: readonly number[]): SeriesPoint[] => starts.map((start, place) => [start, sums[place] ?? 0]);
    return {
      ...{ childId, ...window, step, ...asOf, cost: seriesOf(cost) },
      agencies: [...agencies].sort(([one], [two]) => (one < two ? -1 : 1)).map(([agencyId, sums]) => ({ agencyId, agency: words.agency(agencyId), series: seriesOf(sums) })),
    };
  }
}
