import { apportion, shares } from './shares';
import { agency, given, percentages, pounds, ratio, refusalOf, split } from './spec-values';

describe('Shares', () => {
  it('of 33.33 % three times are refused, because they make 99.99 % (worked example 5)', () => {
    expect(shares(percentages(33.33, 33.33, 33.33))).toMatchObject({
      ok: false,
      refusal: 'shares-not-whole',
      kind: 'invalid',
      kept: true,
      because: expect.stringContaining('The shares make 99.99 %, not 100 %'),
    });
  });

  it.each([
    [percentages(51, 50), '101 %'],
    [percentages(50, 49.9), '99.9 %'],
    [percentages(0, 0), '0 %'],
    [percentages(0.05), '0.05 %'],
  ])('that do not make the whole say what they make', (wrong, total) => {
    expect(shares(wrong)).toMatchObject({ because: expect.stringContaining(`make ${total}, not 100 %`) });
  });

  it('keep the order in which they were agreed, and nothing else', () => {
    const noted = { kind: 'ratio' as const, parts: [{ agencyId: agency(2), weight: 1, note: 'x' }, { agencyId: agency(1), weight: 2 }] };
    expect(shares(noted)).toEqual({
      ok: true,
      value: { kind: 'ratio', parts: [{ agencyId: agency(2), weight: 1 }, { agencyId: agency(1), weight: 2 }] },
    });
  });

  it('survive being stored as JSON', () => {
    const agreed = given(shares(percentages(40, 35, 25)));
    expect(JSON.parse(JSON.stringify(agreed))).toEqual(agreed);
  });

  it('may hold an agency that bears none of the whole, but not in a ratio', () => {
    expect(shares(percentages(100, 0)).ok).toBe(true);
    expect(refusalOf(shares(ratio(1, 0)))).toBe('share-of-nothing-in-ratio');
  });

  it.each([
    ['shares-empty', ratio()],
    ['shares-not-whole-numbers', split('basis-points', 33.33, 66.67)],
    ['shares-not-whole-numbers', ratio(Number.NaN, 1)],
    ['share-negative', percentages(110, -10)],
    ['share-negative', ratio(-1, 2)],
    ['agency-repeated-in-shares', { kind: 'ratio' as const, parts: [...ratio(1).parts, ...ratio(1).parts] }],
    // The cast stands for words from outside that nobody checked.
    ['shares-kind-unknown', split('percent' as 'ratio', 50, 50)],
  ])('are refused as %s', (code, wrong) => expect(refusalOf(shares(wrong))).toBe(code));
});

describe('A total divided among agencies', () => {
  it('of £4,250.00 in three is 1,416.67 / 1,416.67 / 1,416.66 (worked example 5)', () => {
    expect(apportion(pounds(4_250), ratio(1, 1, 1))).toEqual([141_667, 141_667, 141_666]);
  });

  it('of £312,346.57 by 40/35/25 is 124,938.63 / 109,321.30 / 78,086.64 (worked example 5)', () => {
    expect(apportion(pounds(312_346.57), percentages(40, 35, 25))).toEqual([12_493_863, 10_932_130, 7_808_664]);
  });

  it('of £29,565.00 by 65/35 is 19,217.25 / 10,347.75 (worked example 6)', () => {
    expect(apportion(pounds(29_565), percentages(65, 35))).toEqual([1_921_725, 1_034_775]);
  });

  it('gives odd pence to the largest remainders, not to the largest shares', () => {
    expect(apportion(pounds(961.93), ratio(11, 56, 58))).toEqual([8_465, 43_094, 44_634]);
  });

  it('gives an odd penny, remainders being equal, to the agency named first', () => {
    expect(apportion(pounds(0.01), percentages(50, 50))).toEqual([1, 0]);
  });

  it('is the whole for a sole agency, and nothing for an agency that bears none', () => {
    expect(apportion(pounds(0.07), ratio(3))).toEqual([7]);
    expect(apportion(pounds(0.07), percentages(0, 100))).toEqual([0, 7]);
  });

  it('stays exact at the largest amounts', () => {
    const largest = pounds(90_071_992_547_409.9);
    const parts = apportion(largest, ratio(9_007_199_254_740_991, 9_007_199_254_740_991, 1));
    expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(largest));
  });

  it('stops where nobody has any weight, which no checked shares allow', () => {
    expect(() => apportion(pounds(1), ratio(0, 0))).toThrow('build them with shares()');
  });
});
