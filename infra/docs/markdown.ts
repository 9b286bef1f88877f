/** Cells of one row of a table. */
export const row = (...cells: readonly string[]): readonly string[] => cells;

const line = (cells: readonly string[]): string => `| ${cells.map(escaped).join(' | ')} |`;
const escaped = (cell: string): string => cell.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** A Markdown table. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
