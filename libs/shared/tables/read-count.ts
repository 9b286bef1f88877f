import { succeed } from '@accord/shared/kernel';
import type { Result } from '@accord/shared/kernel';
import { refuseTable } from './refusals';

/**
 * Reads a whole number, nought or more: `4`, `1,200`. Refuses `count-unreadable`: a blank cell, words ("See
 * next slide"), a fraction, a minus sign, or more than can be counted exactly. `atCell` adds the place.
 */
export function readCount(cell: string): Result<number> {
  const printed = cell.trim();
  const count = Number(printed.replaceAll(',', ''));
  if (/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(printed) && Number.isSafeInteger(count)) return succeed(count);
  const fault = printed === '' ? 'The cell is blank.' : 'It is not a whole number.';
  return refuseTable('count-unreadable', `${fault} Write how many in digits, such as 4, and 0 for none.`);
}
