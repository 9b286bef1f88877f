import fc from 'fast-check';
import { readTable } from './read-table';
import { writeRows, writeTable } from './write-table';

const one = (cell: string | number | undefined): string => writeTable(['a', 'b'], [{ a: cell, b: 1 }]).slice(5, -4);

/** Words in every script with what a table takes for signs, as people leave them: without outer blanks. */
const signs = Array.from(',;"\'\r\n\t#=+-@ £');
const words = fc
  .array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join('').trim())
  .filter((text) => !/[\0\uFFFD]/.test(text));
const harmless = words.filter((text) => !/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(text));
const whole = fc.maxSafeInteger();

const readBack = (columns: readonly string[], text: string) => {
  const table = readTable(text, columns, { cellCharacters: 1_000 });
  return table.ok ? table.value.rows.map(({ cells }) => columns.map((column) => cells[column])) : table.because;
};

describe('A table that is written', () => {
  it('has a header row, and CRLF after every row', () => {
    const rows = [{ agency: 'NHS Somerset', pence: 1_234_567 }, { pence: -500 }, { agency: undefined, pence: -0 }];
    expect(writeTable(['agency', 'pence'], rows)).toBe('agency,pence\r\nNHS Somerset,1234567\r\n,-500\r\n,0\r\n');
    expect(writeTable(['agency', 'pence'], [])).toBe('agency,pence\r\n');
  });

  it('takes the columns that it was asked for, in their order, dots in their names or not', () => {
    const row = { 'a.b': 'x', c: 'y', d: 'not asked for' };
    expect(writeTable<'c' | 'a.b'>(['c', 'a.b'], [row])).toBe('c,a.b\r\ny,x\r\n');
  });

  it.each([
    ['Nurse, nights', '"Nurse, nights"'],
    ['the "bank"', '"the ""bank"""'],
    ['two\nlines', '"two\nlines"'],
    ['two\rlines', '"two\rlines"'],
    ['so;=1', '"so;=1"'],
    ['so\t=1', '"so\t=1"'],
    ['# 2', '# 2'],
  ])('puts %j in quotation marks where a reader needs them', (cell, written) => {
    expect(one(cell)).toBe(written);
  });

  it.each([
    ['=SUM(A1:A9)', `'=SUM(A1:A9)`],
    ['+44 1823', `'+44 1823`],
    ['-cmd|x', `'-cmd|x`],
    ['-1+2', `'-1+2`],
    ['-£12.00', `'-£12.00`],
    ['@here', `'@here`],
    ['\t=1', `"'\t=1"`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['\0=1', `'\0=1`],
    ['  =1', `'  =1`],
    ['\uFF1D1', `'\uFF1D1`],
    ['=1,"2"', `"'=1,""2"""`],
  ])('stops a spreadsheet from running %j', (cell, written) => {
    expect(one(cell)).toBe(written);
  });

  it.each([
    [-1_200, '-1200'],
    ['-1200', '-1200'],
    ['-12.50', '-12.50'],
  ])('leaves the negative number %j a number', (cell, written) => {
    expect(one(cell)).toBe(written);
  });

  it.each([0.5, Number.NaN, Infinity, 2 ** 53])('is never written with the number %d', (number) => {
    expect(() => one(number)).toThrow(RangeError);
  });

  it('stops a programme whose own columns are no columns', () => {
    expect(() => writeTable(['=a'], [])).toThrow(RangeError);
  });

  it('is read back as it was written', () => {
    const rows = fc.array(fc.record({ first: harmless, second: harmless, pence: whole }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (written) => {
        const expected = written.map(({ first, second, pence }) => [first, second, String(pence)]);
        const columns = ['first', 'second', 'pence'] as const;
        expect(readBack(columns, writeTable(columns, written))).toEqual(expected);
      }),
    );
  });

  it('is read back as it was written where it has one column, empty cells and all', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ only: fc.oneof(fc.constant(''), harmless) })), (written) => {
        expect(readBack(['only'], writeTable(['only'], written))).toEqual(written.map(({ only }) => [only]));
      }),
    );
  });

  it('never begins a cell with a sign, unless it is a negative number, and adds nothing but an apostrophe', () => {
    const sign = fc.constantFrom('=', '+', '-', '@', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20');
    fc.assert(
      fc.property(sign, words, (first, rest) => {
        const text = first + rest;
        const number = /^-\d+(\.\d+)?$/.test(text);
        expect(readBack(['only'], writeTable(['only'], [{ only: text }]))).toEqual([[number ? text : `'${text}`]]);
      }),
    );
  });

  it('is the same, byte for byte, for the same rows', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ b: words, a: whole })), (rows) => {
        const turned = rows.map(({ a, b }) => ({ a, b }));
        expect(writeTable(['a', 'b'], turned)).toBe(writeTable(['a', 'b'], rows));
      }),
    );
  });
});

describe('A table written in parts', () => {
  const columns = ['words', 'pence'] as const;
  const row = fc.record({ words: fc.string(), pence: fc.maxSafeInteger() });

  it('is the same, byte for byte, as one written at once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 4 }), { maxLength: 4 }), (parts) => {
        const inParts = [writeTable(columns, []), ...parts.map((rows) => writeRows(columns, rows))].join('');
        expect(inParts).toBe(writeTable(columns, parts.flat()));
      }),
    );
  });
});
