import { buffer } from 'node:stream/consumers';
import { faces } from './font-files';
import type { Line, Measure, Piece } from './line-breaking';
import { escaped } from './markup';
import type { Fonts } from './opened-fonts';
import type { Covers } from './printable-text';

/** A place in the structure that a screen reader walks through: type as in ISO 32000-1, 14.8.4 (`P`, `H1`, `TD`). */
export interface Element {
  readonly type: string;
  readonly struct: PDFKit.PDFStructureElement;
}

/** Where something is drawn, in points from the top left corner of the sheet. */
export interface Spot {
  readonly left: number;
  readonly top: number;
}

/** Attributes of an element, ISO 32000-1, 14.8.5: what a head is the head of, how a list counts. */
export interface Attributes {
  readonly O: 'Table' | 'List';
  readonly Scope?: 'Column';
  readonly ListNumbering?: 'Disc' | 'Decimal';
}

/** Accents that join letters, and a script whose letters join each other: shapes are not characters there. */
const NOT_READ_AS_DRAWN = /\p{M}|\p{Script=Devanagari}/u;

/** A PDF in the making: draws lines where it is told, and says of each what it is. */
export class Paper {
  /** The element that holds all others. */
  readonly root: Element;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly fonts: Fonts,
  ) {
    for (const face of faces) {
      // The cast: pdfkit takes an opened font too, which its types leave out.
      pdf.registerFont(face, fonts[face] as unknown as ArrayBuffer);
    }
    this.root = { type: 'Document', struct: pdf.struct('Document') };
    pdf.addStructure(this.root.struct);
  }

  /** Widths of text in points, at that size in points. */
  readonly measure = (size: number): Measure => {
    return (shown, face) => this.pdf.font(face, size).widthOfString(shown);
  };

  /** Whether the font of that face can draw the character. */
  readonly covers: Covers = (codePoint, face) => {
    return this.fonts[face].hasGlyphForCodePoint(codePoint);
  };

  /** A new element at the end of its parent: elements are read in the order in which they are made. */
  element(type: string, parent: Element = this.root, attributes?: Attributes): Element {
    const struct = this.pdf.struct(type);
    if (attributes) {
      // The cast: the types leave out the element's dictionary, whose entry A holds the attributes.
      (struct as unknown as { dictionary: { data: { A?: Record<string, string> } } }).dictionary.data.A = { ...attributes };
    }
    parent.struct.add(struct);
    return { type, struct };
  }

  addPage(): void {
    this.pdf.addPage();
  }

  /** What is drawn belongs to the element. */
  tagged({ type, struct }: Element, draw: () => void): void {
    struct.add(this.pdf.markStructureContent(type));
    draw();
    this.pdf.endMarkedContent();
  }

  /** What is drawn is not read aloud: rules, and what every page repeats. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  line(line: Line, { left, top }: Spot, size: number): void {
    let at = left;
    for (const piece of line.pieces) {
      this.piece(piece, { left: at, top }, size);
      at += piece.width;
    }
  }

  rule({ left, top }: Spot, width: number): void {
    this.artifact('Layout', () => {
      this.pdf.save().lineWidth(0.5).moveTo(left, top).lineTo(left + width, top).stroke('#505a5f').restore();
    });
  }

  /** Ends the document. */
  async finish(): Promise<Uint8Array> {
    const { pdf } = this;
    const { Title = '' } = pdf.info;
    const endMetadata = pdf.endMetadata.bind(pdf);
    // By then the title is written as the document's; pdfkit puts it once more, as it is, between XML tags.
    pdf.endMetadata = () => {
      pdf.info.Title = escaped(Title);
      endMetadata();
    };
    pdf.end();
    return buffer(pdf);
  }

  private piece({ shown, actual, face }: Piece, { left, top }: Spot, size: number): void {
    this.pdf.font(face, size);
    // Then a screen reader still says the text as it is written, and a search still finds it.
    const isSpelt = shown !== actual || NOT_READ_AS_DRAWN.test(shown);
    if (isSpelt) this.pdf.markContent('Span', { actual });
    this.pdf.text(shown, left, top, { lineBreak: false });
    if (isSpelt) this.pdf.endMarkedContent();
  }
}
