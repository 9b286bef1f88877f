import { decisionEvents } from '@accord/panel/contracts';
import { deliveryDecider, panelDecider } from '@accord/panel/domain';
import type { DeliveryCommand } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, RequestContext } from '@accord/shared/commands';
import { decisionFact } from './decision-facts';
import { panelStream } from './panels';

const deliveryStream = { category: 'decision', decider: deliveryDecider, definitions: decisionEvents };

/** Whether what was decided happened: conditions, and the provision of each line. */
export class Deliveries {
  constructor(private readonly runner: CommandRunner) {}

  report(decisionId: string, command: DeliveryCommand, context: RequestContext): Promise<CommandOutcome> {
    const { today, agency: actingAgency } = context;
    return this.runner.run({
      ...{ streamType: deliveryStream, id: decisionId, command, context },
      facts: async (loader) => {
        // Only to waive a condition takes a seat on the panel.
        if (command.type !== 'WaiveCondition') return { today, actingAgency, panel: panelDecider.initial };
        const { state: decision } = await loader.load(decisionFact, decisionId);
        const panel = decision.status === 'unknown' ? panelDecider.initial : (await loader.load(panelStream, decision.panelId)).state;
        return { today, actingAgency, panel };
      },
    });
  }
}
