import { actingAlone } from '@accord/shared/commands';
import type { CommandRunner, NameBasedId } from '@accord/shared/commands';
import { londonDateOf } from '@accord/shared/kernel';
import type { Clock } from '@accord/shared/kernel';
import { agreementStream } from './agreements';
import type { AgreementsOnRecord } from './agreements-on-record';

export interface AgreementEndingsOptions {
  readonly runner: CommandRunner;
  readonly onRecord: Pick<AgreementsOnRecord, 'endedBy'>;
  readonly nameBasedId: NameBasedId;
  readonly clock: Clock;
}

/**
 * Writes down which agreements have ended by themselves (their notice has run, their term is over, nobody reviewed
 * them in time), and gives how many did now. Money does not wait for it: who pays is computed from the same facts.
 * Repeating it changes nothing.
 * @throws EndingBusy where others were at the agreement too; whoever runs the job tries it again
 */
export async function recordAgreementEndings({ runner, onRecord, nameBasedId, clock }: AgreementEndingsOptions): Promise<number> {
  const now = clock.now();
  const today = londonDateOf(now);
  let count = 0;
  for (const id of await onRecord.endedBy(today)) {
    const command = { type: 'RecordEnding' as const, today };
    const context = actingAlone({ job: 'record-agreement-endings', about: id, now }, nameBasedId);
    const facts = () => Promise.resolve({ registered: new Set<string>(), inherited: new Set<string>(), others: [] });
    const outcome = await runner.run({ streamType: agreementStream, id, command, context, facts });
    if (!outcome.ok && outcome.refusal === 'stream-busy') throw new EndingBusy();
    // Any refusal is an answer for good: the read model was behind, and the agreement goes on or its end is written down.
    if (outcome.ok && outcome.events.length > 0) count += 1;
  }
  return count;
}

/** The agreement was busy; nothing was changed. */
class EndingBusy extends Error {
  override readonly name = 'EndingBusy';
  constructor() {
    super('An agreement was busy; nothing was changed.');
  }
}
