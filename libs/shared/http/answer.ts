import type { CommandOutcome } from '@accord/shared/commands';
import { RefusalProblem } from './problem';

/** What a handler that answers otherwise than as JSON sets of its answer: taken by Nest's `@Res({ passthrough: true })`. */
export interface Reply {
  headers(headers: Record<string, string>): unknown;
}

/** What a handler may add to the answer of a command. */
export interface AnswerAdditions {
  /** Address of the thing made, for the `Location` header. */
  readonly location?: string;
  /** Further members of the body. */
  readonly also?: Readonly<Record<string, unknown>>;
}

/** A command's answer with its status and headers; the shell's interceptor sends it. */
export class CommandAnswer {
  constructor(
    readonly status: 200 | 201,
    readonly headers: Readonly<Record<string, string>>,
    readonly body: Readonly<Record<string, unknown>>,
  ) {}
}

/**
 * Turns the outcome of a command into its answer: 201 where it began a stream, else 200; the new
 * revision as `ETag`, and the position, for `?after=`, in the body and as `Accord-Position`.
 * @throws RefusalProblem for a refusal, at the status of its kind
 */
export function answer(outcome: CommandOutcome, { location, also }: AnswerAdditions = {}): CommandAnswer {
  if (!outcome.ok) throw new RefusalProblem(outcome);
  const { stream, revision, position, events } = outcome;
  const began = events.length > 0 && revision === events.length - 1;
  return new CommandAnswer(
    began ? 201 : 200,
    {
      ETag: `"${revision}"`,
      'Accord-Position': String(position),
      ...(location === undefined ? {} : { Location: location }),
    },
    { id: stream.slice(-36), stream, revision, position, events, ...also },
  );
}
