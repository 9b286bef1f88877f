import { columnWidths } from './column-widths';
import { paginate } from './pagination';
import type { Strip } from './pagination';

/** Pages as the names of what is drawn on them, on pages 100 points high. */
function pagesOf(strips: readonly (Partial<Strip> & { readonly name: string })[]): readonly string[] {
  let drawn = '';
  const drawing = (name: string) => (top: number) => {
    drawn += `${name}@${top} `;
  };
  const pages = paginate(
    strips.map(({ name, ...rest }) => ({ height: 30, before: 0, withNext: false, draw: drawing(name), ...rest })),
    { top: 0, bottom: 100 },
  );
  return pages.map((page) => {
    drawn = '';
    page.forEach(({ draw, top }) => draw(top));
    return drawn.trim();
  });
}

describe('A page', () => {
  it('ends where the next line would not fit', () => {
    expect(pagesOf([{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }])).toEqual(['a@0 b@30 c@60', 'd@0']);
  });
  it('leaves out the room above what it begins with', () => {
    expect(pagesOf([{ name: 'a', before: 20 }, { name: 'b', before: 20 }, { name: 'c', before: 20 }])).toEqual(['a@0 b@50', 'c@0']);
  });
  it('does not end with a heading', () => {
    expect(pagesOf([{ name: 'a' }, { name: 'b' }, { name: 'heading', withNext: true }, { name: 'text' }])).toEqual(['a@0 b@30', 'heading@0 text@30']);
  });
  it('ends within lines that belong together where no page could hold them all', () => {
    const together = ['a', 'b', 'c', 'd'].map((name) => ({ name, withNext: true }));
    expect(pagesOf(together)).toEqual(['a@0 b@30 c@60', 'd@0']);
  });
  it('begins where the document asks for it, and is never left empty', () => {
    expect(pagesOf([{ name: 'a', onNewPage: true }, { name: 'b', onNewPage: true }])).toEqual(['a@0', 'b@0']);
    expect(pagesOf([])).toEqual(['']);
  });
  it('repeats the heads of a table that goes on', () => {
    let heads = 0;
    const head = { height: 10, draw: () => void (heads += 1) };
    const rows = ['1', '2', '3', '4', '5'].map((name) => ({ name, head }));
    expect(pagesOf([{ name: 'heads', withNext: true }, ...rows])).toEqual(['heads@0 1@30 2@60', '3@10 4@40 5@70']);
    expect(heads).toBe(1);
  });
});

describe('The width of a table', () => {
  it('goes to columns by their longest lines, where they fit', () => {
    expect(columnWidths([{ word: 5, line: 10 }, { word: 5, line: 30 }], 80)).toEqual([20, 60]);
  });
  it('gives every column its longest word, and the rest to those with more to say', () => {
    expect(columnWidths([{ word: 20, line: 20 }, { word: 10, line: 200 }], 100)).toEqual([20, 80]);
  });
  it('is taken from the widest columns, where words have to be cut', () => {
    expect(columnWidths([{ word: 10, line: 10 }, { word: 500, line: 500 }, { word: 90, line: 90 }], 100)).toEqual([10, 45, 45]);
  });
});
