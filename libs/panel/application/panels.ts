import { PanelConstituted, TermsOfReferenceRead, TermsOfReferenceRevised, TermsQuestionAnswered } from '@accord/panel/contracts';
import { agenciesNamed, panelDecider, termsDraftDecider } from '@accord/panel/domain';
import type { MeetingState, PanelCommand, TermsDraftCommand, TermsDraftState } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { londonDate } from '@accord/shared/kernel';
import { meetingsSince } from './meeting-stream';
import type { MeetingsOfPanel } from './meeting-stream';
import { registeredAgencies } from './people';

export const panelStream = { category: 'panel', decider: panelDecider, definitions: [PanelConstituted, TermsOfReferenceRevised] };
export const termsDraftStream = {
  category: 'terms-draft',
  decider: termsDraftDecider,
  definitions: [TermsOfReferenceRead, TermsQuestionAnswered],
};

export interface PanelsOptions {
  readonly runner: CommandRunner;
  readonly meetings: MeetingsOfPanel;
}

/** Panels, their terms of reference, and the printed compositions from which their seats may come. */
export class Panels {
  constructor(private readonly options: PanelsOptions) {}

  panel(id: string, command: PanelCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.options.runner.run({
      ...{ streamType: panelStream, id, command, context },
      facts: async (loader) => {
        const [draft, meetings] = await Promise.all([draftNamed(loader, command), this.meetingsOf(id, command, loader)]);
        const named = [...agenciesOf(command), ...agenciesAnswered(draft)];
        return { draft, meetings, registered: await registeredAgencies(loader, named, command.from) };
      },
    });
  }

  termsDraft(id: string, command: TermsDraftCommand, context: RequestContext): Promise<CommandOutcome> {
    const named = command.type === 'AnswerTermsQuestion' && command.answer.about === 'seat-agency' ? [command.answer.agencyId] : [];
    return this.options.runner.run({
      ...{ streamType: termsDraftStream, id, command, context },
      facts: async (loader) => ({ registered: await registeredAgencies(loader, named) }),
    });
  }

  /** New terms of reference begin after every sitting; a first day that is none is refused by the rules. */
  private async meetingsOf(panelId: string, command: PanelCommand, loader: FactLoader): Promise<readonly MeetingState[]> {
    const day = londonDate(command.from);
    if (command.type !== 'ReviseTermsOfReference' || !day.ok) return [];
    return meetingsSince({ panelId, day: day.value }, { loader, meetings: this.options.meetings });
  }
}

async function draftNamed(loader: FactLoader, command: PanelCommand): Promise<TermsDraftState> {
  if (command.type !== 'ConstitutePanel' || !('draftId' in command.seats)) return termsDraftDecider.initial;
  return (await loader.load(termsDraftStream, command.seats.draftId)).state;
}

function agenciesOf(command: PanelCommand): readonly string[] {
  if (command.type === 'ReviseTermsOfReference') return agenciesNamed(command.terms);
  const seats = 'draftId' in command.seats ? [] : [...command.seats];
  return agenciesNamed({ ...command.terms, seats });
}

const agenciesAnswered = (draft: TermsDraftState): readonly string[] =>
  draft.status === 'unknown' ? [] : draft.answers.flatMap(({ answer }) => (answer.about === 'seat-agency' ? [answer.agencyId] : []));
