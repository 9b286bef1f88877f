/** Lets one writer at a time into a SQLite file, so that no writer ever blocks the thread on another. */
export class WriteGate {
  private last: Promise<void> = Promise.resolve();

  /** Waits for its turn; the caller opens the gate for the next one with the function it is given. */
  async enter(): Promise<() => void> {
    const before = this.last;
    let open: () => void = () => undefined;
    this.last = new Promise((resolve) => {
      open = resolve;
    });
    await before;
    return open;
  }

  async run<R>(work: () => R | Promise<R>): Promise<R> {
    const leave = await this.enter();
    try {
      return await work();
    } finally {
      leave();
    }
  }
}

const gates = new Map<string, WriteGate>();

/** The gate of a file, shared by every store of this process that opened it. */
export function gateOf(file: string): WriteGate {
  const gate = gates.get(file) ?? new WriteGate();
  gates.set(file, gate);
  return gate;
}
