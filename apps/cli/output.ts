import type { ProjectionProgress } from '@accord/shared/read-store';

/** Prints the result: JSON alone on standard output, or text for a person. Progress goes to standard error. */
export function printResult(json: boolean, result: unknown, text: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(result) : text()}\n`);
}

/** Writes one line of progress over the last one on a terminal, and nothing where nobody watches. */
export function showProgress({ projection, phase, done, position, head, eventsPerSecond }: ProjectionProgress): void {
  if (!process.stderr.isTTY) return;
  const part = head > 0 ? Math.min(100, Math.floor((100 * (position + 1)) / (head + 1))) : 100;
  process.stderr.write(`\r\u001b[K${projection}: ${phase} ${part} %, ${done} events, ${eventsPerSecond}/s`);
}

/** The hundredth that the bar showed last; a sweep tells of every child, or of every few hundred. */
let shown: number | undefined;

/** A bar over the last one on a terminal, a hundred times or so in all, and nothing where nobody watches. */
export function showChildren({ done, of }: { readonly done: number; readonly of: number }): void {
  const hundredth = of === 0 ? 100 : Math.floor((100 * done) / of);
  if (!process.stderr.isTTY || (done < of && hundredth === shown)) return;
  shown = done < of ? hundredth : undefined;
  const filled = of === 0 ? 20 : Math.min(20, Math.floor((20 * done) / of));
  process.stderr.write(`\r\u001b[K[${'#'.repeat(filled)}${'.'.repeat(20 - filled)}] ${done} of ${of} children`);
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
