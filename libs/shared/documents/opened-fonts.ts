import { fontFiles } from './font-files';
import type { Face } from './font-files';

/** What these documents use of a font that pdfkit (its fontkit) has opened; neither package's types name it. */
export interface OpenedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): unknown;
  readonly characterSet: readonly number[];
}

export type Fonts = Readonly<Record<Face, OpenedFont>>;

type PdfDocument = typeof import('pdfkit');

let opened: Promise<Fonts> | undefined;

/**
 * The fonts for one document. Reading a font's tables takes some 0.1 s, so that is done once; but an opened
 * font also remembers for which characters it first drew a shape, and that goes into the file. So each document
 * gets a font of its own that only looks into the tables of the first: no document's bytes depend on what was
 * made before it.
 */
export async function fontsOfOneDocument(pdfDocument: PdfDocument): Promise<Fonts> {
  opened ??= open(pdfDocument).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  const first = await opened;
  return { regular: ownOf(first.regular), bold: ownOf(first.bold), italic: ownOf(first.italic) };
}

function ownOf(first: OpenedFont): OpenedFont {
  // The cast: Object.create gives back what it is given, with the drawings remembered in `_glyphs` of its own.
  const own = Object.create(first, { _glyphs: { value: {}, writable: true } }) as OpenedFont;
  // Every shape now stands for its own character. Otherwise the o in "\u1ECD" (Yoruba), which the font draws as
  // an o and a dot, would make every later o of the document read as "\u1ECD". Ligatures stand for their letters.
  first.characterSet.filter((codePoint) => !isLigature(codePoint)).forEach((codePoint) => own.glyphForCodePoint(codePoint));
  return own;
}

const isLigature = (codePoint: number): boolean => codePoint >= 0xfb00 && codePoint <= 0xfb06;

/** Opened, but never used to set anything: all that setting changes is in the documents' own fonts. */
async function open(pdfDocument: PdfDocument): Promise<Fonts> {
  const files = await fontFiles();
  const opening = (face: Face): OpenedFont => {
    const scratch = new pdfDocument({ autoFirstPage: false, font: '' }).font(files[face]);
    // The cast: pdfkit keeps the opened font there. Every spec of the PDF edition would fail if it did not.
    return (scratch as unknown as { _font: { font: OpenedFont } })._font.font;
  };
  return { regular: opening('regular'), bold: opening('bold'), italic: opening('italic') };
}
