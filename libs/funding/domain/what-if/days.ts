import { intersect } from '@accord/shared/kernel';
import type { Period } from '@accord/shared/kernel';

/** Some days of a period, and whether they are among the days of a change. */
export interface Stretch {
  readonly days: Period;
  readonly inside: boolean;
}

/** Takes a period apart at the bounds of a change: before it, within it, after it. Together the stretches are the period. */
export function stretchesOf(period: Period, change: Period): Stretch[] {
  const inside = intersect(period, change);
  if (!inside) return [{ days: period, inside: false }];
  const stretches: Stretch[] = [{ days: inside, inside: true }];
  if (period.from < inside.from) stretches.unshift({ days: { from: period.from, to: inside.from }, inside: false });
  if (inside.to !== null && (period.to === null || inside.to < period.to)) stretches.push({ days: { from: inside.to, to: period.to }, inside: false });
  return stretches;
}
