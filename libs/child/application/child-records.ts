import { childEvents } from '@accord/child/contracts';
import { childDecider } from '@accord/child/domain';
import type { ChildCommand } from '@accord/child/domain';
import type { ChildLookup, CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { idFrom, nhsNumber } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';

export const childStream = { category: 'child', decider: childDecider, definitions: childEvents };

/** Children's records: opening one, and recording what happens to the child. */
export class ChildRecords {
  constructor(
    private readonly runner: CommandRunner,
    private readonly lookup: ChildLookup,
  ) {}

  child(id: string, command: ChildCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: childStream, id, command, context },
      facts: async (loader) => ({ nhsNumberBelongsTo: await this.ownerOfNumber(id, command, loader) }),
    });
  }

  /** The child with that NHS number. Separators are allowed; a malformed number finds nobody. */
  async findByNhsNumber(text: string): Promise<Id<'child'> | undefined> {
    const number = nhsNumber(text);
    return number.ok ? this.lookup.find('nhs-number', number.value) : undefined;
  }

  /**
   * Reserves the number for this child before the record is opened, so that of two requests at once only
   * one record is opened. A reservation whose command then fails is this child's own on the next try; where
   * nobody tries again, the look-up frees it after a while.
   */
  private async ownerOfNumber(id: string, command: ChildCommand, loader: FactLoader): Promise<Id<'child'> | undefined> {
    const child = idFrom<'child'>(id);
    if (command.type !== 'OpenChildRecord' || command.nhsNumber === undefined || !child) return undefined;
    const number = nhsNumber(command.nhsNumber);
    // A request that would be refused anyway must not reserve the number.
    const wouldOpen = childDecider.decide(command, (await loader.load(childStream, id)).state, {}).ok;
    return number.ok && wouldOpen ? this.lookup.claim('nhs-number', number.value, child) : undefined;
  }
}
