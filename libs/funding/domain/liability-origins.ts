import type { FundFact } from './fund/funds-paying';
import type { ArrangementFact, FactOrigin } from './funding-picture';
import type { Liability } from './liability';
import { originsOf } from './ruling-split';

/** Who pays the provider of the days of a liability, where anybody has said so, and the pooled fund that pays, if one does. */
export interface PaidThrough {
  readonly arrangement: ArrangementFact | undefined;
  readonly fund: FundFact | undefined;
}

/** The events behind a liability, each once: of the line and its arrangement, of the split that rules its days, of the fund that pays. */
export function liabilityOrigins({ line, source }: Liability, { arrangement, fund }: PaidThrough): FactOrigin[] {
  return eachOnce([line.origin, ...line.alsoBecause, ...originOf(arrangement), ...originsOf(source), ...originOf(fund)]);
}

/** What a fact rests on, where there is one. */
export const originOf = (fact: { readonly origin: FactOrigin } | undefined): readonly FactOrigin[] => (fact === undefined ? [] : [fact.origin]);

/** Each event once, where it stands first. */
export const eachOnce = (all: readonly FactOrigin[]): FactOrigin[] => all.filter(({ eventId }, place) => all.findIndex((other) => other.eventId === eventId) === place);
