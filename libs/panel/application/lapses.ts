import { decisionEvents } from '@accord/panel/contracts';
import { urgentLapseDecider } from '@accord/panel/domain';
import { actingAlone } from '@accord/shared/commands';
import type { CommandRunner, NameBasedId } from '@accord/shared/commands';
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
    const context = actingAlone({ job: 'record-lapses', about: id, now }, nameBasedId);
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
