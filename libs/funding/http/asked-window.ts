import { refuseFunding } from '@accord/funding/domain';
import { daysIn, period } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Result } from '@accord/shared/kernel';

/** The longest window that one question may ask about, in days: a childhood and a little more. */
const LONGEST_WINDOW = 366 * 26;

/** The days that a question about money asks about. Refuses a window without days, and one of more than 26 years. */
export function askedWindow({ from, to }: { readonly from: LondonDate; readonly to: LondonDate }): Result<ClosedPeriod> {
  const window = period(from, to);
  if (window.ok && daysIn(window.value) > LONGEST_WINDOW) return refuseFunding('window-too-long', 'Ask about 26 years at most at a time.');
  return window;
}
