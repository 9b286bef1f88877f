import type { PackageLine } from '@accord/panel/contracts';
import type { LondonDate } from '@accord/shared/kernel';
import type { DecisionOnRecord } from './decision-state';

/**
 * Whether the decision as a whole has effect on that day. One that awaits ratification has none yet; an urgent
 * one that nobody ratified has none after the last day for that, whether or not anybody has written that down.
 */
export function hasEffectOn({ standing, urgent, lapsesFrom }: DecisionOnRecord, day: LondonDate): boolean {
  switch (standing) {
    case 'in-effect':
      return true;
    case 'urgent-until-ratified':
      return urgent !== null && day <= urgent.ratifyBy;
    case 'lapsed':
      return lapsesFrom !== undefined && day < lapsesFrom;
    case 'awaiting-ratification':
    case 'ratification-refused':
    case 'without-effect':
      return false;
  }
}

/** First day on which the line has effect: its own, or the later one that was stated on ratification. */
export const firstDayInEffect = ({ effectiveFrom }: DecisionOnRecord, { period }: PackageLine): LondonDate =>
  effectiveFrom !== undefined && effectiveFrom > period.from ? effectiveFrom : period.from;

/** Whether that line of the decision has effect on that day, as the decision reads now. */
export const lineHasEffectOn = (decision: DecisionOnRecord, line: PackageLine, day: LondonDate): boolean =>
  hasEffectOn(decision, day) &&
  day >= firstDayInEffect(decision, line) &&
  (line.period.to === null || day < line.period.to);
