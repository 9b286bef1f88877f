import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEvents } from '@accord/child/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { matters } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { idFrom } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { FakePersonalData, InMemoryEventStore, RecordInMemory, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { AgendaPacks } from './agenda-pack';
import { MatterRecords } from './matter-records';
import { MatterReader } from './matter-view';
import { RecordedEvents } from './recorded-events';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const [robin, sam, gone] = [id<'child'>(801), id<'child'>(802), id<'child'>(803)];
const [first, second, third] = [id<'matter'>(901), id<'matter'>(902), id<'matter'>(903)];
const [fourth, ofGone] = [id<'matter'>(904), id<'matter'>(905)];
const [panelId, agencyId, meetingId, cancelledId] = [id<'panel'>(301), id<'agency'>(101), id<'meeting'>(401), id<'meeting'>(402)];
const paperId = id<'paper'>(951);
const lineId = id<'package-line'>(601);
const hash = (digit: string) => digit.repeat(64);
const split = { kind: 'ratio', parts: [{ agencyId, weight: 1 }] };

const opened = (childId: string, name: string): ClearEvent => ({
  type: 'ChildRecordOpened',
  data: { childId, openedOn: '2025-06-02', name, dateOfBirth: '2016-05-09' },
});
const constituted: ClearEvent = {
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', draftId: null },
    termsOfReference: {
      seats: [{ seatId: id(201), agencyId, post: 'Chair', standing: 'voting', deputies: 'none', deputyPosts: [] }],
      ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [id(201)] },
      commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
      ...{ ratifiers: [], papersNotice: 5, urgent: null },
    },
  },
};
const planned = (meeting: string): ClearEvent => ({
  type: 'MeetingScheduled',
  data: { meetingId: meeting, panelId, on: '2025-10-01', startsAt: '10:30', place: 'County Hall' },
});
const raised = (matterId: string, childId: string): ClearEvent => ({
  type: 'MatterRaised',
  data: {
    ...{ matterId, childId, on: '2025-09-08', panelId, agencyId, kind: 'new-package', needs: ['seizures'], asks: 'Waking nights' },
    outcomesWanted: ['Sleeps through the night'],
    lines: [{ lineId, category: 'nursing', period: { from: '2025-10-06', to: null }, rates: [{ from: '2025-10-06', weeklyPence: 184_735 }], split, replaces: null, needs: [], budget: null }],
    provisions: [{ lineId, words: 'A nurse at night', outcomes: ['Sleeps through'] }],
  },
});
const onAgenda = (matterId: string, place: number, meeting: string = meetingId, startsAt: string | null = null): ClearEvent => ({
  type: 'MatterPutOnAgenda',
  data: { matterId, childId: robin, on: '2025-09-15', meetingId: meeting, panelId, place, startsAt },
});
const paper = (version: number, digit: string, circulatedAt: string, matterId: string = first): ClearEvent => ({
  type: 'PaperCirculated',
  data: {
    ...{ matterId, childId: robin, on: circulatedAt.slice(0, 10), paperId, version, kind: 'assessment', title: 'Nursing assessment' },
    ...{ sha256: hash(digit), bytes: 20_480, circulatedAt },
  },
});
const member = (practitionerId: string) => ({
  ...{ meetingId, panelId, on: '2025-10-01', matterId: second, childId: sam, seatId: id(201), practitionerId },
  at: '2025-10-01T09:40:00.000Z',
});
const declared = (practitionerId: string): ClearEvent => ({
  type: 'ConflictOfInterestDeclared',
  data: { ...member(practitionerId), kind: 'indirect', interest: 'Her sister works there' },
});
const deferred = (decisionId: string, matterId: string, meeting: string): ClearEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId, panelId, matterId, meetingId: meeting, childId: sam, on: '2025-10-01', at: '2025-10-01T09:50:00.000Z' },
    ...{ outcome: 'deferred', effect: 'none', withoutPrejudice: false, needs: [], decided: 'Nothing yet', reasons: 'Its costs are unknown' },
    ...{ evidence: 'The papers', missing: 'A costing', returnsOn: '2025-11-05', referredTo: null, urgent: null, sitting: null, positions: [] },
    ...{ contributionsDeclined: [], papers: [], lines: [], provisions: [], ends: [], commitments: [], conditions: [], conditionWords: [] },
  },
});
const views = { matterId: first, childId: robin, of: 'child' };
const recorded: readonly ClearEvent[] = [
  ...[constituted, opened(robin, 'Robin Ashdown'), opened(sam, 'Sam Birch'), planned(meetingId), planned(cancelledId)],
  ...[raised(first, robin), raised(second, sam), raised(third, robin), raised(fourth, robin), raised(ofGone, gone)],
  { type: 'ViewsNotObtained', data: { ...views, on: '2025-09-09', because: 'Was in hospital' } },
  { type: 'ViewsRecorded', data: { ...views, on: '2025-09-20', how: 'in-person', views: 'Wants to sleep at home' } },
  ...[paper(1, 'a', '2025-09-24T12:00:00.000Z'), paper(2, 'b', '2025-09-26T12:00:00.000Z')],
  ...[onAgenda(second, 2), onAgenda(first, 3, meetingId, '11:00'), onAgenda(third, 1, cancelledId), onAgenda(first, 1, meetingId, '10:30')],
  { type: 'MeetingCancelled', data: { meetingId: cancelledId, panelId, on: '2025-10-01', because: 'Snow' } },
  ...[onAgenda(fourth, 2, meetingId, '10:45'), paper(1, 'd', '2025-09-30T12:00:00.000Z', third)],
  declared(id(501)),
  declared(id(502)),
  { type: 'MemberRecused', data: member(id(502)) },
  ...[deferred(id(701), second, id(399)), deferred(id(702), second, meetingId)],
];

const catalogue = catalogueOf(panelEvents, childEvents);
const personalData = new FakePersonalData();
const words: Words = {
  agency: () => 'Somerset ICB',
  panel: () => 'Continuing care panel',
  line: () => 'package line',
  agreement: (name) => name,
  date: (day: LondonDate) => day,
  money: String,
  shares: () => '',
  personal: String,
};

const folder = mkdtempSync(join(tmpdir(), 'accord-matters-'));
let read: ReadStore;
let reader: MatterReader;
let agendas: AgendaPacks;
let stopProjecting: () => Promise<void>;
/** The instant at which each event was recorded: a minute after the one before. */
const recordedAt = (place: number) => new Date(Date.UTC(2025, 9, 1, 12, place)).toISOString();
const knownAfter = (type: string) => recordedAt(recorded.findIndex((event) => event.type === type));

beforeAll(async () => {
  read = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  let place = 0;
  const events = new InMemoryEventStore(new RecordInMemory(() => recordedAt(place++)));
  const runner = runProjections({ store: read, events, catalogue, projections: [matters] });
  stopProjecting = () => runner.stop();
  await runner.ready;
  for (const { type, data } of recorded) {
    const definition = catalogue.check(type, data);
    const event = anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version });
    await appended(events, `${definition.stream}-${event.id}`, [event]);
  }
  await projectionProgress(read).waitFor(['matters'], await events.head(), 10_000);
  const parts = { records: new MatterRecords(read), events: new RecordedEvents(catalogue, personalData), vocabulary: { words: () => Promise.resolve(words) } };
  [reader, agendas] = [new MatterReader(parts), new AgendaPacks(parts)];
});
afterAll(async () => {
  await stopProjecting();
  await read.close();
  rmSync(folder, { recursive: true });
});

describe('A matter', () => {
  it('is read with what is asked, the newest views, every paper with what is late, and its place on the agenda', async () => {
    expect(await reader.view(first, { personal: 'opened' })).toMatchObject({
      ...{ matterId: first, childId: robin, agency: 'Somerset ICB', panel: 'Continuing care panel', status: 'raised', needs: ['seizures'] },
      ...{ asks: 'Waking nights', outcomesWanted: ['Sleeps through the night'] },
      lines: [{ lineId, category: 'nursing', needs: [], budget: null, provision: 'A nurse at night', outcomes: ['Sleeps through'] }],
      views: { child: { is: 'recorded', views: 'Wants to sleep at home', how: 'in-person' }, family: null },
      earlierViews: [{ is: 'not-obtained', because: 'Was in hospital' }],
      papers: [
        { version: 1, sha256: hash('a'), late: false, superseded: true, title: 'Nursing assessment' },
        { version: 2, sha256: hash('b'), late: true, superseded: false },
      ],
      agenda: [{ meetingId, on: '2025-10-01', meeting: 'scheduled', place: 1, startsAt: '10:30' }],
      decisions: [],
    });
  });

  it('is read as at a day: the views of 20 September are not yet given on the 19th', async () => {
    const view = await reader.view(first, { personal: 'opened', asAt: '2025-09-19' as LondonDate });
    expect(view).toMatchObject({ views: { child: { is: 'not-obtained' } }, papers: [], agenda: [{ place: 1 }] });
  });

  it('is read as known at an instant, and is not known before it was brought', async () => {
    expect(await reader.view(first, { personal: 'opened', knownAt: knownAfter('MatterRaised') })).toMatchObject({
      ...{ views: { child: null, family: null }, papers: [], agenda: [] },
    });
    expect(await reader.view(first, { personal: 'opened', knownAt: knownAfter('MeetingScheduled') })).toBeUndefined();
    expect(await reader.view(id<'matter'>(999), { personal: 'opened' })).toBeUndefined();
  });

  it('has papers that are late for no meeting where the meeting was cancelled', async () => {
    expect(await reader.view(third, { personal: 'opened' })).toMatchObject({
      agenda: [{ meetingId: cancelledId, meeting: 'cancelled' }],
      papers: [{ version: 1, late: null }],
    });
  });

  it('shows nothing personal to those not entitled, and says of an erased child only that it is gone', async () => {
    const withheld = await reader.view(first, { personal: 'withheld' });
    expect(withheld).toMatchObject({ views: { child: { is: 'recorded' } } });
    expect(JSON.stringify(withheld)).not.toMatch(/Waking|Sleeps|nurse|Wants|hospital|Nursing/);
    personalData.erase(gone);
    expect(await reader.view(ofGone, { personal: 'opened' })).toMatchObject({ asks: null, outcomesWanted: null, lines: [{ lineId, provision: null, outcomes: null }] });
  });
});

describe('A paper at hand', () => {
  it('is one that was circulated where its hash is, and the answer says which version', async () => {
    expect(await reader.check(first, paperId, hash('a'))).toMatchObject({ ok: true, value: { version: 1, superseded: true } });
    expect(await reader.check(first, paperId, hash('b'))).toMatchObject({ ok: true, value: { version: 2, late: true, superseded: false } });
  });

  it('is refused with both hashes where it is another', async () => {
    const because: unknown = expect.stringMatching(new RegExp(`${hash('c')}.*version 2.*${hash('b')}`));
    expect(await reader.check(first, paperId, hash('c'))).toMatchObject({ ok: false, refusal: 'paper-differs', because });
  });

  it('is refused where it is no paper of the matter, or the hash is none', async () => {
    expect(await reader.check(second, paperId, hash('a'))).toMatchObject({ ok: false, refusal: 'paper-unknown' });
    expect(await reader.check(first, paperId, hash('A'))).toMatchObject({ ok: false, refusal: 'paper-hash-malformed' });
  });
});

describe("A panel's agenda pack", () => {
  it('holds the items in order, each with child, request, views, newest papers and declared interests', async () => {
    const pack = await agendas.pack(meetingId, { personal: 'opened' });
    expect(pack).toMatchObject({ panel: 'Continuing care panel', on: '2025-10-01', startsAt: '10:30', venue: 'County Hall', status: 'scheduled', papersNotice: 5 });
    expect(pack?.items).toMatchObject([
      {
        ...{ place: 1, startsAt: '10:30', sharesPlace: false, matterId: first, child: 'Robin Ashdown', asks: 'Waking nights' },
        ...{ views: { child: { is: 'recorded' }, family: null }, papers: [{ version: 2, late: true }], interests: [], decision: null },
      },
      { place: 2, startsAt: '10:45', matterId: fourth },
      {
        ...{ place: 2, startsAt: null, matterId: second },
        interests: [
          { kind: 'indirect', interest: 'Her sister works there', practitionerId: id(501), withdrew: false },
          { practitionerId: id(502), withdrew: true },
        ],
      },
    ]);
  });

  it('says where two matters were put in one place in the same moment, so that one can be moved', async () => {
    const pack = await agendas.pack(meetingId, { personal: 'opened' });
    expect(pack?.items.map(({ matterId, sharesPlace }) => [matterId, sharesPlace])).toEqual([
      [first, false],
      [fourth, true],
      [second, true],
    ]);
  });

  it('names what this meeting made of a matter, and what others made of it', async () => {
    const pack = await agendas.pack(meetingId, { personal: 'opened' });
    expect(pack?.items.at(-1)).toMatchObject({
      decision: { decisionId: id(702), outcome: 'deferred', meetingId, on: '2025-10-01' },
      otherDecisions: [{ decisionId: id(701), meetingId: id(399), returnsOn: '2025-11-05', missing: 'A costing' }],
    });
  });

  it('is read as known at an instant: before the first matter was moved, it stood behind the second', async () => {
    const before = recordedAt(recorded.findIndex(({ type }) => type === 'MeetingCancelled') - 2);
    const pack = await agendas.pack(meetingId, { personal: 'opened', knownAt: before });
    expect(pack?.items.map(({ matterId, place }) => [matterId, place])).toEqual([
      [second, 2],
      [first, 3],
    ]);
  });

  it('of a cancelled meeting holds nothing any more', async () => {
    expect(await agendas.pack(cancelledId, { personal: 'opened' })).toMatchObject({ status: 'cancelled', items: [] });
    expect((await agendas.pack(cancelledId, { personal: 'opened', knownAt: recordedAt(recorded.findIndex(({ type }) => type === 'MeetingCancelled') - 1) }))?.items).toHaveLength(1);
  });

  it('names nobody to those not entitled, and is not known before the meeting was planned', async () => {
    const pack = await agendas.pack(meetingId, { personal: 'withheld' });
    expect(pack?.items).toHaveLength(3);
    expect(JSON.stringify(pack)).not.toMatch(/Robin|Sam|Waking|sister|Wants/);
    expect(await agendas.pack(meetingId, { personal: 'opened', knownAt: recordedAt(0) })).toBeUndefined();
  });
});
