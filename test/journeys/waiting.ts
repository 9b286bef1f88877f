import { setTimeout as pause } from 'node:timers/promises';

/** Asks until there is an answer. @throws Error where there is none in time */
export async function until<T>(ask: () => Promise<T | undefined>, withinMs = 10_000): Promise<T> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`It did not come about within ${withinMs} ms.`);
    await pause(10);
  }
}

/** An instant after everything recorded before the call, and before everything recorded after it. */
export async function instantBetween(): Promise<string> {
  const before = Date.now();
  const instant = await until(async () => (Date.now() > before ? Date.now() : undefined));
  await until(async () => (Date.now() > instant ? true : undefined));
  return new Date(instant).toISOString();
}
