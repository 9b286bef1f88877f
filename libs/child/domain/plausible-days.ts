import { addMonths } from '@accord/shared/kernel';
import type { LondonDate, Refusal } from '@accord/shared/kernel';
import { refuseChild } from './refusals';

/** Of a command on a record that nobody opened. */
export const unknownRecord = (): Refusal => refuseChild('child-record-unknown', "Open the child's record first.");

/** 25 years, in months: an education, health and care plan ends at 25, so nobody's record is opened later in life. */
const LONGEST_CHILDHOOD = 25 * 12;

/**
 * Refuses a year that is a slip of the keyboard. The date of birth would be the better measure, but it is
 * sealed: a rule that rested on it could not be replayed once the person is erased.
 */
export const refuseLongAgo = (on: LondonDate, openedOn: LondonDate): Refusal | undefined =>
  on >= addMonths(openedOn, -LONGEST_CHILDHOOD)
    ? undefined
    : refuseChild('date-implausible', 'That day lies more than 25 years before the record was opened; check the year.');
