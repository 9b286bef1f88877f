import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { BrokenRecord, StreamWasDeleted } from './errors';
import { classify } from './failure';
import type { Settings } from './settings';
import { pause } from './time-limit';

/** Growing pauses with jitter, so that callers who failed together do not return together. */
export const pauses = ({ firstPauseMs, longestPauseMs }: Settings) =>
  new ExponentialBackoff<unknown>({ initialDelay: firstPauseMs, maxDelay: longestPauseMs });

/**
 * Repeats what failed for reasons that pass, until it succeeds or patience is over. Each try has its
 * own time limit; the last one may begin just before patience ends.
 * @throws the last error
 */
export async function persistently<T>(settings: Settings, attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + settings.patienceMs;
  const passing = (error: unknown): boolean => {
    const failure = classify(error);
    return Date.now() < until && (failure === 'not-stored' || failure === 'unknown') && !isOurOwn(error);
  };
  try {
    // Nearly every call ends here: the machinery below costs as much as a tenth of an append.
    return await attempt();
  } catch (error) {
    if (!passing(error)) throw error;
    const pacing = pauses(settings);
    await pause(pacing.next().duration);
    return retry(handleWhen(passing), { maxAttempts: Infinity, backoff: pacing }).execute(attempt);
  }
}

/** A verdict of this adapter about what is stored; repeating the call changes nothing. */
function isOurOwn(error: unknown): boolean {
  return error instanceof BrokenRecord || error instanceof StreamWasDeleted;
}
