import { checkDocument } from './check-document';
import type { WrittenDocument } from './document';
import { htmlOfBlocks, lines, oneLine } from './html-blocks';
import { escaped } from './markup';
import { styleSheet } from './style-sheet';

// No script, and nothing from elsewhere, even if a fault let a tag through.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * The document as one HTML page that needs nothing else: same document, same text, character for character.
 * Every character of the document is escaped. Throws a `RangeError` for a document that `checkDocument` refuses.
 */
export function toHtml(document: WrittenDocument): string {
  checkDocument(document);
  const { title, language, asOf, letterhead = [], address = [], marking, blocks } = document;
  const head = [
    '<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<meta name="dcterms.date" content="${escaped(asOf)}">\n`,
    `<title>${oneLine(title)}</title>\n<style>${styleSheet}</style>\n`,
  ];
  const top = [
    marking === undefined ? '' : `<p class="marking">${oneLine(marking)}</p>\n`,
    letterhead.length === 0 ? '' : `<p class="letterhead">${lines(letterhead.join('\n'))}</p>\n`,
  ].join('');
  const main = [
    address.length === 0 ? '' : `<p class="address">${lines(address.join('\n'))}</p>\n`,
    `<h1>${oneLine(title)}</h1>\n`,
    htmlOfBlocks(blocks),
  ];
  return [
    `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n${head.join('')}</head>\n<body>\n`,
    top === '' ? '' : `<header>\n${top}</header>\n`,
    `<main>\n${main.join('')}</main>\n</body>\n</html>\n`,
  ].join('');
}
