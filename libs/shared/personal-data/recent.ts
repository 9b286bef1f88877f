/**
 * Keeps what was loaded most recently, so that callers at the same time load it once. What turned out
 * absent, or failed, is not kept.
 */
export class Recent<T> {
  private readonly loaded = new Map<string, Promise<T | undefined>>();

  constructor(private readonly most: number) {}

  get(name: string, load: () => Promise<T | undefined>): Promise<T | undefined> {
    const known = this.loaded.get(name);
    // Reinserted at the end: a map keeps the order of insertion, so the first is the least recent.
    this.loaded.delete(name);
    const value = known ?? this.keptIfThere(name, load());
    this.loaded.set(name, value);
    if (this.loaded.size > this.most) this.forgetOldest();
    return value;
  }

  private keptIfThere(name: string, loading: Promise<T | undefined>): Promise<T | undefined> {
    const drop = () => {
      if (this.loaded.get(name) === loading) this.loaded.delete(name);
    };
    loading.then((value) => {
      if (value === undefined) drop();
    }, drop);
    return loading;
  }

  private forgetOldest(): void {
    for (const name of this.loaded.keys()) {
      this.loaded.delete(name);
      return;
    }
  }
}
