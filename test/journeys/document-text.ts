import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const entities: Readonly<Record<string, string>> = { '&#39;': "'", '&quot;': '"', '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/**
 * The words of a page, as a person reads them: headings after #, entries of lists after -, cells between |. What is made
 * of an id is left out, because every area has its own.
 */
export const wordsOf = (html: string): string =>
  (/<body>(.*)<\/body>/s.exec(html)?.[1] ?? '')
    .replaceAll(/<h(\d)>/g, (_whole, level: string) => `${'#'.repeat(Number(level))} `)
    .replaceAll('<li>', '- ')
    .replaceAll(/<br\s*\/?>/g, '; ')
    .replaceAll(/<\/t[hd]>\s*<t[hd][^>]*>/g, ' | ')
    .replaceAll('</dt>\n<dd>', ': ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(?:#39|quot|lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/\(reference [\dA-F ]+\)/g, '(reference)')
    .replaceAll(/\n{2,}/g, '\n')
    .trim();

/** What is kept of such words; with ACCORD_GOLDEN=write it is written anew, for a person to read. */
export async function golden(name: string, words: string): Promise<string> {
  const file = join(__dirname, 'golden', name);
  if (process.env['ACCORD_GOLDEN'] === 'write') await writeFile(file, `${words}\n`);
  return (await readFile(file, 'utf8')).trimEnd();
}
