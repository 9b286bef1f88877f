import { createHash } from 'node:crypto';
import { atCell, refuseTable, tableRefusals } from './refusals';
import { readTable } from './read-table';
import type { TableLimits } from './read-table';

const read = (text: string, limits?: Partial<TableLimits>) => readTable(text, ['post', 'ccg'], limits);
const rowsOf = (text: string) => {
  const table = read(text);
  if (!table.ok) throw new Error(`The spec took this for granted: ${table.because}`);
  return table.value.rows.map(({ line, cells }) => [line, cells.post, cells.ccg]);
};
const refused = (text: string, limits?: Partial<TableLimits>) => {
  const table = read(text, limits);
  return table.ok ? 'nothing refused' : `${table.refusal}: ${table.because}`;
};

describe('A table that a person exported', () => {
  it('is read with the line on which each row begins', () => {
    expect(rowsOf('post,ccg\nNurse,£5\nClerk,£6\n')).toEqual([
      [2, 'Nurse', '£5'],
      [3, 'Clerk', '£6'],
    ]);
  });

  it.each([
    ['from Windows', 'post,ccg\r\nNurse,£5\r\n'],
    ['from an old Macintosh', 'post,ccg\rNurse,£5\r'],
    ['without an end to its last line', 'post,ccg\nNurse,£5'],
    ['with a byte order mark', '\uFEFFpost,ccg\nNurse,£5\n'],
    ['with its columns in another order', 'ccg,post\n£5,Nurse\n'],
    ['with blanks around its cells', ' post , ccg\n Nurse\u00A0, "£5\u00A0" \n'],
  ])('is read alike %s', (_, text) => {
    expect(rowsOf(text)).toEqual([[2, 'Nurse', '£5']]);
  });

  it('keeps its cells as printed, commas, quotation marks and line breaks within them too', () => {
    expect(rowsOf('post,ccg\r\n"Nurse, ""bank""\r\nnights",007\r\nClerk,\r\n')).toEqual([
      [2, 'Nurse, "bank"\r\nnights', '007'],
      [4, 'Clerk', ''],
    ]);
  });

  it('counts blank lines, which are no rows, and keeps a row of empty cells', () => {
    expect(rowsOf('\r\npost,ccg\r\n\r\n  \r\nNurse,£5\r\n,\r\n\r\n')).toEqual([
      [5, 'Nurse', '£5'],
      [6, '', ''],
    ]);
  });

  it('keeps the notes at its top apart, and takes # further down for a cell', () => {
    const table = read('\uFEFF# From the report, "draft"\n\n#\n#Pounds a year\npost,ccg\n# 2 nurses,£5\n');
    expect(table).toMatchObject({
      value: {
        notes: ['From the report, "draft"', 'Pounds a year'],
        rows: [{ line: 6, cells: { post: '# 2 nurses', ccg: '£5' } }],
      },
    });
  });

  it('may hold a header and nothing else', () => {
    expect(rowsOf('post,ccg')).toEqual([]);
  });

  it('has the digest of its bytes, so that the same file is known again and another line end is another file', () => {
    const texts = ['\uFEFFpost,ccg\nNurse,£5', 'post,ccg\nNurse,£5', 'post,ccg\r\nNurse,£5'];
    const expected = texts.map((text) => createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'));
    expect(texts.map((text) => read(text)).map((table) => table.ok && table.value.sha256)).toEqual(expected);
    expect(new Set(expected).size).toBe(3);
  });
});

describe('A table is refused as a whole', () => {
  it.each([
    ['', /names none of the columns.* post, ccg\./],
    ['# Only a note', /names none of the columns/],
    ['Nurse,£5\nClerk,£6', /^table-columns-differ: The first row names none(?!.*(Nurse|£5))/],
    ['post;ccg\nNurse;£5', /separated by commas/],
    ['# A note\npost\nNurse', /The header on line 2 lacks ccg\./],
    ['post,CCG\nNurse,£5', /lacks ccg; has the unknown CCG\./],
    ['post,ccg,,\nNurse,£5,,', /has the unknown cell 3 without a name, cell 4 without a name\./],
    ['post,ccg,post\nNurse,£5,x', /The header on line 1 repeats post\./],
    [`post,ccg,${'x'.repeat(99)},b,c,d,e,f\n`, /unknown x{40}…, b, c, d, e and 1 more\./],
  ])('where its columns are not the expected ones: %j', (text, sentence) => {
    expect(refused(text)).toMatch(/^table-columns-differ: /);
    expect(refused(text)).toMatch(sentence);
  });

  it.each([
    ['# A note\npost,ccg\nNurse,£5\nClerk,£5,844\n', /The row on line 4 .*: 3, not 2\./],
    ['post,ccg\n"Night\r\nnurse",£5\n\nClerk\n', /The row on line 5 .*: 1, not 2\./],
  ])('where a row has another number of cells: %j', (text, sentence) => {
    expect(refused(text)).toMatch(/^table-row-uneven: /);
    expect(refused(text)).toMatch(sentence);
  });

  it.each([
    ['post,ccg\n"Night\nnurse",£5\nClerk,"£6\nCook,£7\n', /begins on line 4 .* it in cell 2 has .* never closed/],
    ['post,ccg\nNurse,£5\nClerk "C",£6\n', /begins on line 3 .* it in cell 1 has a quotation mark beside other words/],
    ['post,ccg\n"Clerk" C,£6\n', /begins on line 2 .* in cell 1 has a quotation mark beside other words/],
    ['post,ccg\n"Cl"erk,£6\n', /begins on line 2 .* in cell 1 has a quotation mark beside other words/],
    ['# A note\n"post,ccg\nNurse,£5\n', /begins on line 2 cannot be read as a header: .* never closed/],
  ])('where its quotation marks cannot be read, without a word of it: %j', (text, sentence) => {
    expect(refused(text)).toMatch(/^table-malformed: /);
    expect(refused(text)).toMatch(sentence);
    expect(refused(text)).not.toMatch(/Clerk|Nurse|£/);
  });

  it.each(['post,ccg\nNurse,\uFFFD5', 'p\0o\0s\0t\0', 'post,ccg\nNurse,\uD800'])(
    'where characters were lost when it was saved: %j',
    (text) => expect(refused(text)).toMatch(/^table-malformed: .*CSV UTF-8/),
  );

  it.each([
    [{ bytes: 19 }, /more than 19 bytes/],
    [{ rows: 1 }, /more than 1 rows/],
    [{ cellCharacters: 4 }, /Line 2, column post: the cell has more than 4 characters/],
  ])('where it is larger than can be taken: %j', (limits, sentence) => {
    const text = 'post,ccg\nNurse,£5\na,b';
    expect(refused(text, { bytes: Buffer.byteLength(text), rows: 2, cellCharacters: 5 })).toBe('nothing refused');
    expect(refused(text, limits)).toMatch(/^table-too-large: /);
    expect(refused(text, limits)).toMatch(sentence);
  });

  it('where its notes are longer or more than can be taken', () => {
    expect(refused('# a\n# 12345\npost,ccg', { cellCharacters: 4 })).toMatch(/note on line 2 has more than 4/);
    expect(refused('# a\n# b\npost,ccg', { rows: 1 })).toMatch(/More than 1 notes/);
  });
});

describe('The refusals of tables', () => {
  it('have stable kebab-case codes and titles', () => {
    for (const [code, { title }] of Object.entries(tableRefusals)) {
      expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
    }
  });

  it('name the cell where a reader of cells adds its place', () => {
    const refusal = refuseTable('money-unreadable', 'It is not an amount.');
    expect(atCell(refusal, 4, 'ccg')).toEqual({ ...refusal, because: 'Line 4, column ccg: It is not an amount.' });
  });
});

describe('A programme', () => {
  it.each([[[]], [['post', 'post']], [['#post']], [['=post']], [[' post']], [['post ']], [['']]])(
    'stops where its own columns are no columns: %j',
    (columns) => expect(() => readTable('post', columns)).toThrow(RangeError),
  );
});
