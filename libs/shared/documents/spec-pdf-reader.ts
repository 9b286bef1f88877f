import { asDictionary, asList, asText, objectsOf, valuesIn } from './spec-pdf-syntax';
import type { Dictionary, Value } from './spec-pdf-syntax';

/** Text drawn at one go; lengths in points from the bottom left corner of the page. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Number of the marked content that it belongs to; none for artifacts. */
  readonly content: number | undefined;
}

/** An element of the structure with all the text in it, in reading order. */
export interface ReadElement {
  readonly type: string;
  readonly attributes: Dictionary;
  readonly text: string;
  readonly children: readonly ReadElement[];
}

interface Font {
  readonly characters: readonly string[];
  readonly widths: readonly number[];
}

/** What a reader of the PDF finds in it. Made for the specs of this folder and for what pdfkit writes uncompressed. */
export class PdfReader {
  readonly information: Dictionary;
  readonly catalogue: Dictionary;
  readonly id: string;
  readonly pages: readonly (readonly DrawnText[])[];
  private readonly objects;
  private readonly pageNumbers: readonly number[];

  constructor(readonly bytes: Uint8Array) {
    const { objects, trailer } = objectsOf(bytes);
    this.objects = objects;
    this.id = asText(asList(trailer.ID)[0]);
    this.catalogue = this.dictionary(trailer.Root);
    this.information = Object.fromEntries(Object.entries(this.dictionary(trailer.Info)).map(([key, value]) => [key, this.value(value)]));
    const kids = asList(this.dictionary(this.catalogue.Pages).Kids);
    this.pageNumbers = kids.map((kid) => Number(asDictionary(kid).ref));
    this.pages = kids.map((kid) => this.textsOf(this.dictionary(kid)));
  }

  /** The structure from its root. */
  get structure(): readonly ReadElement[] {
    const root = this.dictionary(this.catalogue.StructTreeRoot);
    return asList(root.K).map((kid) => this.element(this.dictionary(kid)));
  }

  /** All elements of a type, in reading order. */
  elements(type: string): readonly ReadElement[] {
    const found = (element: ReadElement): readonly ReadElement[] => [...(element.type === type ? [element] : []), ...element.children.flatMap(found)];
    return this.structure.flatMap(found);
  }

  /** All that is read aloud. */
  get text(): string {
    return this.structure.map(({ text }) => text).join('');
  }

  /** What is on a page and is not read aloud. */
  artifacts(page: number): string {
    return (this.pages[page] ?? []).filter(({ content }) => content === undefined).map(({ text }) => text).join('|');
  }

  stream(value: Value | undefined): string {
    return this.objects.get(Number(asDictionary(value).ref))?.stream ?? '';
  }

  dictionary(value: Value | undefined): Dictionary {
    return asDictionary(this.value(value));
  }

  private value(value: Value | undefined): Value | undefined {
    const { ref } = asDictionary(value);
    return ref === undefined ? value : this.objects.get(Number(ref))?.value;
  }

  private element(dictionary: Dictionary): ReadElement {
    const page = this.pageNumbers.indexOf(Number(asDictionary(dictionary.Pg).ref));
    const children: ReadElement[] = [];
    const texts = asList(dictionary.K).map((kid) => {
      const { MCID, Pg } = asDictionary(kid);
      if (typeof kid === 'number') return this.contentOf(page, kid);
      if (MCID !== undefined) return this.contentOf(this.pageNumbers.indexOf(Number(asDictionary(Pg).ref)), Number(MCID));
      const child = this.element(this.dictionary(kid));
      children.push(child);
      return child.text;
    });
    return { type: asText(dictionary.S), attributes: this.dictionary(dictionary.A), text: texts.join(''), children };
  }

  private contentOf(page: number, content: number): string {
    return (this.pages[page] ?? []).filter((drawn) => drawn.content === content).map(({ text }) => text).join('');
  }

  private fontsOf(page: Dictionary): ReadonlyMap<string, Font> {
    const fonts = this.dictionary(this.dictionary(page.Resources).Font);
    return new Map(Object.entries(fonts).map(([name, font]) => [name, this.font(this.dictionary(font))]));
  }

  private font(font: Dictionary): Font {
    const map = this.stream(font.ToUnicode);
    const characters = [...map.matchAll(/^<[0-9a-f]{4}> <[0-9a-f]{4}> \[(.*)\]$/gm)].flatMap(([, list = '']) =>
      [...list.matchAll(/<([^>]*)>/g)].map(([, hex = '']) => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')),
    );
    const widths = asList(asList(this.dictionary(asList(font.DescendantFonts)[0]).W)[1]).map(Number);
    return { characters, widths };
  }

  private textsOf(page: Dictionary): readonly DrawnText[] {
    const fonts = this.fontsOf(page);
    const drawn: DrawnText[] = [];
    const marks: { readonly content: number | undefined; readonly actual: string | undefined }[] = [];
    let operands: Value[] = [];
    let [left, base, size, font] = [0, 0, 0, fonts.get('')];
    for (const value of valuesIn(this.stream(page.Contents))) {
      const word = asDictionary(value).word;
      if (word === undefined) {
        operands.push(value);
        continue;
      }
      if (word === 'BDC' || word === 'BMC') marks.push(this.mark(operands, marks.at(-1)?.content));
      if (word === 'EMC') marks.pop();
      if (word === 'Tm') [left, base] = [Number(operands[4]), Number(operands[5])];
      if (word === 'Tf') [font, size] = [fonts.get(asText(operands[0])), Number(operands[1])];
      if (word === 'TJ' && font) {
        const { text, width } = shownIn(asList(operands[0]), font);
        const mark = marks.at(-1);
        const right = left + (width * size) / 1000;
        drawn.push({ text: mark?.actual ?? text, left, right, base, content: mark?.content });
        left = right;
      }
      operands = [];
    }
    return drawn;
  }

  private mark([, properties]: readonly Value[], around: number | undefined): { content: number | undefined; actual: string | undefined } {
    const { MCID, ActualText } = asDictionary(properties);
    return {
      content: MCID === undefined ? around : Number(MCID),
      actual: ActualText === undefined ? undefined : asText(ActualText),
    };
  }
}

function shownIn(parts: readonly Value[], { characters, widths }: Font): { readonly text: string; readonly width: number } {
  let text = '';
  let width = 0;
  for (const part of parts) {
    if (typeof part === 'number') {
      width -= part;
    } else {
      for (const [glyph] of asText(part).matchAll(/.{4}/g)) {
        text += characters[Number.parseInt(glyph, 16)] ?? '';
        width += widths[Number.parseInt(glyph, 16)] ?? 0;
      }
    }
  }
  return { text, width };
}
