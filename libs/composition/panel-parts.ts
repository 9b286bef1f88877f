import { Matters, Meetings, PanelRoom, Panels, People } from '@accord/panel/application';
import { AgencyList, AgendaPacks, Directory, MatterReader, MatterRecords, MeetingRecords, PanelDirectory, PeopleList, RecordedEvents, SchemeList } from '@accord/panel/http';
import type { CommandRunner, PersonalData } from '@accord/shared/commands';
import { nameBasedId } from '@accord/shared/commands-store';
import type { Vocabulary } from '@accord/shared/http';
import type { ReadStore } from '@accord/shared/read-store';
import { eventCatalogue } from './catalogue';

/** What the panel room rests on. */
export interface PanelGround {
  readonly runner: CommandRunner;
  readonly read: ReadStore;
  readonly personalData: PersonalData;
  readonly vocabulary: Vocabulary;
}

/** Everything that answers commands and questions of the panel room. */
export function panelParts({ runner, read, personalData, vocabulary }: PanelGround) {
  const matterRecords = new MatterRecords(read);
  const recordedEvents = new RecordedEvents(eventCatalogue, personalData);
  const matterParts = { records: matterRecords, events: recordedEvents, vocabulary };
  return {
    panelRoom: new PanelRoom(runner),
    panels: new Panels(runner),
    panelDirectory: new PanelDirectory(read),
    matters: new Matters({ runner, nameBasedId, agendas: matterRecords }),
    meetings: new Meetings({ runner, nameBasedId, agendas: matterRecords }),
    meetingRecords: new MeetingRecords(matterRecords, recordedEvents),
    matterRecords,
    matterReader: new MatterReader(matterParts),
    agendaPacks: new AgendaPacks(matterParts),
    directory: new Directory(read),
    people: new People(runner),
    agencyList: new AgencyList(read),
    peopleList: new PeopleList(read, recordedEvents),
    schemeList: new SchemeList(read),
  };
}
