/** One line of the table of speeds. */
export interface Row {
  readonly what: string;
  /** Ours, in `unit`; a rate where more is better, a time or a size where less is. */
  readonly ours: number;
  readonly unit?: string;
  /** The peer measured in the same run, or the limit. */
  readonly peer: number;
  readonly peerName: string;
  /** How ours compares: ours over peer for rates, limit over ours for times and sizes. */
  readonly ratio: number;
  readonly atLeast: number;
}

/** A figure that must not exceed a limit. */
export const withinLimit = (what: string, figure: { readonly ours: number; readonly limit: number; readonly unit: string }): Row => ({
  what,
  ours: figure.ours,
  unit: figure.unit,
  peer: figure.limit,
  peerName: 'limit',
  ratio: figure.limit / figure.ours,
  atLeast: 1,
});

/** The value below which that part of the sorted figures lies. */
export function percentile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((one, two) => one - two);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
