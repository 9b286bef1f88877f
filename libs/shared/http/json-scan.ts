import { problem } from './problem';

/** Deepest nesting of a body; a command nests three or four levels. */
export const DEEPEST = 32;
/** Most values in a body; more would hold up the process for everybody while they are checked. */
export const MOST_VALUES = 20_000;

/** Names that every JavaScript object has: a field of that name would hide it or be hidden by it. */
const RESERVED = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

export const isReservedName = (name: string): boolean => RESERVED.has(name);

/** An object or list that the scan is inside of; a list has no keys. */
interface Level {
  readonly keys: Set<string> | undefined;
  /** Whether the next text is a key. */
  keyNext: boolean;
}

/**
 * Walks over text that `JSON.parse` accepted and refuses what it lets pass in silence: a key twice (two
 * readers may then read two bodies), reserved keys, nesting or numbers of values beyond all use. JSON.parse
 * does not recurse, so that a deep body could not exhaust the stack before it is refused here.
 * @throws Problem body-too-deep, body-has-too-many-values, body-key-repeated, body-key-forbidden
 */
export function scanJson(text: string): void {
  const levels: Level[] = [];
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    switch (text.charAt(at)) {
      case '{':
        enter(levels, { keys: new Set(), keyNext: true });
        break;
      case '[':
        enter(levels, { keys: undefined, keyNext: false });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        values += 1;
        if (values >= MOST_VALUES) throw problem('body-has-too-many-values', `Send fewer than ${MOST_VALUES} values at once.`);
        if (level?.keys !== undefined) level.keyNext = true;
        break;
      case '"': {
        const end = endOfText(text, at);
        if (level?.keyNext === true) takeKey(level, text.slice(at, end + 1));
        at = end;
        break;
      }
      default:
    }
  }
}

function enter(levels: Level[], level: Level): void {
  if (levels.length >= DEEPEST) throw problem('body-too-deep', `Nest at most ${DEEPEST} levels deep.`);
  levels.push(level);
}

/** Where the text that begins here ends; an escaped quote does not end it. */
function endOfText(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function takeKey(level: Level, quoted: string): void {
  // The cast holds: the slice is one JSON string of a text that was parsed before.
  const key = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (isReservedName(key)) throw problem('body-key-forbidden', 'Remove the keys that JavaScript reserves, such as __proto__.');
  if (level.keys?.has(key) === true) throw problem('body-key-repeated', 'Give each key of an object once.');
  level.keys?.add(key);
  level.keyNext = false;
}
