import { readFileSync } from 'node:fs';
import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';
import { idIn, positionIn } from './story';

const { icb, socialCare } = agencies;
const table = readFileSync('test/journeys/integrated-team-funding.csv', 'utf8');
const payers = [
  { column: 'ccg', agencyId: icb },
  { column: 'childrens_services', agencyId: socialCare },
  { column: 'public_health', agencyId: socialCare },
];
const body = {
  ...{ title: "Integrated children's commissioning team", source: 'Health and Wellbeing Board, 11 September 2014', on: '2014-09-11' },
  ...{ period: { financialYear: '2014/15' }, payers, table },
};

let area: AreaUnderTest;
let health: Person;
let education: Person;
let auditor: Person;
beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  [health, education, auditor] = await Promise.all([area.person('health-commissioner'), area.person('education-commissioner'), area.person('auditor')]);
});
afterAll(() => area.stop());

const readSchedule = (changes: object = {}) => health.post('/v1/funding-schedules', { ...body, ...changes });
const shown = async (path: string, after: Answer) => {
  const answer = await auditor.get(`${path}${path.includes('?') ? '&' : '?'}after=${positionIn(after)}`);
  return done(answer).body;
};
/** The sentence of a refusal, with its code; expects that nothing is written but a kept attempt. */
async function refused(ask: () => Promise<Answer>, kept = 0): Promise<[code: string, sentence: string]> {
  const before = await area.stores.events.head();
  const answer = await ask();
  expect(await area.stores.events.head()).toBe(before + kept);
  return [problemIn(answer).code, String(answer.body['detail'])];
}

describe('The schedule of St Helens, as it was published', () => {
  let schedule: string;
  let last: Answer;

  it('is read word for word: its totals agree, and the two figures in brackets are asked about', async () => {
    last = await readSchedule();
    expect(last.status).toBe(201);
    schedule = `/v1/funding-schedules/${idIn(last)}`;
    expect(last.headers.get('location')).toBe(schedule);
    expect(last.body).toMatchObject({ standing: 'held', differences: [], questions: [{ row: 4, column: 'ccg' }, { row: 9, column: 'ccg' }] });
    const found = await shown(schedule, last);
    expect(found).toMatchObject({
      ...{ standing: 'held', counts: false, open: 2, period: { from: '2014-04-01', to: '2015-04-01' } },
      inAll: { statedPence: 13_986_000, summedPence: 13_986_000, agrees: true },
      totals: [
        { column: 'ccg', statedPence: 8_244_800, summedPence: 8_244_800, agrees: true, inBrackets: { statedPence: 7_033_700, summedPence: 7_033_700, agrees: true } },
        { column: 'childrens_services', statedPence: 2_200_000, summedPence: 2_200_000, agrees: true },
        { column: 'public_health', statedPence: 3_541_200, summedPence: 3_541_200, agrees: true },
      ],
    });
    expect(found['posts']).toMatchObject([{}, { cells: [{ printed: '£76,604 (64,493)' }, {}, {}] }, {}, { role: 'CYPS / CHC Commissioner (0.8wte)' }, {}, {}]);
  });

  it('counts for nothing, and cannot be released, while a question is open', async () => {
    expect(await shown(`${schedule}/contributions`, last)).toMatchObject({ counts: false, posts: [], pence: 0 });
    const because = 'The directors agreed the rows.';
    expect(await refused(() => health.post(`${schedule}/release`, { because }), 1)).toEqual(['schedule-questions-open', expect.stringContaining('2 questions are open')]);
  });

  it('is answered cell by cell, and released by a payer with a reason', async () => {
    for (const row of [4, 9]) {
      const answer = { row, column: 'ccg', ruling: 'printed-counts', answer: 'The figure in brackets is that of the months to come.', on: '2014-10-01' };
      done(await health.post(`${schedule}/answers`, answer));
    }
    const because = 'The directors agreed the rows.';
    expect(await refused(() => education.post(`${schedule}/release`, { because }), 1)).toEqual(['schedule-not-payer', expect.stringContaining('one of its payers')]);
    last = done(await health.post(`${schedule}/release`, { because, on: '2014-10-06' }));
    expect(await shown(schedule, last)).toMatchObject({ standing: 'released', counts: true, open: 0, release: { agencyId: icb, because, differences: [] } });
  });

  it('says what each payer owes a year, for each post and in all', async () => {
    const owed = await shown(`${schedule}/contributions`, last);
    expect(owed).toMatchObject({
      ...{ counts: true, yearlyPence: 13_986_000, pence: 13_986_000 },
      payers: [
        { column: 'ccg', agencyId: icb, pence: 8_244_800 },
        { column: 'childrens_services', agencyId: socialCare, pence: 2_200_000 },
        { column: 'public_health', agencyId: socialCare, pence: 3_541_200 },
      ],
      agencies: [{ agencyId: icb, pence: 8_244_800 }, { agencyId: socialCare, pence: 5_741_200 }],
      years: [{ financialYear: '2014/15', days: 365, daysOfYear: 365 }],
    });
  });

  it('shares out part of a year by its days, so that the parts add up to the year', async () => {
    const half = async (from: string, to: string) => (await shown(`${schedule}/contributions?from=${from}&to=${to}`, last)) as { payers: { pence: number }[] };
    const [first, second] = [await half('2014-04-01', '2014-10-01'), await half('2014-10-01', '2015-04-01')];
    expect(first.payers.map(({ pence }, place) => pence + (second.payers[place]?.pence ?? 0))).toEqual([8_244_800, 2_200_000, 3_541_200]);
    // 183 of 365 days of £5,844 and £76,604.
    expect(first.payers[0]?.pence).toBe(293_001 + 3_840_694);
  });

  it('stands on each day as it stood then', async () => {
    const on = (asAt: string) => shown(`${schedule}/contributions?asAt=${asAt}`, last);
    expect(await on('2014-10-05')).toMatchObject({ standing: 'held', pence: 0 });
    expect(await on('2014-10-06')).toMatchObject({ standing: 'released', pence: 13_986_000 });
    expect(problemIn(await auditor.get(`${schedule}?asAt=2014-09-10`))).toEqual({ status: 404, code: 'schedule-unknown' });
    expect(await shown('/v1/funding-schedules?asAt=2014-09-30', last)).toMatchObject({ schedules: [{ standing: 'held', open: 2 }] });
  });

  it('is told of when it is handed in again: under another name, with other line ends, for some of the same days', async () => {
    const named = expect.stringContaining(schedule.split('/').at(-1) ?? '');
    expect(await refused(() => readSchedule({ title: 'Copy', table: table.replaceAll('\n', '\r\n') }))).toEqual(['schedule-already-read', named]);
    expect(await refused(() => readSchedule({ period: { from: '2014-10-01', to: '2015-10-01' } }))).toEqual(['schedule-already-read', named]);
  });

  it('counts for nothing once a payer has withdrawn it, and can be handed in anew', async () => {
    expect(await refused(() => education.post(`${schedule}/withdrawal`, { because: 'Not ours.' }), 1)).toEqual(['schedule-not-payer', expect.any(String)]);
    last = done(await health.post(`${schedule}/withdrawal`, { because: 'Public health pays for itself.' }));
    expect(await shown(`${schedule}/contributions`, last)).toMatchObject({ standing: 'withdrawn', pence: 0 });
    last = done(await readSchedule());
    expect(await shown(schedule, last)).toMatchObject({ standing: 'held', open: 2 });
  });
});

describe('A schedule whose totals differ from its rows', () => {
  const altered = table.replace('£14,264', '£14,246').replaceAll(/ \([\d,]+\)/g, '');

  it('is held back with both figures, cell by cell, never corrected, and released by a person', async () => {
    const read = done(await readSchedule({ table: altered }));
    const difference = { row: 9, column: 'public_health', statedPence: 3_541_200, summedPence: 3_539_400 };
    expect(read.body).toMatchObject({ standing: 'held', differences: [difference], questions: [] });
    const schedule = `/v1/funding-schedules/${idIn(read)}`;
    expect(await shown(schedule, read)).toMatchObject({
      ...{ standing: 'held', counts: false, differences: [difference] },
      says: expect.stringContaining('line 9, column public_health states £35,412.00 and the figures make £35,394.00'),
    });
    expect(await shown(`${schedule}/contributions`, read)).toMatchObject({ posts: [], pence: 0 });
    const released = done(await health.post(`${schedule}/release`, { because: 'Two digits of one cell are transposed in the copy; the row is as agreed.' }));
    expect(await shown(schedule, released)).toMatchObject({ standing: 'released', release: { differences: [difference] }, totals: [{}, {}, { agrees: false }] });
    expect(await shown(`${schedule}/contributions`, released)).toMatchObject({ payers: [{}, {}, { pence: 3_539_400 }] });
  });
});

describe('A schedule is refused whole, and nothing of it kept, where', () => {
  // Of a year for which nothing is on record, so that nothing but the fault is told.
  const period = { financialYear: '2016/17' };
  it.each<[string, object, string, string]>([
    ['a figure holds part of a penny', { table: table.replace('£21,148', '£21,148.125') }, 'money-unreadable', 'Line 8, column public_health'],
    ['a figure is a word', { table: table.replace('£18,000', 'to be agreed') }, 'money-unreadable', 'Line 6, column childrens_services'],
    ['a column is stated that the table lacks', { payers: [...payers, { column: 'police', agencyId: icb }] }, 'table-columns-differ', 'police'],
    ['a column of the table is stated as nobody’s', { payers: payers.slice(0, 2) }, 'table-columns-differ', 'public_health'],
    ['one column is two payers’', { payers: [...payers, { column: 'ccg', agencyId: socialCare }] }, 'schedule-columns-unclear', 'ccg'],
    ['a payer is not registered', { payers: payers.map((payer) => ({ ...payer, agencyId: '01940000-0000-7000-8000-000000000001' })) }, 'schedule-payer-unknown', 'register it first'],
    ['there is nothing but totals', { table: 'role,resource,ccg,childrens_services,public_health\nTotal,,£1,£1,£1\n' }, 'schedule-without-posts', 'no post'],
    ['it does not say which days it covers', { period: {} }, 'schedule-period-unclear', 'financial year'],
    ['the financial year is none', { period: { financialYear: '2014/16' } }, 'schedule-period-unclear', '2014/15'],
    ['it is set out on a day to come', { on: '2099-01-01' }, 'schedule-day-in-future', 'today is'],
  ])('%s', async (_case, changes, code, sentence) => {
    expect(await refused(() => readSchedule({ period, ...changes, title: 'Refused' }))).toEqual([code, expect.stringContaining(sentence)]);
    expect((await auditor.get('/v1/funding-schedules')).text).not.toContain('Refused');
  });

  it('is recorded by commissioners, and read by everybody who may read funding', async () => {
    const keyWorker = await area.person('key-worker');
    expect(problemIn(await keyWorker.post('/v1/funding-schedules', body))).toEqual({ status: 403, code: 'permission-missing' });
    expect((await keyWorker.get('/v1/funding-schedules')).status).toBe(200);
  });
});
