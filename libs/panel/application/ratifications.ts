import { decisionEvents } from '@accord/panel/contracts';
import { panelDecider, practitionerDecider, ratificationDecider, schemeDecider, urgentRatificationDecider } from '@accord/panel/domain';
import type { PractitionerState, RatificationCommand, RatificationFacts, SchemeState, UrgentRatificationCommand, UrgentRatificationFacts } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { decisionFact } from './decision-facts';
import { decisionsAbout } from './decisions-of-child';
import type { DecisionsOfChild } from './decisions-of-child';
import { panelStream } from './panels';
import { practitionerStream, practitionersOf, schemeStream, schemesOf } from './people';
import { presentPeople, sittingFacts } from './sitting-facts';

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

  /** The meeting in which the panel takes the matter, the matter itself, and what those who are there could commit. */
  private async sitting(decisionId: string, { command, context, loader }: Asked<UrgentRatificationCommand>): Promise<UrgentRatificationFacts> {
    const { state: decision } = await loader.load(decisionFact, decisionId);
    const matterId = decision.status === 'unknown' ? null : decision.matterId;
    // Without a matter there is nothing that a panel could ratify, whatever the meeting.
    if (decision.status === 'unknown' || matterId === null) return { ...NO_SITTING, actingAgency: context.agency };
    const sitting = await sittingFacts(loader, { matterId, meetingId: command.meetingId }, context.agency);
    const lines = decision.status === 'recorded' ? decision.lines : [];
    const { decisionsOfChild } = this.options;
    const [practitioners, schemes, ofChild] = await Promise.all([
      practitionersOf(loader, presentPeople(sitting, command.at)),
      schemesOf(loader, lines.flatMap(({ split }) => split.parts.map(({ agencyId }) => agencyId))),
      decisionsAbout(decision.childId, [], { loader, decisionsOfChild }),
    ]);
    return { ...sitting, practitioners, schemes, ofChild };
  }
}

interface Asked<C> {
  readonly command: C;
  readonly context: RequestContext;
  readonly loader: FactLoader;
}

const UNKNOWN = { status: 'unknown' } as const;
const NO_SITTING = {
  ...{ meeting: UNKNOWN, panel: UNKNOWN, matter: UNKNOWN, ofChild: [] },
  ...{ practitioners: new Map<string, PractitionerState>(), schemes: new Map<string, SchemeState>() },
};
/** What there is to know where there is no decision to ratify. */
const NOTHING = {
  ...{ panel: panelDecider.initial, ratifier: practitionerDecider.initial, scheme: schemeDecider.initial },
  ...{ ofChild: [], deciders: [] },
};
