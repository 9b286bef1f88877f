import { createHash } from 'node:crypto';
import type { WrittenDocument } from './document';
import { toHtml } from './to-html';
import { toPdf } from './to-pdf';

/** The editions of a document, the one for browsers first. */
export const editions = ['text/html', 'application/pdf', 'application/json'] as const;
export type EditionKind = (typeof editions)[number];

export interface Edition {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

export interface EditionAsked {
  readonly kind: EditionKind;
  /** Name of the file without its ending; names nobody. */
  readonly file: string;
  /** Position of the last event that the document takes in. */
  readonly upTo: number;
}

/** The document as bytes with the headers that go with them: the same document is always the same bytes and headers. */
export async function editionOf(document: WrittenDocument, { kind, file, upTo }: EditionAsked): Promise<Edition> {
  const bytes = await bytesOf(document, kind);
  return {
    bytes,
    headers: {
      'content-type': kind === 'application/pdf' ? kind : `${kind}; charset=utf-8`,
      'etag': `"${sha256Of(bytes)}"`,
      // What the bytes are depends on what the reader asked for, and on whether the reader may see children's details.
      'vary': 'Accept, Authorization',
      'content-language': document.language,
      'accord-position': String(upTo),
      ...(kind === 'application/json' ? {} : { 'content-disposition': `inline; filename="${file}.${kind === 'text/html' ? 'html' : 'pdf'}"` }),
      ...(kind === 'text/html' ? { 'content-security-policy': policyFor(bytes.toString('utf8')) } : {}),
    },
  };
}

async function bytesOf(document: WrittenDocument, kind: EditionKind): Promise<Buffer> {
  switch (kind) {
    case 'text/html':
      return Buffer.from(toHtml(document), 'utf8');
    case 'application/pdf':
      return Buffer.from(await toPdf(document));
    case 'application/json':
      return Buffer.from(JSON.stringify(document), 'utf8');
  }
}

/** SHA-256, hexadecimal. */
export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of the HTML edition: what an approval names. */
export const htmlHashOf = (document: WrittenDocument): string => sha256Of(Buffer.from(toHtml(document), 'utf8'));

const [OPENS, CLOSES] = ['<style>', '</style>'];

/** Lets the page's own style sheet work, by its hash, and nothing else: no script, no picture, no frame, no form. */
function policyFor(page: string): string {
  // Text of the document is escaped, so that the first style element is the page's own.
  const style = page.slice(page.indexOf(OPENS) + OPENS.length, page.indexOf(CLOSES));
  const hash = createHash('sha256').update(style, 'utf8').digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

/**
 * The edition that a reader prefers by the `Accept` header (RFC 9110, section 12.5.1): HTML where it does not say, and
 * where it asks for none of them, so that a page is always better than none.
 */
export function preferredEdition(accept: string | undefined): EditionKind {
  const ranges = (accept ?? '').split(',').flatMap(rangeOf);
  const quality = (kind: EditionKind) => {
    const fits = ranges.filter(({ range }) => range === kind || range === `${kind.split('/')[0] ?? ''}/*` || range === '*/*');
    return fits.toSorted((one, two) => specificity(two.range) - specificity(one.range))[0]?.q ?? 0;
  };
  const [best = 'text/html'] = editions.toSorted((one, two) => quality(two) - quality(one));
  return best;
}

function rangeOf(text: string): readonly { readonly range: string; readonly q: number }[] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  if (range === '') return [];
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const q = given === undefined ? 1 : Number(given.slice(2));
  return [{ range, q: q >= 0 && q <= 1 ? q : 0 }];
}

const specificity = (range: string): number => (range === '*/*' ? 0 : range.endsWith('/*') ? 1 : 2);
