import type { Brand } from './ids';
import { refuseKernel } from './kernel-refusals';
import { succeed } from './refusal';
import type { Result } from './refusal';

/**
 * Whole pence of either sign: a correction, a reimbursement, a difference. A safe integer.
 * Every `Pence` is one; the brand's wider literal says so.
 */
export type SignedPence = Brand<number, 'pence' | 'signed-pence'>;

/** Whole pence, nothing or more: a cost, a contribution. A safe integer, so up to about £90 million million. */
export type Pence = Brand<number, 'pence'>;

// The cast is the brand: nought is a whole number of pence.
export const noPence = 0 as Pence;

const WHOLE =
  'Give the amount as a whole number of pence, without a decimal point: £1,847.35 is 184735. The largest is 9007199254740991.';

/** Whole pence of either sign. Refuses `amount-not-whole-pence`: fractions, text, NaN, unsafe integers. */
export function signedPence(value: unknown): Result<SignedPence> {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
    return refuseKernel('amount-not-whole-pence', WHOLE);
  }
  // `-0` would be stored as 0 and compare unequal under Object.is. The cast is the brand, just checked.
  return succeed((value === 0 ? 0 : value) as SignedPence);
}

/** Whole pence, nothing or more. Refuses `amount-not-whole-pence` and `amount-negative`. */
export function pence(value: unknown): Result<Pence> {
  const amount = signedPence(value);
  if (!amount.ok) return amount;
  if (amount.value < 0) {
    return refuseKernel(
      'amount-negative',
      'Give an amount of nothing or more. A credit or a correction is a new entry of its own, not a cost below nothing.',
    );
  }
  // The cast is the brand: whole, safe and not negative, as just checked.
  return succeed(amount.value as number as Pence);
}

function safe<P extends SignedPence>(total: number): P {
  if (!Number.isSafeInteger(total)) throw new RangeError('A total of pence left the range of exact integers.');
  // The cast is the brand: sums of branded amounts keep their sign, and exactness was just checked.
  return total as P;
}

/** Adds two amounts; two amounts of `Pence` give `Pence`. Throws where the total is no longer exact. */
export const addPence = <P extends SignedPence>(first: P, second: P): P => safe<P>(first + second);

/** The first less the second, of either sign. Throws where the result is no longer exact. */
export const subtractPence = (first: SignedPence, second: SignedPence): SignedPence =>
  safe<SignedPence>(first - second);

/** The total of the amounts, nothing where there are none. Throws where the total is no longer exact. */
export function sumPence<P extends SignedPence>(amounts: Iterable<P>): P {
  let total = 0;
  for (const amount of amounts) total = safe<P>(total + amount);
  return safe<P>(total);
}

/** Pounds as people write them: `£1,847.35`, `-£4,434.75`. */
export function formatPounds(amount: SignedPence): string {
  const magnitude = Math.abs(amount);
  const odd = magnitude % 100;
  const pounds = String((magnitude - odd) / 100).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}£${pounds}.${String(odd).padStart(2, '0')}`;
}
