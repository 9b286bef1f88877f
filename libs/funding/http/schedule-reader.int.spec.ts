import { fundingEvents } from '@accord/funding/contracts';
import { fundingSchedules } from '@accord/funding/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { formatLondonDate, formatPounds, idFrom, londonDate } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended, onBothEngines, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { ScheduleList, ScheduleReader } from './index';

function numbered<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
}

const catalogue = catalogueOf(fundingEvents);
const [health, council] = [numbered<'agency'>(101), numbered<'agency'>(102)];
const [scheduleId, other] = [numbered<'funding-schedule'>(1201), numbered<'funding-schedule'>(1202)];
const cell = (column: string, pounds: number, second?: number) => ({
  ...{ column, printed: second === undefined ? `£${pounds}` : `£${pounds} (${second})`, pence: pounds * 100 },
  bracketed: second === undefined ? null : { printed: `(${second})`, pence: second * 100 },
});
const row = (line: number, role: string, ...cells: readonly object[]) => ({ row: line, role, resource: '', cells });
const asked = { row: 3, column: 'ccg', asks: 'Which counts?' };
const read: ClearEvent = {
  type: 'FundingScheduleRead',
  data: {
    ...{ scheduleId, on: '2025-03-10', title: 'The team', source: 'The board', sha256: 'ab'.repeat(32), rowsSha256: 'cd'.repeat(32), notes: [] },
    ...{ period: { from: '2025-04-01', to: '2026-04-01' }, totalColumn: null },
    payers: [['ccg', health], ['childrens', council], ['health', council]].map(([column, agencyId]) => ({ column, agencyId })),
    rows: [row(2, 'Nurse', cell('ccg', 100), cell('childrens', 20), cell('health', 30)), row(3, 'Clerk', cell('ccg', 265, 165), cell('childrens', 0), cell('health', 0))],
    stated: row(4, 'Total', cell('ccg', 265), cell('childrens', 20), cell('health', 30)),
    differences: [{ row: 4, column: 'ccg', statedPence: 26_500, summedPence: 36_500 }],
    questions: [asked],
  },
};
const another: ClearEvent = {
  type: 'FundingScheduleRead',
  data: { ...read.data, scheduleId: other, title: 'Another team', period: { from: '2026-04-01', to: '2027-04-01' }, on: '2025-03-12', differences: [], questions: [] },
};
const answered: ClearEvent = {
  type: 'FundingScheduleQuestionAnswered',
  data: { scheduleId, on: '2025-03-20', row: 3, column: 'ccg', ruling: 'bracketed-counts', answer: 'From June' },
};
const released: ClearEvent = {
  type: 'FundingScheduleReleased',
  data: { scheduleId, on: '2025-03-27', agencyId: health, because: 'Agreed', differences: [] },
};
const withdrawn: ClearEvent = { type: 'FundingScheduleWithdrawn', data: { scheduleId, on: '2025-09-01', because: 'Team ended' } };

const names = new Map<string, string>([[health, 'The board'], [council, 'The council']]);
const words: Words = {
  ...{ agency: (id) => names.get(id) ?? id, panel: String, line: () => 'package line', agreement: String, personal: String, shares: () => '', date: formatLondonDate, money: formatPounds },
};

onBothEngines(openReadStore, (open) => {
  let store: ReadStore;
  let reader: ScheduleReader;
  let list: ScheduleList;
  let stopProjecting: () => Promise<void>;
  beforeAll(async () => {
    store = await open();
    reader = new ScheduleReader(store, catalogue);
    list = new ScheduleList(reader, { words: () => Promise.resolve(words) });
    let minute = 0;
    const events = new InMemoryEventStore(new RecordInMemory(() => `2025-10-01T12:0${minute}:00.000Z`));
    const runner = runProjections({ store, events, catalogue, projections: [fundingSchedules] });
    stopProjecting = () => runner.stop();
    await runner.ready;
    for (const { type, data } of [read, another, answered, released, withdrawn]) {
      const definition = catalogue.check(type, data);
      const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
      const of = (data as { scheduleId: string }).scheduleId;
      await appended(events, `funding-schedule-${of}`, [event]);
      minute += 1;
    }
    await projectionProgress(store).waitFor(['funding-schedules'], await events.head(), 10_000);
  }, 60_000);
  afterAll(async () => {
    await stopProjecting();
    await store.close();
  });

  describe('A schedule of jointly funded posts', () => {
    it('is shown with every cell as printed, both figures, and what counts', async () => {
      const found = await list.one(scheduleId, { asAt: day('2025-03-12') });
      expect(found).toMatchObject({
        ...{ scheduleId, title: 'The team', standing: 'held', counts: false, open: 1, revision: 0 },
        says: 'Held back, and counts for nothing: line 4, column ccg states £265.00 and the figures make £365.00; 1 question is open; no payer has released it.',
        differences: [{ row: 4, column: 'ccg', statedPence: 26_500, summedPence: 36_500 }],
        inAll: { statedPence: 31_500, summedPence: 41_500, agrees: false },
        questions: [asked],
      });
      expect(found?.posts[1]?.cells[0]).toEqual({ ...cell('ccg', 265, 165), countsPence: 26_500 });
      expect(found?.totals[0]).toEqual({
        ...{ row: 4, column: 'ccg', statedPence: 26_500, summedPence: 36_500, agrees: false },
        inBrackets: { statedPence: 26_500, summedPence: 26_500, agrees: true },
      });
      expect(found?.payers.map(({ column, agency }) => [column, agency])).toEqual([['ccg', 'The board'], ['childrens', 'The council'], ['health', 'The council']]);
    });

    it('stands on each day as it stood then: asked, answered, released, withdrawn', async () => {
      const standingOn = async (asAt: string) => {
        const found = await list.one(scheduleId, { asAt: day(asAt) });
        return found && [found.standing, found.open, found.differences.length];
      };
      expect(await standingOn('2025-03-09')).toBeUndefined();
      expect(await standingOn('2025-03-10')).toEqual(['held', 1, 1]);
      expect(await standingOn('2025-03-20')).toEqual(['held', 0, 0]);
      expect(await standingOn('2025-03-27')).toEqual(['released', 0, 0]);
      expect(await standingOn('2025-09-01')).toEqual(['withdrawn', 0, 0]);
    });

    it('stands as it was known at a moment', async () => {
      expect(await list.one(scheduleId, { knownAt: '2025-10-01T12:02:30.000Z' })).toMatchObject({ standing: 'held', open: 0, revision: 1 });
      expect(await list.one(scheduleId, { knownAt: '2025-10-01T11:59:00.000Z' })).toBeUndefined();
    });

    it('says who released it and why, and what was answered', async () => {
      const found = await list.one(scheduleId, { asAt: day('2025-04-01') });
      expect(found?.says).toBe('Counts: The board released it on 27 March 2025: Agreed');
      expect(found?.release).toMatchObject({ agencyId: health, agency: 'The board', on: '2025-03-27', because: 'Agreed' });
      expect(found?.questions).toEqual([{ ...asked, ruling: 'bracketed-counts', answer: 'From June', answeredOn: '2025-03-20' }]);
      expect((await list.one(scheduleId, {}))?.withdrawal).toEqual({ on: '2025-09-01', because: 'Team ended' });
    });
  });

  describe('Who owes what by a schedule', () => {
    it('is told by post, by column, by agency and by financial year, once it counts', async () => {
      const owed = await list.contributions(scheduleId, { asAt: day('2025-04-01') });
      expect(owed).toMatchObject({
        ok: true,
        value: {
          ...{ counts: true, from: '2025-04-01', to: '2026-04-01', yearlyPence: 31_500, pence: 31_500 },
          posts: [
            { row: 2, role: 'Nurse', pence: 15_000, payers: [{ pence: 10_000 }, { pence: 2_000 }, { pence: 3_000 }] },
            { row: 3, role: 'Clerk', pence: 16_500, payers: [{ agency: 'The board', pence: 16_500 }, { pence: 0 }, { pence: 0 }] },
          ],
          agencies: [{ agencyId: health, agency: 'The board', pence: 26_500 }, { agencyId: council, agency: 'The council', pence: 5_000 }],
          years: [{ financialYear: '2025/26', days: 365, daysOfYear: 365, pence: 31_500 }],
        },
      });
    });

    it('for some of its days is their part of the year, and nothing for days that it does not cover', async () => {
      const june = await list.contributions(scheduleId, { asAt: day('2025-04-01'), from: day('2025-06-01'), to: day('2025-07-01') });
      // 30 of 365 days of £265.00 and £50.00, post by post and cumulative from 1 April.
      expect(june).toMatchObject({ value: { years: [{ from: '2025-06-01', to: '2025-07-01', days: 30 }], pence: 2_589, yearlyPence: 31_500 } });
      expect(await list.contributions(scheduleId, { asAt: day('2025-04-01'), from: day('2027-04-01'), to: day('2027-05-01') })).toMatchObject({ value: { years: [], pence: 0 } });
    });

    it('is nothing while it is held back, and after it was withdrawn', async () => {
      const nothing = { value: { counts: false, posts: [], yearlyPence: 0, pence: 0 } };
      expect(await list.contributions(scheduleId, { asAt: day('2025-03-20') })).toMatchObject(nothing);
      expect(await list.contributions(scheduleId, {})).toMatchObject(nothing);
    });

    it('cannot be asked for days that are none', async () => {
      expect(await list.contributions(scheduleId, { from: day('2025-06-02'), to: day('2025-06-01') })).toMatchObject({ refusal: 'period-ends-before-it-begins' });
      expect(await list.contributions(numbered(1299), {})).toBeUndefined();
    });
  });

  describe('The schedules of an area', () => {
    it('are listed with the newest days first, as at a day and as known', async () => {
      expect((await list.all({})).schedules.map(({ title, standing }) => [title, standing])).toEqual([['Another team', 'accepted'], ['The team', 'withdrawn']]);
      expect((await list.all({ asAt: day('2025-03-11') })).schedules.map(({ title }) => title)).toEqual(['The team']);
      expect((await list.all({ knownAt: '2025-10-01T11:00:00.000Z' })).schedules).toEqual([]);
    });

    it('are found by their rows', async () => {
      expect(await reader.withRows('cd'.repeat(32))).toEqual([scheduleId, other]);
      expect(await reader.withRows('ef'.repeat(32))).toEqual([]);
    });
  });
});
