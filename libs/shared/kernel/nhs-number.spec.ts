import fc from 'fast-check';
import { isTestNhsNumber, nhsNumber } from './nhs-number';
import { given, refusalOf } from './spec-values';

describe('An NHS number', () => {
  it.each(['9434765919', '943 476 5919', '943-476-5919', ' 943 476 5919 '])('is read from %p', (text) => {
    expect(nhsNumber(text)).toEqual({ ok: true, value: '9434765919' });
  });

  it.each(['9434765918', '9434765991', '4934765919'])('with a wrong or swapped digit is refused: %s', (text) => {
    expect(refusalOf(nhsNumber(text))).toBe('nhs-number-check-digit');
  });

  it('whose check would be 10 does not exist, whatever its last digit', () => {
    // The weighted sum is 6 * 2 = 12, which leaves 1, and 11 - 1 is 10: no digit.
    for (let digit = 0; digit <= 9; digit += 1) {
      expect(refusalOf(nhsNumber(`000000006${digit}`))).toBe('nhs-number-check-digit');
    }
  });

  it.each(['0000000000', '2222222222', '999 999 9999'])('of one digit ten times is refused: %s', (text) => {
    expect(refusalOf(nhsNumber(text))).toBe('nhs-number-malformed');
  });

  it.each([
    ['full-width digits', '９４３４７６５９１９'],
    ['Arabic digits', '٩٤٣٤٧٦٥٩١٩'],
    ['a zero-width space', '943\u200b4765919'],
    ['a byte order mark', '\ufeff9434765919'],
    ['a no-break space', '943\u00a0476\u00a05919'],
    ['a dash that is no hyphen', '943–476–5919'],
    ['two spaces', '943  476 5919'],
    ['nine digits', '943476591'],
    ['eleven digits', '94347659190'],
    ['a line after it', '9434765919\n'],
    ['nothing', ''],
    ['a number', 9434765919],
    ['nothing at all', undefined],
  ])('with %s is refused', (_, text) => expect(refusalOf(nhsNumber(text))).toBe('nhs-number-malformed'));

  it('never appears in the refusal', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{10}$/), (text) => {
        const read = nhsNumber(text);
        if (!read.ok) expect(JSON.stringify(read)).not.toContain(text);
      }),
    );
  });

  it('with one digit changed, or two neighbours swapped, is always noticed', () => {
    const change = fc.record({ place: fc.nat(8), by: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.constantFrom('9434765919', '4505577104', '9990000018'), change, (right, { place, by }) => {
        const digits = Array.from(right);
        const changed = digits.with(place, String((Number(digits[place]) + by) % 10));
        const swapped = digits.with(place, digits[place + 1] ?? '').with(place + 1, digits[place] ?? '');
        expect(nhsNumber(right).ok).toBe(true);
        expect(nhsNumber(changed.join('')).ok).toBe(false);
        expect(nhsNumber(swapped.join('')).ok).toBe(swapped.join('') === right);
      }),
    );
  });

  it('in the 999 range is known to be for testing', () => {
    expect(isTestNhsNumber(given(nhsNumber('999 000 0018')))).toBe(true);
    expect(isTestNhsNumber(given(nhsNumber('943 476 5919')))).toBe(false);
  });
});
