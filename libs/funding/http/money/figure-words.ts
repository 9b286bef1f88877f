import { figureNames, sideBySide, whatIsLeft } from '@accord/funding/domain';
import type { FactOrigin, FigureEntry, FigureName, Figures } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { addPence } from '@accord/shared/kernel';
import type { SignedPence } from '@accord/shared/kernel';

/** Figures side by side, as they are answered: each by itself, and what is left of one by another. */
export const figuresTold = (figures: Figures) => ({
  approvedPence: figures.approved,
  committedPence: figures.committed,
  boundPence: figures.bound,
  heldPence: figures.held,
  invoicedPence: figures.invoiced,
  invoicedTaxPence: figures['invoiced-tax'],
  rechargedPence: figures.recharged,
  counterRechargedPence: figures['counter-recharged'],
  paid: { ofInvoicesPence: figures['paid-of-invoices'], directlyPence: figures['paid-directly'], ofStatementsPence: figures['paid-of-statements'] },
  /** Of the invoices to it, whoever has its functions and paid. */
  settledPence: figures.settled,
  left: whatIsLeft(figures),
});
export type FiguresTold = ReturnType<typeof figuresTold>;

/** An agency's figures by the entries that make them. */
export const agencyFigures = (agencyId: string, entries: readonly FigureEntry[], words: Words) => ({
  ...{ agencyId, agency: words.agency(agencyId) },
  ...figuresTold(sideBySide(entries)),
});

/** The recorded events behind each figure that is not empty, once each, in the order in which they were recorded. */
export function eventsBehind(entries: readonly FigureEntry[]): Readonly<Partial<Record<FigureName, readonly FactOrigin[]>>> {
  const behind: Partial<Record<FigureName, readonly FactOrigin[]>> = {};
  for (const name of figureNames) {
    const ofFigure = entries.filter(({ figure }) => figure === name);
    const origins = new Map(ofFigure.flatMap((entry) => entry.origins.map((origin) => [origin.eventId, origin] as const)));
    if (origins.size > 0) behind[name] = [...origins.values()].sort(inRecordedOrder);
  }
  return behind;
}

const inRecordedOrder = (one: FactOrigin, two: FactOrigin): number => (`${one.recordedAt}${one.eventId}` < `${two.recordedAt}${two.eventId}` ? -1 : 1);

/** Figures added up entry by entry, where there are too many entries to keep. */
export class FigureSums {
  private readonly figures: Record<FigureName, SignedPence> = { ...sideBySide([]) };

  add({ figure, pence }: FigureEntry): void {
    this.figures[figure] = addPence(this.figures[figure], pence);
  }

  told(): FiguresTold {
    return figuresTold(this.figures);
  }
}
