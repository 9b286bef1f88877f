import { granted } from './sample-agreement';
import { altered, payers, plain, row, stHelens } from './sample-schedule';
import { examineSchedule } from './schedule-reading';
import { asPrinted, inBrackets, statedTotals, totalInAll } from './schedule-totals';

const tableOf = (printed: typeof plain, totalColumn: string | null = null) => granted(examineSchedule({ payers, totalColumn, printed }));

describe('The totals of the schedule of St Helens', () => {
  it('agree with its rows, column by column and in all', () => {
    const table = tableOf(stHelens);
    expect(statedTotals(table, asPrinted).map(({ column, statedPence, summedPence }) => [column, statedPence, summedPence])).toEqual([
      ['ccg', 8_244_800, 8_244_800],
      ['childrens_services', 2_200_000, 2_200_000],
      ['public_health', 3_541_200, 3_541_200],
    ]);
    expect(totalInAll(table, asPrinted)).toEqual({ statedPence: 13_986_000, summedPence: 13_986_000, agrees: true });
  });

  it('agree as well by the figures in brackets: 64,493 and 5,844 make 70,337', () => {
    expect(statedTotals(tableOf(stHelens), inBrackets)[0]).toEqual({ row: 9, column: 'ccg', statedPence: 7_033_700, summedPence: 7_033_700, agrees: true });
  });
});

describe('A column', () => {
  it('differs by the penny', () => {
    expect(tableOf(altered(3, 'ccg', 1)).differences).toEqual([{ row: 9, column: 'ccg', statedPence: 8_244_800, summedPence: 8_244_801 }]);
  });

  it('that is blank from top to bottom has no total, and needs none', () => {
    const table = tableOf([row(3, 'Post', 1, null, 0), row(4, 'Total', 1, null, 0)]);
    expect(table.differences).toEqual([]);
    expect(totalInAll(table, asPrinted)).toEqual({ statedPence: 100, summedPence: 100, agrees: true });
  });

  it('of noughts without a stated total is for a person to judge', () => {
    expect(tableOf([row(3, 'Post', 1, 0, 0), row(4, 'Total', 1, null, 0)]).differences).toEqual([
      { row: 4, column: 'childrens_services', statedPence: null, summedPence: 0 },
    ]);
  });

  it('may hold a deduction', () => {
    expect(tableOf([row(3, 'Post', 10, 0, 0), row(4, 'Vacancies', -3, 0, 0), row(5, 'Total', 7, 0, 0)]).differences).toEqual([]);
  });

  it('counts a row that is no total by its name as a post, a subtotal too', () => {
    expect(tableOf([row(3, 'Post', 10, 0, 0), row(4, 'Subtotal', 10, 0, 0), row(5, 'Total', 10, 0, 0)]).differences).toEqual([
      { row: 5, column: 'ccg', statedPence: 1_000, summedPence: 2_000 },
    ]);
  });
});

describe('A schedule that states the total of each row', () => {
  const printed = [row(3, 'Nurse', 10, 20, 30, 60), row(4, 'Clerk', 1, 2, 3, 6), row(5, 'Post to come', null, null, null, null), row(6, 'Total', 11, 22, 33, 66)];

  it('is held against each of them, and the whole against the last', () => {
    expect(tableOf(printed, 'total').differences).toEqual([]);
    expect(totalInAll(tableOf(printed, 'total'), asPrinted)).toEqual({ statedPence: 6_600, summedPence: 6_600, agrees: true });
  });

  it('differs in the column and in the row of an altered figure, and in all', () => {
    const altered = [row(3, 'Nurse', 10, 21, 30, 60), ...printed.slice(1)];
    expect(tableOf(altered, 'total').differences).toEqual([
      { row: 6, column: 'childrens_services', statedPence: 2_200, summedPence: 2_300 },
      { row: 3, column: 'total', statedPence: 6_000, summedPence: 6_100 },
      { row: 6, column: 'total', statedPence: 6_600, summedPence: 6_700 },
    ]);
  });

  it('differs in the row alone where only its stated total is altered', () => {
    const altered = [row(3, 'Nurse', 10, 20, 30, 61), ...printed.slice(1)];
    expect(tableOf(altered, 'total').differences).toEqual([{ row: 3, column: 'total', statedPence: 6_100, summedPence: 6_000 }]);
  });
});

describe('The schedule in all', () => {
  it('has no stated total where a column states none', () => {
    expect(totalInAll(tableOf(plain.slice(0, -1)), asPrinted)).toEqual({ statedPence: null, summedPence: 13_986_000, agrees: false });
  });

  it('may agree while two columns differ by as much: the columns are what holds it back', () => {
    const printed = [row(3, 'Post', 11, 19, 0), row(4, 'Total', 10, 20, 0)];
    expect(totalInAll(tableOf(printed), asPrinted).agrees).toBe(true);
    expect(tableOf(printed).differences).toHaveLength(2);
  });
});
