import type { Precedent } from './precedent';

/** A keyed hash of a text for a purpose, as the area's keys give it: base64url of at least 64 bits. */
export type KeyedHash = (purpose: string, text: string) => string;

/** The hashes of this index are of no use beside those of another. */
const PURPOSE = 'precedent word';
/** 64 bits: among a million different words, two share a hash with a chance of one in thirty million. */
const BYTES = 8;

/** What the hash of a word begins with; no kind of fact begins with it. */
const WORD = 'w';

/** Under which words are indexed: letters and digits without meaning to anyone without the area's key. */
export const wordToken = (keyedHash: KeyedHash, stem: string): string =>
  WORD + Buffer.from(keyedHash(PURPOSE, stem), 'base64url').subarray(0, BYTES).toString('hex');

/** Kinds of fact that precedents are found by, besides words. */
type FactKind = 'need' | 'line' | 'outcome' | 'panel' | 'cost';

/** Under which a fact is indexed: letters and digits, as both engines take them for one token. */
export const factToken = (kind: FactKind, value: string | number): string => kind + String(value).replaceAll('-', '');

/** Everything that a precedent is found by. */
export function tokensOf(precedent: Precedent, keyedHash: KeyedHash): readonly string[] {
  const { needs, categories, outcome, panelKind, costBand, stems } = precedent;
  return [
    ...needs.map((need) => factToken('need', need)),
    ...categories.map((category) => factToken('line', category)),
    factToken('outcome', outcome),
    factToken('panel', panelKind),
    ...(costBand === null ? [] : [factToken('cost', costBand)]),
    ...[...stems].map((stem) => wordToken(keyedHash, stem)),
  ];
}
