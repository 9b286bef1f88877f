import fc from 'fast-check';
import { readCount } from './read-count';

describe('A cell of how many', () => {
  it.each([
    ['4', 4],
    [' 0 ', 0],
    ['1,200', 1_200],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ])('that says %j is %d', (cell, count) => {
    expect(readCount(cell)).toEqual({ ok: true, value: count });
  });

  it('gives back every whole number that was written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (count) => {
        expect(readCount(String(count))).toEqual({ ok: true, value: count });
      }),
    );
  });

  it.each(['', ' ', 'See next slide', '1.0', '-1', '1,20', '1e3', '4 or 5', '9007199254740992', 'Infinity'])(
    'that says %j is asked about, not guessed',
    (cell) => expect(readCount(cell)).toMatchObject({ refusal: 'count-unreadable' }),
  );

  it('says whether it is blank, and never what it holds', () => {
    expect(readCount('')).toMatchObject({ because: expect.stringContaining('blank') });
    expect(readCount('See next slide')).not.toMatchObject({ because: expect.stringContaining('slide') });
  });
});
