import type { WrittenDocument } from './document';
import { toHtml } from './index';
import { aMinuteLater, costs, documentOf, letter } from './spec-documents';

const hostile = `<script>alert("1")</script> & 'quotes' \u0000\u001B[31m\u009F \u202Egnp.exe\u202C \u2067x\u2069 \uD800 ]]> --> </style></title>`;

describe('The HTML edition of a document', () => {
  const page = toHtml(letter);

  it('is one page in British English whose title is its first heading', () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">/);
    expect(page).toContain('<title>The panel’s decision about Zoë Łukasz-Ştefan</title>');
    expect(page.match(/<h1>.*<\/h1>/g)).toEqual(['<h1>The panel’s decision about Zoë Łukasz-Ştefan</h1>']);
    expect(page.match(/<main>/g)).toHaveLength(1);
  });

  it('puts headings below the title, and names, lists and running text into elements that say what they are', () => {
    expect(page).toContain('<h2>What we decided</h2>');
    expect(page).toContain('<h3>What happens next</h3>');
    expect(page).toContain('<p>The panel <strong>agreed</strong> to fund the placement from <em>3 November 2025</em>.</p>');
    expect(page).toContain('<dt>Reference</dt>\n<dd>P-2025-104</dd>');
    expect(page).toContain('<ol>\n<li>Your worker calls you within five working days.</li>');
    expect(page).toContain('<ul>\n<li>You may ask for a review.</li>');
    expect(page).toContain('<p class="signature">Anne Example<br>Chair of the panel</p>');
    expect(page).toContain('<div class="new-page"></div>');
    expect(page).toContain('<p class="address">Łukasz Żółć<br>12 Mill Lane<br>Northtown NT4 2BB</p>');
    expect(page).toContain('<p class="marking">Official - sensitive</p>');
  });

  it('tells a listener what each column of a table holds, and puts money at the end of its column', () => {
    expect(page).toContain('<caption>Cost of the placement for each week</caption>');
    expect(page).toContain('<th scope="col">Service</th><th scope="col">Agency</th><th scope="col" class="end">Amount</th>');
    expect(page).toContain('<td>School place</td><td>Education</td><td class="end">£987.25</td>');
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object|@import|url\(|https?:|\son\w+=/i);
    expect(page).toContain("default-src 'none'");
  });

  it('holds no date but the one for which it speaks', () => {
    expect(page.match(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g)).toEqual(['2025-10-06T14:30:00.000Z']);
    expect(toHtml({ ...letter, asOf: aMinuteLater })).not.toBe(page);
  });

  it('leaves out lists and facts of which there are none', () => {
    const empty = toHtml(documentOf({ kind: 'list', numbered: false, items: [] }, { kind: 'pairs', pairs: [] }));
    expect(empty).toContain('<h1>Minutes of the panel of 6 October 2025</h1>\n</main>');
  });
});

describe('Hostile text', () => {
  const everywhere: WrittenDocument = {
    ...documentOf(
      { kind: 'heading', level: 1, text: hostile },
      { kind: 'paragraph', text: [{ text: hostile, as: 'strong' }, { text: hostile }] },
      { kind: 'pairs', pairs: [{ label: hostile, value: hostile }] },
      { kind: 'list', numbered: true, items: [hostile] },
      { kind: 'table', caption: hostile, columns: [{ head: hostile }], rows: [[hostile]] },
      { kind: 'signature', lines: [hostile] },
    ),
    title: hostile,
    letterhead: [hostile],
    address: [hostile],
    marking: hostile.slice(0, 100),
  };
  const page = toHtml(everywhere);
  const shown = `&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;quotes&#39; \uFFFD\uFFFD[31m\uFFFD \uFFFDgnp.exe\uFFFD \uFFFDx\uFFFD \uFFFD ]]&gt; --&gt; &lt;/style&gt;&lt;/title&gt;`;

  it('is shown as it is written, wherever it stands, and opens no tag', () => {
    expect(page.split(shown)).toHaveLength(15 + 1);
    expect(page).not.toMatch(/<script|<\/style>(?!\n<\/head>)/);
  });

  it('brings no control character, no character that reorders text and no half character to the page', () => {
    expect(page).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/u);
  });

  it('keeps letters of every script, and pictures, whole', () => {
    const name = '山田太郎 Żółć محمد אבי 👩‍👩‍👧';
    expect(toHtml(documentOf({ kind: 'paragraph', text: name }))).toContain(`<p>${name}</p>`);
  });
});

const notAnInstant = 'yesterday' as WrittenDocument['asOf'];

describe('A document that nobody could read', () => {
  it.each([
    ['has no title', { ...letter, title: ' ' }, /title/],
    ['has a title of more than 300 characters', { ...letter, title: 'x'.repeat(301) }, /title/],
    ['has a marking of more than 100 characters', { ...letter, marking: 'x'.repeat(101) }, /marking/],
    ['speaks for no moment', { ...letter, asOf: notAnInstant }, /asOf/],
    ['has a heading that says nothing', documentOf({ kind: 'heading', level: 2, text: '' }), /heading/],
    ['has a table without a caption', documentOf({ ...costs, caption: '' }), /caption/],
    ['has a table without columns', documentOf({ ...costs, columns: [], rows: [] }), /columns/],
    ['has a row that lacks a cell', documentOf({ ...costs, rows: [['Care', '£1']] }), /row 0/],
  ])('is not made: it %s', (_, document, says) => {
    expect(() => toHtml(document)).toThrow(RangeError);
    expect(() => toHtml(document)).toThrow(says);
  });
});
