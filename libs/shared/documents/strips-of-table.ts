import { columnWidths } from './column-widths';
import type { Table } from './document';
import { breakLines, widthsOf } from './line-breaking';
import type { Atom, Line } from './line-breaking';
import type { RepeatedHead, Strip } from './pagination';
import type { Element, Paper } from './paper';
import { atomsIn } from './printable-text';
import { between, leading, sheet, sizes } from './sheet';
import { shownOnOneLine, shownText } from './shown-text';

/** A column as it is set: where it starts from the left edge of the sheet, in points. */
interface SetColumn {
  readonly left: number;
  readonly width: number;
  readonly atEnd: boolean;
}

interface SetCell {
  readonly element: Element;
  readonly lines: readonly Line[];
  readonly column: SetColumn;
}

/** Lines of the cells of one row, from that one up to but without this one. */
interface Slice {
  readonly cells: readonly SetCell[];
  readonly from: number;
  readonly to: number;
}

const GAP = 10;
const PADDING = 4;
const MANY_COLUMNS = 6;
/** A row with more lines may go on on the next page; a head with more is not repeated. */
const MOST_LINES_TOGETHER = 12;
/** So that rounding never wraps a column's own longest line. */
const LEEWAY = 1;

/** Caption, column heads and rows. Where a table goes on on another page its heads stand there again. */
export function tableStrips(table: Table, paper: Paper): readonly Strip[] {
  return new TableSetter(table, paper).strips();
}

class TableSetter {
  private readonly size: number;
  private readonly element: Element;

  constructor(
    private readonly table: Table,
    private readonly paper: Paper,
  ) {
    this.size = table.columns.length > MANY_COLUMNS ? sizes.denseTable : sizes.table;
    this.element = paper.element('Table');
  }

  strips(): readonly Strip[] {
    const { paper, table } = this;
    const caption = this.caption();
    const heads = table.columns.map(({ head }) => atomsIn(shownOnOneLine(head), 'bold', paper.covers));
    const rows = table.rows.map((row) => row.map((cell) => atomsIn(shownText(cell), 'regular', paper.covers)));
    const columns = this.columns([heads, ...rows]);
    const head = this.cells(heads, columns, { row: this.row('THead'), type: 'TH' });
    const repeated = this.repeated(head);
    const body = table.rows.length > 0 ? paper.element('TBody', this.element) : undefined;
    const bodyStrips = rows.flatMap((row) =>
      this.rowStrips(this.cells(row, columns, { row: paper.element('TR', body), type: 'TD' })),
    );
    return [
      ...caption,
      ...this.rowStrips(head).map((strip) => ({ ...strip, withNext: bodyStrips.length > 0 })),
      ...bodyStrips.map((strip) => (repeated ? { ...strip, head: repeated } : strip)),
    ];
  }

  private caption(): readonly Strip[] {
    const { paper } = this;
    const element = paper.element('Caption', this.element);
    const atoms = atomsIn(shownOnOneLine(this.table.caption), 'bold', paper.covers);
    return breakLines(atoms, sheet.width, paper.measure(sizes.body)).map((line, index) => ({
      height: leading(sizes.body),
      before: index === 0 ? between * 1.4 : 0,
      withNext: true,
      draw: (top) => paper.tagged(element, () => paper.line(line, { left: sheet.left, top }, sizes.body)),
    }));
  }

  private row(group: 'THead'): Element {
    return this.paper.element('TR', this.paper.element(group, this.element));
  }

  private columns(rows: readonly (readonly (readonly Atom[])[])[]): readonly SetColumn[] {
    const measure = this.paper.measure(this.size);
    const wishes = this.table.columns.map((_, index) => {
      const cells = rows.map((row) => widthsOf(row[index] ?? [], measure));
      const widest = (of: 'word' | 'line'): number => cells.reduce((most, cell) => Math.max(most, cell[of]), 0) + LEEWAY;
      return { word: widest('word'), line: widest('line') };
    });
    const widths = columnWidths(wishes, sheet.width - GAP * (wishes.length - 1));
    let left: number = sheet.left;
    return this.table.columns.map(({ align }, index) => {
      const column = { left, width: widths[index] ?? 0, atEnd: align === 'end' };
      left += column.width + GAP;
      return column;
    });
  }

  private cells(
    texts: readonly (readonly Atom[])[],
    columns: readonly SetColumn[],
    { row, type }: { readonly row: Element; readonly type: 'TH' | 'TD' },
  ): readonly SetCell[] {
    const { paper } = this;
    return columns.map((column, index) => ({
      element: paper.element(type, row, type === 'TH' ? { O: 'Table', Scope: 'Column' } : undefined),
      lines: breakLines(texts[index] ?? [], column.width, paper.measure(this.size)),
      column,
    }));
  }

  private rowStrips(cells: readonly SetCell[]): readonly Strip[] {
    const count = lineCount(cells);
    if (count <= MOST_LINES_TOGETHER) return [this.strip({ cells, from: 0, to: count })];
    return Array.from({ length: count }, (_, line) => ({
      ...this.strip({ cells, from: line, to: line + 1 }),
      withNext: line === 0 || line === count - 2,
    }));
  }

  private strip(slice: Slice): Strip {
    const ends = slice.to === lineCount(slice.cells);
    const height = PADDING + (slice.to - slice.from) * leading(this.size);
    return {
      height: slice.from === 0 && ends ? height + PADDING : height - (slice.from === 0 || ends ? 0 : PADDING),
      before: 0,
      withNext: false,
      draw: (top) => this.draw(slice, top, (cell, drawCell) => this.paper.tagged(cell.element, drawCell)),
    };
  }

  private repeated(cells: readonly SetCell[]): RepeatedHead | undefined {
    const slice = { cells, from: 0, to: lineCount(cells) };
    if (slice.to > MOST_LINES_TOGETHER) return undefined;
    return {
      height: this.strip(slice).height,
      draw: (top) => this.draw(slice, top, (_, drawCell) => this.paper.artifact('Pagination', drawCell)),
    };
  }

  private draw({ cells, from, to }: Slice, top: number, mark: (cell: SetCell, drawCell: () => void) => void): void {
    const { paper, size } = this;
    const first = top + (from === 0 ? PADDING : 0);
    for (const cell of cells) {
      const { left, width, atEnd } = cell.column;
      const lines = cell.lines.slice(from, to);
      if (lines.length === 0) continue;
      mark(cell, () => {
        lines.forEach((line, index) => {
          const start = atEnd ? left + width - line.width : left;
          paper.line(line, { left: start, top: first + index * leading(size) }, size);
        });
      });
    }
    const bottom = first + (to - from) * leading(size) + PADDING;
    if (to === lineCount(cells)) paper.rule({ left: sheet.left, top: bottom }, sheet.width);
  }
}

/** Lines of the tallest cell; an empty row is as high as one line. */
function lineCount(cells: readonly SetCell[]): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length));
}
