/** Something of one height that is drawn across the page: a line of text, a row of a table. */
export interface Strip {
  /** In points, like all lengths here. */
  readonly height: number;
  /** Room above, left out at the top of a page. */
  readonly before: number;
  /** May not be the last strip of a page: a heading, the first line of a paragraph. */
  readonly withNext: boolean;
  /** Starts a new page. */
  readonly onNewPage?: boolean;
  /** Drawn again above this strip where it starts a page: the column heads of a table. */
  readonly head?: RepeatedHead;
  /** Draws on the current page; `top` is the strip's distance from the top of the sheet. */
  readonly draw: (top: number) => void;
}

export type RepeatedHead = Pick<Strip, 'height' | 'draw'>;

/** A strip's drawing and where it goes. */
export interface Placed {
  readonly top: number;
  readonly draw: (top: number) => void;
}

/** Where the text of a page starts and ends, from the top of the sheet. */
export interface Area {
  readonly top: number;
  readonly bottom: number;
}

/** Shares out the strips among pages; there is at least one page. A chain that no page can hold is broken where a page ends. */
export function paginate(strips: readonly Strip[], area: Area): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let at = area.top;
  const turn = (): void => {
    pages.push([]);
    at = area.top;
  };
  const place = (strip: Strip): void => {
    const page = pages.at(-1) ?? [];
    if (page.length > 0) {
      at += strip.before;
    } else if (strip.head) {
      page.push({ top: at, draw: strip.head.draw });
      at += strip.head.height;
    }
    page.push({ top: at, draw: strip.draw });
    at += strip.height;
  };
  const isEmpty = (): boolean => pages.at(-1)?.length === 0;
  for (const chain of chainsOf(strips)) {
    if (chain[0]?.onNewPage && !isEmpty()) turn();
    if (!isEmpty() && at + heightOf(chain, false) > area.bottom && area.top + heightOf(chain, true) <= area.bottom) turn();
    for (const strip of chain) {
      if (!isEmpty() && at + strip.before + strip.height > area.bottom) turn();
      place(strip);
    }
  }
  return pages;
}

/** Strips that want to be on one page together. */
function chainsOf(strips: readonly Strip[]): readonly (readonly Strip[])[] {
  const chains: Strip[][] = [];
  let goesOn = false;
  for (const strip of strips) {
    if (goesOn && !strip.onNewPage) chains.at(-1)?.push(strip);
    else chains.push([strip]);
    goesOn = strip.withNext;
  }
  return chains;
}

function heightOf(chain: readonly Strip[], atTop: boolean): number {
  const whole = chain.reduce((sum, { before, height }) => sum + before + height, 0);
  const [first] = chain;
  return atTop && first ? whole - first.before + (first.head?.height ?? 0) : whole;
}
