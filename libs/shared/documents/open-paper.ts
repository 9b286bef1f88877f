import { createHash } from 'node:crypto';
import type { WrittenDocument } from './document';
import { fontsOfOneDocument } from './opened-fonts';
import { Paper } from './paper';
import { shownOnOneLine } from './shown-text';
import { toHtml } from './to-html';

/**
 * An empty PDF with the document's title, language and moment. pdfkit and the fonts are loaded here, with the
 * first PDF, so that no process starts later for their sake. Streams are not compressed: what zlib makes of
 * the same bytes differs between its builds, and a decision must be the same file wherever it is made.
 */
export async function openPaper(document: WrittenDocument): Promise<Paper> {
  const { default: PdfDocument } = await import('pdfkit');
  const fonts = await fontsOfOneDocument(PdfDocument);
  const pdf = new PdfDocument({
    size: 'A4',
    autoFirstPage: false,
    pdfVersion: '1.7',
    compress: false,
    tagged: true,
    lang: document.language,
    displayTitle: true,
    font: '',
    info: informationOf(document),
  });
  return new Paper(pdf, fonts);
}

/** Besides the usual entries the SHA-256 of the HTML edition: pdfkit makes the file's id of all of them, so the id tells contents apart. */
function informationOf(document: WrittenDocument): PDFKit.DocumentInfo & { readonly HtmlEdition: string } {
  return {
    Title: shownOnOneLine(document.title),
    Creator: 'Accord',
    CreationDate: new Date(document.asOf),
    HtmlEdition: createHash('sha256').update(toHtml(document)).digest('hex'),
  };
}
