import { checkDocument } from './check-document';
import type { WrittenDocument } from './document';
import { openPaper } from './open-paper';
import { furnitureOf } from './page-furniture';
import { paginate } from './pagination';
import { stripsOfDocument } from './strips-of-document';

/**
 * The document as a tagged PDF on A4: same document, same bytes, in whatever process, time zone or language,
 * as long as pdfkit and the font are the same. Rejects with a `RangeError` for a document that
 * `checkDocument` refuses. Setting is one piece of work without a pause: some milliseconds for each page.
 */
export async function toPdf(document: WrittenDocument): Promise<Uint8Array> {
  checkDocument(document);
  const paper = await openPaper(document);
  const furniture = furnitureOf(document, paper);
  const pages = paginate(stripsOfDocument(document, paper), furniture.area);
  pages.forEach((page, index) => {
    paper.addPage();
    furniture.draw(index + 1, pages.length);
    page.forEach(({ draw, top }) => draw(top));
  });
  return paper.finish();
}
