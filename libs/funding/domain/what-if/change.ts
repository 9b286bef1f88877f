import type { Clause } from '@accord/funding/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import type { Id, LineRate, LondonDate, Period, Shares } from '@accord/shared/kernel';

/** The first day of the calendar: a change without a first day is supposed on all days. The cast is the brand. */
export const FROM_THE_START = '1900-01-01' as LondonDate;

/** A clause of a standing agreement, in whichever of its texts. */
export interface ClauseMeant {
  readonly agreementId: Id<'agreement'>;
  readonly clauseId: Id<'clause'>;
}
/** A line as one decision gave it. */
export interface LineMeant {
  readonly decisionId: Id<'decision'>;
  readonly lineId: Id<'package-line'>;
}
/** Every line of these categories, of one panel's decisions or of all. */
export interface LinesOfCategories {
  readonly categories: readonly LineCategory[];
  readonly panelId: Id<'panel'> | null;
}

/** What of a clause's text may be supposed otherwise; what is left out stays as it is. */
export type ClauseTerms = Partial<Pick<Clause, 'split' | 'duration' | 'dayOne' | 'cost' | 'categories'>>;

/** The clause says something else on these days, as if varied: its window is still counted from the event. */
export interface ClauseChanged extends ClauseMeant {
  readonly kind: 'clause-changed';
  readonly terms: ClauseTerms;
  readonly days: Period;
}
/** The texts of these days do not have the clause: an event on them sets nothing going, and no window reaches into them. */
export interface ClauseLeftOut extends ClauseMeant {
  readonly kind: 'clause-left-out';
  readonly days: Period;
}
/** What was decided of lines is split otherwise on these days; clauses and settlements still go before it. */
export interface SplitChanged {
  readonly kind: 'split-changed';
  readonly of: LineMeant | LinesOfCategories;
  readonly split: Shares;
  readonly days: Period;
}
/** A line costs this on these days; afterwards what it really costs. */
export interface RatesChanged extends LineMeant {
  readonly kind: 'rates-changed';
  /** In order; the first holds from the first of the days or before. */
  readonly rates: readonly LineRate[];
  readonly days: Period;
}
/**
 * Every rate of these lines is higher (or, below nought, lower) by so many basis points on these days. Each rate is
 * rounded by itself to the nearest penny, half a penny up, as a provider's letter would state it. What is paid once is
 * raised where its day is one of the days.
 */
export interface RatesRaised {
  readonly kind: 'rates-raised';
  readonly of: LinesOfCategories;
  readonly basisPoints: number;
  readonly days: Period;
}
/** A dispute about the line is settled at this split for these days, before every clause and every settlement on record. */
export interface SettlementSupposed extends LineMeant {
  readonly kind: 'settlement';
  readonly split: Shares;
  readonly days: Period;
}

/** One thing that is supposed to be otherwise. Of two about the same, the one given later holds. */
export type Change = ClauseChanged | ClauseLeftOut | SplitChanged | RatesChanged | RatesRaised | SettlementSupposed;
