import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReadStore } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { runReactions } from '@accord/shared/reactions';
import type { RunningReactions } from '@accord/shared/reactions';
import { FakePersonalData, InMemoryEventStore, eventually, findPostgres, startPostgres, withoutPostgres } from '@accord/shared/testing';
import type { PostgresServer } from '@accord/shared/testing';
import { PrecedentIndex, PrecedentSearch, precedentReaction, rebuildPrecedents } from './index';
import type { PrecedentQuestion } from './index';
import { SampleRecord, catalogue, id, keyedHash, line, of, otherPanelId, panelId, planted, ratifier } from './sample-precedents';

const folder = mkdtempSync(join(tmpdir(), 'accord-precedents-'));
let files = 0;
let server: PostgresServer | undefined;
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

precedentsOn('SQLite', () => openReadStore({ engine: 'sqlite', file: join(folder, `operations-${++files}.sqlite`) }));
if (findPostgres()) {
  precedentsOn('PostgreSQL', async () => {
    server ??= await startPostgres();
    return openReadStore({ engine: 'postgres', connectionString: server?.connectionString ?? '', schema: `test_${++files}` });
  });
} else {
  describe.skip(withoutPostgres('Precedents on PostgreSQL'), () => {
    it('keep the same promises as on SQLite', () => undefined);
  });
}

/** A record with two panels, and the reaction running over it. */
async function begun(open: () => Promise<ReadStore>) {
  const [events, personalData, store] = [new InMemoryEventStore(), new FakePersonalData(), await open()];
  const record = new SampleRecord(events, personalData);
  const index = await PrecedentIndex.in(store, keyedHash);
  const parts = { events, catalogue, personalData, index };
  await record.constitute(panelId, 'continuing-care');
  await record.constitute(otherPanelId, 'send');
  const words = () => Promise.resolve({ panel: (panel: string) => (panel === panelId ? 'Continuing care panel' : 'SEND panel') });
  const search = new PrecedentSearch({ index, keyedHash, personalData, words });
  const running = await runReactions({ store, events, reactions: [precedentReaction(parts)] });
  return { record, events, personalData, store, index, parts, search, running };
}
type Begun = Awaited<ReturnType<typeof begun>>;

function precedentsOn(engine: string, open: () => Promise<ReadStore>): void {
  describe(`Precedents on ${engine}`, () => {
    let sample: Begun;
    beforeEach(async () => void (sample = await begun(open)), 60_000);
    afterEach(async () => {
      await sample.running.stop();
      await sample.store.close();
    });

    /** What is found, once the reaction has come to the end of the record. */
    const found = (question: PrecedentQuestion, cursor?: number) => foundIn(sample, question, cursor);
    const numbers = async (question: PrecedentQuestion) => (await found(question)).precedents.map((each) => Number(each.decisionId?.slice(-12)));

    it('are found by words in whichever form, all of which must be there', async () => {
      await sample.record.decide(701);
      await sample.record.decide(702, { reasons: 'A night at home', principle: undefined, evidence: 'None', decided: 'Equipment' });
      expect(await numbers({ words: 'the NIGHT' })).toEqual([702, 701]);
      expect(await numbers({ words: 'nights, medicines' })).toEqual([701]);
      expect(await numbers({ words: 'trampoline nights' })).toEqual([]);
      for (const word of ['waking', 'seizure', 'report', 'carer', 'training']) expect(await numbers({ words: word })).toContain(701);
    });

    it('are found by need, category, cost band, outcome, panel and month, all at once', async () => {
      await sample.record.decide(701);
      const others = { panelId: otherPanelId, needs: ['breathing', 'seizures'], on: '2025-12-31', outcome: 'part-approved' };
      const lines = [line(), line({ lineId: id(601), category: 'therapy', rates: [{ from: '2025-10-06', weeklyPence: 20_000 }] })];
      await sample.record.decide(702, { ...others, lines });
      expect(await numbers({ needs: ['seizures'] })).toEqual([702, 701]);
      expect(await numbers({ needs: ['seizures', 'breathing'] })).toEqual([702]);
      expect(await numbers({ categories: ['personal-care'] })).toEqual([702, 701]);
      expect(await numbers({ categories: ['therapy', 'personal-care'], panelKind: 'send' })).toEqual([702]);
      expect(await numbers({ panelKind: 'continuing-care', categories: ['therapy'] })).toEqual([]);
      expect(await numbers({ outcome: 'part-approved', words: 'seizures' })).toEqual([702]);
      expect(await numbers({ fromPence: 100_000 })).toEqual([702]);
      expect(await numbers({ toPence: 100_000 })).toEqual([701]);
      expect(await numbers({ fromPence: 95_000, toPence: 120_000, needs: ['seizures'] })).toEqual([702, 701]);
      expect(await numbers({ from: '2025-11' })).toEqual([702]);
      expect(await numbers({ from: '2025-10', to: '2025-12' })).toEqual([701]);
      expect(await numbers({ to: '2026-01', words: 'night' })).toEqual([702, 701]);
    });

    it('show month, panel, band and principle, and the decision only to people who may read decisions', async () => {
      await sample.record.decide(701);
      const shown = {
        ...{ decidedIn: '2025-10', panel: 'Continuing care panel', outcome: 'approved', standing: 'in-effect', superseded: false },
        ...{ needs: ['seizures'], categories: ['personal-care'], costBand: { fromPence: 50_000, toPence: 100_000 } },
        principle: planted.principle,
      };
      expect((await found({ words: 'night' })).precedents).toEqual([{ decisionId: id(701), ...shown }]);
      const answer = await sample.search.page({ words: 'night' }, { page: { limit: 5, cursor: undefined }, withDecisions: false });
      expect(answer).toEqual({ ok: true, value: { precedents: [shown], next: undefined } });
    });

    it('come in pages, newest month first and within a month the last recorded first, each once', async () => {
      const months = ['2025-03-03', '2025-10-31', '2025-10-01', '2024-12-09', '2025-10-31'];
      for (const [place, on] of months.entries()) await sample.record.decide(701 + place, { on });
      const seen: unknown[] = [];
      for (let cursor: number | undefined, more = true; more; more = cursor !== undefined) {
        const page = await found({ needs: ['seizures'] }, cursor);
        seen.push(...page.precedents.map(({ decisionId }) => decisionId));
        cursor = page.next;
      }
      expect(seen).toEqual([705, 703, 702, 701, 704].map(id));
    });

    it('never are decisions without prejudice, nor outcomes that decided nothing', async () => {
      await sample.record.decide(701, { withoutPrejudice: true });
      for (const [place, outcome] of ['deferred', 'referred', 'withdrawn'].entries()) await sample.record.decide(702 + place, { outcome, lines: [] });
      await sample.record.decide(709, { outcome: 'declined', effect: 'none', lines: [], provisions: [] });
      expect(await numbers({ from: '2025-01' })).toEqual([709]);
    });

    it('that declined say what was asked for', async () => {
      const asked = { ...line({ category: 'short-breaks' }), split: null };
      await sample.record.add('MatterRaised', id(350), {
        ...{ matterId: id(350), childId: id(800), on: '2025-09-01', panelId, agencyId: ratifier.agencyId, kind: 'new-package', needs: ['seizures'] },
        ...{ asks: 'Weekends', outcomesWanted: [], lines: [asked], provisions: [] },
      });
      await sample.record.decide(701, { matterId: id(350), outcome: 'declined', effect: 'none', lines: [], provisions: [] });
      const { precedents } = await found({ categories: ['short-breaks'], fromPence: 90_000 });
      expect(precedents).toMatchObject([{ outcome: 'declined', standing: 'without-effect', costBand: { fromPence: 50_000 } }]);
    });

    it('go once they are not ratified or lapse, and stand once they are ratified', async () => {
      for (const number of [701, 702]) await sample.record.decide(number, { effect: 'awaiting-ratification' });
      await sample.record.decide(703, { effect: 'urgent-until-ratified' });
      expect(await numbers({ words: 'night' })).toEqual([703, 702, 701]);
      await sample.record.add('RatificationRefused', id(701), of(701, { ratifier, reasons: 'Too dear' }));
      await sample.record.add('DecisionRatified', id(702), of(702, { ratifier, stillAwaited: [], effectiveFrom: '2025-11-03' }));
      await sample.record.add('UrgentDecisionLapsed', id(703), of(703, { ratifyBy: '2025-11-02' }));
      // An agency's post says nothing on whether what was urgent goes on.
      await sample.record.add('DecisionRatified', id(703), of(703, { ratifier, stillAwaited: [], effectiveFrom: '2025-11-03' }));
      expect((await found({ words: 'night' })).precedents).toMatchObject([{ decisionId: id(702), standing: 'in-effect' }]);
    });

    it('that are corrected are found by what they say now', async () => {
      await sample.record.decide(701);
      const correction = { correctionId: id(900), corrects: id(701), requestedBy: 'one', agencyId: ratifier.agencyId };
      const corrected = { lines: [line({ category: 'nursing' })] };
      await sample.record.add('DecisionCorrectionRequested', id(701), of(701, { ...correction, ...corrected, because: 'Slip', reasons: 'Suction' }));
      expect(await numbers({ words: 'suction' })).toEqual([]);
      await sample.record.add('DecisionCorrected', id(701), of(701, { ...correction, ...corrected, approvedBy: 'two' }));
      expect(await numbers({ words: 'suction', categories: ['nursing'] })).toEqual([701]);
      expect(await numbers({ words: 'seizures' })).toEqual([]);
      expect(await numbers({ categories: ['personal-care'] })).toEqual([]);
      expect(await numbers({ words: 'featherstone' })).toEqual([701]);
    });

    it('that are corrected show the principle as it reads now, and go once they are without prejudice', async () => {
      await sample.record.decide(701);
      const correct = async (number: number, asked: object, approved: object = {}) => {
        const correction = { correctionId: id(number), corrects: id(701), requestedBy: 'one', agencyId: ratifier.agencyId };
        await sample.record.add('DecisionCorrectionRequested', id(701), of(701, { ...correction, ...asked, because: 'Slip' }));
        await sample.record.add('DecisionCorrected', id(701), of(701, { ...correction, ...approved, approvedBy: 'two' }));
      };
      await correct(900, { principle: 'Suction needs somebody awake.' });
      await correct(901, { reasons: 'Suction' });
      expect((await found({ words: 'suction awake' })).precedents).toMatchObject([{ principle: 'Suction needs somebody awake.' }]);
      expect(await numbers({ words: 'training' })).toEqual([]);
      await correct(902, { withoutPrejudice: true }, { withoutPrejudice: true });
      expect(await numbers({ words: 'suction' })).toEqual([]);
      expect(await rebuildPrecedents(sample.parts)).toBe(0);
      await correct(903, { withoutPrejudice: false }, { withoutPrejudice: false });
      expect(await numbers({ words: 'suction' })).toEqual([701]);
    });

    it('show no principle in which the name of the child occurs', async () => {
      await sample.record.openChild(800, "Juniper O'Neill-Rivers");
      await sample.record.decide(701, { principle: 'Juniper’s nights are awake.' });
      await sample.record.decide(702, { principle: 'As for the RIVERS family.' });
      await sample.record.decide(703);
      const shown = (await found({ words: 'seizures' })).precedents.map(({ principle }) => principle);
      expect(shown).toEqual([planted.principle, null, null]);
    });

    it('say that a later decision took the place of a line, once that one has effect', async () => {
      await sample.record.decide(701);
      const replaces = { decisionId: id(701), lineId: id(600) };
      await sample.record.decide(702, { effect: 'awaiting-ratification', lines: [line({ lineId: id(601), replaces })] });
      expect((await found({ words: 'night' })).precedents.map(({ superseded }) => superseded)).toEqual([false, false]);
      await sample.record.add('DecisionRatified', id(702), of(702, { ratifier, stillAwaited: [], effectiveFrom: '2025-11-03' }));
      expect((await found({ words: 'night' })).precedents.map(({ superseded }) => superseded)).toEqual([false, true]);
    });

    it('are not found by the name of the child that they are about', async () => {
      await sample.record.openChild(800, "Juniper O'Neill-Rivers");
      await sample.record.decide(701);
      for (const words of ['Juniper', 'junipers', "O'Neill", 'rivers night']) expect(await numbers({ words })).toEqual([]);
      expect(await numbers({ words: 'night' })).toEqual([701]);
    });

    it('of an erased child are kept no longer, nor come back with a later event or a rebuild', async () => {
      await sample.record.decide(701);
      await sample.record.decide(702, { childId: id(801) });
      expect(await numbers({ words: 'night' })).toEqual([702, 701]);
      sample.personalData.erase(id(800));
      // Even before the index has heard of it.
      expect(await numbers({ words: 'night' })).toEqual([702]);
      await sample.index.forgetChild(id(800));
      const correction = { correctionId: id(900), corrects: id(701), requestedBy: 'one', approvedBy: 'two', agencyId: ratifier.agencyId };
      await sample.record.add('DecisionCorrected', id(701), of(701, correction));
      expect(await numbers({ from: '2025-01' })).toEqual([702]);
      expect(await rebuildPrecedents(sample.parts)).toBe(1);
      const kept = await sample.store.db.selectFrom('precedents').select('child_id').execute();
      expect(kept).toEqual([{ child_id: id(801) }]);
    });

    it('are the same after every event was handed over again, and after a rebuild', async () => {
      await sample.record.decide(701);
      await sample.record.decide(702, { lines: [line({ lineId: id(601), replaces: { decisionId: id(701), lineId: id(600) } })] });
      const before = await found({ words: 'night' });
      expect(before.precedents).toHaveLength(2);
      const reaction = precedentReaction(sample.parts);
      const { events } = await sample.events.readAll({ limit: 100, filter: { types: reaction.types } });
      for (const event of [...events, ...events]) await reaction.react(event);
      expect(await found({ words: 'night' })).toEqual(before);
      expect(await rebuildPrecedents(sample.parts)).toBe(2);
      expect(await found({ words: 'night' })).toEqual(before);
    });

    it('are kept by two processes at once as by one', async () => {
      const second = await PrecedentIndex.in(sample.store, keyedHash);
      const other = precedentReaction({ ...sample.parts, index: second });
      for (let number = 701; number < 711; number++) await sample.record.decide(number);
      const { events } = await sample.events.readAll({ limit: 100, filter: { types: other.types } });
      await Promise.all(events.flatMap((event) => [other.react(event), precedentReaction(sample.parts).react(event)]));
      expect(new Set(await numbers({ words: 'night' }))).toEqual(new Set([710, 709, 708]));
    });

    it.each<[string, PrecedentQuestion, string]>([
      ['asks nothing', {}, 'precedent-question-empty'],
      ['asks nothing in so many words', { needs: [], categories: [], words: undefined }, 'precedent-question-empty'],
      ['looks for words that every decision has', { words: 'the and not', needs: ['seizures'] }, 'precedent-words-say-nothing'],
      ['looks for a number', { words: '943 476 5919' }, 'precedent-words-say-nothing'],
      ['looks for costs from high to low', { fromPence: 500, toPence: 500 }, 'precedent-range-empty'],
      ['looks for costs below nothing', { toPence: 0 }, 'precedent-range-empty'],
      ['looks for months that end before they begin', { from: '2025-10', to: '2025-09' }, 'precedent-range-empty'],
    ])('are not searched where the question %s', async (_what, question, refusal) => {
      const answer = await sample.search.page(question, { page: { limit: 5, cursor: undefined }, withDecisions: true });
      expect(answer).toMatchObject({ ok: false, kind: 'invalid', refusal });
    });
  });
}

async function foundIn({ events, running, search }: Begun, question: PrecedentQuestion, cursor?: number) {
  await caughtUp(running, await events.head());
  const answer = await search.page(question, { page: { limit: 3, cursor }, withDecisions: true });
  if (!answer.ok) throw new Error(answer.because);
  return answer.value;
}

const caughtUp = (running: RunningReactions, head: number): Promise<void> =>
  eventually('the reaction has come to the end', () => (running.health()[0]?.checkpoint ?? -1) >= head);
