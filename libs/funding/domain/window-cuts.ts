import { addDays, addWeeks, londonDate } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate } from '@accord/shared/kernel';

/** How a window is cut for display. */
export type Step = 'none' | 'week' | 'month';

/** Days at which a window is cut: weeks from its first day, or firsts of months. Its own first day is none of them. */
export function cutsOf(window: ClosedPeriod, step: Step): LondonDate[] {
  switch (step) {
    case 'none':
      return [];
    case 'week':
      return cutsBy(window, (day) => addWeeks(day, 1));
    case 'month':
      return cutsBy(window, firstOfNextMonth);
  }
}

/** Every day of the window but its first. */
export const dailyCuts = (window: ClosedPeriod): LondonDate[] => cutsBy(window, (day) => addDays(day, 1));

function cutsBy({ from, to }: ClosedPeriod, next: (day: LondonDate) => LondonDate): LondonDate[] {
  const cuts: LondonDate[] = [];
  for (let day = next(from); day < to; day = next(day)) cuts.push(day);
  return cuts;
}

export function firstOfNextMonth(day: LondonDate): LondonDate {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const next = londonDate(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`);
  if (!next.ok) throw new RangeError(next.because);
  return next.value;
}
