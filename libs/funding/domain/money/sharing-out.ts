import { daysBetween } from '@accord/shared/kernel';
import type { ClosedPeriod, SignedPence } from '@accord/shared/kernel';

/**
 * The part of a sum that lies on some of its days: it lies evenly over them, counted cumulatively and rounded towards
 * nought, so that however the days are cut their parts add up to the sum.
 */
export function shareOfDays(pence: SignedPence, whole: ClosedPeriod, part: ClosedPeriod): SignedPence {
  const days = BigInt(daysBetween(whole.from, whole.to));
  const until = (upTo: ClosedPeriod['to']): bigint => (BigInt(pence) * BigInt(daysBetween(whole.from, upTo))) / days;
  return signed(until(part.to) - until(part.from));
}

/**
 * Shares a sum out by weights, counted cumulatively: the parts always make the sum, and where the sum is all of the
 * weights each part is its weight. Evenly where no weight weighs anything.
 */
export function sharedByWeights(pence: SignedPence, weights: readonly number[]): SignedPence[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const weighed = total === 0n ? weights.map(() => 1) : weights;
  const whole = total === 0n ? BigInt(weights.length) : total;
  let [reached, given] = [0n, 0n];
  return weighed.map((weight) => {
    reached += BigInt(weight);
    const until = (BigInt(pence) * reached) / whole;
    const part = until - given;
    given = until;
    return signed(part);
  });
}

// The cast is the brand: whole, and no larger than the sum that it is a part of.
const signed = (parts: bigint): SignedPence => Number(parts) as SignedPence;
