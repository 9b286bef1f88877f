import { signedPence, succeed } from '@accord/shared/kernel';
import type { Result, SignedPence } from '@accord/shared/kernel';
import { refuseTable } from './refusals';

/** An amount as somebody printed it. */
export interface PrintedMoney {
  /** Whole pence of either sign; `undefined` where the cell is blank, which is not nought. */
  readonly amount: SignedPence | undefined;
  /** A second figure in brackets, as printed with its brackets: `(64,493)`. What it means is a question to ask. */
  readonly bracketed: string | undefined;
}

const WRITE = 'Write £5,844 or £5,844.20, below nothing -£5,844.20, and leave the cell blank where there is none.';

/**
 * Reads pounds such as `£5,844`, `1,234.56`, `-£12.00` or `£76,604 (64,493)`. Refuses `money-unreadable` with
 * what cannot be read: words, fractions of a penny, misplaced commas, and a figure alone in brackets, which
 * to an accountant is below nothing and in a report may be anything. `atCell` adds the place.
 */
export function readMoney(cell: string): Result<PrintedMoney> {
  const printed = cell.trim();
  if (printed === '') return succeed({ amount: undefined, bracketed: undefined });
  const parts = /^([^()]*)(\([^()]*\))?$/.exec(printed);
  const [, first = '', bracketed] = parts ?? [];
  if (parts === null) return unreadable('Its brackets do not hold one second figure at its end.');
  if (first === '') return unreadable('A figure alone in brackets may be below nothing or something else.');
  const amount = penceOf(first.trim());
  if (typeof amount === 'string') return unreadable(amount);
  if (bracketed !== undefined && typeof penceOf(bracketed.slice(1, -1).trim()) === 'string') {
    return unreadable('What stands in its brackets is not a second amount.');
  }
  return succeed({ amount, bracketed });
}

const unreadable = (fault: string): Result<never> => refuseTable('money-unreadable', `${fault} ${WRITE}`);

/** The pence of one figure, or what is wrong with it. Whole numbers all the way: £0.29 times 100 is no whole float. */
function penceOf(figure: string): SignedPence | string {
  const parts = /^([-−]?)\s?£?\s?([-−]?)(\d[\d,]*)(?:\.(\d+))?$/.exec(figure);
  if (parts === null) return 'It is not an amount of pounds.';
  const [, before = '', behind = '', pounds = '', odd = '00'] = parts;
  if (before !== '' && behind !== '') return 'It has two minus signs.';
  if (!/^(?:\d+|\d{1,3}(?:,\d{3})+)$/.test(pounds)) return 'Its commas do not part thousands.';
  if (odd.length !== 2) return 'Its pence are not two digits.';
  const size = BigInt(pounds.replaceAll(',', '') + odd);
  // Beyond the safe integers the conversion rounds, and never back into them: `signedPence` refuses it.
  const amount = signedPence(Number(before + behind === '' ? size : -size));
  return amount.ok ? amount.value : 'It is larger than any amount that can be kept.';
}
