import type { Decision } from './refusal';

/**
 * The rules of one kind of stream. Pure: time, ids and randomness arrive in the command or the facts.
 *
 * - `decide` returns events or a refusal as a value; it never throws for a refusal.
 * - `evolve` is total: it never throws, reads no clock, and ignores nothing silently
 *   (its switch is exhaustive over `Recorded`).
 *
 * `Recorded` is the stored form of the events, in which personal fields are sealed: a rule can never
 * rest on a personal field, so that erasing a person leaves every decision replayable.
 */
export interface Decider<Command, State, New, Recorded, Facts = undefined> {
  readonly initial: State;
  evolve(state: State, event: Recorded): State;
  decide(command: Command, state: State, facts: Facts): Decision<New>;
}

/** Folds recorded events into the state of one stream. */
export function fold<State, Recorded>(
  decider: { readonly initial: State; evolve(state: State, event: Recorded): State },
  events: Iterable<Recorded>,
): State {
  let state = decider.initial;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}
