import {
  MatterPutOnAgenda,
  MatterRaised,
  MatterTakenOffAgenda,
  MatterWithdrawn,
  PaperCirculated,
  ViewsNotObtained,
  ViewsRecorded,
} from '@accord/panel/contracts';
import { evolveMatter, evolveSaidUntil, lastSaidIn, panelDecider } from '@accord/panel/domain';
import type { DecisionEvent, MatterEvent, MatterState, MeetingCommand, MeetingFacts, PanelState, SaidUntil } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, NameBasedId, RequestContext } from '@accord/shared/commands';
import { accept } from '@accord/shared/kernel';
import type { Decider, Id, Instant } from '@accord/shared/kernel';
import { decisionEvents, decisionIdOf } from './decision-facts';
import type { MattersOnAgenda } from './matters';
import { meetingStream } from './meeting-stream';
import { panelStream } from './panels';
import { practitionersOf } from './people';

export { meetingStream } from './meeting-stream';

const matterView: Decider<never, MatterState, never, MatterEvent> = {
  initial: { status: 'unknown' },
  evolve: evolveMatter,
  decide: () => accept(),
};
const matterFact = {
  category: 'matter',
  decider: matterView,
  definitions: [
    ...[MatterRaised, ViewsRecorded, ViewsNotObtained, PaperCirculated],
    ...[MatterPutOnAgenda, MatterTakenOffAgenda, MatterWithdrawn],
  ],
};

const saidView: Decider<never, SaidUntil, never, DecisionEvent> = { initial: {}, evolve: evolveSaidUntil, decide: () => accept() };
/** Of a decision, a meeting needs only the moments: it loads decisions as nothing else. */
const saidFact = { category: 'decision', decider: saidView, definitions: decisionEvents };

export interface MeetingsOptions {
  readonly runner: CommandRunner;
  readonly nameBasedId: NameBasedId;
  readonly agendas: MattersOnAgenda;
}

/** Meetings and their sittings: loads what each command rests on, lets the rules decide, and appends. */
export class Meetings {
  constructor(private readonly options: MeetingsOptions) {}

  /** A command on the meeting with this id. */
  meeting(id: Id<'meeting'>, command: MeetingCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.options.runner.run({
      ...{ streamType: meetingStream, id, command, context },
      facts: (loader) => this.factsOf(id, command, { loader, actingAgency: context.agency }),
    });
  }

  private async factsOf(
    id: Id<'meeting'>,
    command: MeetingCommand,
    { loader, actingAgency }: { readonly loader: FactLoader; readonly actingAgency: string },
  ): Promise<MeetingFacts> {
    const [panel, practitioners, matter, saidUntil] = await Promise.all([
      panelOf(id, command, loader),
      practitionersOf(loader, seatedBy(command)),
      'matterId' in command ? loader.load(matterFact, command.matterId).then(({ state }) => state) : matterView.initial,
      isOfSitting(command) ? this.saidUntil(id, loader) : undefined,
    ]);
    return { panel, actingAgency, practitioners, matter, saidUntil };
  }

  /**
   * How far the meeting has got with the matters that were ever on its agenda, each read from its own stream: with
   * the decision of this meeting, and with an urgent one that it was asked to ratify.
   */
  private async saidUntil(id: Id<'meeting'>, loader: FactLoader): Promise<Instant | undefined> {
    const { agendas, nameBasedId } = this.options;
    const decisions = (await agendas.on(id)).flatMap((matterId) =>
      ([id, 'urgent'] as const).map((where) => decisionIdOf(nameBasedId, matterId, where)),
    );
    const loaded = await Promise.all(decisions.map((decisionId) => loader.load(saidFact, decisionId)));
    return lastSaidIn(id, loaded.map(({ state }) => state));
  }
}

/** Whether the command records something of a sitting that has begun: what was said before stays as it was. */
function isOfSitting({ type }: MeetingCommand): boolean {
  switch (type) {
    case 'ScheduleMeeting':
    case 'MoveMeeting':
    case 'CancelMeeting':
    case 'OpenMeeting':
      return false;
    case 'AdjournMeeting':
    case 'ResumeMeeting':
    case 'CloseMeeting':
    case 'RecordArrival':
    case 'RecordDeparture':
    case 'TakeChair':
    case 'DeclareInterest':
    case 'RecuseMember':
    case 'ReturnMember':
      return true;
  }
}

/** Those whom the command puts into seats. */
function seatedBy(command: MeetingCommand): readonly string[] {
  if ('present' in command) return command.present.map(({ practitionerId }) => practitionerId);
  return 'practitionerId' in command ? [command.practitionerId] : [];
}

async function panelOf(id: string, command: MeetingCommand, loader: FactLoader): Promise<PanelState> {
  if (command.type === 'ScheduleMeeting') return (await loader.load(panelStream, command.panelId)).state;
  const { state } = await loader.load(meetingStream, id);
  return state.status === 'unknown' ? panelDecider.initial : (await loader.load(panelStream, state.panelId)).state;
}
