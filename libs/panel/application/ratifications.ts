import { panelDecider, practitionerDecider, ratificationDecider, schemeDecider, urgentRatificationDecider } from '@accord/panel/domain';
import type { RatificationCommand, RatificationFacts, SittingFacts, UrgentRatificationCommand } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { decisionEvents, decisionFact } from './decision-facts';
import { decisionsAbout } from './decisions-of-child';
import type { DecisionsOfChild } from './decisions-of-child';
import { panelStream } from './panels';
import { practitionerStream, practitionersOf, schemeStream } from './people';
import { sittingFacts } from './sitting-facts';

const ratificationStream = { category: 'decision', decider: ratificationDecider, definitions: decisionEvents };
const urgentRatificationStream = { category: 'decision', decider: urgentRatificationDecider, definitions: decisionEvents };

export interface RatificationsOptions {
  readonly runner: CommandRunner;
  readonly decisionsOfChild: DecisionsOfChild;
}

/** Ratification: by an agency's named post of what was beyond the authority in the room, by the panel of what was urgent. */
export class Ratifications {
  constructor(private readonly options: RatificationsOptions) {}

  ratify(decisionId: string, command: RatificationCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.options.runner.run({
      ...{ streamType: ratificationStream, id: decisionId, command, context },
      facts: (loader) => this.ratificationFacts(decisionId, { command, context, loader }),
    });
  }

  byThePanel(decisionId: string, command: UrgentRatificationCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.options.runner.run({
      ...{ streamType: urgentRatificationStream, id: decisionId, command, context },
      facts: (loader) => this.sitting(decisionId, { command, context, loader }),
    });
  }

  private async ratificationFacts(decisionId: string, { command, context, loader }: Asked<RatificationCommand>): Promise<RatificationFacts> {
    const { today, agency: actingAgency, actor } = context;
    const { state: decision } = await loader.load(decisionFact, decisionId);
    if (decision.status !== 'recorded') return { ...NOTHING, today, actingAgency, actor };
    const { decisionsOfChild } = this.options;
    const [panel, ratifier, scheme, deciders, ofChild] = await Promise.all([
      loader.load(panelStream, decision.panelId),
      loader.load(practitionerStream, command.practitionerId),
      loader.load(schemeStream, actingAgency),
      practitionersOf(loader, decision.decidedBy),
      decisionsAbout(decision.childId, [], { loader, decisionsOfChild }),
    ]);
    return {
      ...{ today, actingAgency, actor, ofChild, deciders: [...deciders.values()] },
      ...{ panel: panel.state, ratifier: ratifier.state, scheme: scheme.state },
    };
  }

  /** The meeting in which the panel takes the matter, and the matter itself. */
  private async sitting(decisionId: string, { command, context, loader }: Asked<UrgentRatificationCommand>): Promise<SittingFacts> {
    const { state: decision } = await loader.load(decisionFact, decisionId);
    const matterId = decision.status === 'unknown' ? null : decision.matterId;
    // Without a matter there is nothing that a panel could ratify, whatever the meeting.
    if (matterId === null) return { meeting: UNKNOWN, panel: UNKNOWN, matter: UNKNOWN, actingAgency: context.agency };
    return sittingFacts(loader, { matterId, meetingId: command.meetingId }, context.agency);
  }
}

interface Asked<C> {
  readonly command: C;
  readonly context: RequestContext;
  readonly loader: FactLoader;
}

const UNKNOWN = { status: 'unknown' } as const;
/** What there is to know where there is no decision to ratify. */
const NOTHING = {
  ...{ panel: panelDecider.initial, ratifier: practitionerDecider.initial, scheme: schemeDecider.initial },
  ...{ ofChild: [], deciders: [] },
};
