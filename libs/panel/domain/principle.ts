import type { Refusal } from '@accord/shared/kernel';
import { refusePanel } from './refusals';

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const DAY = '\\d{1,2}(?:st|nd|rd|th)?';

/** What nobody needs to be guided, and by which somebody could be known. */
const naming: readonly RegExp[] = [
  // An NHS number: ten digits together, or as it is printed, three and three and four.
  /(?<!\d)\d{3}[\s.‐-―-]{0,2}\d{3}[\s.‐-―-]{0,2}\d{4}(?!\d)/u,
  // A day in words: 1 June 2015, 1st of June 15, June 1, 2015.
  new RegExp(`(?<![\\d])${DAY}(?:\\s+of)?[\\s,-]+${MONTH}[\\s,-]+(?:\\d{4}|\\d{2})(?!\\d)`, 'iu'),
  new RegExp(`(?<![a-z])${MONTH}\\s+${DAY},?\\s+\\d{4}(?!\\d)`, 'iu'),
  // A day in figures: 01/06/2015, 1-6-15, 01.06.2015, 2015-06-01.
  /(?<!\d)\d{1,2}([/-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/u,
  /(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}(?!\d)/u,
  /(?<!\d)\d{4}([/.-])\d{1,2}\1\d{1,2}(?!\d)/u,
];

/**
 * Refuses `principle-names-somebody`: a principle is shown to everybody who searches for how it was decided before.
 * No rule can know all names; a number of ten digits or a whole date is in no principle for any other reason.
 */
export function refuseNamingPrinciple(principle: string): Refusal | undefined {
  const text = principle.normalize('NFKC');
  return naming.some((pattern) => pattern.test(text))
    ? refusePanel(
        'principle-names-somebody',
        'A principle names nobody: leave out numbers and dates by which somebody could be known, and say what could guide a later decision.',
      )
    : undefined;
}
