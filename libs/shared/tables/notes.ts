/** What stands above a table: the notes, and where the table itself begins. */
export interface Top {
  /** Each line that begins with `#`, without it and without outer blanks; empty ones are left out. */
  readonly notes: readonly { readonly line: number; readonly text: string }[];
  /** The text from the header on. */
  readonly body: string;
  /** The line of the file on which `body` begins, from 1. */
  readonly firstLine: number;
}

/**
 * Parts the notes and blank lines at the top from the table. Only at the top: further down a cell may begin
 * with `#`, which is why the parser's own comments are not used.
 */
export function partTop(text: string): Top {
  const oneLine = /[^\S\r\n]*(?:#([^\r\n]*))?(?:\r\n|\r|\n|$)/y;
  const notes: { line: number; text: string }[] = [];
  let [begins, line] = [0, 1];
  while (begins < text.length) {
    const found = oneLine.exec(text);
    if (found === null) break;
    const note = found[1]?.trim() ?? '';
    if (note !== '') notes.push({ line, text: note });
    begins = oneLine.lastIndex;
    line += 1;
  }
  return { notes, body: text.slice(begins), firstLine: line };
}
