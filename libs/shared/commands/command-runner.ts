import { effectOnRecord, runAttempt, type AttemptOptions } from './attempt';
import type { Pause } from './appending';
import { Lanes } from './lanes';
import { streamName } from './loading';
import type { CommandAnswers, CommandOutcome, CommandRequest, KeyedHash } from './ports';
import { refuseCommand } from './refusals';

/** Runs commands: load, decide, seal, append at the loaded revision, answer with the position. */
export interface CommandRunner {
  /**
   * The same key and body gives the same answer and no second effect, at whatever point an earlier
   * attempt was cut off; an effect on a stream is never the answer to another body for it, even after the
   * answers were lost. Without `expectedRevision` a command that loses the race for its stream is decided
   * again on what the winner left; with it, it is refused as stale.
   * @throws UnreadableEvent, EventStoreUnavailable, AppendFateUnknown, PersonalDataUnavailable: broken
   * infrastructure. To repeat the command under the same key is always right.
   */
  run<C extends { readonly type: string }, S, N extends { readonly type: string; readonly data: object }, R, F>(
    request: CommandRequest<C, S, N, R, F>,
  ): Promise<CommandOutcome>;
}

export interface CommandRunnerOptions extends Omit<AttemptOptions, 'patience'> {
  readonly answers: CommandAnswers;
  /** Keys the fingerprints of requests, here and nowhere else, before anything is kept of them. */
  readonly keyedHash: KeyedHash;
  /** Waits before a further attempt; give one with jitter. Default: no wait. */
  readonly pause?: Pause;
  /** How often a command is tried while others win the race for its stream. Default 10. */
  readonly attempts?: number;
}

export function commandRunner(options: CommandRunnerOptions): CommandRunner {
  const { answers, keyedHash, pause, attempts = 10, ...rest } = options;
  const lanes = new Lanes();
  const patience = { attempts, pause: pause ?? (() => Promise.resolve()) };
  return {
    run: (asked) => {
      const stream = streamName(asked.streamType, asked.id);
      return lanes.run(stream, async () => {
        const { commandId, now } = asked.context;
        const fingerprint = keyedHash(asked.context.fingerprint);
        const request = { ...asked, context: { ...asked.context, fingerprint } };
        const claimed = await answers.claim(commandId, fingerprint, now);
        switch (claimed.claim) {
          case 'answered':
            return claimed.outcome;
          case 'differs':
            return (await effectOnRecord(rest.events, { stream, context: request.context })) ?? refuseReused();
          case 'new':
            break;
        }
        for (let attempt = 1; attempt <= attempts; attempt++) {
          if (attempt > 1) await patience.pause(attempt);
          const result = await runAttempt({ ...rest, patience }, request);
          if (result.is === 'answer') return answers.record(commandId, result.outcome);
          if (result.is === 'reused') return refuseReused();
          if (result.is === 'stale') {
            return refuseCommand('revision-stale', 'Read it again, and send the request again if it is still right.');
          }
        }
        return refuseCommand('stream-busy', 'Nothing was changed. Send the same request again.');
      });
    },
  };
}

const refuseReused = () => refuseCommand('idempotency-key-reused', 'Send the changed request under a key of its own.');
