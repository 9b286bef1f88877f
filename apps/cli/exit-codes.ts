/** What a script can rely on. */
export const exitCodes = {
  /** Done; replayed and stored agree. */
  agrees: 0,
  /** Done; replayed and stored part: the first difference is printed. */
  differs: 1,
  /** The command line is wrong; nothing was done. */
  usage: 2,
  /** It could not be done: a store away, an unreadable event. */
  failed: 70,
  misconfigured: 78,
} as const;
