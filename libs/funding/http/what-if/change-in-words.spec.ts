import type { Clause } from '@accord/funding/contracts';
import { FROM_THE_START } from '@accord/funding/domain';
import type { Change, NamedThings } from '@accord/funding/domain';
import type { PackageLine } from '@accord/panel/contracts';
import type { Words } from '@accord/shared/event-contracts';
import { formatLondonDate, formatPounds, idFrom, londonDate } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { changeInWords } from './change-in-words';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const found = londonDate(text);
  if (!found.ok) throw new Error(found.because);
  return found.value;
}
const words: Words = { agency: String, panel: () => 'the panel', line: () => 'package line', agreement: () => 'After surgery', personal: String, shares: () => 'health 60 %, care 40 %', date: formatLondonDate, money: formatPounds };
const split = { kind: 'basis-points' as const, parts: [{ agencyId: id<'agency'>(101), weight: 10_000 }] };
const clause: Clause = {
  ...{ clauseId: id<'clause'>(1001), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care', 'nursing'], split },
  ...{ duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
};
const meant = { agreementId: id<'agreement'>(1000), clauseId: clause.clauseId };
const line = { decisionId: id<'decision'>(700), lineId: id<'package-line'>(600) };
const always = { from: FROM_THE_START, to: null };
const autumn = { from: day('2025-10-06'), to: day('2025-12-01') };
const things = (changes: Partial<Clause> = {}): Pick<NamedThings, 'clauses' | 'line'> => ({
  clauses: () => [{ ...clause, categories: ['equipment'] }, { ...clause, ...changes }],
  // What a sentence reads of a line.
  line: () => ({ category: 'personal-care', period: { from: day('2025-09-01'), to: null } }) as PackageLine,
});

describe('What is supposed, in words', () => {
  it.each<[string, Change, Partial<Clause>, string]>([
    [
      'a clause of which something is otherwise',
      { kind: 'clause-changed', ...meant, terms: { duration: { unit: 'weeks', count: 8 } }, days: autumn },
      {},
      'Supposed of “After surgery”, clause on personal care and nursing after an operation (for a child with complex healthcare needs) from 6 October 2025 to 30 November 2025: for 8 weeks.',
    ],
    [
      'a clause that is left out',
      { kind: 'clause-left-out', ...meant, days: always },
      { trigger: { event: 'placement', criterion: null } },
      'Supposed of “After surgery”: without the clause on personal care and nursing after the beginning of a placement.',
    ],
    [
      'a clause that always rules',
      { kind: 'clause-left-out', ...meant, days: always },
      { trigger: { event: 'always', criterion: 'need-level-severe' } },
      'Supposed of “After surgery”: without the clause on personal care and nursing that always rules (for a child with a severe level of need).',
    ],
    ['a line split otherwise', { kind: 'split-changed', of: line, split, days: autumn }, {}, 'Supposed of the line of personal care (first day 1 September 2025) from 6 October 2025 to 30 November 2025: split health 60 %, care 40 %.'],
    ['a dispute about a line', { kind: 'settlement', ...line, split, days: always }, {}, 'Supposed of the line of personal care (first day 1 September 2025): a dispute settled at health 60 %, care 40 %.'],
  ])('%s is named as people know it, by no id', (_what, change, changes, says) => {
    expect(changeInWords(change, words, things(changes))).toBe(says);
  });
});
