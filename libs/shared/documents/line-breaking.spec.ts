import { breakLines, widthsOf } from './line-breaking';
import type { Line } from './line-breaking';
import type { Face } from './font-files';

/** Every character is one point wide, a bold one two. */
const measure = (shown: string, face: Face): number => shown.length * (face === 'bold' ? 2 : 1);
const plain = (text: string) => ({ face: 'regular', shown: text, actual: text }) as const;
const bold = (text: string) => ({ face: 'bold', shown: text, actual: text }) as const;
const said = (lines: readonly Line[]): readonly string[] => lines.map(({ pieces }) => pieces.map(({ actual }) => actual).join(''));
const broken = (text: string, width: number): readonly string[] => said(breakLines([plain(text)], width, measure));

describe('A line', () => {
  it('holds the words that fit, and keeps the space where it ends, so that words stay apart', () => {
    expect(broken('one two three', 7)).toEqual(['one two ', 'three']);
  });
  it('is not wider for the space at its end', () => {
    expect(breakLines([plain('one two three')], 7, measure).map(({ width }) => width)).toEqual([7, 5]);
  });
  it('ends where the text ends it', () => {
    expect(broken('one\ntwo\n\nthree\n', 20)).toEqual(['one ', 'two ', '', 'three']);
  });
  it('may end after the hyphen of a word, but not within dates or figures', () => {
    expect(broken('a multi-agency panel', 9)).toEqual(['a multi-', 'agency ', 'panel']);
    expect(broken('year 2025-26', 10)).toEqual(['year ', '2025-26']);
  });
  it('cuts a word that is wider than itself, without losing any of it', () => {
    expect(broken('to Llanfairpwllgwyngyll', 8)).toEqual(['to ', 'Llanfair', 'pwllgwyn', 'gyll']);
  });
  it('never cuts a letter from its accents', () => {
    expect(broken('x\u0302x\u0302x\u0302', 2)).toEqual(['x\u0302', 'x\u0302', 'x\u0302']);
  });
  it('sets several spaces as one and none at its start', () => {
    expect(broken('  one   two', 20)).toEqual(['one two']);
  });
  it('keeps a word together of which a part is bold', () => {
    const lines = breakLines([plain('see un'), bold('do'), plain('ne and')], 9, measure);
    expect(said(lines)).toEqual(['see ', 'undone ', 'and']);
    expect(lines[1]?.pieces.map(({ face }) => face)).toEqual(['regular', 'bold', 'regular', 'regular']);
  });
  it('never breaks at a no-break space', () => {
    expect(broken('on 6\u00A0October', 9)).toEqual(['on ', '6\u00A0October']);
  });
});

describe('Text without words', () => {
  it('takes no lines', () => {
    expect([broken('', 5), broken(' \n ', 5)]).toEqual([[], []]);
  });
});

describe('What a column asks for', () => {
  it('is the width of its longest word and of its longest line', () => {
    expect(widthsOf([plain('three words here\nand two')], measure)).toEqual({ word: 5, line: 16 });
  });
});
