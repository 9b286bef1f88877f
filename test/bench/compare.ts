import type { Row } from './row';

const ROUNDS = 9;

export interface Comparison {
  readonly what: string;
  /** Operations in one round of either. */
  readonly operations: number;
  readonly atLeast: number;
  readonly peerName: string;
  ours(): Promise<unknown>;
  peer(): Promise<unknown>;
}

/**
 * Measures two ways of doing the same in alternating rounds, the beginner changing, so that both meet the
 * same machine; the ratio is the median of the rounds' ratios.
 */
export async function compare({ what, operations, atLeast, peerName, ours, peer }: Comparison): Promise<Row> {
  const rounds: { readonly ours: number; readonly peer: number }[] = [];
  const rate = async (work: () => Promise<unknown>): Promise<number> => {
    const from = performance.now();
    await work();
    return (operations * 1_000) / (performance.now() - from);
  };
  await ours();
  await peer();
  for (let round = 0; round < ROUNDS; round++) {
    const first = round % 2 === 0 ? await rate(ours) : undefined;
    const theirs = await rate(peer);
    rounds.push({ ours: first ?? (await rate(ours)), peer: theirs });
  }
  return {
    ...{ what, unit: 'a second', peerName, atLeast },
    ours: median(rounds.map((round) => round.ours)),
    peer: median(rounds.map((round) => round.peer)),
    ratio: median(rounds.map((round) => round.ours / round.peer)),
  };
}

export const median = (figures: readonly number[]): number => figures.toSorted((one, two) => one - two)[figures.length >> 1] ?? NaN;

/** So many callers at once, each one call after the other. */
export async function fromCallers(callers: number, each: number, call: () => Promise<unknown>): Promise<void> {
  const caller = async (): Promise<void> => {
    for (let count = 0; count < each; count++) await call();
  };
  await Promise.all(Array.from({ length: callers }, caller));
}
