import { noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { SignedPence } from '@accord/shared/kernel';
import { figureNames } from './figure-entry';
import type { FigureEntry, FigureName } from './figure-entry';

/** Each figure by itself. They are told side by side and never added to each other. */
export type Figures = Readonly<Record<FigureName, SignedPence>>;

/** What is left of one figure by another. Below nought: more was billed than is bound, more paid than is owed. */
export interface WhatIsLeft {
  /** Bound to be paid out, and neither invoiced, nor recharged by a closed statement, nor paid directly. */
  readonly toBillPence: SignedPence;
  /** Invoiced with its tax, and not paid, be it by one that has the agency’s functions. */
  readonly toPayPence: SignedPence;
}

export function sideBySide(entries: Iterable<FigureEntry>): Figures {
  // Each name is there from the beginning, so that a figure of nothing is told as nought.
  const figures = Object.fromEntries(figureNames.map((name) => [name, noPence])) as Record<FigureName, SignedPence>;
  for (const { figure, pence } of entries) figures[figure] = sumPence([figures[figure], pence]);
  return figures;
}

export function whatIsLeft(figures: Figures): WhatIsLeft {
  const billed = sumPence([figures.invoiced, figures.recharged, figures['paid-directly']]);
  const owed = sumPence([figures.invoiced, figures['invoiced-tax']]);
  return { toBillPence: subtractPence(figures.bound, billed), toPayPence: subtractPence(owed, figures.settled) };
}

/** Entries by a key, in order of the keys: by line, by agency, by month, by category or by provider. */
export function entriesBy(entries: Iterable<FigureEntry>, keyOf: (entry: FigureEntry) => string): ReadonlyMap<string, readonly FigureEntry[]> {
  const groups = new Map<string, FigureEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = groups.get(key);
    if (known) known.push(entry);
    else groups.set(key, [entry]);
  }
  return new Map([...groups].sort(([one], [two]) => (one < two ? -1 : 1)));
}
