import { addPence, noPence, subtractPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate, SignedPence } from '@accord/shared/kernel';
import { cutsOf } from '../window-cuts';
import type { ComparedPiece } from './compared-pieces';

/** A figure as it is, as it would be, and the second less the first. */
export interface NowAndThen {
  readonly now: SignedPence;
  readonly then: SignedPence;
  readonly difference: SignedPence;
}
export interface AgencyDifference extends NowAndThen {
  readonly agencyId: Id<'agency'>;
}
export interface MonthDifference {
  /** The first of its days that was asked about. */
  readonly from: LondonDate;
  readonly cost: NowAndThen;
  /** Every agency of the whole answer, nought included. */
  readonly agencies: readonly AgencyDifference[];
}
/** What every agency pays, and would pay, in all and in each month; agencies in order of their ids. */
export interface Differences {
  readonly cost: NowAndThen;
  readonly agencies: readonly AgencyDifference[];
  readonly months: readonly MonthDifference[];
}

interface Figures {
  now: SignedPence;
  then: SignedPence;
}
const nothing = (): Figures => ({ now: noPence, then: noPence });

/** Adds up pieces of a window, of however many children, month by month. */
export class DifferenceTally {
  private readonly starts: readonly LondonDate[];
  private readonly placeOf: ReadonlyMap<string, number>;
  private readonly cost: Figures[];
  private readonly agencies = new Map<Id<'agency'>, Figures[]>();

  constructor(window: ClosedPeriod) {
    this.starts = [window.from, ...cutsOf(window, 'month')];
    this.placeOf = new Map(this.starts.map((start, place) => [monthOf(start), place]));
    this.cost = this.starts.map(nothing);
  }

  add(pieces: readonly ComparedPiece[]): void {
    for (const { now, then } of pieces) {
      const place = this.placeOf.get(monthOf(now.period.from)) ?? 0;
      addTo(this.cost[place], 'now', now.cost);
      addTo(this.cost[place], 'then', then.cost);
      for (const { agencyId, pence } of now.amounts) addTo(this.of(agencyId)[place], 'now', pence);
      for (const { agencyId, pence } of then.amounts) addTo(this.of(agencyId)[place], 'then', pence);
    }
  }

  differences(): Differences {
    const agencies = [...this.agencies].sort(([one], [two]) => (one < two ? -1 : 1));
    return {
      cost: differenceOf(this.cost),
      agencies: agencies.map(([agencyId, months]) => ({ agencyId, ...differenceOf(months) })),
      months: this.starts.map((from, place) => ({
        from,
        cost: differenceOf(this.cost.slice(place, place + 1)),
        agencies: agencies.map(([agencyId, months]) => ({ agencyId, ...differenceOf(months.slice(place, place + 1)) })),
      })),
    };
  }

  private of(agencyId: Id<'agency'>): Figures[] {
    const known = this.agencies.get(agencyId);
    if (known) return known;
    const months = this.starts.map(nothing);
    this.agencies.set(agencyId, months);
    return months;
  }
}

const monthOf = (day: LondonDate): string => day.slice(0, 7);

function addTo(figures: Figures | undefined, side: 'now' | 'then', pence: SignedPence): void {
  if (figures) figures[side] = addPence(figures[side], pence);
}

function differenceOf(months: readonly Figures[]): NowAndThen {
  const { now, then } = months.reduce((sum, month) => ({ now: addPence(sum.now, month.now), then: addPence(sum.then, month.then) }), nothing());
  return { now, then, difference: subtractPence(then, now) };
}
