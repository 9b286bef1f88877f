import { defineRefusals, refuser } from './refusal';

/** Every refusal that the kernel itself can give: words of a request that cannot be true or understood. */
export const kernelRefusals = defineRefusals({
  'amount-not-whole-pence': {
    kind: 'invalid',
    title: 'An amount is not a whole number of pence',
    source: 'Accord design, section 5',
  },
  'amount-negative': {
    kind: 'invalid',
    title: 'An amount is below nothing',
    source: 'Accord design, section 5',
  },
  'shares-not-whole': {
    kind: 'invalid',
    title: 'The shares do not make the whole',
    source: 'Accord design, section 5',
    kept: true,
  },
  'shares-not-whole-numbers': {
    kind: 'invalid',
    title: 'A share is not a whole number',
    source: 'Accord design, section 5',
  },
  'share-negative': { kind: 'invalid', title: 'A share is below nothing', source: 'Accord design, section 5' },
  'share-of-nothing-in-ratio': {
    kind: 'invalid',
    title: 'A ratio holds a share of nothing',
    source: 'Accord design, section 5',
  },
  'shares-kind-unknown': {
    kind: 'invalid',
    title: 'The shares are neither basis points nor a ratio',
    source: 'Accord design, section 5',
  },
  'shares-empty': { kind: 'invalid', title: 'The shares name no agency', source: 'Accord design, section 5' },
  'agency-repeated-in-shares': {
    kind: 'invalid',
    title: 'The shares name an agency twice',
    source: 'Accord design, section 5',
  },
  'rates-not-in-order': { kind: 'invalid', title: 'The rates are not in order of their first day' },
  'rate-missing-from-first-day': { kind: 'invalid', title: 'No rate covers the first day' },
  'one-off-before-line': { kind: 'invalid', title: 'What is paid once comes before the line begins' },
  'one-off-after-line': { kind: 'invalid', title: 'What is paid once comes when the line is over' },
  'weekly-rate-too-high': { kind: 'invalid', title: 'The weekly rate is higher than any week can cost' },
  'weekly-minutes-not-a-week': { kind: 'invalid', title: 'The minutes a week are not those of a week' },
  'not-a-date': { kind: 'invalid', title: 'Not a date of the calendar' },
  'not-an-instant': { kind: 'invalid', title: 'Not a moment in time' },
  'period-ends-before-it-begins': { kind: 'invalid', title: 'The period ends before it begins' },
  'period-empty': { kind: 'invalid', title: 'The period holds no day' },
  'working-days-beyond-calendar': {
    kind: 'conflict',
    title: 'The bank holidays of that year are not in the calendar',
  },
  'nhs-number-malformed': {
    kind: 'invalid',
    title: 'Not an NHS number',
    source: 'NHS Data Dictionary, NHS NUMBER',
  },
  'nhs-number-check-digit': {
    kind: 'invalid',
    title: 'The NHS number fails its check digit',
    source: 'NHS Data Dictionary, NHS NUMBER',
  },
});

export type KernelRefusalCode = keyof typeof kernelRefusals;

/** Builds one of the kernel's refusals; other libraries define and refuse their own. */
export const refuseKernel = refuser(kernelRefusals);
