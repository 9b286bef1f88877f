import type { Clause } from '@accord/funding/contracts';
import { addDays, intersect } from '@accord/shared/kernel';
import type { LondonDate, Period } from '@accord/shared/kernel';
import { endingOf, rulingTexts } from './agreement-life';
import type { AgreedAgreement } from './agreement-state';
import { clauseWindow } from './clause-window';

/** A clause that was recorded as applied: by which text of the agreement, and for which days as things stood then. */
export interface AppliedWindow {
  readonly clauseId: string;
  readonly version: number;
  readonly from: LondonDate;
  readonly to: LondonDate | null;
}

/**
 * The first day of those windows of a clause that may still rule on `day`: what was applied before is over by each of
 * its texts. `undefined` where one of them has no length of its own.
 */
export function earliestOfWindowsOn(day: LondonDate, texts: readonly Pick<Clause, 'duration'>[]): LondonDate | undefined {
  let earliest = day;
  for (const { duration } of texts) {
    if (duration.unit === 'until-the-agreement-ends') return undefined;
    // A day more than its length: one text may count from the event, and another from the day after.
    const first = addDays(day, -duration.count * (duration.unit === 'weeks' ? 7 : 1));
    if (first < earliest) earliest = first;
  }
  return earliest;
}

/** How long it rules, and what follows, by all texts of the agreement. */
export interface WindowAsItStands {
  /** First day that it no longer rules; `null` for none. */
  readonly to: LondonDate | null;
  readonly atEnd: Clause['atEnd'];
  /** Whether it ends early, only because the whole agreement does. */
  readonly endsWithAgreement: boolean;
}

/**
 * An application says for how long its clause was to rule when it was recorded; a variation since, or a notice that was
 * given or taken back, may have changed that. `undefined` where no text has the clause any longer on any of the days.
 */
export function windowAsItStands(agreement: AgreedAgreement, applied: AppliedWindow): WindowAsItStands | undefined {
  const { life, versions } = agreement;
  const clauseIn = (version: number) => versions.find((text) => text.version === version)?.clauses.find(({ clauseId }) => clauseId === applied.clauseId);
  const event = clauseIn(applied.version)?.dayOne === 'day-after-event' ? addDays(applied.from, -1) : applied.from;
  // Without an event, the child's criterion alone may end it, of which the agreement knows nothing.
  const wholeOf = (clause: Clause): Period =>
    clause.trigger.event === 'always' && clause.trigger.criterion !== null ? { from: applied.from, to: applied.to } : clauseWindow(clause, event);
  const stretches = rulingTexts(life).flatMap(({ version, days }) => {
    const clause = clauseIn(version);
    const whole = clause && wholeOf(clause);
    const ruled = whole && intersect(whole, days);
    return ruled ? [{ to: ruled.to, atEnd: clause.atEnd, whole }] : [];
  });
  const last = stretches.at(-1);
  if (!last) return undefined;
  const { to, atEnd, whole } = last;
  return { to, atEnd, endsWithAgreement: to !== whole.to && to === (endingOf(life)?.from ?? null) };
}
