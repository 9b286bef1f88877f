/** Whether a text says anything: it holds a letter or a digit of some writing. */
export const isSaid = (text: string | undefined): text is string => text !== undefined && /[\p{L}\p{N}]/u.test(text);
