import type { WrittenDocument } from './document';
import { breakLines } from './line-breaking';
import type { Line } from './line-breaking';
import type { Area } from './pagination';
import type { Paper } from './paper';
import { atomsIn } from './printable-text';
import { shownOnOneLine } from './shown-text';
import { leading, sheet, sizes } from './sheet';

/** What every page repeats, and the room that it leaves for the text. */
export interface Furniture {
  readonly area: Area;
  /** Draws it on the current page; pages count from 1. */
  readonly draw: (page: number, pages: number) => void;
}

const EDGE = 34;
const GAP = 16;
const ROOM_FOR_NUMBER = 100;
const height = leading(sizes.small);

/**
 * The marking above and the title and "Page 1 of 3" below. All of it is repetition, which a screen reader
 * leaves out, but for the marking on the first page.
 */
export function furnitureOf({ title, marking = '' }: WrittenDocument, paper: Paper): Furniture {
  const set = (text: string, width: number, face: 'regular' | 'bold' = 'regular'): readonly Line[] =>
    breakLines(atomsIn(shownOnOneLine(text), face, paper.covers), width, paper.measure(sizes.small));
  const above = set(marking, sheet.width, 'bold');
  const below = set(title, sheet.width - ROOM_FOR_NUMBER);
  const foot = sheet.height - EDGE - below.length * height;
  const first = above.length > 0 ? paper.element('P') : undefined;
  const drawMarking = (): void => {
    above.forEach((line, index) => {
      paper.line(line, { left: sheet.left + (sheet.width - line.width) / 2, top: EDGE + index * height }, sizes.small);
    });
  };
  const drawFoot = (page: number, pages: number): void => {
    below.forEach((line, index) => paper.line(line, { left: sheet.left, top: foot + index * height }, sizes.small));
    for (const line of set(`Page ${page} of ${pages}`, ROOM_FOR_NUMBER)) {
      paper.line(line, { left: sheet.left + sheet.width - line.width, top: foot }, sizes.small);
    }
  };
  return {
    area: { top: above.length > 0 ? EDGE + above.length * height + GAP : sheet.top, bottom: foot - GAP },
    draw: (page, pages) => {
      if (page === 1 && first) paper.tagged(first, drawMarking);
      else if (first) paper.artifact('Pagination', drawMarking);
      paper.artifact('Pagination', () => drawFoot(page, pages));
    },
  };
}
