import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { panelEvents } from '@accord/panel/contracts';
import { directory } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import { londonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { Directory } from './directory';

const id = (number: number): string => `01940000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const catalogue = catalogueOf(panelEvents);
const [withMeetings, withoutMeetings, unknown] = [id(301), id(302), id(399)];

const constituted = (panelId: string): ClearEvent => ({
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01' },
    termsOfReference: {
      seats: [{ seatId: id(201), agencyId: id(101), post: 'Chair', standing: 'voting', deputies: 'none', deputyPosts: [] }],
      quorum: { members: 1, agencies: [] },
      ...{ decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [id(201)], ratifiers: [], papersNotice: 0, urgent: null },
      commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
    },
    draftId: null,
  },
});
const planned = (number: number, on: string): ClearEvent => ({
  type: 'MeetingScheduled',
  data: { meetingId: id(number), panelId: withMeetings, on, startsAt: null, place: null },
});

const opened = (number: number, on: string): ClearEvent => ({
  type: 'MeetingOpened',
  data: {
    ...{ meetingId: id(number), panelId: withMeetings, on, openedAt: `${on}T09:30:00.000Z`, chairSeatId: id(201) },
    present: [{ seatId: id(201), practitionerId: id(501), as: 'member' }],
  },
});

const folder = mkdtempSync(join(tmpdir(), 'accord-directory-'));
let read: ReadStore;
let stopProjecting: () => Promise<void>;
beforeAll(async () => {
  read = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  const events = new InMemoryEventStore(new RecordInMemory(() => '2025-10-01T12:00:00.000Z'));
  const runner = runProjections({ store: read, events, catalogue, projections: [directory] });
  stopProjecting = () => runner.stop();
  await runner.ready;
  const recorded = [constituted(withMeetings), constituted(withoutMeetings), planned(401, '2025-09-01'), planned(402, '2025-10-01'), opened(401, '2025-09-01')];
  for (const { type, data } of recorded) {
    const definition = catalogue.check(type, data);
    const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
    await appended(events, `${definition.stream}-${event.id}`, [event]);
  }
  await projectionProgress(read).waitFor(['directory'], await events.head(), 10_000);
});
afterAll(async () => {
  await stopProjecting();
  await read.close();
  rmSync(folder, { recursive: true });
});

describe("A panel's meetings", () => {
  it('are listed, the latest first', async () => {
    expect(await new Directory(read).meetingsOf(withMeetings)).toEqual({
      meetings: [
        { meetingId: id(402), on: '2025-10-01', startsAt: null, place: null, status: 'scheduled' },
        { meetingId: id(401), on: '2025-09-01', startsAt: null, place: null, status: 'open' },
      ],
    });
  });

  it('are found by the day from which they sat; one that is only planned did not', async () => {
    const since = async (panelId: string, on: string) => {
      const day = londonDate(on);
      return day.ok ? new Directory(read).openedSince(panelId, day.value) : day.because;
    };
    expect(await since(withMeetings, '2025-01-01')).toEqual([id(401)]);
    expect(await since(withMeetings, '2025-09-01')).toEqual([id(401)]);
    expect(await since(withMeetings, '2025-09-02')).toEqual([]);
    expect(await since(withoutMeetings, '2025-01-01')).toEqual([]);
  });

  it('are none where none was planned yet', async () => {
    expect(await new Directory(read).meetingsOf(withoutMeetings)).toEqual({ meetings: [] });
  });

  it('are not listed for a panel that does not exist: that is another answer than an empty calendar', async () => {
    expect(await new Directory(read).meetingsOf(unknown)).toBeUndefined();
  });
});
