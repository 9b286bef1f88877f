import { createHash } from 'node:crypto';
import { editionOf, htmlHashOf, preferredEdition } from '@accord/shared/documents';
import { letterOf } from './letter';
import { events } from './sample-minutes';
import { named } from './sample-record';

describe('The edition that a reader prefers', () => {
  it.each([
    ['a browser', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['a program that takes anything', '*/*', 'text/html'],
    ['nobody in particular', undefined, 'text/html'],
    ['somebody who prints', 'application/pdf', 'application/pdf'],
    ['a program', 'application/json', 'application/json'],
    ['somebody who would rather have data', 'text/html;q=0.2, application/json', 'application/json'],
    ['somebody who wants no page', 'text/html;q=0, */*', 'application/pdf'],
    ['somebody who asks for something else', 'image/png', 'text/html'],
    ['somebody whose header makes no sense', 'application/pdf;q=lots, ,;', 'text/html'],
  ])('of %s', (_, accept, kind) => {
    expect(preferredEdition(accept)).toBe(kind);
  });
});

describe('An edition', () => {
  const found = letterOf({ decision: events.first, matter: [], panelKind: undefined, personal: 'opened' }, named(), []);
  if (found === undefined) throw new Error('The decision of the spec was taken.');
  const { document } = found;
  const asked = { file: 'decision-letter-2025-10-01', upTo: 5 };

  it('names the SHA-256 of its bytes, which for the page is what an approval names', async () => {
    const page = await editionOf(document, { ...asked, kind: 'text/html' });
    expect(page.headers['etag']).toBe(`"${htmlHashOf(document)}"`);
    expect(page.headers['etag']).toBe(`"${createHash('sha256').update(page.bytes).digest('hex')}"`);
  });

  it('lets the page’s own style sheet work and nothing else', async () => {
    const { bytes, headers } = await editionOf(document, { ...asked, kind: 'text/html' });
    const [, style = ''] = /<style>([^]*?)<\/style>/.exec(bytes.toString('utf8')) ?? [];
    const policy = headers['content-security-policy'];
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('has a file name that names nobody, as page and as PDF', async () => {
    const pdf = await editionOf(document, { ...asked, kind: 'application/pdf' });
    expect(pdf.headers['content-disposition']).toBe('inline; filename="decision-letter-2025-10-01.pdf"');
    expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('gives the document itself as data', async () => {
    const data = await editionOf(document, { ...asked, kind: 'application/json' });
    expect(JSON.parse(data.bytes.toString('utf8'))).toEqual(document);
  });
});
