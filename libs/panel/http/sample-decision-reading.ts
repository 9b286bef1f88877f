import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { panelEvents } from '@accord/panel/contracts';
import { decisions, directory, matters } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { FakePersonalData, InMemoryEventStore, RecordInMemory, anEvent, appended, sealedData } from '@accord/shared/testing';
import { DecisionRecords } from './decision-records';
import { MatterRecords } from './matter-records';
import { PanelDirectory } from './panel-directory';
import { RecordedEvents } from './recorded-events';
import * as the from './sample-decision-record';
import type { SampleEvent } from './sample-decision-record';

// A decision from the matter to its last condition, recorded and read, for the specs of this folder; not exported by its index.

// The specs name real days only.
export const day = (text: string) => text as LondonDate;
// The casts are the brands: the sample's ids are of these kinds.
export const [decision, health] = [the.decisionId as Id<'decision'>, the.health as Id<'agency'>];
const catalogue = catalogueOf(panelEvents);
const personalData = new FakePersonalData();
const events = new RecordedEvents(catalogue, personalData);
const names: Readonly<Record<string, string>> = { [the.health]: 'Health', [the.care]: 'Care', [the.education]: 'Education', [the.formerBody]: 'Former body' };
const words: Words = {
  agency: (id) => names[id] ?? id,
  panel: () => 'Continuing care panel',
  line: () => 'package line',
  agreement: (id) => id,
  date: (on) => on,
  money: String,
  shares: ({ parts }) => parts.map(({ agencyId, weight }) => `${names[agencyId] ?? ''} ${weight}`).join(', '),
  personal: String,
};
const vocabulary = { words: () => Promise.resolve(words) };

/** The record as it can be read. */
export interface DecisionAsRead {
  readonly read: ReadStore;
  stop(): Promise<void>;
}
/** Records at that moment, and waits until it can be read. */
type Records = (moment: string, ...happened: readonly SampleEvent[]) => Promise<void>;

export async function decisionAsRead(): Promise<DecisionAsRead> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-decisions-'));
  let now = '2025-06-01T12:00:00.000Z';
  const record = new InMemoryEventStore(new RecordInMemory(() => now));
  const read = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  const runner = runProjections({ store: read, events: record, catalogue, projections: [decisions, matters, directory] });
  await runner.ready;
  await fromMatterToCondition(async (moment, ...happened) => {
    now = moment;
    for (const each of happened) await append(record, each);
    const position = await record.head();
    if (!(await projectionProgress(read).waitFor(['decisions', 'matters', 'directory'], position, 10_000))) throw new Error('The rows did not come.');
  });
  return {
    read,
    stop: async () => {
      await runner.stop();
      await read.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function append(record: InMemoryEventStore, { type, data }: SampleEvent): Promise<void> {
  const definition = catalogue.check(type, data);
  const base = anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version });
  const restsOn = [{ stream: `matter-${the.matterId}`, revision: 4 }, { stream: `meeting-${the.meetingId}`, revision: 1 }];
  const event = type === 'DecisionRecorded' ? { ...base, metadata: { ...base.metadata, restsOn } } : base;
  await appended(record, `${definition.stream}-${event.id}`, [event]);
}

const earlier = the.decided({
  ...{ decisionId: the.earlierId, on: '2025-06-02', at: null, matterId: null, meetingId: null, provisions: [{ lineId: the.earlierLineId, words: 'Two nights' }] },
  lines: [the.line({ lineId: the.earlierLineId, period: { from: '2025-06-09', to: null }, rates: [{ from: '2025-06-09', weeklyPence: 40_000 }], split: { kind: 'ratio', parts: [{ agencyId: the.formerBody, weight: 1 }] } })],
});
const approved = the.decided({
  ...{ outcome: 'approved-with-conditions', effect: 'awaiting-ratification', sitting: the.sitting },
  positions: [{ agencyId: the.health, position: 'supports' }, { agencyId: the.care, position: 'opposes' }, { agencyId: the.education, position: 'supports' }],
  lines: [the.line({ replaces: { decisionId: the.earlierId, lineId: the.earlierLineId } })],
  commitments: [the.committed(the.health, true), the.committed(the.care, false)],
  conditions: [the.condition()],
  conditionWords: [{ conditionId: the.conditionId, words: 'A trained team' }],
  papers: [{ paperId: the.paperId, version: 2, sha256: '2'.repeat(64), late: true, cited: true }],
});
const correction = { correctionId: the.correctionId, corrects: the.decisionId, requestedBy: 'person-1', agencyId: the.care };
const split = { kind: 'ratio', parts: [{ agencyId: the.health, weight: 1 }, { agencyId: the.care, weight: 1 }] };
const corrected = [the.line({ split, replaces: { decisionId: the.earlierId, lineId: the.earlierLineId } })];

async function fromMatterToCondition(recorded: Records): Promise<void> {
  await recorded('2025-06-01T12:00:00.000Z', the.agency(the.formerBody, 'Former body'), the.agency(the.health, 'Health'), the.constituted);
  await recorded('2025-06-02T12:00:00.000Z', earlier);
  await recorded('2025-07-01T12:00:00.000Z', the.succession);
  await recorded('2025-09-30T12:00:00.000Z', the.raised, the.paper(1, '2025-09-20T08:00:00.000Z'), the.paper(2, '2025-09-29T08:00:00.000Z'));
  await recorded('2025-09-30T13:00:00.000Z', the.viewsHeard, the.planned, the.onAgenda);
  await recorded('2025-10-01T09:00:00.000Z', the.openedBy(the.chairSeat, the.careSeat, the.schoolSeat), the.withdrewFromAnother);
  await recorded('2025-10-01T09:20:00.000Z', the.position(the.care, the.careSeat, { position: 'opposes', reasons: 'Not our cost' }));
  await recorded('2025-10-01T09:25:00.000Z', the.voted(the.health, the.chairSeat, 'for'), the.voted(the.care, the.careSeat, 'against'));
  await recorded('2025-10-01T09:31:00.000Z', approved);
  await recorded('2025-10-02T09:00:00.000Z', the.left(the.schoolSeat, '2025-10-01T09:20:00.000Z'), the.paper(1, '2025-09-28T08:00:00.000Z', the.id(951)));
  await recorded('2025-10-02T10:00:00.000Z', the.breach(), the.breach({ breachId: the.id(991), matterId: the.id(351), decisionId: null }));
  await recorded('2025-10-08T09:00:00.000Z', the.then('DecisionRatified', '2025-10-08', { ratifier: the.officer(the.care), stillAwaited: [], effectiveFrom: '2025-10-13' }));
  await recorded('2025-10-14T09:00:00.000Z', the.then('ProvisionDelayed', '2025-10-14', { lineId: the.lineId, barrier: 'no-staff', expectedOn: '2025-11-03', because: 'Nobody answered' }));
  await recorded('2025-10-20T09:00:00.000Z', the.then('DecisionCorrectionRequested', '2025-10-20', { ...correction, because: 'A slip', decided: 'All nights are covered.', principle: 'Nights are awake.', withoutPrejudice: true, lines: corrected }));
  await recorded('2025-10-21T09:00:00.000Z', the.then('DecisionCorrected', '2025-10-21', { ...correction, approvedBy: 'person-2', withoutPrejudice: true, lines: corrected }));
  await recorded('2025-10-28T09:00:00.000Z', the.then('ConditionMet', '2025-10-28', { conditionId: the.conditionId, evidence: 'Training record' }));
}

const records = (read: ReadStore) => new DecisionRecords(read);
export const groundOf = (read: ReadStore) => ({ records: records(read), events, vocabulary, panels: new PanelDirectory(read), matters: new MatterRecords(read) });
