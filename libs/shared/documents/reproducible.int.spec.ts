import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toHtml, toPdf } from './index';
import { letter, longMinutes } from './spec-documents';

const ROOT = join(__dirname, '../../..');
// Below the root, so that what is compiled finds the packages.
mkdirSync(join(ROOT, 'dist'), { recursive: true });
const folder = mkdtempSync(join(ROOT, 'dist/.documents-'));
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Runs in a process of its own, from the code as it is shipped; prints a list. */
function inAnotherProcess(script: string, environment: Readonly<Record<string, string>> = {}): readonly unknown[] {
  const environmentOfChild = { PATH: process.env.PATH, ...environment };
  const options = { cwd: folder, env: environmentOfChild, encoding: 'utf8' } as const;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], options)) as readonly unknown[];
}

const digests = `
  const { createHash } = require('node:crypto');
  const { toHtml, toPdf } = require('./libs/shared/documents');
  const { letter, longMinutes } = require('./libs/shared/documents/spec-documents');
  const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
  const all = [toHtml(letter), toPdf(letter), toHtml(longMinutes), toPdf(longMinutes)];
  Promise.all(all).then((made) => console.log(JSON.stringify(made.map(sha256))));`;

describe('A document made in another process', () => {
  beforeAll(() => {
    const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
    const options = ['-d', folder, '--config-file', '.swcrc', '--extensions', '.ts', '--quiet'];
    execFileSync(process.execPath, [swc, 'libs/shared/documents', ...options], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['in London', { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' }],
    ['in Auckland, in Turkish', { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['in Los Angeles, in German', { TZ: 'America/Los_Angeles', LANG: 'de_DE', LC_ALL: 'de_DE' }],
  ])('%s is the same, byte for byte', async (_, environment) => {
    const here = [toHtml(letter), await toPdf(letter), toHtml(longMinutes), await toPdf(longMinutes)];
    expect(inAnotherProcess(digests, environment)).toEqual(here.map(sha256));
  });

  it('loads pdfkit and the fonts for the first PDF, not before', () => {
    const loaded = `
      const { toHtml, toPdf } = require('./libs/shared/documents');
      const { letter } = require('./libs/shared/documents/spec-documents');
      const isLoaded = () => Object.keys(require.cache).some((file) => /node_modules.(pdfkit|fontkit)/.test(file));
      toHtml(letter);
      const before = isLoaded();
      toPdf(letter).then(() => console.log(JSON.stringify([before, isLoaded()])));`;
    expect(inAnotherProcess(loaded)).toEqual([false, true]);
  });
});

describe('The example letter', () => {
  // Minutes and letters already sent were made with these fonts and this pdfkit. Where a new version of either
  // changes the bytes, say so in the changelog, and write the new digests here.
  it('is the file that it was when these digests were written', async () => {
    expect([sha256(toHtml(letter)), sha256(await toPdf(letter))]).toEqual([
      'e7582c9a3e7e150754585c7040f4512e2fcc68bb9c7a0cf072f650a1f4a1f8ef',
      '09fcce87473a68ac5a887ad24820cbe9ff015bee0cfb359bc1cddc5ec4ab73c8',
    ]);
  });
});
