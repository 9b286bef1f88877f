import type { Heading, List, Pairs, RunningText, Signature } from './document';
import type { Face } from './font-files';
import { breakLines } from './line-breaking';
import type { Line } from './line-breaking';
import type { Strip } from './pagination';
import type { Element, Paper } from './paper';
import { atomsIn, atomsOf } from './printable-text';
import { between, leading, sheet, sizes } from './sheet';
import { shownOnOneLine, shownText } from './shown-text';

/** A column of lines: which element they are, how far from the left edge of the text they stand. */
interface Column {
  readonly element: Element;
  readonly lines: readonly Line[];
  readonly indent: number;
}

const BULLET_INDENT = 18;
const LABEL_WIDTH = 150;
const GAP = 14;
const ROOM_TO_SIGN = 48;

/** Lines of running text in a column of that width. */
export function linesOf(text: RunningText, width: number, paper: Paper): readonly Line[] {
  return breakLines(atomsOf(text, paper.covers), width, paper.measure(sizes.body));
}

function linesIn(label: string, width: number, { paper, face }: { readonly paper: Paper; readonly face: Face }): readonly Line[] {
  return breakLines(atomsIn(shownText(label), face, paper.covers), width, paper.measure(sizes.body));
}

/** Columns beside each other, line by line; a page never ends or begins with one line of several. */
function columnStrips(columns: readonly Column[], before: number, paper: Paper): readonly Strip[] {
  const count = Math.max(0, ...columns.map(({ lines }) => lines.length));
  const height = leading(sizes.body);
  return Array.from({ length: count }, (_, index) => ({
    height,
    before: index === 0 ? before : 0,
    withNext: index < count - 1 && (index === 0 || index === count - 2),
    draw: (top: number) => {
      for (const { element, lines, indent } of columns) {
        const line = lines[index];
        if (line && line.pieces.length > 0) paper.tagged(element, () => paper.line(line, { left: sheet.left + indent, top }, sizes.body));
      }
    },
  }));
}

/** A paragraph across the page. */
export function paragraphStrips(text: RunningText, paper: Paper): readonly Strip[] {
  return columnStrips([{ element: paper.element('P'), lines: linesOf(text, sheet.width, paper), indent: 0 }], between, paper);
}

/** Lines that stay together: letterhead, address, signature. */
export function togetherStrips(text: RunningText, before: number, paper: Paper): readonly Strip[] {
  const lines = linesOf(text, sheet.width, paper);
  if (lines.length === 0) return [];
  const strips = columnStrips([{ element: paper.element('P'), lines, indent: 0 }], before, paper);
  return strips.map((strip, index) => ({ ...strip, withNext: index < strips.length - 1 }));
}

export function signatureStrips({ lines }: Signature, paper: Paper): readonly Strip[] {
  return togetherStrips(lines.join('\n'), ROOM_TO_SIGN, paper);
}

/** A heading; level 0 is the document's title. It never ends a page. */
export function headingStrips({ level, text }: { readonly level: 0 | Heading['level']; readonly text: string }, paper: Paper): readonly Strip[] {
  const size = sizes.heading[level];
  const element = paper.element(`H${level + 1}`);
  const lines = breakLines(atomsIn(shownOnOneLine(text), 'bold', paper.covers), sheet.width, paper.measure(size));
  return lines.map((line, index) => ({
    height: leading(size),
    before: index === 0 ? between * 1.8 : 0,
    withNext: true,
    draw: (top: number) => paper.tagged(element, () => paper.line(line, { left: sheet.left, top }, size)),
  }));
}

/** Each point is an item with its label (bullet or number) and its body. */
export function listStrips({ numbered, items }: List, paper: Paper): readonly Strip[] {
  if (items.length === 0) return [];
  const list = paper.element('L', paper.root, { O: 'List', ListNumbering: numbered ? 'Decimal' : 'Disc' });
  const widest = paper.measure(sizes.body)(`${items.length}.`, 'regular');
  const indent = numbered ? Math.max(BULLET_INDENT, widest + 8) : BULLET_INDENT;
  return items.flatMap((item, index) => {
    const label = linesIn(numbered ? `${index + 1}.` : '\u2022', indent, { paper, face: 'regular' });
    return itemStrips({ list, label, body: linesOf(item, sheet.width - indent, paper), indent, first: index === 0 }, paper);
  });
}

/** Name and value beside each other: in a PDF a list whose labels are the names (ISO 32000-1, table 336). */
export function pairStrips({ pairs }: Pairs, paper: Paper): readonly Strip[] {
  if (pairs.length === 0) return [];
  const list = paper.element('L');
  return pairs.flatMap(({ label, value }, index) => {
    const body = linesOf(value, sheet.width - LABEL_WIDTH - GAP, paper);
    const indent = LABEL_WIDTH + GAP;
    return itemStrips({ list, label: linesIn(label, LABEL_WIDTH, { paper, face: 'bold' }), body, indent, first: index === 0 }, paper);
  });
}

interface Item {
  readonly list: Element;
  readonly label: readonly Line[];
  readonly body: readonly Line[];
  readonly indent: number;
  readonly first: boolean;
}

function itemStrips({ list, label, body, indent, first }: Item, paper: Paper): readonly Strip[] {
  const item = paper.element('LI', list);
  const columns = [
    { element: paper.element('Lbl', item), lines: label, indent: 0 },
    { element: paper.element('LBody', item), lines: body, indent },
  ];
  return columnStrips(columns, first ? between : 3, paper);
}
