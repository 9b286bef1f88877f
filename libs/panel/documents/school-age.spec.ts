import { on } from './sample-record';
import { isOverSchoolAge } from './school-age';

describe('Compulsory school age', () => {
  it.each([
    ['ends with the last Friday in June of the school year in which somebody turns 16', '2009-01-15', '2025-06-27', false],
    ['is over on the day after', '2009-01-15', '2025-06-28', true],
    ['is over for somebody who turns 16 in the summer after that Friday', '2009-08-31', '2025-06-28', true],
    ['goes on for a year where somebody turns 16 on the first day of the next school year', '2009-09-01', '2026-06-26', false],
    ['is then over on the day after that Friday', '2009-09-01', '2026-06-27', true],
    ['ends on a last Friday that is the 30th', '2007-03-01', '2023-07-01', true],
    ['goes on through that very Friday', '2007-03-01', '2023-06-30', false],
  ])('%s', (_, born, day, over) => {
    expect(isOverSchoolAge(on(born), on(day))).toBe(over);
  });
});
