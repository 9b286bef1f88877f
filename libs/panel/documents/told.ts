import type { New } from '@accord/shared/event-contracts';
import type { Instant } from '@accord/shared/kernel';

/** Whether personal fields are opened for the person who reads, or left out. */
export type Personal = 'opened' | 'withheld';

/** An event as the person who reads may see it: personal fields `null` where erased, absent where withheld. */
export interface ToldEvent {
  readonly position: number;
  readonly type: string;
  readonly recordedAt: Instant;
  readonly data: Readonly<Record<string, unknown>>;
}

type Clear<D> = New<D> extends { readonly data: infer C } ? C : never;
type PersonalIn<D> = D extends { readonly personal: infer P } ? keyof P : never;

/** The data of an event, personal fields as {@link ToldEvent} says. */
export type Opened<D> = Omit<Clear<D>, PersonalIn<D>> & { readonly [K in keyof Clear<D> & PersonalIn<D>]?: Clear<D>[K] | null | undefined };

export interface Told<D> {
  readonly position: number;
  readonly recordedAt: Instant;
  readonly data: Opened<D>;
}

/** The events of one kind, in the order of the record. */
export function told<D extends { readonly type: string }>(events: readonly ToldEvent[], { type }: D): readonly Told<D>[] {
  // The catalogue validated each event by this definition; its personal fields are as Opened says.
  return events.filter((event) => event.type === type) as unknown as readonly Told<D>[];
}

/** In the order of the record, in whatever order they were read. */
export const inOrder = <E extends { readonly position: number }>(events: readonly E[]): readonly E[] =>
  events.toSorted((one, two) => one.position - two.position);
