import { intersect } from '@accord/shared/kernel';
import type { LondonDate } from '@accord/shared/kernel';
import type { ArrangementFact, FactOrigin, LineFact } from '../funding-picture';
import { lineLife, ratesAsVaried } from './line-life';
import type { LineEntry, LineLife } from './line-life';

/** An event of a line's stream with its origin in the record. */
export interface LineLifeFact extends LineEntry {
  readonly origin: FactOrigin;
}

/**
 * The lines of decisions as they are after all that happened to them; the order of the facts changes nothing. A line
 * without a day left, be it ended, replaced or corrected away, is dropped unless something came back of it.
 */
export function livedLines(lines: readonly LineFact[], facts: readonly LineLifeFact[]): LineFact[] {
  const byLine = grouped(facts);
  return lines.flatMap((line): LineFact[] => {
    const own = byLine.get(`${line.decisionId} ${line.line.lineId}`);
    const lived = own ? livedLine(line, lineLife(own)) : line;
    return lived.days.length === 0 && lived.recoveries.length === 0 ? [] : [lived];
  });
}

function livedLine(decided: LineFact, life: LineLife<LineLifeFact>): LineFact {
  const { endsFrom, pauses } = life;
  const before = endsFrom === null ? undefined : { from: decided.line.period.from, to: endsFrom };
  return {
    ...decided,
    rates: ratesAsVaried(decided.rates, life),
    pauses,
    days: before ? (before.from < before.to ? decided.days.flatMap((days) => intersect(before, days) ?? []) : []) : decided.days,
    arrangements: life.arrangements.map(({ body: { data }, origin }) => {
      const { from, providerId, commissionedBy, vat } = data;
      return { from, providerId, commissionedBy, vat, origin };
    }),
    recoveries: life.recoveries.map(({ body: { data }, origin }) => {
      const { recoveryId, on, agencyId: cameBackTo, of, pence } = data;
      return { recoveryId, on, cameBackTo, of, pence, origin };
    }),
    alsoBecause: [...decided.alsoBecause, ...life.changes.map(({ origin }) => origin)],
  };
}

/** Who provides the line on a day, and which agency pays the provider; `undefined` where nobody has said so. */
export const arrangementOn = ({ arrangements }: Pick<LineFact, 'arrangements'>, day: LondonDate): ArrangementFact | undefined =>
  arrangements.findLast(({ from }) => from <= day);

function grouped(facts: readonly LineLifeFact[]): ReadonlyMap<string, readonly LineLifeFact[]> {
  const byLine = new Map<string, LineLifeFact[]>();
  for (const fact of facts) {
    const { decisionId, lineId } = fact.body.data;
    const key = `${decisionId} ${lineId}`;
    const known = byLine.get(key);
    if (known) known.push(fact);
    else byLine.set(key, [fact]);
  }
  return byLine;
}
