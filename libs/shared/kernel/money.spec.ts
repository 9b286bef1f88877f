import { addPence, formatPounds, pence, signedPence, subtractPence, sumPence } from './money';
import { given, refusalOf } from './spec-values';

describe('An amount of money', () => {
  it.each([0, 1, 184_735, 9_000_000_000_000_000])('is a whole number of pence: %d', (amount) => {
    expect(pence(amount)).toEqual({ ok: true, value: amount });
  });

  it.each([0.5, 1847.35, Number.NaN, Infinity, 2 ** 53, '184735', null, undefined, 10n])(
    'is refused where it is not: %p',
    (amount) => expect(refusalOf(pence(amount))).toBe('amount-not-whole-pence'),
  );

  it('is refused below nothing, and says that a credit is an entry of its own', () => {
    const refused = pence(-1);
    expect(refused).toMatchObject({ refusal: 'amount-negative', because: expect.stringContaining('new entry') });
  });

  it('may be below nothing where it corrects another', () => {
    expect(signedPence(-443_475)).toEqual({ ok: true, value: -443_475 });
    expect(refusalOf(signedPence(-0.5))).toBe('amount-not-whole-pence');
  });

  it('has no negative nothing', () => {
    expect(Object.is(given(pence(-0)), 0)).toBe(true);
  });

  it('adds, subtracts and sums exactly, or stops', () => {
    const [large, small] = [given(pence(Number.MAX_SAFE_INTEGER)), given(pence(1))];
    expect(addPence(small, small)).toBe(2);
    expect(subtractPence(small, addPence(small, small))).toBe(-1);
    expect(sumPence([small, small, small])).toBe(3);
    expect(sumPence([])).toBe(0);
    expect(() => addPence(large, small)).toThrow(RangeError);
    expect(() => sumPence([large, small])).toThrow(RangeError);
  });

  it.each([
    [184_735, '£1,847.35'],
    [0, '£0.00'],
    [5, '£0.05'],
    [-443_475, '-£4,434.75'],
    [100_000, '£1,000.00'],
    [31_234_657, '£312,346.57'],
    [Number.MAX_SAFE_INTEGER, '£90,071,992,547,409.91'],
  ])('of %d pence is written %s', (amount, written) => {
    expect(formatPounds(given(signedPence(amount)))).toBe(written);
  });
});
