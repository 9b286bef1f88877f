import type { RunningText } from './document';
import type { Face } from './font-files';
import { graphemesOf } from './line-breaking';
import type { Atom } from './line-breaking';
import { runsOf, shownText } from './shown-text';

/** Whether the font of that face can draw the character (a Unicode code point). */
export type Covers = (codePoint: number, face: Face) => boolean;

const REPLACEMENT = '\uFFFD';
/** Never seen unless a line ends there, and lines end at words: soft hyphen, zero-width space, word joiner, mark. */
const UNSEEN = /[\u00AD\u200B\u2060\uFEFF]/g;
/** The font shares its drawing of "fi" with these; spelt out, the text in the PDF never depends on which came first. */
const LIGATURES = /[\uFB00-\uFB06]/g;
const FACES = { strong: 'bold', emphasis: 'italic' } as const;

/** Running text as atoms, strong in bold and emphasis in italics. */
export function atomsOf(text: RunningText, covers: Covers): readonly Atom[] {
  return runsOf(text).flatMap((run) => atomsIn(shownText(run.text), run.as ? FACES[run.as] : 'regular', covers));
}

/** Text of one face as atoms: a character that the font lacks is an atom of its own, shown as U+FFFD. */
export function atomsIn(text: string, face: Face, covers: Covers): readonly Atom[] {
  const clean = text
    .replace(UNSEEN, '')
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKD'))
    .normalize('NFC');
  const drawn = (part: string): boolean => Array.from(part).every((one) => one === '\n' || covers(one.codePointAt(0) ?? 0, face));
  if (drawn(clean)) return [{ face, shown: clean, actual: clean }];
  return graphemesOf(clean).map((part) => ({ face, shown: drawn(part) ? part : REPLACEMENT, actual: part }));
}
