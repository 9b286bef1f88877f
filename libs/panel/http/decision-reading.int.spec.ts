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
import { AgencyList } from './agency-list';
import { Dossiers } from './decision-dossier';
import { DecisionHistory } from './decision-history';
import { DecisionList } from './decision-list';
import type { DecisionsQuestion } from './decision-list';
import { DecisionReader } from './decision-reader';
import { DecisionRecords } from './decision-records';
import type { DecisionView } from './decision-view';
import { MatterRecords } from './matter-records';
import { PanelDirectory } from './panel-directory';
import { RecordedEvents } from './recorded-events';
import * as the from './sample-decision-record';
import type { SampleEvent } from './sample-decision-record';

const day = (text: string) => text as LondonDate;
const [decision, health] = [the.decisionId as Id<'decision'>, the.health as Id<'agency'>];
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
const folder = mkdtempSync(join(tmpdir(), 'accord-decisions-'));
let now = '2025-06-01T12:00:00.000Z';
const record = new InMemoryEventStore(new RecordInMemory(() => now));
let read: ReadStore;
let stopProjecting: () => Promise<void>;

/** Records at that moment, and waits until it can be read. */
async function recorded(moment: string, ...happened: readonly SampleEvent[]): Promise<void> {
  now = moment;
  for (const { type, data } of happened) {
    const definition = catalogue.check(type, data);
    const base = anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version });
    const restsOn = [{ stream: `matter-${the.matterId}`, revision: 4 }, { stream: `meeting-${the.meetingId}`, revision: 1 }];
    const event = type === 'DecisionRecorded' ? { ...base, metadata: { ...base.metadata, restsOn } } : base;
    await appended(record, `${definition.stream}-${event.id}`, [event]);
  }
  const position = await record.head();
  if (!(await projectionProgress(read).waitFor(['decisions', 'matters', 'directory'], position, 10_000))) throw new Error('The rows did not come.');
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

beforeAll(async () => {
  read = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  const runner = runProjections({ store: read, events: record, catalogue, projections: [decisions, matters, directory] });
  stopProjecting = () => runner.stop();
  await runner.ready;
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
});
afterAll(async () => {
  await stopProjecting();
  await read.close();
  rmSync(folder, { recursive: true });
});

const records = () => new DecisionRecords(read);
const ground = () => ({ records: records(), events, vocabulary, panels: new PanelDirectory(read), matters: new MatterRecords(read) });
async function viewed(asOf: object = {}): Promise<DecisionView> {
  const found = await new DecisionReader(ground()).decision(decision, { personal: 'opened', today: day('2025-11-01'), ...asOf });
  if (found?.status !== 'recorded') throw new Error('It is on record.');
  return found;
}

describe('A decision as it reads', () => {
  it('says what was decided, why and on what evidence; and, after a correction, how it first read', async () => {
    const { reads, firstRead, corrections } = await viewed();
    expect(reads).toMatchObject({ decided: 'All nights are covered.', reasons: 'Breathing.', evidence: 'Assessment' });
    expect(reads.lines).toMatchObject([{ words: 'Waking nights', outcomes: [], needs: [], budget: null, sharesInWords: 'Health 1, Care 1' }]);
    expect(firstRead).toMatchObject({ decided: 'Nights are covered.', lines: [{ sharesInWords: 'Health 2, Care 1' }] });
    expect(firstRead.conditions).toMatchObject([{ words: 'A trained team', owner: { agency: 'Care' } }]);
    expect(corrections).toMatchObject([
      { is: 'approved', requestedBy: 'person-1', because: 'A slip', asks: { decided: 'All nights are covered.' }, settled: { approvedBy: 'person-2' } },
    ]);
  });

  it('says what else a correction put right: the principle, and that it is without prejudice', async () => {
    const { reads, firstRead, ...now } = await viewed();
    expect(firstRead).toMatchObject({ withoutPrejudice: false });
    expect(firstRead).not.toHaveProperty('principle');
    for (const reading of [reads, now]) expect(reading).toMatchObject({ withoutPrejudice: true, principle: 'Nights are awake.' });
    expect(await viewed({ asAt: day('2025-10-20') })).toMatchObject({ withoutPrejudice: false });
  });

  it('names who sat in which post, the votes and their totals', async () => {
    const { room, votes } = await viewed();
    expect(room).toMatchObject({ quorate: true, votes: { for: 2, against: 1 } });
    expect(room?.sat.map(({ post, agency }) => [post, agency])).toEqual([
      ['Head of continuing care', 'Health'],
      ['Service manager', 'Care'],
      ['SEND lead', 'Education'],
    ]);
    expect(votes.map(({ agency, vote }) => [agency, vote])).toEqual([
      ['Health', 'for'],
      ['Care', 'against'],
    ]);
  });

  it('names who dissented, by position with the reasons and by vote', async () => {
    expect((await viewed()).dissent).toMatchObject([
      { agency: 'Care', by: 'position', reasons: 'Not our cost' },
      { agency: 'Care', by: 'vote', practitionerId: the.holderOf(the.careSeat) },
    ]);
  });

  it('says on whose authority each payer committed its share, and who ratified the rest', async () => {
    const { authority, ratifications, awaiting, standing, effectiveFrom } = await viewed();
    expect(authority.map(({ agency, withinAuthority }) => [agency, withinAuthority])).toEqual([
      ['Health', true],
      ['Care', false],
    ]);
    expect(ratifications).toMatchObject([{ is: 'ratified', by: { agency: 'Care', post: 'Director' }, effectiveFrom: '2025-10-13' }]);
    expect({ awaiting, standing, effectiveFrom }).toEqual({ awaiting: [], standing: 'in-effect', effectiveFrom: '2025-10-13' });
  });

  it('says whether it happened, and what became of its conditions', async () => {
    const { delivery, conditions } = await viewed();
    expect(delivery).toMatchObject([
      { lineId: the.lineId, from: '2025-10-13', is: 'delayed', reports: [{ barrier: 'no-staff', expectedOn: '2025-11-03', because: 'Nobody answered' }] },
    ]);
    expect(conditions).toEqual([{ conditionId: the.conditionId, is: 'met', dueOn: '2025-11-01', settledOn: '2025-10-28', because: 'Training record' }]);
  });

  it('names the line in whose place it stepped, and the earlier decision names it in turn', async () => {
    expect((await viewed()).replaces).toEqual([{ decisionId: the.earlierId, lineId: the.earlierLineId, with: the.lineId, from: '2025-10-13' }]);
    const first = await new DecisionReader(ground()).decision(the.earlierId as Id<'decision'>, { personal: 'opened', today: day('2025-11-01') });
    expect(first).toMatchObject({ supersededBy: [{ decisionId: the.decisionId, lineId: the.earlierLineId, with: the.lineId, from: '2025-10-13' }] });
  });

  it('shows the breaches on record about it, and none about another matter', async () => {
    expect((await viewed()).breaches).toMatchObject([{ breachId: the.id(990), about: 'decision', rule: 'meeting-inquorate', account: 'One had left.' }]);
  });

  it('as at a day shows what was true by then', async () => {
    expect(await viewed({ asAt: day('2025-10-07') })).toMatchObject({
      ...{ standing: 'awaiting-ratification', ratifications: [], corrections: [], awaiting: [{ agency: 'Care' }] },
      ...{ reads: { decided: 'Nights are covered.' }, delivery: [{ is: 'without-effect' }], conditions: [{ is: 'open' }] },
    });
    expect(await viewed({ asAt: day('2025-10-13') })).toMatchObject({ standing: 'in-effect', delivery: [{ is: 'not-started' }] });
    expect(await viewed({ asAt: day('2025-10-12') })).toMatchObject({ delivery: [{ is: 'not-due' }] });
    expect(await viewed({ asAt: day('2025-10-20') })).toMatchObject({ corrections: [{ is: 'requested' }], reads: { decided: 'Nights are covered.' } });
  });

  it('as known at an instant leaves out what was recorded later', async () => {
    expect(await viewed({ knownAt: '2025-10-02T09:30:00.000Z' })).toMatchObject({ breaches: [], standing: 'awaiting-ratification' });
  });

  it('is a matter still being considered before it was decided, and nothing before anything was said', async () => {
    const asked = (knownAt: string) => new DecisionReader(ground()).decision(decision, { personal: 'opened', today: day('2025-10-01'), knownAt });
    expect(await asked('2025-10-01T09:30:00.000Z')).toMatchObject({ status: 'considered', votes: [{ vote: 'for' }, { vote: 'against' }] });
    expect(await asked('2025-10-01T09:00:00.000Z')).toBeUndefined();
  });

  it('holds no word about the child for somebody who may not read it', async () => {
    const withheld = await viewed({ personal: 'withheld' });
    expect(JSON.stringify(withheld)).not.toMatch(/nights|Breathing|Assessment"|slip|Nobody|trained|our cost|had left|inspector|sealed:/i);
    expect(withheld.reads).not.toHaveProperty('reasons');
  });
});

describe('The list of decisions', () => {
  const page = { limit: 50, cursor: undefined };
  const listed = async (question: Partial<DecisionsQuestion>) => {
    const agencies = new AgencyList(read);
    const list = new DecisionList({ ...ground(), store: read, agencies });
    return list.page({ today: day('2025-11-01'), page, ...question });
  };
  const ids = async (question: Partial<DecisionsQuestion>) => (await listed(question)).decisions.map((each) => each.decisionId);
  const both = [the.decisionId, the.earlierId];

  it('has the latest first, with how each stands and who took which part', async () => {
    const { decisions: found } = await listed({ child: the.childId as Id<'child'> });
    expect(found.map(({ decisionId, standing }) => [decisionId, standing])).toEqual([
      [the.decisionId, 'in-effect'],
      [the.earlierId, 'in-effect'],
    ]);
    expect(found[0]?.agencies.find((each) => each.agencyId === the.care)).toMatchObject({ agency: 'Care', parts: ['pays', 'position', 'sat', 'ratifier'] });
  });

  it('of an agency includes what was decided with the one whose functions it has, under its old name', async () => {
    expect(await ids({ agency: health })).toEqual(both);
    expect(await ids({ agency: the.formerBody as Id<'agency'> })).toEqual([the.earlierId]);
    expect(await ids({ agency: health, asAt: day('2025-06-30') })).toEqual([]);
  });

  it('can be asked by panel, outcome and time; the last day is not included', async () => {
    expect(await ids({ panel: the.panelId as Id<'panel'> })).toEqual(both);
    expect(await ids({ panel: the.id(399) as Id<'panel'> })).toEqual([]);
    expect(await ids({ outcome: 'approved-with-conditions' })).toEqual([the.decisionId]);
    expect(await ids({ from: day('2025-06-02'), to: day('2025-10-01') })).toEqual([the.earlierId]);
  });

  it('as at a day and as known at an instant has what there was then, as it stood', async () => {
    expect(await ids({ asAt: day('2025-09-30') })).toEqual([the.earlierId]);
    expect(await ids({ knownAt: '2025-10-01T09:30:59.999Z' })).toEqual([the.earlierId]);
    const { decisions: found } = await listed({ knownAt: '2025-10-07T12:00:00.000Z' });
    expect(found[0]).toMatchObject({ decisionId: the.decisionId, standing: 'awaiting-ratification' });
  });

  it('comes in pages, each decision once', async () => {
    const first = await listed({ page: { limit: 1, cursor: undefined } });
    const cursor = JSON.parse(Buffer.from(first.next ?? '', 'base64url').toString()) as [string, number];
    const second = await listed({ page: { limit: 1, cursor } });
    expect([...first.decisions, ...second.decisions].map((each) => each.decisionId)).toEqual(both);
    expect(second).not.toHaveProperty('next');
  });
});

describe('The history of a decision', () => {
  const sentences = { entries: (rows: readonly { position: number; type: string; effective_on: string; recorded_at: string }[]) => Promise.resolve(rows.map((row) => ({ position: row.position, type: row.type, effectiveOn: row.effective_on, recordedAt: row.recorded_at, says: '' }))) };
  const page = (limit: number, cursor?: number, asOf: object = {}) =>
    new DecisionHistory({ ...ground(), sentences }).page(decision, { personal: 'opened', page: { limit, cursor }, ...asOf });
  const whole = [
    ...['MatterRaised', 'PaperCirculated', 'PaperCirculated', 'ViewsRecorded', 'MeetingScheduled', 'MatterPutOnAgenda', 'MeetingOpened'],
    ...['PositionTaken', 'VoteCast', 'VoteCast', 'DecisionRecorded', 'MemberLeft', 'PaperCirculated', 'BreachRecorded'],
    ...['DecisionRatified', 'ProvisionDelayed', 'DecisionCorrectionRequested', 'DecisionCorrected', 'ConditionMet'],
  ];

  it('has everything of the decision, its matter and its meeting in the order of the record, nothing of another matter', async () => {
    expect((await page(200))?.entries.map(({ type }) => type)).toEqual(whole);
  });

  it.each([1, 4, 18, 19])('gives the same in pages of %d', async (limit) => {
    const found: string[] = [];
    let next: number | undefined;
    do {
      const each = await page(limit, next);
      found.push(...(each?.entries.map(({ type }) => type) ?? []));
      next = each?.next === undefined ? undefined : (JSON.parse(Buffer.from(each.next, 'base64url').toString()) as number);
    } while (next !== undefined);
    expect(found).toEqual(whole);
  });

  it('as at a day and as known at an instant has what there was', async () => {
    expect((await page(200, undefined, { asAt: day('2025-10-07') }))?.entries.map(({ type }) => type)).toEqual(whole.slice(0, 14));
    expect((await page(200, undefined, { knownAt: '2025-10-01T09:31:00.000Z' }))?.entries.map(({ type }) => type)).toEqual(whole.slice(0, 11));
    expect(await page(200, undefined, { knownAt: '2025-10-01T09:00:00.000Z' })).toBeUndefined();
  });
});

describe('What was before the panel', () => {
  const dossier = async () => {
    const found = await new Dossiers(ground()).before(decision, 'opened');
    if (found === undefined) throw new Error('It is on record.');
    return found;
  };

  it('has what was asked, and the views that were heard', async () => {
    expect((await dossier()).matter).toMatchObject({ asks: 'Waking nights', agency: 'Health', needs: ['breathing'], views: [{ of: 'child', views: 'Wants to sleep at home' }] });
  });

  it('has each paper in the version circulated by then, late or not; one recorded afterwards is set apart', async () => {
    const { papers, papersRecordedLater } = await dossier();
    expect(papers).toMatchObject([{ paperId: the.paperId, version: 2, title: 'Assessment, version 2', late: true, cited: true }]);
    expect(papersRecordedLater).toMatchObject([{ paperId: the.id(951), recordedAt: '2025-10-02T09:00:00.000Z' }]);
  });

  it('has the terms of reference in force, who was in the room, and what the decision rested on', async () => {
    const { terms, room, restsOn } = await dossier();
    expect(terms).toMatchObject({ version: 1, from: '2025-04-01', termsOfReference: { quorum: { members: 3 } } });
    expect(room?.sat).toHaveLength(3);
    expect(restsOn).toEqual([
      { stream: `matter-${the.matterId}`, revision: 4 },
      { stream: `meeting-${the.meetingId}`, revision: 1 },
    ]);
  });

  it('says so where attendance recorded later shows the room otherwise than the decision says', async () => {
    expect((await dossier()).roomOnRecord).toEqual({
      ...{ agrees: false, quorate: false, whyNot: '2 voting members are present; the terms of reference require 3.' },
      differences: [
        {
          seatId: the.schoolSeat,
          decisionSays: { is: 'in-the-room', practitionerId: the.holderOf(the.schoolSeat) },
          recordSays: { is: 'absent' },
        },
      ],
      says: 'What is on record of the attendance shows the room otherwise than the decision says.',
    });
  });

  it('has the lines in force for the child before the decision, not its own', async () => {
    expect((await dossier()).linesInForce).toEqual([
      {
        ...{ decisionId: the.earlierId, lineId: the.earlierLineId, category: 'nursing', period: { from: '2025-06-09', to: null } },
        ...{ words: 'Two nights', sharesInWords: 'Former body 1' },
      },
    ]);
  });

  it('of a decision recorded before matters were has what there is', async () => {
    expect(await new Dossiers(ground()).before(the.earlierId as Id<'decision'>, 'opened')).toMatchObject({
      ...{ matter: null, papers: [], room: null, roomOnRecord: null, linesInForce: [], terms: { version: 1 } },
    });
    expect(await new Dossiers(ground()).before(the.id(799) as Id<'decision'>, 'opened')).toBeUndefined();
  });
});
