import { firstDifference } from './first-difference';

const answer = { childId: 'c', liabilities: [{ costPence: 100, amounts: [{ pence: 50 }, { pence: 50 }] }], totals: { costPence: 100 } };
const changed = (change: (copy: typeof answer) => void) => {
  const copy = structuredClone(answer);
  change(copy);
  return copy;
};

describe('Two answers about who pays', () => {
  it('that are the same differ nowhere, whatever the order of their fields', () => {
    expect(firstDifference(answer, structuredClone(answer))).toBeUndefined();
    expect(firstDifference({ a: 1, b: { c: null } }, { b: { c: null }, a: 1 })).toBeUndefined();
  });

  it('differ where a figure differs, named by its path, with both figures', () => {
    const stored = changed(({ liabilities: [first] }) => first && Object.assign(first.amounts[1] ?? {}, { pence: 49 }));
    expect(firstDifference(answer, stored)).toEqual({ at: 'answer.liabilities.0.amounts.1.pence', replayed: 50, stored: 49 });
  });

  it('differ first where the replayed answer comes first, though more differs', () => {
    const stored = changed((copy) => {
      copy.totals.costPence = 1;
      copy.childId = 'd';
    });
    expect(firstDifference(answer, stored)?.at).toBe('answer.childId');
  });

  it.each<[string, unknown, unknown, string]>([
    ['one lacks a line', { lines: [1, 2] }, { lines: [1] }, 'answer.lines.1'],
    ['the other lacks a line', { lines: [1] }, { lines: [1, 2] }, 'answer.lines.1'],
    ['one lacks a field', { a: 1 }, {}, 'answer.a'],
    ['the other lacks a field', {}, { a: 1 }, 'answer.a'],
    ['a figure is a text', { a: 1 }, { a: '1' }, 'answer.a'],
    ['a list is nothing', { a: [] }, { a: null }, 'answer.a'],
    ['a list is an object', { a: [] }, { a: {} }, 'answer.a'],
    ['nothing is an object', null, {}, 'answer'],
  ])('differ where %s', (_what, replayed, stored, at) => {
    expect(firstDifference(replayed, stored)?.at).toBe(at);
  });
});
