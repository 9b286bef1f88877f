/** `node:sqlite`, on which the embedded stores rest, is there from this version without a flag. */
const OLDEST = 24;

/** What to say to a Node of that version, if it is too old. */
export const refusalOf = (version: string): string | undefined =>
  Number.parseInt(version, 10) < OLDEST
    ? `Accord needs Node ${OLDEST} or newer; run it through npm, which brings its own.`
    : undefined;
