import type { CommandDone, CommandOutcome } from '@accord/shared/commands';
import { RefusalProblem } from './problem';

/** What a handler that answers otherwise than as JSON sets of its answer: taken by Nest's `@Res({ passthrough: true })`. */
export interface Reply {
  headers(headers: Record<string, string>): unknown;
}

/** What a handler may add to the answer of a command. */
export interface AnswerAdditions<Also extends object> {
  /** Address of the thing made, for the `Location` header. */
  readonly location?: string;
  /** Further members of the body. */
  readonly also?: Also;
}

/** What the body of every command's answer says. */
export interface CommandReceipt extends Omit<CommandDone, 'ok'> {
  readonly id: string;
}

/**
 * A command's answer with its status and headers; the shell's interceptor sends it. What its body says besides the
 * receipt stands in the return type of the handler: the description of the API is read from it.
 */
export class CommandAnswer<Also extends object = Record<never, never>> {
  constructor(
    readonly status: 200 | 201,
    readonly headers: Readonly<Record<string, string>>,
    readonly body: CommandReceipt & Also,
  ) {}
}

/**
 * Turns the outcome of a command into its answer: 201 where it began a stream, else 200; the new
 * revision as `ETag`, and the position, for `?after=`, in the body and as `Accord-Position`.
 * @throws RefusalProblem for a refusal, at the status of its kind
 */
export function answer<Also extends object = Record<never, never>>(outcome: CommandOutcome, { location, also }: AnswerAdditions<Also> = {}): CommandAnswer<Also> {
  if (!outcome.ok) throw new RefusalProblem(outcome);
  const { stream, revision, position, events } = outcome;
  const began = events.length > 0 && revision === events.length - 1;
  const receipt: CommandReceipt = { id: stream.slice(-36), stream, revision, position, events };
  return new CommandAnswer(
    began ? 201 : 200,
    {
      ETag: `"${revision}"`,
      'Accord-Position': String(position),
      ...(location === undefined ? {} : { Location: location }),
    },
    // Where nothing is said besides, the type that says so has no members either.
    { ...receipt, ...also } as CommandReceipt & Also,
  );
}
