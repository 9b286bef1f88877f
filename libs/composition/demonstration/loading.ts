import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { nameBasedId } from '@accord/shared/commands-store';
import { londonDateOf } from '@accord/shared/kernel';
import type { Id, Shares } from '@accord/shared/kernel';
import type { Area } from '../area';
import { actingAs } from './people';
import type { PersonName } from './people';

/** A split in basis points, of agencies in order. */
export const shares = (...weights: readonly (readonly [Id<'agency'>, number])[]): Shares => ({
  kind: 'basis-points',
  parts: weights.map(([agencyId, weight]) => ({ agencyId, weight })),
});

/** A step of the demonstration, in the name of the person who would take it, under a fixed key. */
export function contextOf({ clock }: Area, step: string, person: PersonName): RequestContext {
  const now = clock.now();
  const commandId = nameBasedId('demonstration', 'command', step);
  return {
    ...{ commandId, fingerprint: commandId, correlationId: commandId, now, today: londonDateOf(now) },
    ...actingAs(person),
  };
}

/** The demonstration is our own: a refusal of it is a bug, said by its code. */
export function expectDone(outcome: CommandOutcome): void {
  if (!outcome.ok) throw new Error(`The demonstration area was refused: ${outcome.refusal}`);
}
