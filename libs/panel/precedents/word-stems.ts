import stem from 'wink-porter2-stemmer';
import { stopWords } from './stop-words';

/** A run of letters, digits and apostrophes; anything else parts words. */
const WORDS = /[\p{L}\p{M}\p{N}']+/gu;
const OF_LETTERS = /^\p{L}[\p{L}\p{M}']+$/u;

/**
 * The stems of what a text says, each once: "nights" and "night" are one. Left out are stop words, single letters
 * and whatever holds a digit: a date of birth, an NHS number or a postcode must not be searchable.
 */
export function wordStems(text: string): ReadonlySet<string> {
  const words = text.normalize('NFKC').toLowerCase().replaceAll('’', "'").match(WORDS) ?? [];
  const telling = words
    .map((word) => word.replace(/^'+|'s?$/g, ''))
    .filter((word) => OF_LETTERS.test(word) && !stopWords.has(word));
  return new Set(telling.map((word) => stem(word)));
}
