import type { Brand } from './ids';
import { refuseKernel } from './kernel-refusals';
import { succeed } from './refusal';
import type { Result } from './refusal';

/** Ten digits without separators, with a right check digit. Personal data: never in a message or a log. */
export type NhsNumber = Brand<string, 'nhs-number'>;

// One space or hyphen may stand between digits, plain spaces around them. `\d` is 0 to 9 alone: digits of
// other scripts are refused. No `trim()`: it would let a zero-width U+FEFF pass.
const FORM = /^ *\d(?:[ -]?\d){9} *$/;
const REPEATED = /^(\d)\1{9}$/;

/**
 * Reads an NHS number. Refuses `nhs-number-malformed` (not ten digits, digits of another script, unseen
 * characters, one digit ten times, which would pass the check) and `nhs-number-check-digit` (modulus 11).
 * The sentences never repeat what was given.
 */
export function nhsNumber(text: unknown): Result<NhsNumber> {
  const digits = typeof text === 'string' && FORM.test(text) ? text.replace(/\D/g, '') : '';
  if (digits === '' || REPEATED.test(digits)) {
    return refuseKernel(
      'nhs-number-malformed',
      'An NHS number is ten digits, 0 to 9, with single spaces or hyphens at most, and not one digit repeated. Type it afresh from the letter or the record.',
    );
  }
  if (Number(digits[9]) !== checkDigit(digits)) {
    return refuseKernel(
      'nhs-number-check-digit',
      'A digit of the NHS number is wrong or two are swapped: its check digit does not agree. Compare it with the letter or the record.',
    );
  }
  // The cast is the brand: ten digits whose check digit was just compared.
  return succeed(digits as NhsNumber);
}

/** Weights 10 to 2, modulus 11; a result of 10 belongs to no number, so it can equal no digit. */
function checkDigit(digits: string): number {
  let sum = 0;
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place);
  return (11 - (sum % 11)) % 11;
}

/** Whether the number lies in the 999 range, kept for testing and never given to a person. */
export const isTestNhsNumber = (number: NhsNumber): boolean => number.startsWith('999');
