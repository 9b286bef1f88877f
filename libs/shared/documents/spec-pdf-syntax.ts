// Reads the syntax of an uncompressed PDF, as far as pdfkit writes it, for the specs of this folder.

/** `5 0 R`: the number of another object. */
export interface Reference {
  readonly ref: number;
}
export type Dictionary = Readonly<{ [key: string]: Value | undefined }>;
export type Value = string | number | boolean | null | Reference | readonly Value[] | Dictionary | { readonly word: string };

const TOKEN = /<<|>>|\[|\]|<([0-9a-fA-F]*)>|\(((?:\\[\s\S]|[^\\)])*)\)|\/([^\s/<>[\]()]+)|([^\s/<>[\]()]+)/g;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const CLOSING = ['>>', ']'];

/** Values and bare words one after the other; `latin1` is the text with a character for each byte. */
export function valuesIn(latin1: string): readonly Value[] {
  const tokens = [...latin1.matchAll(TOKEN)];
  let at = 0;
  const next = (): Value => {
    const [whole = '', hex, literal, name] = tokens[at++] ?? [];
    if (whole === '<<') return dictionary(until('>>'));
    if (whole === '[') return until(']');
    if (hex !== undefined) return hex;
    if (literal !== undefined) return textOf(literal);
    if (name !== undefined) return name;
    if (/^\d+$/.test(whole) && tokens[at]?.[0] === '0' && tokens[at + 1]?.[0] === 'R') {
      at += 2;
      return { ref: Number(whole) };
    }
    return Number.isNaN(Number(whole)) ? { word: whole } : Number(whole);
  };
  const until = (end: string): readonly Value[] => {
    const values: Value[] = [];
    while (at < tokens.length && tokens[at]?.[0] !== end) values.push(next());
    at += 1;
    return values;
  };
  const values: Value[] = [];
  while (at < tokens.length) {
    if (CLOSING.includes(tokens[at]?.[0] ?? '')) throw new Error('Unbalanced brackets in a PDF.');
    values.push(next());
  }
  return values;
}

const dictionary = (values: readonly Value[]): Dictionary =>
  Object.fromEntries(values.flatMap((key, index) => (index % 2 === 0 ? [[asText(key), values[index + 1]]] : [])));

/** The characters of a literal string: UTF-16 where it starts with the byte order mark. */
function textOf(literal: string): string {
  const bytes = literal.replace(/\\([\s\S])/g, (_, escape: string) => ESCAPES[escape] ?? escape);
  if (!bytes.startsWith('\xFE\xFF')) return bytes;
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le');
}

interface StoredObject {
  readonly value: Value;
  readonly stream: string;
}

/** All objects of a PDF by number, and its trailer. */
export function objectsOf(pdf: Uint8Array): { readonly objects: ReadonlyMap<number, StoredObject>; readonly trailer: Dictionary } {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map<number, StoredObject>();
  for (const [, at = ''] of text.slice(text.lastIndexOf('\nxref\n')).matchAll(/^(\d{10}) 00000 n/gm)) {
    const start = /^(\d+) 0 obj\n/.exec(text.slice(Number(at), Number(at) + 20));
    if (!start) throw new Error('The cross-reference table points beside an object.');
    const rest = text.slice(Number(at) + start[0].length);
    const stream = /^([\s\S]*?)\n(?:stream\n([\s\S]*?)\n?\nendstream\n)?endobj\n/.exec(rest);
    objects.set(Number(start[1]), { value: valuesIn(stream?.[1] ?? '')[0] ?? null, stream: stream?.[2] ?? '' });
  }
  return { objects, trailer: asDictionary(valuesIn(/trailer\n([\s\S]*?)\nstartxref/.exec(text)?.[1] ?? '')[0]) };
}

/** The value as text; empty where it is something else. */
export function asText(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
/** The value as a dictionary; empty where it is something else. */
export function asDictionary(value: Value | undefined): Dictionary {
  // Each cast: what is neither a list nor a reference nor a word, and yet an object, was read as a dictionary.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Dictionary) : {};
}
/** The value as a list; empty where it is something else. */
export function asList(value: Value | undefined): readonly Value[] {
  return Array.isArray(value) ? (value as readonly Value[]) : [];
}
