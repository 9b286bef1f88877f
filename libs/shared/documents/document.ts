import type { Instant } from '@accord/shared/kernel';

/**
 * A document as data: what it says, and nothing of how it looks. Both editions (`toHtml`, `toPdf`) are made
 * from this alone, so the same document is always the same bytes.
 *
 * Text may hold any character. A line feed starts a new line (in titles, headings, captions, column heads
 * and markings it is a space). Control characters and the characters that reorder text (bidirectional
 * embeddings, overrides and isolates) are shown as U+FFFD, so that a reader sees what is stored.
 */
export interface WrittenDocument {
  /** What the document is, for example "Minutes of the panel of 6 October 2025"; 1 to 300 characters. */
  readonly title: string;
  readonly language: 'en-GB';
  /** The moment for which the document speaks. It is the only date in either edition's metadata. */
  readonly asOf: Instant;
  /** Lines that say who writes; the first is the organisation's name. */
  readonly letterhead?: readonly string[];
  /** Lines of the person to whom the document goes: name first. */
  readonly address?: readonly string[];
  /** How the document is to be handled, shown on every page: "DRAFT", "Official - sensitive"; at most 100 characters. */
  readonly marking?: string;
  readonly blocks: readonly Block[];
}

/** A part of a document, read from top to bottom. */
export type Block = Heading | Paragraph | Pairs | List | Table | Signature | PageBreak;

/** The title is the first heading of the page (`h1`, `H1`); a heading of level 1 comes below it (`h2`, `H2`). */
export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: RunningText;
}

/** Facts with a name each: "Date of meeting", "6 October 2025". Without pairs nothing is shown. */
export interface Pairs {
  readonly kind: 'pairs';
  readonly pairs: readonly { readonly label: string; readonly value: RunningText }[];
}

/** Points with a bullet each, or numbered from 1. Without items nothing is shown. */
export interface List {
  readonly kind: 'list';
  readonly numbered: boolean;
  readonly items: readonly RunningText[];
}

/** Rows under column heads. Every row has a cell for every column. */
export interface Table {
  readonly kind: 'table';
  /** What the table shows; never empty, because a listener hears it before the cells. */
  readonly caption: string;
  /** 1 to 12: more would not fit across a page. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly head: string;
  /** `end` puts the figures of a column of money under each other. */
  readonly align?: 'start' | 'end';
}

/** The foot of a letter: room to sign, then name, role and organisation. Stays together on one page. */
export interface Signature {
  readonly kind: 'signature';
  readonly lines: readonly string[];
}

/** What follows starts on a new page, in print and in the PDF. */
export interface PageBreak {
  readonly kind: 'page-break';
}

/** Text, or runs of text of which some stand out. */
export type RunningText = string | readonly Run[];

export interface Run {
  readonly text: string;
  readonly as?: 'strong' | 'emphasis';
}
