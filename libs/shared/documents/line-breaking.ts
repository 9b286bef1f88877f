import type { Face } from './font-files';

/** Text of one face: `shown` is what the font can draw, `actual` what the document says. */
export interface Atom {
  readonly face: Face;
  readonly shown: string;
  readonly actual: string;
}

/** Atoms of one face side by side, with their width in points. */
export interface Piece extends Atom {
  readonly width: number;
}

/** Pieces from left to right. The width leaves out the space at the end of a line that goes on below. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** Width of text in points, at the size that the caller has chosen. */
export type Measure = (shown: string, face: Face) => number;

/** What stays on one line if it fits: a word, or a part of one that ends with a hyphen. */
interface Word {
  readonly atoms: readonly Atom[];
  /** The space before the word, unless the word before ends with a hyphen. */
  readonly space: Atom | undefined;
}

// "multi-agency" may end a line at its hyphen, "2025-26" may not.
const AFTER_HYPHEN = /(?<=\p{L}[-\u2013\u2014/])(?=\p{L})/u;
// Not \s: a no-break space belongs to its word.
const TOKENS = /\n|[ ]+|[^\n ]+/g;

/** The lines of a text in a column of that width in points. A word wider than the column is cut between characters. */
export function breakLines(atoms: readonly Atom[], width: number, measure: Measure): readonly Line[] {
  return hardLines(atoms).flatMap((words, index, all) => {
    const setter = new LineSetter(width, measure);
    words.forEach((word) => setter.add(word));
    return setter.lines({ isLast: index === all.length - 1 });
  });
}

/** Widths in points of the longest word and of the longest line if nothing but the text itself ended it. */
export function widthsOf(atoms: readonly Atom[], measure: Measure): { readonly word: number; readonly line: number } {
  const words = hardLines(atoms).flat();
  const widths = words.map((word) => word.atoms.reduce((sum, { shown, face }) => sum + measure(shown, face), 0));
  const lines = breakLines(atoms, Number.POSITIVE_INFINITY, measure);
  return { word: Math.max(0, ...widths), line: Math.max(0, ...lines.map(({ width }) => width)) };
}

/** Words of each line that the text itself ends. */
function hardLines(atoms: readonly Atom[]): readonly (readonly Word[])[] {
  const lines: Word[][] = [[]];
  let space: Atom | undefined;
  let open = false;
  for (const atom of atoms.flatMap(tokens)) {
    const words = lines.at(-1) ?? [];
    const last = words.at(-1);
    if (atom.shown === '\n') {
      lines.push([]);
      [space, open] = [undefined, false];
    } else if (atom.shown.startsWith(' ')) {
      // Spaces are set as one, as in HTML, and none begins a line.
      [space, open] = [words.length > 0 ? { ...atom, shown: ' ', actual: ' ' } : undefined, false];
    } else if (open && last !== undefined && !AFTER_HYPHEN.test(`${last.atoms.at(-1)?.shown ?? ''}${atom.shown}`)) {
      words[words.length - 1] = { ...last, atoms: [...last.atoms, atom] };
    } else {
      words.push({ atoms: [atom], space: open ? undefined : space });
      [space, open] = [undefined, true];
    }
  }
  // Line feeds at the end of a text say nothing.
  return lines.slice(0, lines.findLastIndex((words) => words.length > 0) + 1);
}

function tokens(atom: Atom): readonly Atom[] {
  if (atom.shown !== atom.actual) return [atom];
  const found = atom.shown.match(TOKENS) ?? [];
  return found.flatMap((token) => token.split(AFTER_HYPHEN)).map((text) => ({ ...atom, shown: text, actual: text }));
}

/** Fills one line after the other. */
class LineSetter {
  private readonly done: Line[] = [];
  private atoms: Atom[] = [];
  private filled = 0;

  constructor(
    private readonly width: number,
    private readonly measure: Measure,
  ) {}

  add({ atoms, space }: Word): void {
    const needed = this.widthOf(atoms);
    if (this.atoms.length > 0 && this.filled + this.widthOf(space ? [space] : []) + needed > this.width) this.end(space);
    else if (space) this.set(space);
    if (needed > this.width) atoms.forEach((atom) => this.cut(atom));
    else atoms.forEach((atom) => this.set(atom));
  }

  lines({ isLast }: { readonly isLast: boolean }): readonly Line[] {
    const face = this.atoms.at(-1)?.face;
    this.end(isLast || face === undefined ? undefined : { face, shown: ' ', actual: ' ' });
    return this.done;
  }

  private cut(atom: Atom): void {
    const characters = atom.shown === atom.actual ? graphemesOf(atom.shown) : [atom.shown];
    for (const character of characters) {
      const part = characters.length === 1 ? atom : { ...atom, shown: character, actual: character };
      if (this.atoms.length > 0 && this.filled + this.widthOf([part]) > this.width) this.end(undefined);
      this.set(part);
    }
  }

  private set(atom: Atom): void {
    this.atoms.push(atom);
    this.filled += this.widthOf([atom]);
  }

  /** The space is drawn at the line's end, so that whoever takes the text out of the PDF finds words apart. */
  private end(space: Atom | undefined): void {
    const pieces = merged(this.atoms).map((atom) => ({ ...atom, width: this.widthOf([atom]) }));
    const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
    const drawn = space ? [...pieces, { ...space, width: this.widthOf([space]) }] : pieces;
    this.done.push({ pieces: drawn, width });
    [this.atoms, this.filled] = [[], 0];
  }

  private widthOf(atoms: readonly Atom[]): number {
    return atoms.reduce((sum, { shown, face }) => sum + this.measure(shown, face), 0);
  }
}

/** Neighbours of one face as one, those that the font lacks apart from those that it has. */
function merged(atoms: readonly Atom[]): readonly Atom[] {
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const last = joined.at(-1);
    if (last?.face === atom.face && (last.shown === last.actual) === (atom.shown === atom.actual)) {
      joined[joined.length - 1] = { ...last, shown: last.shown + atom.shown, actual: last.actual + atom.actual };
    } else {
      joined.push(atom);
    }
  }
  return joined;
}

let segmenter: Intl.Segmenter | undefined;

/** What a reader counts as characters: a letter with its accents is one. */
export function graphemesOf(text: string): readonly string[] {
  segmenter ??= new Intl.Segmenter('en-GB', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
