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

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}
