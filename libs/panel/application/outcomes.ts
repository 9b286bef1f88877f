import { decisionEvents } from '@accord/panel/contracts';
import { outcomeDecider, panelDecider } from '@accord/panel/domain';
import type { DecisionState, MatterState, OutcomeFacts, RecordOutcome } from '@accord/panel/domain';
import { Lanes } from '@accord/shared/commands';
import type { CommandOutcome, CommandRunner, FactLoader, NameBasedId, RequestContext } from '@accord/shared/commands';
import { instantOf, londonDateOf } from '@accord/shared/kernel';
import type { WithoutDecisionId } from './considerations';
import { decisionIdOf, decisionsOn } from './decision-facts';
import { decisionsAbout } from './decisions-of-child';
import type { DecisionsOfChild } from './decisions-of-child';
import { panelStream } from './panels';
import { practitionersOf, registeredAgencies, schemesOf } from './people';
import { presentPeople, sittingFacts } from './sitting-facts';

const outcomeStream = { category: 'decision', decider: outcomeDecider, definitions: decisionEvents };

export interface OutcomesOptions {
  readonly runner: CommandRunner;
  readonly nameBasedId: NameBasedId;
  readonly decisionsOfChild: DecisionsOfChild;
}

/** An outcome to record; its decision follows from the matter and the meeting. */
export type OutcomeOf = WithoutDecisionId<RecordOutcome>;

/** Outcomes of matters in sittings: loads what each rests on, lets the rules decide, and appends. */
export class Outcomes {
  private readonly meetings = new Lanes();

  constructor(private readonly options: OutcomesOptions) {}

  /** One after another within a meeting: each rests on what the one before committed. */
  record(outcome: OutcomeOf, context: RequestContext): Promise<CommandOutcome> {
    const { runner, nameBasedId } = this.options;
    const decisionId = decisionIdOf(nameBasedId, outcome.matterId, outcome.meetingId);
    const command = { ...outcome, decisionId };
    return this.meetings.run(outcome.meetingId, () =>
      runner.run({
        ...{ streamType: outcomeStream, id: decisionId, command, context },
        facts: (loader) => this.factsOf(command, context, loader),
      }),
    );
  }

  private async factsOf(command: RecordOutcome, context: RequestContext, loader: FactLoader): Promise<OutcomeFacts> {
    const sitting = await sittingFacts(loader, command, context.agency);
    const payers = command.lines.flatMap(({ split }) => split.parts.map(({ agencyId }) => agencyId));
    const owners = command.conditions.flatMap(({ owner }) => (owner === undefined ? [] : [owner.agencyId]));
    const [earlier, ofChild, registered, practitioners, schemes, referredTo] = await Promise.all([
      this.earlierDecisions(command, sitting.matter, loader),
      this.ofChild(command, sitting.matter, loader),
      registeredAgencies(loader, [...payers, ...owners], londonDayOf(command.at)),
      practitionersOf(loader, payers.length === 0 ? [] : presentPeople(sitting, command.at)),
      schemesOf(loader, payers),
      command.referredTo === undefined ? panelDecider.initial : loader.load(panelStream, command.referredTo).then(({ state }) => state),
    ]);
    return { ...sitting, earlier, ofChild, registered, practitioners, schemes, referredTo };
  }

  /** What was decided of the matter in other meetings, or urgently between them. */
  private earlierDecisions({ meetingId }: RecordOutcome, matter: MatterState, loader: FactLoader): Promise<readonly DecisionState[]> {
    if (matter.status === 'unknown') return Promise.resolve([]);
    const meetings = matter.meetings.filter((each) => each !== meetingId);
    return decisionsOn({ ...matter, meetings }, { loader, nameBasedId: this.options.nameBasedId });
  }

  /** The decisions that may be in effect for the child, and those whose lines are to be replaced or ended. */
  private ofChild({ lines, ends }: RecordOutcome, matter: MatterState, loader: FactLoader): Promise<readonly DecisionState[]> {
    // Where nothing is provided or ended, no other decision about the child matters.
    if (matter.status === 'unknown' || lines.length + ends.length === 0) return Promise.resolve([]);
    const named = [...lines.flatMap(({ replaces }) => (replaces ? [replaces] : [])), ...ends].map(({ decisionId }) => decisionId);
    return decisionsAbout(matter.childId, named, { loader, decisionsOfChild: this.options.decisionsOfChild });
  }
}

/** The London day of a moment that is one; the rules refuse what is none. */
function londonDayOf(at: string): string | undefined {
  const instant = instantOf(at);
  return instant.ok ? londonDateOf(instant.value) : undefined;
}
