import type { Block, Table, WrittenDocument } from './document';

const LONGEST_TITLE = 300;
const LONGEST_MARKING = 100;
const MOST_COLUMNS = 12;

/**
 * Throws a `RangeError` for a document that cannot be set or cannot be read aloud: these are mistakes of the
 * code that wrote it, not of the person whose words it holds. The message holds none of its text.
 */
export function checkDocument({ title, marking = '', asOf, blocks }: WrittenDocument): void {
  must(title.trim() !== '' && title.length <= LONGEST_TITLE, `A document has a title of 1 to ${LONGEST_TITLE} characters.`);
  must(marking.length <= LONGEST_MARKING, `A marking has at most ${LONGEST_MARKING} characters.`);
  must(!Number.isNaN(Date.parse(asOf)), 'A document speaks for a moment: asOf is not an instant.');
  blocks.forEach(checkBlock);
}

function checkBlock(block: Block, index: number): void {
  if (block.kind === 'heading') must(block.text.trim() !== '', `Block ${index} is a heading that says nothing.`);
  if (block.kind === 'table') checkTable(block, index);
}

function checkTable({ caption, columns, rows }: Table, index: number): void {
  must(caption.trim() !== '', `Block ${index} is a table without a caption.`);
  must(columns.length > 0 && columns.length <= MOST_COLUMNS, `Block ${index}: a table has 1 to ${MOST_COLUMNS} columns.`);
  const uneven = rows.findIndex((row) => row.length !== columns.length);
  must(uneven < 0, `Block ${index}: row ${uneven} has not one cell for each column.`);
}

function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new RangeError(otherwise);
}
