import { agencies } from '@accord/composition';
import { addDays, londonDate } from '@accord/shared/kernel';
import type { LondonDate } from '@accord/shared/kernel';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { bringMatter, matterBody, outcomeBody, sittingPath, takePositions } from './matter-story';
import type { Taken } from './matter-story';
import { done, problemIn } from './person';
import type { Answer } from './person';
import * as story from './story';
import type { Cast, PanelMade } from './story';

const { icb, socialCare, education } = agencies;
const day = (text: string): LondonDate => {
  const found = londonDate(text);
  if (!found.ok) throw new Error(found.because);
  return found.value;
};

interface LineBody {
  readonly category: string;
  readonly provision: string;
  readonly from: string;
  readonly to?: string;
  readonly rates: readonly ({ readonly from: string } & Readonly<Record<string, string | number>>)[];
  readonly split: ReturnType<typeof story.split>;
  readonly needs?: readonly string[];
  readonly outcomes?: readonly string[];
  readonly budget?: object;
}

/** An escort by the school day, a nurse by the hour, a personal health budget every four weeks, a hoist once. */
const lines: readonly LineBody[] = [
  {
    ...{ category: 'transport', provision: 'A trained escort.', from: '2025-09-01', to: '2026-05-01', split: story.split([education, 10_000]) },
    rates: [{ from: '2025-09-01', dailyPence: 4_251 }, { from: '2025-11-01', dailyPence: 4_510 }],
  },
  {
    ...{ category: 'nursing', provision: 'A nurse during lessons.', from: '2025-09-01', split: story.split([icb, 7_000], [socialCare, 3_000]) },
    ...{ needs: ['seizures', 'breathing'], outcomes: ['Goes to school each day'] },
    rates: [{ from: '2025-09-01', hourlyPence: 2_453, weeklyMinutes: 2_251 }, { from: '2026-04-01', hourlyPence: 2_557, weeklyMinutes: 2_251 }],
  },
  {
    ...{ category: 'personal-care', provision: 'Carers whom the family chooses.', from: '2025-09-01', split: story.half },
    ...{ needs: ['mobility'], outcomes: ['Sleeps through the night', 'Goes out with her sister'] },
    budget: { kind: 'personal-health-budget', heldAs: 'direct-payment' },
    rates: [{ from: '2025-09-01', fourWeeklyPence: 147_201 }, { from: '2026-04-01', weeklyPence: 38_003 }],
  },
  {
    ...{ category: 'equipment', provision: 'A hoist.', from: '2025-09-29', to: '2025-10-06', split: story.half },
    rates: [{ from: '2025-09-29', weeklyPence: 0 }, { from: '2025-09-30', oncePence: 420_001 }],
  },
];

let area: AreaUnderTest;
let cast: Cast;
let panel: PanelMade;
let meetingId: string;
let childId: string;
let taken: Taken;
let decided: Answer;

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  panel = await story.constitutePanel(cast);
  meetingId = await story.holdMeeting(cast, panel);
  childId = await story.openChild(cast);
  // The cast: a body may hold any lines; the type is that of the story's own.
  taken = await bringMatter(cast, meetingId, { ...matterBody(panel.panelId, childId), lines } as unknown as ReturnType<typeof matterBody>);
  await takePositions(cast, taken, panel.seats);
  decided = done(await cast.administrator.post(`${sittingPath(taken)}/outcome`, { ...outcomeBody, lines }));
}, 60_000);
afterAll(() => area.stop());

describe('What a panel was asked for, and what it decided', () => {
  const [, nursing, care] = lines;

  it('reads with every kind of rate, the needs, the budget and the outcomes that each line serves', async () => {
    const matter = done(await cast.keyWorker.get(`/v1/matters/${taken.matterId}?after=${story.positionIn(decided)}`)).body;
    expect(matter['lines']).toMatchObject([
      { rates: lines[0]?.rates, needs: [], budget: null, outcomes: [] },
      { rates: nursing?.rates, needs: nursing?.needs, budget: null, outcomes: nursing?.outcomes },
      { rates: care?.rates, needs: care?.needs, budget: care?.budget, outcomes: care?.outcomes, provision: care?.provision },
      { rates: lines[3]?.rates, needs: [], budget: null, outcomes: [] },
    ]);
    const decision = done(await cast.keyWorker.get(`/v1/decisions/${String(decided.body['decisionId'])}?after=${story.positionIn(decided)}`)).body;
    expect(decision).toMatchObject({ reads: { lines: [{ outcomes: [] }, { outcomes: nursing?.outcomes }, { needs: care?.needs, budget: care?.budget, words: care?.provision, outcomes: care?.outcomes }, {}] } });
  });
});

interface Paid {
  readonly category: string;
  readonly costPence: number;
  readonly rates: readonly object[];
  readonly amounts: readonly { readonly pence: number }[];
}
async function whoPays(from: string, to: string): Promise<{ readonly liabilities: readonly Paid[]; readonly totals: { readonly costPence: number } }> {
  const { body } = done(await cast.auditor.get(`/v1/children/${childId}/who-pays?after=${story.positionIn(decided)}&from=${from}&to=${to}`));
  // The cast: what a client reads from this answer.
  return body as unknown as Awaited<ReturnType<typeof whoPays>>;
}

/** What a line costs until just before a day, in 420ths of a penny: seven days of sixty minutes. */
function partsUntil(place: number, until: LondonDate): bigint {
  const { rates = [], from = '', to } = lines[place] ?? {};
  let parts = 0n;
  for (let date = day(from); date < until && (to === undefined || date < to); date = addDays(date, 1)) {
    const rate = rates.findLast((each) => each.from <= date) ?? { from: '' };
    const figure = (name: string) => BigInt(rate[name] ?? 0);
    parts += figure('weeklyPence') * 60n + figure('dailyPence') * 420n + figure('hourlyPence') * figure('weeklyMinutes') + figure('fourWeeklyPence') * 15n;
    if (rate['from'] === date) parts += figure('oncePence') * 420n;
  }
  return parts;
}
const nearest = (parts: bigint): number => Number((parts * 2n + 420n) / 840n);

/** The cost of one day, and what the first of its payers bears: shared anew from 1 April, the odd penny to the larger remainder. */
function expectedOn(place: number, date: LondonDate): readonly [number, number] {
  const [from, share] = [lines[place]?.from ?? '', lines[place]?.split.parts[0]?.weight ?? 0];
  const start = date >= '2026-04-01' && from < '2026-04-01' ? day('2026-04-01') : day(from);
  const cost = (until: LondonDate) => nearest(partsUntil(place, until));
  const first = (until: LondonDate) => Math.floor(((cost(until) - cost(start)) * share) / 10_000 + 0.5);
  const next = addDays(date, 1);
  return [cost(next) - cost(date), first(next) - first(date)];
}
const categories = lines.map(({ category }) => category);
const runs = (place: number, date: LondonDate): boolean => date >= (lines[place]?.from ?? '') && date < (lines[place]?.to ?? '9999');

describe('Who pays for lines by the day, the hour, every four weeks and once', () => {
  it.each([
    ['the first days', '2025-09-01', 2],
    ['the end of a month, on which the hoist is paid for', '2025-09-28', 5],
    ['a change of rate at the turn of a month', '2025-10-30', 4],
    ['the end of a year', '2025-12-30', 3],
    ['1 April, when rates change and sharing starts anew', '2026-03-29', 6],
  ])('is right on every day around %s', async (_when, from, count) => {
    for (let ahead = 0; ahead < count; ahead++) {
      const date = addDays(day(from), ahead);
      const { liabilities } = await whoPays(date, addDays(date, 1));
      const running = [0, 1, 2, 3].filter((place) => runs(place, date));
      expect(liabilities).toHaveLength(running.length);
      for (const place of running) {
        const paid = liabilities.find(({ category }) => category === categories[place]);
        const [cost, first] = expectedOn(place, date);
        expect([date, categories[place], paid?.costPence, paid?.amounts[0]?.pence]).toEqual([date, categories[place], cost, first]);
        expect(paid?.amounts.reduce((sum, { pence }) => sum + pence, 0)).toBe(cost);
      }
    }
  });

  it('comes by hand to these pence', async () => {
    const costs = async (from: string, to: string) => Object.fromEntries((await whoPays(from, to)).liabilities.map(({ category, costPence }) => [category, costPence]));
    // A week: seven days at £42.51; 2,251 minutes at £24.53 an hour, £920.2838; a quarter of £1,472.01, £368.0025.
    expect(await costs('2025-09-01', '2025-09-08')).toEqual({ 'transport': 29_757, 'nursing': 92_028, 'personal-care': 36_800 });
    // Four weeks: £3,681.1353 and £1,472.01.
    expect(await costs('2025-09-01', '2025-09-29')).toEqual({ 'transport': 119_028, 'nursing': 368_114, 'personal-care': 147_201 });
    expect(await costs('2025-09-30', '2025-10-01')).toMatchObject({ transport: 4_251, equipment: 420_001 });
    expect(await costs('2025-10-01', '2025-10-06')).toMatchObject({ equipment: 0 });
    expect(await costs('2025-10-31', '2025-11-02')).toMatchObject({ transport: 4_251 + 4_510 });
  });

  it('adds up however it is cut: the months are the whole, and the rates that hold are told with each', async () => {
    const whole = await whoPays('2025-09-01', '2026-05-01');
    const months = ['2025-09-01', '2025-10-01', '2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01'];
    const parts = await Promise.all(months.slice(1).map((to, place) => whoPays(months[place] ?? to, to)));
    expect(parts.reduce((sum, { totals }) => sum + totals.costPence, 0)).toBe(whole.totals.costPence);
    expect(whole.totals.costPence).toBe([0, 1, 2, 3].reduce((sum, place) => sum + nearest(partsUntil(place, day('2026-05-01'))), 0));
    expect(parts[0]?.liabilities.find(({ category }) => category === 'equipment')?.rates).toContainEqual({ from: '2025-09-30', oncePence: 420_001 });
  });
});

describe('A line is not even asked for', () => {
  const oneKind = 'Give one kind of rate: weeklyPence, dailyPence, hourlyPence with weeklyMinutes, fourWeeklyPence or oncePence.';
  const from = '2025-09-01';
  const asking = (changes: object) => ({ ...matterBody(panel.panelId, childId), lines: [{ ...lines[1], ...changes }] });

  it.each<[string, object, string]>([
    ['without a kind of rate', { from }, 'not-exactly-one'],
    ['with two kinds of rate at once', { from, weeklyPence: 1, oncePence: 1 }, 'not-exactly-one'],
    ['with minutes for a rate by the week', { from, weeklyPence: 1, weeklyMinutes: 60 }, 'not-exactly-one'],
  ])('%s: the answer names the kinds', async (_what, rate, code) => {
    const answer = await cast.keyWorker.post('/v1/matters', asking({ rates: [{ from, weeklyPence: 5 }, rate] }));
    expect(problemIn(answer)).toMatchObject({ status: 422, code });
    expect(answer.body['detail']).toBe(`lines[0].rates: Entry 2: ${oneKind}`);
  });

  it.each<[string, object, string]>([
    ['by the hour without the minutes', { rates: [{ from, hourlyPence: 2_450 }] }, 'field-missing'],
    ['for more minutes than a week has', { rates: [{ from, hourlyPence: 2_450, weeklyMinutes: 10_081 }] }, 'number-out-of-range'],
    ['for part of a minute', { rates: [{ from, hourlyPence: 2_450, weeklyMinutes: 90.5 }] }, 'number-not-whole'],
    ['at a fraction of a penny an hour', { rates: [{ from, hourlyPence: 24.5, weeklyMinutes: 60 }] }, 'amount-not-whole-pence'],
    ['at a fraction of a penny a day', { rates: [{ from, dailyPence: 0.5 }] }, 'amount-not-whole-pence'],
    ['at less than nothing every four weeks', { rates: [{ from, fourWeeklyPence: -1 }] }, 'amount-negative'],
    ['with nothing where a figure should be', { rates: [{ from, oncePence: null }] }, 'amount-not-whole-pence'],
    ['at more than £10 million a week', { rates: [{ from, dailyPence: 142_857_143 }] }, 'weekly-rate-too-high'],
    ['with two rates from one day', { rates: [{ from, dailyPence: 1 }, { from, oncePence: 1 }] }, 'rates-not-in-order'],
    ['paid once before it begins', { rates: [{ from: '2025-08-31', oncePence: 1 }] }, 'one-off-before-line'],
    ['paid once on the day from which it is over', { to: '2025-10-01', rates: [{ from, dailyPence: 1 }, { from: '2025-10-01', oncePence: 1 }] }, 'one-off-after-line'],
    ['with a need named twice', { needs: ['seizures', 'seizures'] }, 'need-repeated'],
    ['for a need that nobody knows', { needs: ['luck'] }, 'not-one-of'],
    ['with an outcome of no words', { outcomes: [' '] }, 'text-missing'],
    ['as a budget of no kind', { budget: { heldAs: 'notional' } }, 'field-missing'],
    ['as a budget that nobody holds', { budget: { kind: 'personal-budget', heldAs: 'nobody' } }, 'not-one-of'],
  ])('%s', async (_what, changes, code) => {
    const problem = problemIn(await cast.keyWorker.post('/v1/matters', asking(changes)));
    expect([problem.code, problem.status]).toEqual([code, 422]);
  });
});
