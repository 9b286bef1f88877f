import { criteria, meetsCriterion } from './criteria';
import type { Criterion } from './criteria';

describe('A finding about a child', () => {
  it('meets what a clause requires where it is the same', () => {
    expect(criteria.filter((criterion) => !meetsCriterion(criterion, criterion))).toEqual([]);
  });

  it.each<[Criterion, Criterion]>([
    ['need-level-priority', 'need-level-severe'],
    ['need-level-priority', 'need-level-high'],
    ['need-level-severe', 'need-level-high'],
  ])('of %s meets a clause for %s, and not the other way round', (higher, lower) => {
    expect(meetsCriterion(higher, lower)).toBe(true);
    expect(meetsCriterion(lower, higher)).toBe(false);
  });

  it('of a need level says nothing of complex healthcare needs, nor they of a level', () => {
    const levels = criteria.filter((criterion) => criterion !== 'complex-healthcare');
    expect(levels).toHaveLength(3);
    for (const level of levels) {
      expect(meetsCriterion(level, 'complex-healthcare')).toBe(false);
      expect(meetsCriterion('complex-healthcare', level)).toBe(false);
    }
  });
});
