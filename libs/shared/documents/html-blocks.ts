import type { Block, Column, List, Pairs, RunningText, Table } from './document';
import { escaped } from './markup';
import { runsOf, shownOnOneLine, shownText } from './shown-text';

/** Text on one line, fit to stand in an element. */
export const oneLine = (text: string): string => escaped(shownOnOneLine(text));
/** Text of which every line stands on its own. */
export const lines = (text: string): string => escaped(shownText(text)).replaceAll('\n', '<br>');

/** The blocks as HTML, each on a line of its own. */
export function htmlOfBlocks(blocks: readonly Block[]): string {
  return blocks.map(htmlOf).join('');
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${oneLine(block.text)}</h${block.level + 1}>\n`;
    case 'paragraph':
      return `<p>${running(block.text)}</p>\n`;
    case 'pairs':
      return htmlOfPairs(block);
    case 'list':
      return htmlOfList(block);
    case 'table':
      return htmlOfTable(block);
    case 'signature':
      return `<p class="signature">${lines(block.lines.join('\n'))}</p>\n`;
    case 'page-break':
      return '<div class="new-page"></div>\n';
  }
}

function running(text: RunningText): string {
  return runsOf(text)
    .map((run) => {
      const said = lines(run.text);
      if (run.as === undefined) return said;
      return run.as === 'strong' ? `<strong>${said}</strong>` : `<em>${said}</em>`;
    })
    .join('');
}

function htmlOfPairs({ pairs }: Pairs): string {
  if (pairs.length === 0) return '';
  const rows = pairs.map(({ label, value }) => `<dt>${lines(label)}</dt>\n<dd>${running(value)}</dd>\n`);
  return `<dl>\n${rows.join('')}</dl>\n`;
}

function htmlOfList({ numbered, items }: List): string {
  if (items.length === 0) return '';
  const tag = numbered ? 'ol' : 'ul';
  return `<${tag}>\n${items.map((item) => `<li>${running(item)}</li>\n`).join('')}</${tag}>\n`;
}

function htmlOfTable({ caption, columns, rows }: Table): string {
  const heads = columns.map((column) => `<th scope="col"${alignment(column)}>${oneLine(column.head)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, index) => `<td${alignment(columns[index])}>${lines(cell)}</td>`);
    return `<tr>${cells.join('')}</tr>\n`;
  });
  return [
    `<table>\n<caption>${oneLine(caption)}</caption>\n`,
    `<thead>\n<tr>${heads.join('')}</tr>\n</thead>\n`,
    `<tbody>\n${body.join('')}</tbody>\n</table>\n`,
  ].join('');
}

const alignment = (column: Column | undefined): string => (column?.align === 'end' ? ' class="end"' : '');
