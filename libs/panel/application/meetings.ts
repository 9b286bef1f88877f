import { decisionEvents, matterEvents } from '@accord/panel/contracts';
import { evolveMatter, evolveSaidUntil, lastSaidIn, panelDecider, termsOn } from '@accord/panel/domain';
import type { DecisionEvent, MatterEvent, MatterState, MeetingCommand, MeetingFacts, SaidUntil } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, NameBasedId, RequestContext } from '@accord/shared/commands';
import { accept, instantOf, londonDateOf } from '@accord/shared/kernel';
import type { Decider, Id, Instant, LondonDate } from '@accord/shared/kernel';
import { decisionIdOf } from './decision-facts';
import type { MattersOnAgenda } from './matters';
import { meetingStream } from './meeting-stream';
import { panelStream } from './panels';
import { practitionersOf, registeredAgencies } from './people';

export { meetingStream } from './meeting-stream';

const matterView: Decider<never, MatterState, never, MatterEvent> = {
  initial: { status: 'unknown' },
  evolve: evolveMatter,
  decide: () => accept(),
};
const matterFact = { category: 'matter', decider: matterView, definitions: matterEvents };

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
    const [{ panel, agencies }, practitioners, matter, saidUntil] = await Promise.all([
      panelAndAgencies(id, command, loader),
      practitionersOf(loader, seatedBy(command)),
      'matterId' in command ? loader.load(matterFact, command.matterId).then(({ state }) => state) : matterView.initial,
      isOfSitting(command) ? this.saidUntil(id, loader) : undefined,
    ]);
    return { panel, actingAgency, practitioners, agencies, matter, saidUntil };
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

/** The panel whose meeting it is, and the agencies of the seats that the command fills, as they are on its day. */
async function panelAndAgencies(id: string, command: MeetingCommand, loader: FactLoader): Promise<Pick<MeetingFacts, 'panel' | 'agencies'>> {
  const none: ReadonlySet<string> = new Set();
  if (command.type === 'ScheduleMeeting') return { panel: (await loader.load(panelStream, command.panelId)).state, agencies: none };
  const { state: meeting } = await loader.load(meetingStream, id);
  if (meeting.status === 'unknown') return { panel: panelDecider.initial, agencies: none };
  const { state: panel } = await loader.load(panelStream, meeting.panelId);
  const day = command.type === 'ResumeMeeting' ? londonDayOf(command.at) : meeting.on;
  const terms = panel.status === 'unknown' || day === undefined ? undefined : termsOn(panel, day)?.terms;
  const filled = seatsFilledBy(command);
  const named = (terms?.seats ?? []).filter(({ seatId }) => filled.includes(seatId)).map(({ agencyId }) => agencyId);
  return { panel, agencies: await registeredAgencies(loader, named, day) };
}

function seatsFilledBy(command: MeetingCommand): readonly string[] {
  if ('present' in command) return command.present.map(({ seatId }) => seatId);
  return command.type === 'RecordArrival' ? [command.seatId] : [];
}

/** The London day of a moment that is one; the rules refuse what is none. */
function londonDayOf(at: string): LondonDate | undefined {
  const instant = instantOf(at);
  return instant.ok ? londonDateOf(instant.value) : undefined;
}
