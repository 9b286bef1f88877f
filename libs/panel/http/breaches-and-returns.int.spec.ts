import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { panelEvents } from '@accord/panel/contracts';
import { decisions, matters } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { FakePersonalData, InMemoryEventStore, RecordInMemory, anEvent, appended, sealedData } from '@accord/shared/testing';
import { BreachList } from './breach-list';
import type { BreachesAsked } from './breach-list';
import { DecisionRecords } from './decision-records';
import { RecordedEvents } from './recorded-events';
import { ReturnList } from './return-list';
import type { ReturnsAsked } from './return-list';
import * as the from './sample-decision-record';
import type { SampleEvent } from './sample-decision-record';

const day = (text: string) => text as LondonDate;
const instant = (text: string) => text;
const catalogue = catalogueOf(panelEvents);
const words: Words = {
  ...{ agency: (id) => id, panel: () => 'Continuing care panel', line: () => 'package line', agreement: (id) => id, date: (on) => on },
  ...{ money: String, shares: () => '', personal: String },
};
const folder = mkdtempSync(join(tmpdir(), 'accord-breaches-'));
let now = '2025-10-01T12:00:00.000Z';
const record = new InMemoryEventStore(new RecordInMemory(() => now));
let read: ReadStore;
let stopProjecting: () => Promise<void>;

async function recorded(moment: string, ...happened: readonly SampleEvent[]): Promise<void> {
  now = moment;
  for (const { type, data } of happened) {
    const definition = catalogue.check(type, data);
    const event = anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version });
    await appended(record, `${definition.stream}-${event.id}`, [event]);
  }
  if (!(await projectionProgress(read).waitFor(['decisions', 'matters'], await record.head(), 10_000))) throw new Error('The rows did not come.');
}

const [waiting, decidedAgain, withdrawn, later] = [350, 351, 352, 353].map(the.id);
const deferred = (decision: number, matterId: string | undefined, returnsOn: string) =>
  the.decided({ decisionId: the.id(decision), matterId, outcome: 'deferred', effect: 'none', returnsOn, missing: 'The costing', lines: [], provisions: [] });

beforeAll(async () => {
  read = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  const runner = runProjections({ store: read, events: record, catalogue, projections: [decisions, matters] });
  stopProjecting = () => runner.stop();
  await runner.ready;
  await recorded('2025-10-01T12:00:00.000Z', deferred(720, waiting, '2025-11-05'), deferred(721, decidedAgain, '2025-10-20'), deferred(722, withdrawn, '2025-10-20'), deferred(723, later, '2025-12-03'));
  await recorded('2025-10-02T12:00:00.000Z', the.breach({ decisionId: the.id(720) }));
  await recorded('2025-10-03T12:00:00.000Z', the.breach({ breachId: the.id(991), meetingId: the.id(401), matterId: null, decisionId: null, childId: null, sealedFor: the.id(991), on: '2025-10-02', rule: 'vote-by-recused' }));
  await recorded('2025-10-04T12:00:00.000Z', the.breach({ breachId: the.id(992), panelId: the.id(301), meetingId: null, matterId: null, decisionId: null, on: '2025-10-03' }));
  await recorded('2025-10-15T12:00:00.000Z', the.decided({ decisionId: the.id(724), matterId: decidedAgain, meetingId: the.id(401), on: '2025-10-15' }));
  await recorded('2025-10-16T12:00:00.000Z', { type: 'MatterWithdrawn', data: { matterId: withdrawn, childId: the.childId, on: '2025-10-16', agencyId: the.care, because: 'Moved away' } });
});
afterAll(async () => {
  await stopProjecting();
  await read.close();
  rmSync(folder, { recursive: true });
});

const parts = () => ({ records: new DecisionRecords(read), events: new RecordedEvents(catalogue, new FakePersonalData()), vocabulary: { words: () => Promise.resolve(words) } });

describe('Breaches on record', () => {
  const asked = async (which: BreachesAsked = {}) => (await new BreachList(parts()).breaches(which, { personal: 'opened' })).breaches;
  const ids = async (which: BreachesAsked) => (await asked(which)).map(({ breachId }) => breachId);

  it('are listed with what they name, the rule in words, and who says so', async () => {
    expect((await asked())[0]).toEqual({
      ...{ breachId: the.id(990), panelId: the.panelId, panel: 'Continuing care panel', meetingId: the.meetingId, matterId: the.matterId, decisionId: the.id(720), childId: the.childId },
      ...{ on: '2025-10-01', recordedAt: '2025-10-02T12:00:00.000Z', rule: 'meeting-inquorate', ruleInWords: 'The meeting is not quorate', account: 'One had left.', saidBy: 'An inspector' },
    });
  });

  it.each<[string, BreachesAsked, number[]]>([
    ['of a panel', { panel: the.id(301) as Id<'panel'> }, [992]],
    ['of a meeting', { meeting: the.id(401) as Id<'meeting'> }, [991]],
    ['about a decision', { decision: the.id(720) as Id<'decision'> }, [990]],
    ['about a decision by the whole of its meeting', { decision: the.id(724) as Id<'decision'> }, [991]],
    ['from a day until another', { from: day('2025-10-02'), to: day('2025-10-03') }, [991]],
    ['as at a day', { asAt: day('2025-10-01') }, [990]],
    ['as known at an instant', { knownAt: instant('2025-10-03T12:00:00.000Z') }, [990, 991]],
  ])('can be asked for %s', async (_, which, found) => {
    expect(await ids(which)).toEqual(found.map(the.id));
  });

  it('keep what happened and who says so from those who may not read it', async () => {
    const { breaches } = await new BreachList(parts()).breaches({}, { personal: 'withheld' });
    expect(breaches[0]).not.toHaveProperty('account');
    expect(breaches[0]).not.toHaveProperty('saidBy');
  });

  it('come in pages', async () => {
    const first = await new BreachList(parts()).breaches({}, { personal: 'opened', page: { limit: 2, cursor: undefined } });
    const cursor = JSON.parse(Buffer.from(first.next ?? '', 'base64url').toString('utf8')) as number;
    const second = await new BreachList(parts()).breaches({}, { personal: 'opened', page: { limit: 2, cursor } });
    expect([...first.breaches, ...second.breaches].map(({ breachId }) => breachId)).toEqual([990, 991, 992].map(the.id));
    expect(second).not.toHaveProperty('next');
  });
});

describe('Deferred matters that are due back', () => {
  const due = (changes: Partial<ReturnsAsked> = {}) =>
    new ReturnList(parts()).due({ day: day('2025-11-07'), by: day('2025-11-07'), personal: 'opened', page: { limit: 10, cursor: undefined }, ...changes });

  it('say when they were to be back, for how many days they are overdue, and what is missing', async () => {
    expect(await due()).toEqual({
      entries: [
        {
          ...{ decisionId: the.id(720), matterId: waiting, childId: the.childId, panelId: the.panelId, panel: 'Continuing care panel', meetingId: the.meetingId },
          ...{ deferredOn: '2025-10-01', returnsOn: '2025-11-05', daysOverdue: 2, missing: 'The costing' },
        },
      ],
    });
  });

  it('leave out what is missing for those who may not read it', async () => {
    expect((await due({ personal: 'withheld' })).entries[0]).not.toHaveProperty('missing');
  });

  it('are none before they are due, unless a later day is asked about', async () => {
    expect((await due({ by: day('2025-11-04') })).entries).toEqual([]);
    expect((await due({ by: day('2025-12-03') })).entries.map(({ matterId }) => matterId)).toEqual([waiting, later]);
  });

  it('are no more once they were decided again, or withdrawn; as at an earlier day they were', async () => {
    const before = await due({ day: day('2025-10-14'), by: day('2025-10-20') });
    expect(before.entries.map(({ matterId, daysOverdue }) => [matterId, daysOverdue])).toEqual([[decidedAgain, 0], [withdrawn, 0]]);
    expect((await due({ day: day('2025-10-20'), by: day('2025-10-20') })).entries).toEqual([]);
    const known = await due({ day: day('2025-10-20'), by: day('2025-10-20'), knownAt: instant('2025-10-14T12:00:00.000Z') });
    expect(known.entries.map(({ matterId }) => matterId)).toEqual([decidedAgain, withdrawn]);
  });
});
