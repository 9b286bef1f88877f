export type * from './document';
export { toHtml } from './to-html';
export { toPdf } from './to-pdf';
export { editionOf, htmlHashOf, preferredEdition } from './editions';
export type { Edition, EditionAsked, EditionKind } from './editions';
