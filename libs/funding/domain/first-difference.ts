/** Where two answers part first, as a path, with both values. */
export interface AnswerDifference {
  readonly at: string;
  readonly replayed: unknown;
  readonly stored: unknown;
}

/** The first place, in the order of the replayed answer, where two plain JSON values differ. */
export function firstDifference(replayed: unknown, stored: unknown, at = 'answer'): AnswerDifference | undefined {
  if (!isContainer(replayed) || !isContainer(stored)) {
    return Object.is(replayed, stored) ? undefined : { at, replayed, stored };
  }
  if (Array.isArray(replayed) !== Array.isArray(stored)) return { at, replayed, stored };
  const keys = [...new Set([...Object.keys(replayed), ...Object.keys(stored)])];
  for (const key of keys) {
    const difference = firstDifference(replayed[key], stored[key], `${at}.${key}`);
    if (difference) return difference;
  }
  return undefined;
}

const isContainer = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
