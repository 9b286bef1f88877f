import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusalEvents } from '@accord/assurance/contracts';
import { auditTrail, childTimeline, names } from '@accord/assurance/projections';
import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { EventMetadata, Position } from '@accord/shared/event-store';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import { anEvent, FakePersonalData, InMemoryEventStore, RecordInMemory, sealedData } from '@accord/shared/testing';
import { AuditTrail, EventEntries, LineNames, RecordedVocabulary, Timeline } from './index';

// A record of three children, and what is asked of it, for the specs of this folder; not exported by the index.

// The cast is the brand: a lower-case UUID.
export const id = <Kind extends string>(n: number): Id<Kind> => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Kind>;
// The specs name real days only.
export const day = (text: string) => text as LondonDate;
export const [health, robin, alex, empty] = [id<'agency'>(101), id<'child'>(800), id<'child'>(801), id<'child'>(899)];
export const [decisionId, meetingId, panelId] = [id<'decision'>(700), id<'meeting'>(400), id<'panel'>(300)];

/** What happened, to the stream of that id. */
export type Happens = (of: string, what: Happened) => Promise<void>;
interface Happened {
  readonly on: string;
  readonly type: string;
  readonly data: object;
  readonly metadata?: Partial<EventMetadata>;
}
/** The queries of this folder over one record, which grows by what happens and is read at once. */
export interface RecordAsRead {
  readonly timeline: Timeline;
  readonly trail: AuditTrail;
  readonly vocabulary: RecordedVocabulary;
  readonly personalData: FakePersonalData;
  readonly happened: Happens;
  stop(): Promise<void>;
}

const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents, refusalEvents);

export async function recordAsRead(): Promise<RecordAsRead> {
  let now = '2025-10-01T09:00:00.000Z';
  const folder = mkdtempSync(join(tmpdir(), 'accord-assurance-'));
  const events = new InMemoryEventStore(new RecordInMemory(() => now));
  const personalData = new FakePersonalData();
  const read = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  const runner = runProjections({ store: read, events, catalogue, projections: [childTimeline, auditTrail, names] });
  await runner.ready;
  const vocabulary = new RecordedVocabulary(read);
  const entries = new EventEntries(catalogue, personalData, vocabulary, new LineNames(read, catalogue));
  /** Appends to the stream of that id, and waits until it can be read. */
  const happened: Happens = async (of, what) => {
    now = what.on;
    const position = await append(events, of, what);
    await projectionProgress(read).waitFor(['child-timeline', 'audit-trail', 'names'], position, 10_000);
  };
  return {
    ...{ timeline: new Timeline(read, entries), trail: new AuditTrail(read, entries), vocabulary, personalData, happened },
    stop: async () => {
      await runner.stop();
      await read.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function append(events: InMemoryEventStore, of: string, { type, data, metadata }: Happened): Promise<Position> {
  const definition = catalogue.check(type, data);
  const stream = `${definition.stream}-${of}`;
  const before = await events.readStream(stream);
  const base = anEvent();
  const who = { ...base.metadata, actor: 'person-1', agency: health, role: 'key-worker', ...metadata };
  const event = { ...base, type, data: sealedData(definition, data), metadata: who };
  const result = await events.append(stream, before?.at(-1)?.revision ?? 'no-stream', [event]);
  if (!result.ok) throw new Error('The specification appends in turn.');
  return result.position;
}

export const childOpened = (childId: string, name: string) => ({
  type: 'ChildRecordOpened',
  data: { childId, openedOn: '2025-06-02', name, dateOfBirth: '2016-05-09' },
});
const operated = (childId: string, on: string, n: number) => ({
  type: 'OperationRecorded',
  data: { childId, operationId: id(n), on, procedure: `Operation ${n}` },
});
const ofMeeting = { meetingId, panelId, on: '2025-10-01' };
/** What a decision says since matters were kept; empty here. */
const sinceMatters = {
  ...{ matterId: null, at: null, effect: 'none', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null, urgent: null },
  ...{ sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
};
const refused = (n: number, because: string) => ({
  type: 'AttemptRefused',
  data: { command: 'RecordDecision', target: `decision-${id(n)}`, refusal: 'meeting-not-quorate', because, on: '2025-10-01' },
});

/** Robin’s operations, a decision about Alex in a meeting, and what was refused in it. */
export async function history(happened: Happens): Promise<void> {
  await happened(health, {
    ...{ on: '2025-10-01T09:00:00.000Z', type: 'AgencyRegistered' },
    data: { agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' },
  });
  await happened(robin, { on: '2025-10-01T09:01:00.000Z', ...childOpened(robin, 'Robin Ashdown') });
  await happened(robin, { on: '2025-10-08T09:00:00.000Z', ...operated(robin, '2025-10-06', 903) });
  await happened(robin, { on: '2025-10-08T09:01:00.000Z', ...operated(robin, '2025-10-06', 902) });
  await happened(robin, { on: '2025-10-09T09:00:00.000Z', ...operated(robin, '2025-09-01', 901) });
  await happened(robin, { on: '2025-10-10T09:00:00.000Z', ...operated(robin, '2025-10-07', 904) });
  await happened(alex, { on: '2025-10-11T09:00:00.000Z', ...childOpened(alex, 'Alex Birch') });
  await happened(id(350), {
    ...{ on: '2025-10-11T10:00:00.000Z', type: 'MatterRaised' },
    data: {
      ...{ matterId: id(350), childId: alex, on: '2025-09-08', panelId, agencyId: health, kind: 'variation', needs: ['seizures'] },
      ...{ asks: 'Nights for Alex', outcomesWanted: [], lines: [], provisions: [] },
    },
  });
  await happened(meetingId, { on: '2025-10-12T09:00:00.000Z', type: 'MeetingScheduled', data: { ...ofMeeting, startsAt: null, place: null } });
  const inMeeting = { stream: `meeting-${meetingId}`, revision: 0 };
  const ofMatter = { stream: `matter-${id(350)}`, revision: 3 };
  const restsOn = [inMeeting, ofMatter, { stream: `child-${alex}`, revision: 0 }];
  await happened(id(7_001), { on: '2025-10-12T09:01:00.000Z', ...refused(701, 'Too few are present.'), metadata: { restsOn } });
  await happened(id(7_003), { on: '2025-10-12T09:01:30.000Z', ...refused(701, 'No views are recorded.'), metadata: { restsOn: [inMeeting, ofMatter] } });
  await happened(decisionId, {
    ...{ on: '2025-10-12T09:02:00.000Z', type: 'DecisionRecorded' },
    data: { ...sinceMatters, decisionId, ...ofMeeting, childId: alex, outcome: 'deferred', reasons: 'Papers late', positions: [], lines: [], provisions: [] },
    metadata: { restsOn },
  });
  await happened(meetingId, {
    ...{ on: '2025-10-12T09:03:00.000Z', type: 'MeetingClosed' },
    data: { ...ofMeeting, closedAt: '2025-10-01T12:00:00.000Z' },
  });
  await happened(id(7_002), { on: '2025-10-12T09:04:00.000Z', ...refused(702, 'Shares are not whole.'), metadata: { restsOn: [inMeeting, { stream: `child-${robin}`, revision: 0 }] } });
}


/** Sam, of whom a panel approved nursing and short breaks, and whose nursing then paused. */
export async function lineOfSam(happened: Happens): Promise<void> {
  const [sam, decided, nursing] = [id<'child'>(802), id<'decision'>(703), id<'package-line'>(601)];
  const line = (lineId: string, category: string) => ({
    ...{ lineId, category, replaces: null, needs: [], budget: null, period: { from: '2025-10-01', to: null } },
    ...{ rates: [{ from: '2025-10-01', weeklyPence: 70_000 }], split: { kind: 'basis-points', parts: [{ agencyId: health, weight: 10_000 }] } },
  });
  const lines = [line(id(600), 'short-breaks'), line(nursing, 'nursing')];
  await happened(sam, { on: '2025-10-13T09:00:00.000Z', ...childOpened(sam, 'Sam Carr') });
  const pause = { childId: sam, lineId: id(602), agencyId: health, reason: 'hospital-stay', retainedBasisPoints: 10_000, because: 'In hospital' };
  await happened(id(602), { on: '2025-10-14T08:00:00.000Z', type: 'PackageLineSuspended', data: { ...pause, decisionId: id(704), entryId: id(650), from: '2025-10-10' } });
  await happened(decided, {
    ...{ on: '2025-10-14T09:00:00.000Z', type: 'DecisionRecorded' },
    data: { ...sinceMatters, decisionId: decided, ...ofMeeting, childId: sam, outcome: 'approved', reasons: 'Seizures at night', positions: [], lines, provisions: [] },
  });
  await happened(nursing, { on: '2025-10-15T09:00:00.000Z', type: 'PackageLineResumed', data: { childId: sam, lineId: nursing, agencyId: health, decisionId: decided, entryId: id(651), from: '2025-10-13' } });
}

/** The cursor that a page gave. The cast: as what it is sent back. */
export const cursorIn = (next: string | undefined): never => JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as never;
