/** What stands in order in some store, read a page ahead and taken one by one. */
export class PageCursor<T> {
  private page: readonly T[] = [];
  private place = 0;
  private coming: Promise<readonly T[] | undefined>;

  /** `nextPage` gives `undefined` after the last page; an empty page is not the end. */
  constructor(private readonly nextPage: () => Promise<readonly T[] | undefined>) {
    this.coming = this.ask();
  }

  /** The next one, once `filled` has said that there is one. */
  get next(): T | undefined {
    return this.page[this.place];
  }

  take(): void {
    this.place += 1;
  }

  /** Whether the page at hand holds another one: nothing to wait for. */
  get ready(): boolean {
    return this.place < this.page.length;
  }

  /** Waits for the next page where the one at hand is used up. */
  async fill(): Promise<void> {
    while (!this.ready) {
      const page = await this.coming;
      if (page === undefined) return;
      this.page = page;
      this.place = 0;
      this.coming = this.ask();
    }
  }

  private ask(): Promise<readonly T[] | undefined> {
    const page = this.nextPage();
    // Its error is seen when it is awaited; until then nobody may call it unhandled.
    page.catch(() => undefined);
    return page;
  }
}
