import type { Id } from './ids';
import { refuseKernel } from './kernel-refusals';
import { addPence, noPence, subtractPence } from './money';
import type { Pence, SignedPence } from './money';
import { succeed } from './refusal';
import type { Refusal, Result } from './refusal';

/** One agency's part: basis points of the whole (3,333 is 33.33 %) or its weight in a ratio. */
export interface SharePart {
  readonly agencyId: Id<'agency'>;
  readonly weight: number;
}

/**
 * How a cost is divided among agencies: a plain JSON value, stored in events as it stands.
 *
 * `basis-points` sum to exactly 10,000; `ratio` holds positive whole weights (1:1:1). The order of the
 * parts is the order agreed, and decides who bears an odd penny where the remainders are equal.
 */
export interface Shares {
  readonly kind: 'basis-points' | 'ratio';
  readonly parts: readonly SharePart[];
}

const WHOLE_IN_BASIS_POINTS = 10_000n;

/**
 * Checks shares. Refuses `shares-empty`, `agency-repeated-in-shares`, `shares-not-whole-numbers`,
 * `share-negative`, `share-of-nothing-in-ratio`, `shares-kind-unknown` and `shares-not-whole`.
 * A part of 0 basis points is allowed where the others make the whole; a ratio weight of 0 is not.
 */
export function shares({ kind, parts }: Shares): Result<Shares> {
  const refusal = refuseParts(parts) ?? refuseWhole(kind, parts);
  if (refusal !== undefined) return refusal;
  return succeed({ kind, parts: parts.map(({ agencyId, weight }) => ({ agencyId, weight })) });
}

function refuseParts(parts: readonly SharePart[]): Refusal | undefined {
  if (parts.length === 0) return refuseKernel('shares-empty', 'Name at least one agency and its share.');
  if (new Set(parts.map((part) => part.agencyId)).size < parts.length) {
    return refuseKernel(
      'agency-repeated-in-shares',
      'An agency is named more than once: give each agency one share, holding all that it bears.',
    );
  }
  if (!parts.every((part) => Number.isSafeInteger(part.weight))) {
    return refuseKernel(
      'shares-not-whole-numbers',
      'Give each share as a whole number: of basis points (33.33 % is 3333), or of parts in a ratio such as 1:1:1.',
    );
  }
  if (parts.some((part) => part.weight < 0)) {
    return refuseKernel('share-negative', 'A share is below nothing: no agency can bear less than none of a cost.');
  }
  return undefined;
}

function refuseWhole(kind: Shares['kind'], parts: readonly SharePart[]): Refusal | undefined {
  switch (kind) {
    case 'basis-points': {
      const total = totalWeight(parts);
      return total === WHOLE_IN_BASIS_POINTS ? undefined : refuseKernel('shares-not-whole', notWhole(total));
    }
    case 'ratio':
      if (parts.every((part) => part.weight > 0)) return undefined;
      return refuseKernel(
        'share-of-nothing-in-ratio',
        'Each weight of a ratio is 1 or more: leave out an agency that bears nothing.',
      );
    default:
      // Reached only where words from outside the program were not checked; never read as a ratio.
      return refuseKernel('shares-kind-unknown', "Say whether the shares are 'basis-points' or a 'ratio'.");
  }
}

const totalWeight = (parts: readonly SharePart[]): bigint =>
  parts.reduce((total, part) => total + BigInt(part.weight), 0n);

function notWhole(total: bigint): string {
  const hundredths = String(total % 100n).padStart(2, '0').replace(/0+$/, '');
  const percentage = `${total / 100n}${hundredths === '' ? '' : `.${hundredths}`}`;
  return `The shares make ${percentage} %, not 100 %: change them so that they make the whole. Equal thirds are the ratio 1:1:1.`;
}

/**
 * Divides a total among the agencies by largest remainder; an odd penny goes, where remainders are equal,
 * to the agency named first. The parts come in the order of the shares and always sum to the total.
 *
 * Each part is its exact share rounded down or up to a penny, so never a whole penny away: with n agencies
 * bearing something, at most (n - 1)/n of a penny (half a penny for two), and that is reached by 1p in n.
 */
export function apportion(total: Pence, { parts }: Shares): Pence[] {
  const whole = totalWeight(parts);
  if (whole === 0n) throw new RangeError('Shares without weight reached apportioning: build them with shares().');
  const exact = parts.map((part, place) => {
    const weighted = BigInt(total) * BigInt(part.weight);
    return { place, down: weighted / whole, remainder: weighted % whole };
  });
  const left = BigInt(total) - exact.reduce((sum, part) => sum + part.down, 0n);
  // Sorting is stable, so equal remainders stay in the order of the agencies.
  const byRemainder = exact.toSorted((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder));
  const up = new Set(byRemainder.slice(0, Number(left)).map((part) => part.place));
  // The cast is the brand: whole parts between nothing and the total.
  return exact.map(({ place, down }) => (Number(down) + (up.has(place) ? 1 : 0)) as Pence);
}

/**
 * What each agency bears of the cost between two cumulative figures of one segment: the difference of
 * their apportionments. Any cut of the same stretch therefore adds up to the same amounts.
 *
 * An amount is never below -1p. It is -1p only with three agencies or more, in a stretch of which the
 * agency's exact share is less than a penny: as the total grows, largest remainder may take back an odd
 * penny and give it to others (6:6:2 of 10p is 4, 4, 2; of 11p it is 5, 5, 1). The total stays exact and
 * the penny returns; a display or a table must allow for it.
 */
export function apportionBetween(costBefore: Pence, costAfter: Pence, split: Shares): SignedPence[] {
  const before = apportion(costBefore, split);
  return apportion(costAfter, split).map((amount, place) => subtractPence(amount, before[place] ?? noPence));
}

/**
 * Divides the costs of successive periods of one segment so that rounding never drifts: each period's row
 * is the difference of cumulative apportionments. Rows sum to their costs; columns to the apportioned
 * total. Amounts may be -1p, as `apportionBetween` explains.
 */
export function apportionCumulatively(costs: readonly Pence[], split: Shares): SignedPence[][] {
  let before: SignedPence[] = split.parts.map(() => noPence);
  let total = noPence;
  return costs.map((cost) => {
    total = addPence(total, cost);
    const until = apportion(total, split);
    const row = until.map((amount, place) => subtractPence(amount, before[place] ?? noPence));
    before = until;
    return row;
  });
}
