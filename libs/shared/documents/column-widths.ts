/** What a column asks for, in points: the width of its longest word, and of its longest line. */
export interface Wish {
  readonly word: number;
  readonly line: number;
}

/**
 * Shares out a table's width. Every column gets its longest line if they all fit, and a share of the rest;
 * otherwise its longest word and a share of the rest by what it still wants; otherwise, where not even the
 * words fit, the narrow columns keep theirs and the wide ones have their words cut.
 */
export function columnWidths(wishes: readonly Wish[], available: number): readonly number[] {
  const lines = wishes.map(({ line }) => line);
  if (sum(lines) <= available) return shared(lines, lines, available);
  const words = wishes.map(({ word }) => word);
  if (sum(words) <= available) return shared(words, wishes.map(({ line, word }) => line - word), available);
  return levelled(words, available);
}

/** Each width and its part of what is left over, in proportion to the weights. */
function shared(widths: readonly number[], weights: readonly number[], available: number): readonly number[] {
  const left = available - sum(widths);
  const total = sum(weights);
  return widths.map((width, index) => width + left * (total > 0 ? (weights[index] ?? 0) / total : 1 / widths.length));
}

/** The widths with the widest cut down to one level, so that together they fill what is available. */
function levelled(widths: readonly number[], available: number): readonly number[] {
  const ascending = [...widths].sort((one, other) => one - other);
  let left = available;
  for (const [index, width] of ascending.entries()) {
    const level = left / (ascending.length - index);
    if (width > level) return widths.map((each) => Math.min(each, level));
    left -= width;
  }
  return widths;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
