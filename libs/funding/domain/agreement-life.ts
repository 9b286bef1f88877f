import type { EndingReason } from '@accord/funding/contracts';
import { addDays, intersect } from '@accord/shared/kernel';
import type { LondonDate, Period } from '@accord/shared/kernel';

/** A version of the text that every party has signed. */
export interface SignedText {
  readonly version: number;
  /** Day from which it rules: the day that it names, or the last signature where that came later. */
  readonly from: LondonDate;
  readonly period: Period;
  /** `null`: of the first text that it need not be reviewed, of a variation that the day for it stays as it was. */
  readonly reviewBy: LondonDate | null;
}
export interface Notice {
  readonly agencyId: string;
  readonly on: LondonDate;
  readonly lastDay: LondonDate;
}

/** All that decides on which days which text of an agreement rules; in any order. */
export interface AgreementLife {
  readonly texts: readonly SignedText[];
  readonly reviews: readonly { readonly on: LondonDate; readonly nextReviewBy: LondonDate | null }[];
  readonly notices: readonly Notice[];
  readonly withdrawals: readonly { readonly agencyId: string; readonly givenOn: LondonDate; readonly on: LondonDate }[];
  /** Days from which all the parties agreed that it rules nothing. */
  readonly endedByAll: readonly LondonDate[];
}

export const noLife: AgreementLife = { texts: [], reviews: [], notices: [], withdrawals: [], endedByAll: [] };

/** The first day on which an agreement rules nothing, and why. */
export interface Ending {
  readonly from: LondonDate;
  readonly reason: EndingReason;
}
/** The days on which one version of the text rules. */
export interface RulingText {
  readonly version: number;
  readonly days: Period;
}

/**
 * The days on which each text rules. On a day it is the highest version that has come into force by then; none
 * rules after its own period, nor once the agreement has ended. In order of their days; a text that never rules
 * is left out.
 */
export function rulingTexts(life: AgreementLife): RulingText[] {
  const ending = endingOf(life);
  return stretchesOf(life.texts).flatMap(({ version, days }) => {
    if (ending === undefined) return [{ version, days }];
    const left = ending.from > days.from ? intersect(days, { from: days.from, to: ending.from }) : undefined;
    return left ? [{ version, days: left }] : [];
  });
}

/**
 * When the agreement ends, as far as is known: agreed by all, by a notice that was not withdrawn in time, not
 * reviewed by its day, or at its term, whichever comes first. It is computed from the facts: money never waits
 * for somebody to write down that it ended.
 */
export function endingOf(life: AgreementLife): Ending | undefined {
  const stretches = stretchesOf(life.texts);
  if (stretches.length === 0) return undefined;
  const endings: Ending[] = [
    ...life.endedByAll.map((from): Ending => ({ from, reason: 'agreement-of-all' })),
    ...standingNotices(life).map(({ lastDay }): Ending => ({ from: addDays(lastDay, 1), reason: 'notice' })),
    ...endingAt(lapseOf(life, stretches), 'not-reviewed'),
    ...endingAt(termOf(stretches), 'term'),
  ];
  return endings.reduce<Ending | undefined>((first, ending) => (first && first.from <= ending.from ? first : ending), undefined);
}

const endingAt = (from: LondonDate | undefined, reason: EndingReason): Ending[] => (from === undefined ? [] : [{ from, reason }]);

/** Notices that were not taken back while they ran. */
export const standingNotices = ({ notices, withdrawals }: AgreementLife): Notice[] =>
  notices.filter(
    (notice) => !withdrawals.some(({ agencyId, givenOn, on }) => agencyId === notice.agencyId && givenOn === notice.on && on <= notice.lastDay),
  );

/** The last day for the next review, as things stand; `null` for none. */
export function reviewDueBy(life: AgreementLife): LondonDate | null {
  const steps = reviewSteps(life, stretchesOf(life.texts));
  return steps.at(-1)?.by ?? null;
}

/** The days of each text as if nothing ended the agreement but its term. */
function stretchesOf(texts: readonly SignedText[]): RulingText[] {
  return texts
    .flatMap(({ version, from, period }): RulingText[] => {
      const later = texts.filter((other) => other.version > version).map((other) => other.from);
      const until = later.reduce<LondonDate | null>((first, day) => (first === null || day < first ? day : first), null);
      const mine = until !== null && until <= from ? undefined : intersect(period, { from, to: until });
      return mine ? [{ version, days: mine }] : [];
    })
    .sort((one, two) => (one.days.from < two.days.from ? -1 : 1));
}

/** The end of the first stretch that no other text follows at once. */
const termOf = (stretches: readonly RulingText[]): LondonDate | undefined =>
  stretches.find(({ days }, place) => days.to !== null && stretches[place + 1]?.days.from !== days.to)?.days.to ?? undefined;

interface ReviewStep {
  readonly on: LondonDate;
  readonly by: LondonDate | null;
}

/** What set a last day for the review, in order: each text as it came into force, and each review. */
function reviewSteps({ texts, reviews }: AgreementLife, stretches: readonly RulingText[]): ReviewStep[] {
  const ofTexts = stretches.flatMap(({ version, days }): ReviewStep[] => {
    const by = texts.find((text) => text.version === version)?.reviewBy ?? null;
    return by === null && version > 1 ? [] : [{ on: days.from, by }];
  });
  const begun = stretches[0]?.days.from;
  // What was looked at before it came into force was no review of it.
  const ofReviews = reviews.flatMap(({ on, nextReviewBy: by }): ReviewStep[] => (begun !== undefined && on >= begun ? [{ on, by }] : []));
  // Of two on one day the one that gives more time counts, in whatever order they were recorded.
  const rank = ({ on, by }: ReviewStep): string => `${on} ${by ?? 'never'}`;
  return [...ofTexts, ...ofReviews].sort((one, two) => (rank(one) < rank(two) ? -1 : 1));
}

/** The day after the first day for a review that passed without one. */
function lapseOf(life: AgreementLife, stretches: readonly RulingText[]): LondonDate | undefined {
  let due: LondonDate | null = null;
  for (const { on, by } of reviewSteps(life, stretches)) {
    if (due !== null && on > due) break;
    due = by;
  }
  return due === null ? undefined : addDays(due, 1);
}
