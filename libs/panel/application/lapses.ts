import { decisionEvents } from '@accord/panel/contracts';
import { urgentLapseDecider } from '@accord/panel/domain';
import type { CommandRunner, NameBasedId, RequestContext } from '@accord/shared/commands';
import { londonDateOf } from '@accord/shared/kernel';
import type { Clock } from '@accord/shared/kernel';
import type { UrgentDecisionsDue } from './urgent-decisions-due';

const lapseStream = { category: 'decision', decider: urgentLapseDecider, definitions: decisionEvents };

export interface LapsesOptions {
  readonly runner: CommandRunner;
  readonly due: UrgentDecisionsDue;
  readonly nameBasedId: NameBasedId;
  readonly clock: Clock;
}

/**
 * Writes down which urgent decisions have lapsed, and gives how many did now. Money does not wait for it: who pays
 * is computed from the last day for ratifying. Repeating it changes nothing.
 * @throws LapseBusy where others were at the decision too; whoever runs the job tries it again
 */
export async function lapseUrgentDecisions({ runner, due, nameBasedId, clock }: LapsesOptions): Promise<number> {
  const now = clock.now();
  const today = londonDateOf(now);
  let count = 0;
  for (const id of await due.dueBy(today)) {
    const command = { type: 'LapseUrgentDecision' as const, today };
    const context = contextOf(id, { nameBasedId, now });
    const outcome = await runner.run({ streamType: lapseStream, id, command, context, facts: () => Promise.resolve(undefined) });
    if (!outcome.ok && outcome.refusal === 'stream-busy') throw new LapseBusy();
    // Any refusal is an answer for good: the read model was behind, and the decision is settled or not yet due.
    if (outcome.ok && outcome.events.length > 0) count += 1;
  }
  return count;
}

/** The decision was busy; nothing was changed. */
class LapseBusy extends Error {
  override readonly name = 'LapseBusy';
  constructor() {
    super('An urgent decision was busy; nothing was changed.');
  }
}

/** Time alone acts, in the name of nobody and for no agency: the terms of reference say so beforehand. */
function contextOf(id: string, { nameBasedId, now }: { readonly nameBasedId: NameBasedId; readonly now: string }): RequestContext {
  const today = londonDateOf(now);
  // Of each day, so that a lapse refused as too early is not refused for ever under the same key.
  const commandId = nameBasedId('command', 'record-lapses', id, today);
  return {
    ...{ commandId, fingerprint: id, now, today },
    actor: nameBasedId('person', 'accord', 'record-lapses'),
    agency: nameBasedId('agency', 'accord'),
    role: 'record-lapses',
    lawfulBasis: 'public-task',
    correlationId: commandId,
  };
}
