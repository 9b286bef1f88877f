import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusalEvents } from '@accord/assurance/contracts';
import { auditTrail, childTimeline, names } from '@accord/assurance/projections';
import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { EventMetadata } from '@accord/shared/event-store';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections, type ReadStore } from '@accord/shared/read-store';
import { anEvent, FakePersonalData, InMemoryEventStore, RecordInMemory, sealedData } from '@accord/shared/testing';
import type { AttemptsAsked } from './audit-trail';
import { AuditTrail, EventEntries, LineNames, RecordedVocabulary, Timeline } from './index';

const id = <Kind extends string>(n: number): Id<Kind> => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}` as Id<Kind>;
const day = (text: string) => text as LondonDate;
const [health, robin, alex, empty] = [id<'agency'>(101), id<'child'>(800), id<'child'>(801), id<'child'>(899)];
const [decisionId, meetingId, panelId] = [id<'decision'>(700), id<'meeting'>(400), id<'panel'>(300)];

const catalogue = catalogueOf(panelEvents, childEvents, fundingEvents, refusalEvents);
const folder = mkdtempSync(join(tmpdir(), 'accord-assurance-'));
let now = '2025-10-01T09:00:00.000Z';
const events = new InMemoryEventStore(new RecordInMemory(() => now));
const personalData = new FakePersonalData();
let read: ReadStore;
let timeline: Timeline;
let trail: AuditTrail;
let vocabulary: RecordedVocabulary;
let stopProjecting: () => Promise<void>;

beforeAll(async () => {
  read = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  const runner = runProjections({ store: read, events, catalogue, projections: [childTimeline, auditTrail, names] });
  stopProjecting = () => runner.stop();
  await runner.ready;
  vocabulary = new RecordedVocabulary(read);
  const entries = new EventEntries(catalogue, personalData, vocabulary, new LineNames(read, catalogue));
  timeline = new Timeline(read, entries);
  trail = new AuditTrail(read, entries);
  await history();
});
afterAll(async () => {
  await stopProjecting();
  await read.close();
  rmSync(folder, { recursive: true });
});

interface Happened {
  readonly on: string;
  readonly type: string;
  readonly data: object;
  readonly metadata?: Partial<EventMetadata>;
}

/** Appends to the stream of that id, and waits until it can be read. */
async function happened(of: string, { on, type, data, metadata }: Happened): Promise<void> {
  now = on;
  const definition = catalogue.check(type, data);
  const stream = `${definition.stream}-${of}`;
  const before = await events.readStream(stream);
  const base = anEvent();
  const who = { ...base.metadata, actor: 'person-1', agency: health, role: 'key-worker', ...metadata };
  const event = { ...base, type, data: sealedData(definition, data), metadata: who };
  const result = await events.append(stream, before?.at(-1)?.revision ?? 'no-stream', [event]);
  if (!result.ok) throw new Error('The specification appends in turn.');
  await projectionProgress(read).waitFor(['child-timeline', 'audit-trail', 'names'], result.position, 10_000);
}

const childOpened = (childId: string, name: string) => ({
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

async function history(): Promise<void> {
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
async function lineOfSam(): Promise<void> {
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

const cursorIn = (next: string | undefined): never => JSON.parse(Buffer.from(next ?? '', 'base64url').toString()) as never;

describe("A child's timeline", () => {
  const page = (limit: number, asOf: object = {}, next?: string) =>
    timeline.page({ childId: robin, ...asOf, page: { limit, cursor: next === undefined ? undefined : cursorIn(next) } });
  const said = (found: Awaited<ReturnType<typeof page>>) => found?.entries.map(({ effectiveOn, says }) => `${effectiveOn}: ${says}`);
  const whole = [
    '2025-06-02: The record of Robin Ashdown was opened.',
    '2025-09-01: Operation on 1 September 2025: Operation 901.',
    '2025-10-06: Operation on 6 October 2025: Operation 903.',
    '2025-10-06: Operation on 6 October 2025: Operation 902.',
    '2025-10-07: Operation on 7 October 2025: Operation 904.',
  ];

  it('goes by the days on which things became true; on one day by the order of the record', async () => {
    expect(said(await page(50))).toEqual(whole);
  });

  it.each([1, 2, 3, 4])('gives the same in pages of %d, each once, also within one day', async (limit) => {
    const pages: string[][] = [];
    let found = await page(limit);
    pages.push(said(found) ?? []);
    while (found?.next !== undefined) {
      found = await page(limit, {}, found.next);
      pages.push(said(found) ?? []);
    }
    expect(pages.flat()).toEqual(whole);
    expect(pages).toHaveLength(Math.ceil(whole.length / limit));
  });

  it('says nothing of a next page at the end, also where the last page is full', async () => {
    expect(await page(5)).not.toHaveProperty('next');
    expect(await page(6)).not.toHaveProperty('next');
    expect(await page(4)).toHaveProperty('next');
  });

  it('as at a day leaves out what was not true yet', async () => {
    expect(said(await page(50, { asAt: day('2025-10-06') }))).toEqual(whole.slice(0, 4));
    expect(said(await page(50, { asAt: day('2025-06-01') }))).toEqual([]);
  });

  it('as known at an instant leaves out what was recorded later, also where it was true before', async () => {
    expect(said(await page(50, { knownAt: '2025-10-08T09:01:00.000Z' }))).toEqual([whole[0], whole[2], whole[3]]);
  });

  it('has the details, and who recorded them', async () => {
    const found = await page(2);
    expect(found?.entries[1]).toMatchObject({
      ...{ type: 'OperationRecorded', stream: `child-${robin}`, revision: 3, recordedAt: '2025-10-09T09:00:00.000Z' },
      by: { actor: 'person-1', agencyId: health, agency: 'Somerset ICB', role: 'key-worker' },
      details: { childId: robin, operationId: id(901), on: '2025-09-01', procedure: 'Operation 901' },
    });
  });

  it('of a child of whom there is no record is none', async () => {
    expect(await timeline.page({ childId: empty, page: { limit: 5, cursor: undefined } })).toBeUndefined();
  });

  it('of a child whose record was opened later is none, as known before', async () => {
    expect(await page(5, { knownAt: '2025-10-01T09:00:59.999Z' })).toBeUndefined();
    expect(await page(5, { knownAt: '2025-10-01T09:01:00.000Z', asAt: day('2025-06-01') })).toEqual({ entries: [] });
  });

  it('of a child who was erased keeps what happened and when, without a word about the child', async () => {
    await happened(id(802), { on: '2025-10-13T09:00:00.000Z', ...childOpened(id(802), 'Sam Cole') });
    personalData.erase(id(802));
    const found = await timeline.page({ childId: id(802), page: { limit: 5, cursor: undefined } });
    expect(found?.entries).toMatchObject([
      {
        says: 'The record of [erased] was opened.',
        details: { childId: id(802), openedOn: '2025-06-02', name: null, dateOfBirth: null },
      },
    ]);
    expect(JSON.stringify(found)).not.toMatch(/Sam|2016/);
  });

  it('calls an agency by its name as soon as it is registered', async () => {
    expect((await vocabulary.words()).agency(id(109))).toBe(`agency ${id(109)}`);
    await happened(id(109), {
      ...{ on: '2025-10-13T09:01:00.000Z', type: 'AgencyRegistered' },
      data: { agencyId: id(109), name: 'Somerset Council', kind: 'council-social-care', validFrom: '2022-07-01' },
    });
    expect((await vocabulary.words()).agency(id(109))).toBe('Somerset Council');
  });
});

describe("A decision's audit trail", () => {
  const asked = (asOf: Partial<Parameters<AuditTrail['ofDecision']>[1]> = {}, of = decisionId) =>
    trail.ofDecision(of, { withAttempts: true, ...asOf });

  it('holds the decision in the clear, and what it rested on as it was read', async () => {
    const found = await asked();
    expect(found?.decision.map(({ type, details }) => [type, details['reasons']])).toEqual([['DecisionRecorded', 'Papers late']]);
    expect(found?.restedOn.map(({ type, revision }) => [type, revision])).toEqual([
      ['ChildRecordOpened', 0],
      ['MatterRaised', 0],
      ['MeetingScheduled', 0],
    ]);
  });

  it('says nothing personal of what it rested on', async () => {
    const found = await asked();
    expect(found?.restedOn[0]).toMatchObject({ says: 'The record of [withheld] was opened.', details: { childId: alex, openedOn: '2025-06-02' } });
    expect(JSON.stringify(found?.restedOn)).not.toMatch(/Alex|2016|sealed:/);
  });

  it('holds what was refused about this child or matter in the same meeting, and nothing about another child', async () => {
    const found = await asked();
    expect(found?.refusedAttempts?.map(({ says }) => says)).toEqual([
      'An attempt (record decision) was refused: Too few are present.',
      'An attempt (record decision) was refused: No views are recorded.',
    ]);
  });

  it('holds no refused attempts for somebody who may not read them', async () => {
    expect(await asked({ withAttempts: false })).not.toHaveProperty('refusedAttempts');
  });

  it('as known at an instant before the decision is none', async () => {
    expect(await asked({ knownAt: '2025-10-12T09:01:59.999Z' })).toBeUndefined();
    expect(await asked({ asAt: day('2025-09-30') })).toBeUndefined();
    expect(await asked({ knownAt: '2025-10-12T09:02:00.000Z' })).toBeDefined();
  });

  it('of a decision that nobody made is none', async () => {
    expect(await asked({}, id(799))).toBeUndefined();
  });

  it('of any other thing holds the events of its stream, in order; of nothing, none', async () => {
    expect((await trail.ofStream(`meeting-${meetingId}`, {})).map(({ type }) => type)).toEqual(['MeetingScheduled', 'MeetingClosed']);
    expect(await trail.ofStream(`meeting-${meetingId}`, { knownAt: '2025-10-12T09:00:00.000Z' })).toHaveLength(1);
    expect(await trail.ofStream(`meeting-${id(499)}`, {})).toEqual([]);
  });
});

describe('Refused attempts', () => {
  const asked = async (which: Partial<AttemptsAsked> = {}) => trail.refusedAttempts({ page: { limit: 50, cursor: undefined }, ...which });
  const why = async (which: Partial<AttemptsAsked>) => (await asked(which)).entries.map(({ details }) => details['because']);

  it('come newest first, page by page, each once', async () => {
    const first = await asked({ page: { limit: 2, cursor: undefined } });
    expect(first.entries.map(({ details }) => details['because'])).toEqual(['Shares are not whole.', 'No views are recorded.']);
    const second = await asked({ page: { limit: 2, cursor: cursorIn(first.next) } });
    expect(second.entries.map(({ details }) => details['because'])).toEqual(['Too few are present.']);
    expect(second).not.toHaveProperty('next');
    expect((await asked()).entries).toHaveLength(3);
  });

  it('can be asked for by what they rested on, all of it where several things are named', async () => {
    expect(await why({ about: [`matter-${id(350)}`] })).toContain('No views are recorded.');
    expect(await why({ about: [`meeting-${meetingId}`, `child-${alex}`] })).toEqual(['Too few are present.']);
    expect(await why({ about: [`meeting-${id(499)}`] })).toEqual([]);
  });

  it('can be asked for by what they were aimed at', async () => {
    expect(await why({ about: [`decision-${id(701)}`] })).toEqual(expect.arrayContaining(['No views are recorded.', 'Too few are present.']));
    expect(await why({ about: [`decision-${id(799)}`] })).toEqual([]);
  });

  it('can be asked for by who tried, by the rule, by the day, and as known at an instant', async () => {
    expect(await why({ person: 'person-1' })).toHaveLength(3);
    expect(await why({ person: 'person-9' })).toEqual([]);
    expect(await why({ code: 'meeting-not-quorate' })).toContain('Too few are present.');
    expect(await why({ code: 'no-such-code' })).toEqual([]);
    expect(await why({ from: day('2025-10-01'), to: day('2025-10-02') })).toHaveLength(3);
    expect(await why({ to: day('2025-10-01') })).toEqual([]);
    expect(await why({ from: day('2025-10-02') })).toEqual([]);
    expect(await why({ knownAt: '2025-10-12T09:01:00.000Z' })).toEqual(['Too few are present.']);
  });
});

describe('What happened to a package line', () => {
  beforeAll(lineOfSam);

  it('is told of the line by its category, also where the decision stands on no page; where no decision is known, of a line', async () => {
    const found = await timeline.page({ childId: id<'child'>(802), page: { limit: 50, cursor: undefined } });
    const said = found?.entries.map(({ says }) => says) ?? [];
    expect(said).toContain('The nursing line goes on from 13 October 2025.');
    expect(said).toContain('The package line pauses from 10 October 2025 (a stay in hospital); all of what it costs stays payable.');
    const last = await timeline.page({ childId: id<'child'>(802), page: { limit: 1, cursor: ['2025-10-12', 0] } });
    expect(last?.entries.map(({ says }) => says)).toEqual(['The nursing line goes on from 13 October 2025.']);
  });
});
