import type { Run, RunningText } from './document';

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Controls but the line feed, marks that reorder text, non-characters, and halves of a surrogate pair. */
const NOT_TEXT = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** The text as both editions show it: lines end with a line feed, and what is not text is U+FFFD. */
export function shownText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replaceAll('\t', ' ').replace(NOT_TEXT, '\uFFFD');
}

/** The same on one line. */
export function shownOnOneLine(text: string): string {
  return shownText(text).replace(/\s*\n\s*/g, ' ').trim();
}

/** The text as runs. */
export function runsOf(text: RunningText): readonly Run[] {
  return typeof text === 'string' ? [{ text }] : text;
}
