import { NoAnswer } from './errors';

/**
 * Waits for an answer no longer than the limit. A late answer, or a late failure, is dropped without
 * a trace: its caller already treats the outcome as unknown.
 * @throws NoAnswer when the limit is over, whatever rejected the answer otherwise
 */
export function within<T>(milliseconds: number, what: string, answer: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const limit = setTimeout(() => reject(new NoAnswer(`${what}: no answer within ${milliseconds} ms.`)), milliseconds);
    answer.then(
      (value) => {
        clearTimeout(limit);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(limit);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
