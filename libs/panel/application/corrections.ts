import { decisionEvents } from '@accord/panel/contracts';
import { correctionDecider, panelDecider } from '@accord/panel/domain';
import type { CorrectionCommand, CorrectionFacts, DecisionState } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { decisionFact } from './decision-facts';
import { panelStream } from './panels';
import { registeredAgencies } from './people';

const correctionStream = { category: 'decision', decider: correctionDecider, definitions: decisionEvents };

/** Corrections of the record of decisions: loads what each rests on, lets the rules decide, and appends. */
export class Corrections {
  constructor(private readonly runner: CommandRunner) {}

  correct(decisionId: string, command: CorrectionCommand, context: RequestContext): Promise<CommandOutcome> {
    const { today, agency: actingAgency, actor } = context;
    return this.runner.run({
      ...{ streamType: correctionStream, id: decisionId, command, context },
      facts: async (loader) => {
        const { state: decision } = await loader.load(decisionFact, decisionId);
        const [panel, named] = await Promise.all([
          decision.status === 'unknown' ? panelDecider.initial : loader.load(panelStream, decision.panelId).then(({ state }) => state),
          this.named(command, decision, loader),
        ]);
        return { today, actingAgency, actor, panel, ...named };
      },
    });
  }

  /** The agencies that a request names, and the decisions whose lines the decision replaces. */
  private async named(command: CorrectionCommand, decision: DecisionState, loader: FactLoader): Promise<Pick<CorrectionFacts, 'registered' | 'ofChild'>> {
    if (command.type !== 'RequestCorrection' || decision.status !== 'recorded') return { registered: new Set(), ofChild: [] };
    const { lines = [], positions = [], conditions = [] } = command;
    const agencies = [
      ...lines.flatMap(({ split }) => split.parts.map(({ agencyId }) => agencyId)),
      ...positions.map(({ agencyId }) => agencyId),
      ...conditions.flatMap(({ owner }) => (owner === undefined ? [] : [owner.agencyId])),
    ];
    // A line goes on to replace what it replaced, whether or not the request says so.
    const replaced = new Set(decision.lines.flatMap(({ replaces }) => (replaces ? [replaces.decisionId] : [])));
    const [registered, ofChild] = await Promise.all([
      registeredAgencies(loader, agencies, decision.on),
      Promise.all([...replaced].map(async (id) => (await loader.load(decisionFact, id)).state)),
    ]);
    return { registered, ofChild };
  }
}
