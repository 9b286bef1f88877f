import { londonDate } from './dates';
import type { LondonDate } from './dates';
import { idFrom } from './ids';
import type { Id } from './ids';
import { pence } from './money';
import type { Pence } from './money';
import type { Result } from './refusal';
import type { Shares } from './shares';

// Values for the kernel's own specs; not exported by its index.

/** The value of a result that the spec takes for granted. */
export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`The spec took this for granted: ${result.because}`);
  return result.value;
}

/** The code of a refusal, or `undefined` where there is none. */
export const refusalOf = (result: Result<unknown>): string | undefined => (result.ok ? undefined : result.refusal);

export const on = (text: string): LondonDate => given(londonDate(text));
export const pounds = (amount: number): Pence => given(pence(Math.round(amount * 100)));

/** The agency of the given number; `agency(0)` is health in the worked examples. */
export function agency(number: number): Id<'agency'> {
  const id = idFrom<'agency'>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (id === undefined) throw new Error('The spec made an id that is none.');
  return id;
}

export const split = (kind: Shares['kind'], ...weights: readonly number[]): Shares => ({
  kind,
  parts: weights.map((weight, place) => ({ agencyId: agency(place), weight })),
});
export const percentages = (...shares: readonly number[]): Shares =>
  split('basis-points', ...shares.map((share) => Math.round(share * 100)));
export const ratio = (...weights: readonly number[]): Shares => split('ratio', ...weights);
