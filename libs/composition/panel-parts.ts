import { Matters, Meetings, Panels, People } from '@accord/panel/application';
import {
  AgencyList,
  AgendaPacks,
  DecisionHistory,
  DecisionList,
  DecisionReader,
  DecisionRecords,
  Directory,
  Dossiers,
  MatterReader,
  MatterRecords,
  MeetingRecords,
  PanelDirectory,
  PeopleList,
  RecordedEvents,
  SchemeList,
  Worklists,
} from '@accord/panel/http';
import type { HistorySentences } from '@accord/panel/http';
import type { CommandRunner, PersonalData } from '@accord/shared/commands';
import { nameBasedId } from '@accord/shared/commands-store';
import type { Vocabulary } from '@accord/shared/http';
import type { ReadStore } from '@accord/shared/read-store';
import { eventCatalogue } from './catalogue';
import { decisionCommands } from './decision-commands';
import { documentParts } from './document-parts';

/** What the panel room rests on. */
export interface PanelGround {
  readonly runner: CommandRunner;
  readonly read: ReadStore;
  readonly personalData: PersonalData;
  readonly vocabulary: Vocabulary;
  /** Turns events into sentences. */
  readonly sentences: HistorySentences;
  /** Waits until these read models hold everything that is on record now: what commits money rests on them. */
  caughtUp(projections: readonly string[]): Promise<void>;
}

/** Everything that answers commands and questions of the panel room. */
export function panelParts({ runner, read, personalData, vocabulary, sentences, caughtUp }: PanelGround) {
  const matterRecords = new MatterRecords(read);
  const recordedEvents = new RecordedEvents(eventCatalogue, personalData);
  const agencyList = new AgencyList(read);
  const panelDirectory = new PanelDirectory(read);
  const matterParts = { records: matterRecords, events: recordedEvents, vocabulary };
  const meetingDirectory = new Directory(read);
  const peopleList = new PeopleList(read, recordedEvents);
  const decisions = decisionParts({ ...matterParts, read, sentences, matters: matterRecords, agencies: agencyList, panels: panelDirectory });
  return {
    panels: new Panels({ runner, meetings: meetingDirectory }),
    panelDirectory,
    matters: new Matters({ runner, nameBasedId, agendas: matterRecords }),
    meetings: new Meetings({ runner, nameBasedId, agendas: matterRecords }),
    meetingRecords: new MeetingRecords(matterRecords, recordedEvents),
    matterRecords,
    matterReader: new MatterReader(matterParts),
    agendaPacks: new AgendaPacks(matterParts),
    directory: meetingDirectory,
    people: new People(runner),
    agencyList,
    ...decisions,
    ...decisionCommands(runner, {
      inForce: async (childId) => {
        await caughtUp(['decision-worklists']);
        return decisions.decisionRecords.inForce(childId);
      },
    }),
    ...documentParts(runner, { matters: matterRecords, decisions: decisions.decisionRecords, events: recordedEvents, people: peopleList, panels: panelDirectory, vocabulary }),
    peopleList,
    schemeList: new SchemeList(read),
  };
}

interface DecisionGround extends Pick<PanelGround, 'read' | 'vocabulary' | 'sentences'> {
  readonly events: RecordedEvents;
  readonly matters: MatterRecords;
  readonly agencies: AgencyList;
  readonly panels: PanelDirectory;
}

/** What answers questions about decisions; `decisionRecords` also says which are in force and which are due. */
function decisionParts({ read, vocabulary, sentences, events, matters, agencies, panels }: DecisionGround) {
  const records = new DecisionRecords(read);
  return {
    decisionRecords: records,
    decisionList: new DecisionList({ store: read, records, events, agencies, vocabulary }),
    decisionReader: new DecisionReader({ records, events, panels, vocabulary }),
    decisionHistory: new DecisionHistory({ records, matters, events, sentences }),
    dossiers: new Dossiers({ records, matters, panels, events, vocabulary }),
    worklists: new Worklists({ store: read, agencies, vocabulary }),
  };
}
