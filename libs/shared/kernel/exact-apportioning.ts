import type { Pence } from './money';

/** Largest remainder whatever the figures: for totals that plain numbers cannot weigh, and to hold the quicker way against. */
export function exactApportion(total: Pence, parts: readonly { readonly weight: number }[]): Pence[] {
  const whole = parts.reduce((sum, part) => sum + BigInt(part.weight), 0n);
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
