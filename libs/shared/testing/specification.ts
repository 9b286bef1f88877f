import type { LoadedFact, StreamType } from '@accord/shared/commands';
import { catalogueOf, type AnyEventDefinition } from '@accord/shared/event-contracts';
import { fold, type Decider, type Decision } from '@accord/shared/kernel';
import { recordedForm, type ClearEvent } from './sealed-for-tests';

/** The rules of a stream and the contracts of its events; a `StreamType` is one. */
export interface SpecifiedStream<C, S, N, R, F> {
  readonly decider: Decider<C, S, N, R, F>;
  readonly definitions: readonly AnyEventDefinition[];
}

/** Facts may be left out where the rules need none. */
type Facts<F> = undefined extends F ? [facts?: F] : [facts: F];

export interface Given<C, N, F> {
  /** What has happened before, oldest first, personal fields in the clear. */
  given(...events: readonly N[]): When<C, N, F>;
  /** The same as `given()`: nothing has happened yet. */
  when(command: C, ...facts: Facts<F>): Then<N>;
}
export interface When<C, N, F> {
  when(command: C, ...facts: Facts<F>): Then<N>;
}
export interface Then<N> {
  /** Exactly these events, in this order, personal fields in the clear. */
  then(...events: readonly [N, ...N[]]): void;
  /** Accepted, and nothing changes. */
  thenNothing(): void;
  /** Refused with this code; where given, the sentence contains or matches `because`. */
  thenRefused(code: string, because?: string | RegExp): void;
}

/**
 * Given what happened, when a command comes, then ... : how the rules of one kind of stream are
 * specified. Events are written in the clear and checked against their contracts; the rules see
 * personal fields sealed, as they will in the record. What was decided is folded once more, so that
 * an event which `evolve` cannot take fails here.
 */
export function specification<C, S, N extends ClearEvent, R, F>(stream: SpecifiedStream<C, S, N, R, F>): Given<C, N, F> {
  const given = (...events: readonly N[]): When<C, N, F> => ({
    when: (command, ...facts) => {
      // `facts` is empty only where F allows undefined, by the type of the rest parameter.
      const decision = stream.decider.decide(command, stateAfter(stream, ...events), facts[0] as F);
      if (decision.ok) stateAfter(stream, ...events, ...decision.events);
      return outcome(stream, decision);
    },
  });
  return { given, when: (command, ...facts) => given().when(command, ...facts) };
}

function outcome<N extends ClearEvent>(stream: { readonly definitions: readonly AnyEventDefinition[] }, decision: Decision<N>): Then<N> {
  return {
    then(...events) {
      const catalogue = catalogueOf(stream.definitions);
      for (const event of events) catalogue.check(event.type, event.data);
      expect(decision).toEqual({ ok: true, events });
    },
    thenNothing: () => expect(decision).toEqual({ ok: true, events: [] }),
    thenRefused(code, because) {
      const sentence: unknown = expect.stringMatching(/\S/);
      expect(decision).toMatchObject({ ok: false, refusal: code, because: sentence });
      if (because === undefined || decision.ok) return;
      if (typeof because === 'string') expect(decision.because).toContain(because);
      else expect(decision.because).toMatch(because);
    },
  };
}

/** The state of a stream after these events, written in the clear. */
export function stateAfter<S, N extends ClearEvent, R>(
  stream: SpecifiedStream<never, S, N, R, never>,
  ...events: readonly N[]
): S {
  const catalogue = catalogueOf(stream.definitions);
  // The catalogue has validated each against the contract from which R is inferred.
  return fold(stream.decider, events.map((event) => recordedForm(catalogue, event) as R));
}

/** Another stream as a fact of a command: its state and last revision after these events. */
export function factAfter<C extends { readonly type: string }, S, N extends ClearEvent, R, F>(
  stream: StreamType<C, S, N, R, F>,
  ...events: readonly N[]
): LoadedFact<S> {
  return { state: stateAfter<S, N, R>(stream, ...events), revision: events.length > 0 ? events.length - 1 : undefined };
}
