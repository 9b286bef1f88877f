import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { panelEvents } from '@accord/panel/contracts';
import { decisionWorklists, directory } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended, findPostgres, sealedData, startPostgres, withoutPostgres } from '@accord/shared/testing';
import { AgencyList } from './agency-list';
import { DecisionRecords } from './decision-records';
import * as the from './sample-decision-record';
import type { SampleEvent } from './sample-decision-record';
import { Worklists } from './worklists';
import type { WorklistCursor, WorklistQuestion } from './worklists';

const day = (text: string) => text as LondonDate;
const catalogue = catalogueOf(panelEvents);
const words: Words = {
  ...{ agency: (id) => `agency ${id.slice(-3)}`, panel: () => 'Panel', line: () => 'package line', agreement: (id) => id, date: (on) => on },
  ...{ money: String, shares: () => '', personal: String },
};
/** Decisions of the story by what becomes of them. */
const [ratifiedLater, refusedLater, urgentRatified, urgentRunOut, replaced, replacing, atOnce, otherPanel] = [710, 711, 712, 713, 714, 715, 716, 717].map(the.id);
const lineOf = (decisionId: string | undefined) => the.id(Number((decisionId ?? '').slice(-3)) + 900);
const made = (decisionId: string | undefined, on: string, change: object = {}): SampleEvent =>
  the.decided({ decisionId, on, lines: [the.line({ lineId: lineOf(decisionId) })], provisions: [], ...change });
const after = (decisionId: string | undefined, type: string, on: string, data: object = {}): SampleEvent => the.then(type, on, { decisionId, ...data });
const awaiting = { effect: 'awaiting-ratification', commitments: [the.committed(the.health, true), the.committed(the.formerBody, false), the.committed(the.care, false)] };
const urgent = (ratifyBy: string) => ({ effect: 'urgent-until-ratified', meetingId: null, urgent: { officers: [the.officer(the.care)], ratifyBy } });
const ratified = (decisionId: string | undefined, agencyId: string, on: string, stillAwaited: readonly string[]) =>
  after(decisionId, 'DecisionRatified', on, { ratifier: the.officer(agencyId), stillAwaited, effectiveFrom: '2025-10-20' });
const byPanel = { panelId: the.panelId, meetingId: the.id(401), at: '2025-10-08T09:00:00.000Z', sitting: the.sitting };
const correction = { correctionId: the.correctionId, corrects: the.id(710), requestedBy: 'one', approvedBy: 'another', agencyId: the.care };

const story: readonly SampleEvent[] = [
  ...[the.agency(the.formerBody, 'Former body'), the.agency(the.health, 'Health'), the.succession],
  made(ratifiedLater, '2025-10-01', { ...awaiting, conditions: [the.condition()] }),
  ratified(ratifiedLater, the.care, '2025-10-08', [the.formerBody]),
  ratified(ratifiedLater, the.formerBody, '2025-10-15', []),
  made(refusedLater, '2025-10-02', { ...awaiting, conditions: [the.condition({ conditionId: the.id(651), dueOn: '2025-10-10' })] }),
  after(refusedLater, 'RatificationRefused', '2025-10-09', { ratifier: the.officer(the.care), reasons: 'No' }),
  made(urgentRatified, '2025-10-03', urgent('2025-10-17')),
  after(urgentRatified, 'UrgentDecisionRatified', '2025-10-08', byPanel),
  made(urgentRunOut, '2025-10-04', urgent('2025-10-18')),
  made(replaced, '2025-06-02', { lines: [the.line({ lineId: lineOf(replaced), period: { from: '2025-06-09', to: null }, rates: [{ from: '2025-06-09', weeklyPence: 100 }] })] }),
  made(replacing, '2025-10-01', {
    lines: [the.line({ lineId: lineOf(replacing), replaces: { decisionId: replaced, lineId: lineOf(replaced) } })],
  }),
  after(replacing, 'ProvisionDelayed', '2025-10-02', { lineId: lineOf(replacing), barrier: 'no-staff', expectedOn: '2025-11-03', because: 'x' }),
  after(replacing, 'ProvisionStarted', '2025-11-03', { lineId: lineOf(replacing), provider: 'Night Care Ltd' }),
  after(replacing, 'ProvisionNotAvailable', '2025-12-01', { lineId: lineOf(replacing), barrier: 'no-provider', because: 'x' }),
  after(replacing, 'ProvisionEnded', '2025-12-08', { lineId: lineOf(replacing), because: 'x' }),
  made(atOnce, '2025-10-01', {
    lines: [the.line({ lineId: lineOf(atOnce), period: { from: '2025-10-06', to: '2025-11-17' } })],
    conditions: [the.condition({ conditionId: the.id(652) })],
  }),
  after(atOnce, 'ConditionWaived', '2025-11-05', { conditionId: the.id(652), because: 'x' }),
  made(otherPanel, '2025-10-01', { panelId: the.id(301), outcome: 'declined', effect: 'none', lines: [] }),
  after(ratifiedLater, 'DecisionCorrected', '2025-10-30', { ...correction, conditions: [the.condition({ dueOn: '2025-11-20' })] }),
];

const asked = (asAt: string, change: Partial<WorklistQuestion> = {}): WorklistQuestion => ({ day: day(asAt), page: { limit: 50, cursor: undefined }, ...change });

/** A read store of its own, and what ends it. */
type Opening = () => Promise<{ readonly store: ReadStore; readonly stop: () => Promise<void> }>;
const onSqlite: Opening = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'accord-worklists-'));
  const store = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  return { store, stop: () => Promise.resolve(rmSync(folder, { recursive: true })) };
};
const onPostgres: Opening = async () => {
  const server = await startPostgres();
  if (server === undefined) throw new Error('PostgreSQL was found, and does not start.');
  return { store: await openReadStore({ engine: 'postgres', connectionString: server.connectionString }), stop: () => server.stop() };
};

worklistsOn('SQLite', onSqlite);
if (findPostgres()) worklistsOn('PostgreSQL', onPostgres);
else describe.skip(withoutPostgres('Worklists on PostgreSQL'), () => it('are the same as on SQLite', () => undefined));

function worklistsOn(engine: string, open: Opening): void {
  describe(`Worklists on ${engine}`, () => {
    let read: ReadStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await open();
      read = opened.store;
      const record = new InMemoryEventStore(new RecordInMemory(() => '2026-01-05T12:00:00.000Z'));
      const runner = runProjections({ store: read, events: record, catalogue, projections: [decisionWorklists, directory] });
      close = async () => {
        await runner.stop();
        await read.close();
        await opened.stop();
      };
      await runner.ready;
      for (const { type, data } of story) {
        const definition = catalogue.check(type, data);
        const event = anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version });
        await appended(record, `${definition.stream}-${event.id}`, [event]);
      }
      await projectionProgress(read).waitFor(['decision-worklists', 'directory'], await record.head(), 10_000);
    }, 60_000);
    afterAll(() => close(), 60_000);

    const lists = () => new Worklists({ store: read, agencies: new AgencyList(read), vocabulary: { words: () => Promise.resolve(words) } });

    describe('What awaits ratification', () => {
      const awaited = async (question: WorklistQuestion) => (await lists().ratifications(question)).entries;

      it('is listed by agency, with the days that it has waited, from the decision to the ratification', async () => {
        const found = await awaited(asked('2025-10-07'));
        expect(found.map((each) => [each.decisionId, each.agencyId, each.daysWaiting])).toEqual([
          [ratifiedLater, the.formerBody, 6],
          [ratifiedLater, the.care, 6],
          [refusedLater, the.formerBody, 5],
          [refusedLater, the.care, 5],
        ]);
        expect(found[0]).toMatchObject({ childId: the.childId, panelId: the.panelId, panel: 'Panel', agency: 'agency 100' });
      });

      it('as at a later day leaves out what was ratified, or refused by anybody', async () => {
        expect((await awaited(asked('2025-10-09'))).map((each) => [each.decisionId, each.agencyId])).toEqual([[ratifiedLater, the.formerBody]]);
        expect(await awaited(asked('2025-10-15'))).toEqual([]);
        expect(await awaited(asked('2025-09-30'))).toEqual([]);
      });

      it('for an agency includes what was asked of the one whose functions it has', async () => {
        const agencyOf = async (agencyId: string) => (await awaited(asked('2025-10-07', { agency: agencyId as Id<'agency'> }))).map((each) => each.agencyId);
        expect(await agencyOf(the.health)).toEqual([the.formerBody, the.formerBody]);
        expect(await agencyOf(the.care)).toEqual([the.care, the.care]);
      });

      it('comes in pages, each once', async () => {
        const found: string[] = [];
        let cursor: WorklistCursor | undefined;
        do {
          const page = await lists().ratifications(asked('2025-10-07', { page: { limit: 1, cursor } }));
          found.push(...page.entries.map((each) => `${each.decisionId} ${each.agencyId}`));
          cursor = page.next === undefined ? undefined : (JSON.parse(Buffer.from(page.next, 'base64url').toString()) as WorklistCursor);
        } while (cursor !== undefined);
        expect(found).toEqual((await awaited(asked('2025-10-07'))).map((each) => `${each.decisionId} ${each.agencyId}`));
      });
    });

    describe('Conditions due', () => {
      const due = async (asAt: string, dueBy = asAt) => (await lists().conditions({ ...asked(asAt), dueBy: day(dueBy) })).entries;

      it('are on the list from the day on which they are due until they are met or waived', async () => {
        expect(await due('2025-10-31')).toEqual([]);
        expect(await due('2025-11-01')).toMatchObject([{ decisionId: atOnce, childId: the.childId, agencyId: the.care, post: 'Team manager', dueOn: '2025-11-01', daysOverdue: 0 }]);
        expect(await due('2025-11-04')).toMatchObject([{ decisionId: atOnce, daysOverdue: 3 }]);
        expect(await due('2025-11-05')).toEqual([]);
      });

      it('read as corrected', async () => {
        expect(await due('2025-11-22')).toMatchObject([{ decisionId: ratifiedLater, dueOn: '2025-11-20', daysOverdue: 2 }]);
      });

      it('of a decision that was never ratified are due from nobody', async () => {
        expect(await due('2025-10-08', '2025-10-10')).toMatchObject([{ decisionId: refusedLater, daysOverdue: 0 }]);
        expect(await due('2025-10-10')).toEqual([]);
      });
    });

    describe('What was agreed and is not delivered', () => {
      const listed = (asAt: string, change: Partial<WorklistQuestion> = {}) => lists().undelivered(asked(asAt, change));
      const lines = async (asAt: string) => (await listed(asAt)).entries.map((each) => [each.decisionId, each.is, each.daysOverdue]);

      it('is every line in effect whose first day has passed without a start, or that is reported late', async () => {
        expect(await lines('2025-10-07')).toEqual([
          [urgentRatified, 'not-started', 1],
          [urgentRunOut, 'not-started', 1],
          [replacing, 'delayed', 1],
          [atOnce, 'not-started', 1],
        ]);
      });

      it('has a line that is reported late before its first day, overdue by nothing', async () => {
        expect(await lines('2025-10-05')).toEqual([
          [replaced, 'not-started', 118],
          [replacing, 'delayed', 0],
        ]);
      });

      it('leaves out a line that gave way to another, one of a decision that lapsed, and one that is over', async () => {
        const on = async (asAt: string) => (await lines(asAt)).map(([decision]) => decision);
        expect(await on('2025-10-05')).toContain(replaced);
        expect(await on('2025-10-06')).not.toContain(replaced);
        expect(await on('2025-10-18')).toContain(urgentRunOut);
        expect(await on('2025-10-19')).not.toContain(urgentRunOut);
        expect(await on('2025-11-16')).toContain(atOnce);
        expect(await on('2025-11-17')).not.toContain(atOnce);
      });

      it('has a decision beyond authority from the day that its ratification names', async () => {
        expect((await lines('2025-10-19')).map(([decision]) => decision)).not.toContain(ratifiedLater);
        expect(await lines('2025-10-22')).toContainEqual([ratifiedLater, 'not-started', 2]);
      });

      it('has a line again that was started and is no longer available, until it is reported ended', async () => {
        const of = async (asAt: string) => (await listed(asAt, { decision: replacing as Id<'decision'> })).entries;
        expect(await of('2025-11-03')).toEqual([]);
        expect(await of('2025-12-01')).toMatchObject([{ is: 'not-available', barrier: 'no-provider', reportedOn: '2025-12-01' }]);
        expect(await of('2025-12-08')).toEqual([]);
      });

      it('counts the lines of each panel, whatever the page shows', async () => {
        const { entries, panels, next } = await listed('2025-10-07', { page: { limit: 1, cursor: undefined } });
        expect(entries).toHaveLength(1);
        expect(next).toBeDefined();
        expect(panels).toEqual([{ panelId: the.panelId, panel: 'Panel', lines: 4 }]);
        expect((await listed('2025-10-07', { panel: the.id(301) as Id<'panel'> })).panels).toEqual([]);
      });
    });

    describe('Urgent decisions', () => {
      const urgentOn = async (asAt: string) => (await lists().urgent(asked(asAt))).entries.map((each) => [each.decisionId, each.ratifyBy, each.daysOverdue, each.lapsed]);

      it('are listed with their last day until the panel settles them', async () => {
        expect(await urgentOn('2025-10-07')).toEqual([
          [urgentRatified, '2025-10-17', 0, false],
          [urgentRunOut, '2025-10-18', 0, false],
        ]);
        expect(await urgentOn('2025-10-08')).toEqual([[urgentRunOut, '2025-10-18', 0, false]]);
      });

      it('stay listed as lapsed after that day until it is written down', async () => {
        expect(await urgentOn('2025-10-20')).toEqual([[urgentRunOut, '2025-10-18', 2, true]]);
      });

      it('are due to be written down as lapsed from the day after their last', async () => {
        expect(await new DecisionRecords(read).dueBy(day('2025-10-18'))).toEqual([]);
        expect(await new DecisionRecords(read).dueBy(day('2025-10-19'))).toEqual([urgentRunOut]);
      });
    });

    describe('The decisions that may be in force for a child', () => {
      it('are all that have or may come to have effect', async () => {
        const expected = [ratifiedLater, urgentRatified, urgentRunOut, replaced, replacing, atOnce];
        expect(await new DecisionRecords(read).inForce(the.childId as Id<'child'>)).toEqual(expected);
        expect(await new DecisionRecords(read).inForce(the.id(899) as Id<'child'>)).toEqual([]);
      });
    });
  });
}
