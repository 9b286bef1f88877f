export type * from './document';
export { toHtml } from './to-html';
export { toPdf } from './to-pdf';
