const MOST_FRAMES = 20;
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,80}$/;

/** What may be written of an error. */
export interface ErrorFields {
  readonly name: string;
  readonly code?: string;
  /** Where it was thrown: the frames of the stack without the message above them. */
  readonly frames: readonly string[];
  readonly cause?: ErrorFields;
}

/**
 * Reduces an error to what is never personal: its class, its code, the places in the program, and the
 * same of its cause. The message is left out, since it may quote what a person typed or a row holds.
 */
export function errorFields(error: unknown, depth = 0): ErrorFields {
  if (!looksLikeError(error)) return { name: typeof error, frames: [] };
  const code = typeof error.code === 'string' && NAME.test(error.code) ? error.code : undefined;
  return {
    name: NAME.test(error.name) ? error.name : 'Error',
    ...(code === undefined ? {} : { code }),
    frames: framesOf(error),
    ...(error.cause === undefined || depth >= 3 ? {} : { cause: errorFields(error.cause, depth + 1) }),
  };
}

/** By its members, not its class: an error thrown in another realm (a worker, a vm) has another class. */
interface ErrorLike {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: unknown;
  readonly cause?: unknown;
}

const looksLikeError = (value: unknown): value is ErrorLike =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'message' in value &&
  typeof value.message === 'string' &&
  (!('stack' in value) || value.stack === undefined || typeof value.stack === 'string');

/** The message comes first in a stack and may have lines that look like frames, so it is cut off whole. */
function framesOf({ stack, message }: ErrorLike): readonly string[] {
  if (stack === undefined) return [];
  const after = message === '' ? 0 : stack.indexOf(message) + message.length;
  if (message !== '' && !stack.includes(message)) return [];
  return stack
    .slice(after)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim());
}
