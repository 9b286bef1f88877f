import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { PrecedentsQuery, precedentQuestion } from './precedent-query';

const faultsOf = (query: object): readonly string[] =>
  validateSync(plainToInstance(PrecedentsQuery, query)).map(({ property, constraints }) => `${property} ${Object.values(constraints ?? {}).join()}`);

describe('A question about precedents', () => {
  it('is taken as it stands in the address', () => {
    const query = {
      ...{ needs: 'seizures,breathing', categories: 'therapy', outcome: 'declined', panelKind: 'send', words: 'waking nights' },
      ...{ fromPence: '50000', toPence: '100000', from: '2024-01', to: '2025-11', limit: '20' },
    };
    expect(faultsOf(query)).toEqual([]);
    expect(precedentQuestion(plainToInstance(PrecedentsQuery, query))).toEqual({
      ...{ needs: ['seizures', 'breathing'], categories: ['therapy'], outcome: 'declined', panelKind: 'send', words: 'waking nights' },
      ...{ fromPence: 50_000, toPence: 100_000, from: '2024-01', to: '2025-11' },
    });
  });

  it('may leave out everything: whether anything is asked is for the search to say', () => {
    expect(faultsOf({})).toEqual([]);
    expect(Object.values(precedentQuestion(new PrecedentsQuery())).every((each) => each === undefined)).toBe(true);
  });

  it.each<[string, object, string]>([
    ['a need that is none', { needs: 'seizures,sleep' }, 'needs not-one-of'],
    ['needs that are no text', { needs: ['seizures'] }, 'needs not-one-of'],
    ['an empty list', { categories: '' }, 'categories not-one-of'],
    ['an outcome that decided nothing', { outcome: 'deferred' }, 'outcome not-one-of'],
    ['pounds', { fromPence: '12.50' }, 'fromPence amount-not-whole-pence'],
    ['less than nothing', { toPence: '-1' }, 'toPence amount-not-whole-pence'],
    ['a day', { from: '2025-10-01' }, 'from not-a-date'],
    ['a thirteenth month', { to: '2025-13' }, 'to not-a-date'],
    ['no words', { words: ' ' }, 'words text-missing'],
  ])('is refused with %s', (_what, query, told) => {
    expect(faultsOf(query)).toEqual([expect.stringContaining(told)]);
  });
});
