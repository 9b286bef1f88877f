import type { Table, WrittenDocument } from './document';
import { toPdf } from './index';
import { aMinuteLater, costs, documentOf, letter, longMinutes } from './spec-documents';
import { PdfReader } from './spec-pdf-reader';
import type { DrawnText } from './spec-pdf-reader';

const read = async (document: WrittenDocument): Promise<PdfReader> => new PdfReader(await toPdf(document));
const paragraph = (text: string): WrittenDocument => documentOf({ kind: 'paragraph', text });
const LEFT = 56;
const RIGHT = 595.28 - 56;

/** Every text within the margins, and no two on top of each other. */
function expectNothingCutOff(pages: readonly (readonly DrawnText[])[]): void {
  const outside = pages.flat().filter(({ left, right, base, text }) => left < LEFT || (text.trim() !== '' && right > RIGHT) || base < 20 || base > 820);
  expect(outside).toEqual([]);
  for (const page of pages) {
    const onTop = page.filter((one, index) =>
      page.slice(index + 1).some((other) => Math.abs(one.base - other.base) < 9 && one.left < other.right - 0.1 && other.left < one.right - 0.1),
    );
    expect(onTop).toEqual([]);
  }
}

describe('The PDF edition of a document', () => {
  let pdf: PdfReader;
  beforeAll(async () => {
    pdf = await read(letter);
  });

  it('holds all its words in the order in which they are read', () => {
    expect(pdf.structure[0]?.children.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'P Official - sensitive',
      'P Northshire County Council County Hall, Bridge Street Northtown NT1 1AA',
      'P Łukasz Żółć 12 Mill Lane Northtown NT4 2BB',
      'H1 The panel’s decision about Zoë Łukasz-Ştefan',
      'P Dear Łukasz',
      'H2 What we decided',
      'P The panel agreed to fund the placement from 3 November 2025.',
      'L ReferenceP-2025-104ReviewBy 3 February 2026',
      'H3 What happens next',
      'L 1.Your worker calls you within five working days.2.You visit the school together.',
      'L •You may ask for a review.•You may bring somebody with you.',
      expect.stringMatching(/^Table Cost of the placement for each weekServiceAgencyAmountResidential care.*£987\.25$/),
      'P Please write to us if you disagree. We answer within ten working days.',
      'P Anne Example Chair of the panel',
    ]);
  });

  it('says which text is a label, which a head of a column and which a cell', () => {
    expect(pdf.elements('Lbl').map(({ text }) => text)).toEqual(['Reference', 'Review', '1.', '2.', '•', '•']);
    expect(pdf.elements('LBody')[2]?.text).toBe('Your worker calls you within five working days.');
    expect(pdf.elements('TH').map(({ text, attributes }) => [text, attributes.Scope])).toEqual([['Service', 'Column'], ['Agency', 'Column'], ['Amount', 'Column']]);
    expect(pdf.elements('TR').map(({ children }) => children.length)).toEqual([3, 3, 3, 3]);
    expect(pdf.elements('L').map(({ attributes }) => attributes.ListNumbering)).toEqual([undefined, 'Decimal', 'Disc']);
  });

  it('is tagged, in British English, with its title in the window', () => {
    expect(pdf.catalogue.Lang).toBe('en-GB');
    expect(pdf.dictionary(pdf.catalogue.MarkInfo).Marked).toEqual({ word: 'true' });
    expect(pdf.dictionary(pdf.catalogue.ViewerPreferences).DisplayDocTitle).toEqual({ word: 'true' });
    expect(pdf.information).toMatchObject({ Title: letter.title, CreationDate: 'D:20251006143000Z', Creator: 'Accord' });
  });

  it('numbers its pages under the title and repeats the marking, and leaves both out when read aloud', () => {
    expect([pdf.artifacts(0), pdf.artifacts(1)]).toEqual([
      'The panel’s decision about Zoë Łukasz-Ştefan|Page 1 of 2',
      'Official - sensitive|The panel’s decision about Zoë Łukasz-Ştefan|Page 2 of 2',
    ]);
    expect(pdf.text).not.toContain('Page 1');
  });

  it('puts figures of money under each other at the end of the column', () => {
    const ends = pdf.pages.flat().filter(({ text }) => text.startsWith('£')).map(({ right }) => Math.round(right * 10));
    expect(ends).toHaveLength(3);
    expect(new Set(ends).size).toBe(1);
  });

  it('keeps all text within the margins', () => expectNothingCutOff(pdf.pages));

  it('writes the title as text in its metadata, whatever is in it', async () => {
    const { catalogue, stream, information } = await read({ ...letter, title: 'Costs & <needs> \u0007' }).then((reader) => ({
      catalogue: reader.catalogue,
      information: reader.information,
      stream: reader.stream(reader.catalogue.Metadata),
    }));
    expect(catalogue.Metadata).toBeDefined();
    expect(stream).toContain('>Costs &amp; &lt;needs&gt; \u00EF\u00BF\u00BD<');
    expect(information.Title).toBe('Costs & <needs> \uFFFD');
  });
});

describe('Minutes of many pages', () => {
  it('hold every word once, and cut off none', async () => {
    const pdf = await read(longMinutes);
    const items = pdf.elements('H2').map(({ text }) => text);
    expect(items).toHaveLength(14);
    expect(items[13]).toBe('Item 14: Zoë Żółć and the school at Mill Lane');
    expect(pdf.text.match(/The panel heard that/g)).toHaveLength(14 * 10);
    expect(pdf.elements('P').at(-2)?.text.startsWith('Decision: The panel heard')).toBe(true);
    expect(pdf.pages.length).toBeGreaterThanOrEqual(10);
    expect(pdf.artifacts(9)).toBe(`DRAFT|${longMinutes.title}|Page 10 of ${pdf.pages.length}`);
    expectNothingCutOff(pdf.pages);
  });
});

describe('A long table', () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`Child ${index + 1}`, 'A cell with so many words that they take more than one line of the column', `£${index}.00`]);
  const table: Table = { ...costs, rows };

  it('goes on over as many pages as it needs, with its heads on each, read aloud once', async () => {
    const pdf = await read(documentOf(table));
    expect(pdf.pages).toHaveLength(8);
    expect(pdf.pages.map((page) => page.filter(({ text }) => text === 'Service').length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(pdf.elements('TH')).toHaveLength(3);
    expect(pdf.elements('TR')).toHaveLength(121);
    expect(pdf.elements('TR').at(-1)?.text).toBe(`Child 120${rows[0]?.[1] ?? ''}£119.00`);
    expectNothingCutOff(pdf.pages);
  });

  it('breaks a row that is higher than a page, without losing a word', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');
    const pdf = await read(documentOf({ ...costs, rows: [['Before', long, '£1'], ['After', 'x', '£2']] }));
    expect(pdf.pages.length).toBeGreaterThan(2);
    expect(pdf.elements('TD')[1]?.text).toBe(long);
    expectNothingCutOff(pdf.pages);
  });

  it('cuts words that are wider than their column, in twelve columns too', async () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({ head: `Extraordinarily${index}` }));
    const row = columns.map((_, index) => 'Donaudampfschifffahrtsgesellschaft'.repeat(index === 3 ? 9 : 1));
    const pdf = await read(documentOf({ ...costs, columns, rows: [row, columns.map(() => '')] }));
    expect(pdf.elements('TD').map(({ text }) => text)).toEqual([...row, ...columns.map(() => '')]);
    expectNothingCutOff(pdf.pages);
  });
});

describe('Text in a PDF', () => {
  it.each(['Łukasz Żółć', 'Zoë', 'Ştefan Țepeș', 'Siân Ŵyn', 'Ελένη', 'Ірина', 'Zoe\u0308', 'office ffi ﬁn', 'Bọlá moto', 'i\u030A \u0131 i', 'अनीता ई ऐ श्री'])('comes out right: %s', async (name) => {
    const { text } = await read(paragraph(name));
    expect(text.normalize('NFC')).toContain(name.normalize('NFC').replace('ﬁ', 'fi'));
  });

  it('is shown with a replacement where the font lacks a character, and still read aloud whole', async () => {
    const name = '山田 👩‍👩‍👧 محمد Smith';
    const pdf = await read(paragraph(name));
    expect(pdf.text.endsWith(name)).toBe(true);
  });

  it('breaks a word that is wider than the page', async () => {
    const word = 'abcdefghij'.repeat(60);
    const pdf = await read({ ...paragraph(word), title: word.slice(0, 300) });
    expect(pdf.elements('P')[0]?.text).toBe(word);
    expectNothingCutOff(pdf.pages);
  });

  it('is no instruction, whatever it holds', async () => {
    const hostile = '(\\) >> endstream endobj <</JS (x)>> \u0000\u202E<b>';
    const pdf = await read({ ...paragraph(hostile), title: hostile });
    expect(pdf.elements('P')[0]?.text).toBe('(\\) >> endstream endobj <</JS (x)>> \uFFFD\uFFFD<b>');
    expect(pdf.elements('H1')[0]?.text).toBe(pdf.elements('P')[0]?.text);
  });
});

describe('The same document', () => {
  it('is the same bytes again, whatever was made in between', async () => {
    const [first, , again] = [await toPdf(letter), await toPdf(paragraph('ı i̊ ﬁ ọlá ẹ ई K\u00A0f\u2011i')), await toPdf(letter)];
    expect(Buffer.from(again).equals(first)).toBe(true);
  });

  it('is other bytes and another file for another moment or another word', async () => {
    const all = [
      await read(letter),
      await read({ ...letter, asOf: aMinuteLater }),
      await read({ ...letter, blocks: letter.blocks.slice(1) }),
    ];
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);
    expect(all[1]?.information.CreationDate).toBe('D:20251006143100Z');
    expect(Buffer.from(all[0]?.bytes ?? []).equals(all[1]?.bytes ?? Buffer.of())).toBe(false);
  });

  it('is refused in both editions alike', async () => {
    await expect(toPdf({ ...letter, title: '' })).rejects.toThrow(RangeError);
  });
});
