import { decisionEvents } from '@accord/panel/contracts';
import { urgentDecider } from '@accord/panel/domain';
import type { MatterState, TakeUrgentDecision, UrgentFacts } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, NameBasedId, RequestContext } from '@accord/shared/commands';
import { instantOf, londonDateOf } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { decisionIdOf, decisionsOn } from './decision-facts';
import { decisionsAbout } from './decisions-of-child';
import type { DecisionsOfChild } from './decisions-of-child';
import { matterStream } from './matters';
import { panelStream } from './panels';
import { practitionersOf, registeredAgencies, schemesOf } from './people';

const urgentStream = { category: 'decision', decider: urgentDecider, definitions: decisionEvents };

export interface UrgentDecisionsOptions {
  readonly runner: CommandRunner;
  readonly nameBasedId: NameBasedId;
  readonly decisionsOfChild: DecisionsOfChild;
}

/** An urgent decision to record; its id follows from the matter. */
export type UrgentDecisionOf = Omit<TakeUrgentDecision, 'decisionId'>;

/** What officers decide between meetings: loads what it rests on, lets the rules decide, and appends. */
export class UrgentDecisions {
  constructor(private readonly options: UrgentDecisionsOptions) {}

  take(matterId: Id<'matter'>, urgent: UrgentDecisionOf, context: RequestContext): Promise<CommandOutcome> {
    const { runner, nameBasedId } = this.options;
    const decisionId = decisionIdOf(nameBasedId, matterId, 'urgent');
    const command = { ...urgent, decisionId };
    return runner.run({
      ...{ streamType: urgentStream, id: decisionId, command, context },
      facts: async (loader) => {
        const { state: matter } = await loader.load(matterStream, matterId);
        return this.factsOf(command, { matter, loader, actingAgency: context.agency });
      },
    });
  }

  private async factsOf(command: TakeUrgentDecision, { matter, loader, actingAgency }: Asked): Promise<UrgentFacts> {
    const { nameBasedId } = this.options;
    const payers = command.lines.flatMap(({ split }) => split.parts.map(({ agencyId }) => agencyId));
    const owners = command.conditions.flatMap(({ owner }) => (owner === undefined ? [] : [owner.agencyId]));
    const [panel, earlier, ofChild, registered, practitioners, schemes] = await Promise.all([
      matter.status === 'unknown' ? UNKNOWN : loader.load(panelStream, matter.panelId).then(({ state }) => state),
      decisionsOn(matter, { loader, nameBasedId }),
      this.ofChild(command, matter, loader),
      registeredAgencies(loader, [...payers, ...owners], londonDayOf(command.at)),
      practitionersOf(loader, command.officers.map(({ practitionerId }) => practitionerId)),
      schemesOf(loader, payers),
    ]);
    return { panel, matter, earlier, ofChild, registered, practitioners, schemes, actingAgency };
  }

  /** The decisions that may be in effect for the child, and those whose lines are to be replaced or ended. */
  private async ofChild({ lines, ends }: TakeUrgentDecision, matter: MatterState, loader: FactLoader): Promise<UrgentFacts['ofChild']> {
    if (matter.status === 'unknown') return [];
    const named = [...lines.flatMap(({ replaces }) => (replaces ? [replaces] : [])), ...ends].map(({ decisionId }) => decisionId);
    return decisionsAbout(matter.childId, named, { loader, decisionsOfChild: this.options.decisionsOfChild });
  }
}

interface Asked {
  readonly matter: MatterState;
  readonly loader: FactLoader;
  readonly actingAgency: string;
}
const UNKNOWN = { status: 'unknown' } as const;

/** The London day of a moment that is one; the rules refuse what is none. */
function londonDayOf(at: string): string | undefined {
  const instant = instantOf(at);
  return instant.ok ? londonDateOf(instant.value) : undefined;
}
