import { childEvents } from '@accord/child/contracts';
import { matterEvents } from '@accord/panel/contracts';
import { agendaEntryOf, childView, matterAgendaDecider, matterRecordDecider, raisingDecider } from '@accord/panel/domain';
import type {
  MatterAgendaCommand,
  MatterAgendaFacts,
  MatterRecordCommand,
  MatterState,
  RaiseMatter,
  RaisingFacts,
} from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, NameBasedId, RequestContext } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import { decisionsOn } from './decision-facts';
import { meetingStream } from './meetings';
import { panelStream } from './panels';
import { registeredAgencies } from './people';

const matter = { category: 'matter', definitions: matterEvents };
export const matterStream = { ...matter, decider: raisingDecider };
const matterRecordStream = { ...matter, decider: matterRecordDecider };
const matterAgendaStream = { ...matter, decider: matterAgendaDecider };
const childFact = { category: 'child', decider: childView, definitions: childEvents };

/** Says which matters stand on the agenda of a meeting, from a read model: the newest may not be among them yet. */
export interface MattersOnAgenda {
  on(meetingId: Id<'meeting'>): Promise<readonly Id<'matter'>[]>;
}

export interface MattersOptions {
  readonly runner: CommandRunner;
  readonly nameBasedId: NameBasedId;
  readonly agendas: MattersOnAgenda;
}

/** Matters brought to panels: loads what each command rests on, lets the rules decide, and appends. */
export class Matters {
  constructor(private readonly options: MattersOptions) {}

  raise(id: string, command: RaiseMatter, context: RequestContext): Promise<CommandOutcome> {
    return this.options.runner.run({
      ...{ streamType: matterStream, id, command, context },
      facts: (loader) => raisingFacts(command, context.agency, loader),
    });
  }

  record(id: string, command: MatterRecordCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.options.runner.run({
      ...{ streamType: matterRecordStream, id, command, context },
      facts: () => Promise.resolve(undefined),
    });
  }

  agenda(id: string, command: MatterAgendaCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.options.runner.run({
      ...{ streamType: matterAgendaStream, id, command, context },
      facts: (loader) => this.agendaFacts(id, command, { loader, actingAgency: context.agency }),
    });
  }

  private async agendaFacts(
    id: string,
    command: MatterAgendaCommand,
    { loader, actingAgency }: { readonly loader: FactLoader; readonly actingAgency: string },
  ): Promise<MatterAgendaFacts> {
    const { state } = await loader.load(matterStream, id);
    const meetingId = command.type === 'WithdrawMatter' ? undefined : command.meetingId;
    const [meeting, elsewhere, taken, decisions] = await Promise.all([
      meetingId === undefined ? UNKNOWN : loader.load(meetingStream, meetingId).then((loaded) => loaded.state),
      meetingId === undefined ? [] : meetingsBut(meetingId, state, loader),
      command.type === 'PutOnAgenda' ? this.placesTaken(id, command.meetingId, loader) : [],
      decisionsOn(state, { loader, nameBasedId: this.options.nameBasedId }),
    ]);
    const panel = meeting.status === 'unknown' ? UNKNOWN : (await loader.load(panelStream, meeting.panelId)).state;
    return { actingAgency, panel, meeting, elsewhere, taken, decisions };
  }

  /** Where the other matters stand, each read from its own stream. */
  private async placesTaken(id: string, meetingId: Id<'meeting'>, loader: FactLoader): Promise<readonly number[]> {
    const others = (await this.options.agendas.on(meetingId)).filter((other) => other !== id);
    const loaded = await Promise.all(others.map((other) => loader.load(matterStream, other)));
    return loaded.flatMap(({ state }) => {
      const entry = state.status === 'unknown' ? undefined : agendaEntryOf(state, meetingId);
      return entry === undefined ? [] : [entry.place];
    });
  }
}

const UNKNOWN = { status: 'unknown' } as const;

async function meetingsBut(meetingId: string, state: MatterState, loader: FactLoader): Promise<MatterAgendaFacts['elsewhere']> {
  const others = state.status === 'unknown' ? [] : state.agenda.filter((entry) => entry.meetingId !== meetingId);
  return Promise.all(others.map(async (entry) => (await loader.load(meetingStream, entry.meetingId)).state));
}

async function raisingFacts(command: RaiseMatter, actingAgency: string, loader: FactLoader): Promise<RaisingFacts> {
  const payers = command.lines.flatMap(({ split }) => split?.parts.map(({ agencyId }) => agencyId) ?? []);
  const [child, panel, registered] = await Promise.all([
    loader.load(childFact, command.childId),
    loader.load(panelStream, command.panelId),
    registeredAgencies(loader, [actingAgency, ...payers], command.on),
  ]);
  return { childIsKnown: child.state.known, panel: panel.state, registered, actingAgency };
}
