import { formatPounds, signedPence } from '@accord/shared/kernel';
import fc from 'fast-check';
import { readMoney } from './read-money';

describe('A cell of money', () => {
  it.each([
    ['£5,844', 584_400],
    ['£0', 0],
    ['-£0.00', 0],
    ['1,234.56', 123_456],
    ['1234.56', 123_456],
    ['0.29', 29],
    ['-£12.00', -1_200],
    ['£-12.00', -1_200],
    ['−£12', -1_200],
    [' £ 12\u00A0', 1_200],
    ['90,071,992,547,409.91', Number.MAX_SAFE_INTEGER],
  ])('that says %j is %d pence', (cell, amount) => {
    expect(readMoney(cell)).toEqual({ ok: true, value: { amount, bracketed: undefined } });
  });

  it.each(['', '  '])('that is blank (%j) holds no amount, not nought', (cell) => {
    expect(readMoney(cell)).toEqual({ ok: true, value: { amount: undefined, bracketed: undefined } });
  });

  it.each([
    ['£76,604 (64,493)', 7_660_400, '(64,493)'],
    ['£82,448(£70,337.00)', 8_244_800, '(£70,337.00)'],
    ['-£1 ( 2 )', -100, '( 2 )'],
  ])('that says %j keeps the second figure as printed', (cell, amount, bracketed) => {
    expect(readMoney(cell)).toEqual({ ok: true, value: { amount, bracketed } });
  });

  it.each([
    ['(64,493)', 'A figure alone in brackets'],
    ['£1 (see note)', 'What stands in its brackets'],
    ['£1 ()', 'What stands in its brackets'],
    ['£1 (2) (3)', 'Its brackets'],
    ['£1 (2', 'Its brackets'],
    ['(2) £1', 'Its brackets'],
    ['£12.5', 'Its pence'],
    ['£12.345', 'Its pence'],
    ['1,23', 'Its commas'],
    ['1234,567', 'Its commas'],
    ['1,,234', 'Its commas'],
    ['1.234,56', 'It is not an amount'],
    ['-£-1', 'It has two minus signs'],
    ['£90,071,992,547,409.92', 'It is larger'],
    ['9'.repeat(400), 'It is larger'],
    ['£12.', 'It is not an amount'],
    ['+£12', 'It is not an amount'],
    ['£', 'It is not an amount'],
    ['-', 'It is not an amount'],
    ['n/a', 'It is not an amount'],
    ['5k', 'It is not an amount'],
    ['€5', 'It is not an amount'],
    ['1e3', 'It is not an amount'],
    ['£1 000', 'It is not an amount'],
    ['١٢', 'It is not an amount'],
  ])('that says %j is asked about, not guessed', (cell, sentence) => {
    const because = expect.stringMatching(`^${sentence}`);
    expect(readMoney(cell)).toMatchObject({ refusal: 'money-unreadable', because });
  });

  it('that cannot be read is not repeated', () => {
    expect(readMoney('Jane Smith')).not.toMatchObject({ because: expect.stringContaining('Jane') });
  });

  it('gives back every amount that was written in pounds, beside another or not', () => {
    const amounts = fc.maxSafeInteger();
    fc.assert(
      fc.property(amounts, fc.option(amounts), (amount, second) => {
        const [first, other] = [amount, second ?? 0].map((pence) => {
          const whole = signedPence(pence);
          return whole.ok ? formatPounds(whole.value) : '';
        });
        const cell = second === null ? first : `${first} (${other})`;
        const bracketed = second === null ? undefined : `(${other})`;
        expect(readMoney(cell ?? '')).toEqual({ ok: true, value: { amount, bracketed } });
      }),
    );
  });
});
