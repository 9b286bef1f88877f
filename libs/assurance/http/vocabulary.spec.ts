import { ERASED } from '@accord/shared/commands';
import { londonDate, pence } from '@accord/shared/kernel';
import { sealedForTests } from '@accord/shared/testing';
import { wordsFrom } from './index';

const words = wordsFrom(new Map([['agency 1', 'Somerset ICB'], ['agency 2', 'Somerset Council'], ['panel 3', 'Continuing care panel'], ['agreement 4', 'After surgery']]));
const split = (kind: 'ratio' | 'basis-points', ...weights: number[]) => ({ kind, parts: weights.map((weight, place) => ({ agencyId: String(place + 1), weight })) });

describe('The words of a sentence', () => {
  it('name agencies, panels and agreements as people do', () => {
    expect([words.agency('1'), words.panel('3'), words.agreement('4')]).toEqual(['Somerset ICB', 'Continuing care panel', 'After surgery']);
  });

  it('say what an id is where its name is not known yet, never nothing', () => {
    expect([words.agency('9'), words.panel('1'), words.agreement('')]).toEqual(['agency 9', 'panel 1', 'agreement ']);
  });

  it('write dates and money as people do', () => {
    const [day, amount] = [londonDate('2025-10-06'), pence(184_735)];
    expect(day.ok && words.date(day.value)).toBe('6 October 2025');
    expect(amount.ok && words.money(amount.value)).toBe('£1,847.35');
  });

  it.each([
    [[5_000, 5_000], 'Somerset ICB 50 %, Somerset Council 50 %'],
    [[3_333, 6_667], 'Somerset ICB 33.33 %, Somerset Council 66.67 %'],
    [[10_000, 0], 'Somerset ICB 100 %'],
    [[1, 9_999], 'Somerset ICB 0.01 %, Somerset Council 99.99 %'],
    [[1_110, 8_890], 'Somerset ICB 11.1 %, Somerset Council 88.9 %'],
  ])('say shares of basis points in per cent: %j', (weights, said) => {
    expect(words.shares(split('basis-points', ...weights))).toBe(said);
  });

  it('say a ratio as a ratio, in the order in which it was agreed', () => {
    expect(words.shares(split('ratio', 2, 1))).toBe('Somerset ICB, Somerset Council in the ratio 2:1');
  });

  it('leave out whoever pays nothing', () => {
    expect(words.shares(split('ratio', 0, 1))).toBe('Somerset Council in the ratio 1');
  });

  it('say that a personal field was erased, or is withheld, and else what it says', () => {
    expect(words.personal(ERASED)).toBe('[erased]');
    expect(words.personal(sealedForTests('Robin'))).toBe('[withheld]');
    expect(words.personal('Robin')).toBe('Robin');
  });
});
