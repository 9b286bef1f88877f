/** The package brings no types of its own. */
declare module 'wink-porter2-stemmer' {
  /** The stem of an English word by Porter's second algorithm, in lower case. */
  const stem: (word: string) => string;
  export = stem;
}
