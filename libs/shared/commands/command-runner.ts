import { runAttempt, type AttemptOptions } from './attempt';
import type { Pause } from './appending';
import { Lanes } from './lanes';
import { streamName } from './loading';
import type { CommandAnswers, CommandOutcome, CommandRequest } from './ports';
import { refuseCommand } from './refusals';

/** Runs commands: load, decide, seal, append at the loaded revision, answer with the position. */
export interface CommandRunner {
  /**
   * The same key and body gives the same answer and no second effect, at whatever point an earlier
   * attempt was cut off. Without `expectedRevision` a command that loses the race for its stream is
   * decided again on what the winner left; with it, it is refused as stale.
   * @throws UnreadableEvent, EventStoreUnavailable, AppendFateUnknown, PersonalDataUnavailable: broken
   * infrastructure. To repeat the command under the same key is always right.
   */
  run<C extends { readonly type: string }, S, N extends { readonly type: string; readonly data: object }, R, F>(
    request: CommandRequest<C, S, N, R, F>,
  ): Promise<CommandOutcome>;
}

export interface CommandRunnerOptions extends Omit<AttemptOptions, 'patience'> {
  readonly answers: CommandAnswers;
  /** Waits before a further attempt; give one with jitter. Default: no wait. */
  readonly pause?: Pause;
  /** How often a command is tried while others win the race for its stream. Default 10. */
  readonly attempts?: number;
}

export function commandRunner({ answers, pause, attempts = 10, ...rest }: CommandRunnerOptions): CommandRunner {
  const lanes = new Lanes();
  const patience = { attempts, pause: pause ?? (() => Promise.resolve()) };
  return {
    run: (request) =>
      lanes.run(streamName(request.streamType, request.id), async () => {
        const { commandId, fingerprint, now } = request.context;
        const claimed = await answers.claim(commandId, fingerprint, now);
        switch (claimed.claim) {
          case 'answered':
            return claimed.outcome;
          case 'differs':
            return refuseCommand('idempotency-key-reused', 'Send the changed request under a key of its own.');
          case 'new':
            break;
        }
        for (let attempt = 1; attempt <= attempts; attempt++) {
          if (attempt > 1) await patience.pause(attempt);
          const result = await runAttempt({ ...rest, patience }, request);
          if (result.is === 'answer') return answers.record(commandId, result.outcome);
          if (result.is === 'stale') {
            return refuseCommand('revision-stale', 'Read it again, and send the request again if it is still right.');
          }
        }
        return refuseCommand('stream-busy', 'Nothing was changed. Send the same request again.');
      }),
  };
}
