import type { CommandOutcome, FactLoader, RequestContext, StreamType } from './ports';

/** One command on one stream. */
export interface CommandRequest<C extends { readonly type: string }, S, N, R, F> {
  readonly streamType: StreamType<C, S, N, R, F>;
  readonly id: string;
  readonly command: C;
  readonly context: RequestContext;
  /** Loads the streams that the decision rests on; called again on each retry. */
  facts(loader: FactLoader): Promise<F>;
}

/** Runs commands: load, decide, seal, append at the loaded revision, answer with the position. */
export interface CommandRunner {
  run<C extends { readonly type: string }, S, N extends { readonly type: string; readonly data: object }, R, F>(
    request: CommandRequest<C, S, N, R, F>,
  ): Promise<CommandOutcome>;
}
