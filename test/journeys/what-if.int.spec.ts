import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agencies, demonstration } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';
import { accord } from './standalone-process';
import { operationBody, positionIn, split } from './story';

const { icb, socialCare, education } = agencies;
const { childId, agreementId, decisionId } = demonstration;
const NOBODY = '01940000-0000-7000-8000-00000000dead';
const autumn = { from: '2025-10-01', to: '2026-01-01' };

let area: AreaUnderTest;
let commissioner: Person;
let auditor: Person;
let position: number;
let clauseId: string;
let lineId: string;

beforeAll(async () => {
  area = await startArea();
  [commissioner, auditor] = [await area.person('health-commissioner'), await area.person('auditor')];
  const keyWorker = await area.person('key-worker');
  position = positionIn(done(await keyWorker.post(`/v1/children/${childId}/operations`, operationBody)));
  const asked = done(await commissioner.get(`/v1/children/${childId}/who-pays?from=2025-10-06&to=2025-11-17&after=${position}`));
  const ruled = (asked.body['liabilities'] as readonly { readonly category: string; readonly lineId: string; readonly why: { readonly clauseId?: string } }[]).find(({ category }) => category === 'personal-care');
  [clauseId, lineId] = [String(ruled?.why.clauseId), String(ruled?.lineId)];
}, 60_000);
afterAll(() => area.stop());

const ask = (body: object, headers: Readonly<Record<string, string>> = {}) => commissioner.post(`/v1/what-if?after=${position}`, { ...autumn, ...body }, headers);
const sixtyForty = () => ({ clause: { agreementId, clauseId, split: split([icb, 6_000], [socialCare, 4_000]), weeks: 8 } });

interface Figures {
  readonly nowPence: number;
  readonly thenPence: number;
  readonly differencePence: number;
}
interface Agency extends Figures {
  readonly agencyId: string;
}
interface Told {
  readonly question: { readonly about: string; readonly upTo: number };
  readonly says: string;
  readonly changes: readonly { readonly number: number; readonly says: string }[];
  readonly totals: { readonly cost: Figures; readonly agencies: readonly Agency[] };
  readonly months: readonly { readonly from: string; readonly cost: Figures; readonly agencies: readonly Agency[] }[];
  readonly differing: { readonly children: number; readonly lines: number; readonly told: number };
  readonly lines: readonly { readonly from: string; readonly to: string; readonly agencies: readonly Agency[]; readonly because: readonly number[]; readonly now: { readonly says: string }; readonly then: { readonly says: string } }[];
}
// What a client reads from the answer.
const toldIn = ({ body }: Answer) => body as unknown as Told;
const differences = (all: readonly Agency[]): Readonly<Record<string, number>> => Object.fromEntries(all.filter(({ differencePence }) => differencePence !== 0).map(({ agencyId, differencePence }) => [agencyId, differencePence]));

describe('A commissioner who asks what it would have been at 60/40 for eight weeks', () => {
  /*
   * Personal care costs £1,847.35 a week, from 27 October £2,310.01; the panel split it 30 health, 70 care; the clause
   * 50/50 for six weeks from 6 October. The line has cost £9,236.75 by 6 October, £16,428.81 by 1 November (five sevenths
   * of a week since 27 October are £1,650.01), £21,708.83 by 17 November, £26,328.85 by 1 December, £36,558.89 by 1 January.
   *
   * Health now, in October: half of £7,192.06 is £3,596.03. In November half of £12,472.08 less that, £2,640.01, and 30 %
   * of £4,620.02, £1,386.01: £4,026.02. In December 30 % of £14,850.06 less that £1,386.01: £3,069.01.
   * Health then, in October: 60 % of £7,192.06 is £4,315.24. In November 60 % of £17,092.10 less that: £5,940.02. In
   * December the panel rules anew: 30 % of £10,230.04 is £3,069.01.
   */
  it('reads the difference per agency and month, to the penny', async () => {
    const told = toldIn(done(await ask({ childId, changes: [sixtyForty()] })));
    expect(told.months.map(({ from, agencies: all }) => [from, differences(all)])).toEqual([
      ['2025-10-01', { [icb]: 431_524 - 359_603, [socialCare]: 359_603 - 431_524 }],
      ['2025-11-01', { [icb]: 594_002 - 402_602, [socialCare]: 402_602 - 594_002 }],
      ['2025-12-01', {}],
    ]);
    expect(differences(told.totals.agencies)).toEqual({ [icb]: 263_321, [socialCare]: -263_321 });
    expect(told.totals.cost.differencePence).toBe(0);
    expect(told.says).toContain('Northshire Integrated Care Board would pay £2,633.21 more');
  });

  it('reads which days of which line differ, and why, before and after', async () => {
    const { lines, changes, differing } = toldIn(done(await ask({ childId, changes: [sixtyForty()] })));
    expect(lines.map(({ from, to, because, agencies: all }) => ({ from, to, because, ...differences(all) }))).toEqual([
      { from: '2025-10-06', to: '2025-11-17', because: [1], [icb]: 748_325 - 623_604, [socialCare]: 623_604 - 748_325 },
      { from: '2025-11-17', to: '2025-12-01', because: [1], [icb]: 277_201 - 138_601, [socialCare]: 138_601 - 277_201 },
    ]);
    expect(lines[1]?.now.says).toContain('Panel decided on 1 September 2025');
    expect(lines[1]?.then.says).toContain('for 8 weeks after the operation of 6 October 2025');
    expect(changes).toEqual([
      {
        ...{ number: 1, agreementId, clauseId },
        says:
          'Supposed of “Personal care after surgery”, clause on personal care after an operation (for a child with complex healthcare needs): ' +
          "Northshire Integrated Care Board 60 %, Northshire Council Children's Social Care 40 %; for 8 weeks.",
      },
    ]);
    expect(differing).toEqual({ children: 1, lines: 1, told: 2 });
  });

  it('reads the same of the agreement, and of the area: the other children are untouched', async () => {
    const [ofChild, ofAgreement, ofArea] = [
      toldIn(done(await ask({ childId, changes: [sixtyForty()] }))),
      toldIn(done(await ask({ agreementId, changes: [sixtyForty()] }))),
      toldIn(done(await ask({ changes: [sixtyForty()] }))),
    ];
    expect(ofArea.totals).toEqual(ofChild.totals);
    expect(ofArea.lines).toEqual(ofChild.lines);
    expect(differences(ofAgreement.totals.agencies)).toEqual(differences(ofChild.totals.agencies));
    // The eight weeks alone: £17,092.10.
    expect(ofAgreement.totals.cost.nowPence).toBe(1_709_210);
  });

  it('reads the same bytes again up to the same position, as JSON and as CSV', async () => {
    const { question: { upTo } } = toldIn(done(await ask({ changes: [sixtyForty()] })));
    const again = () => ask({ changes: [sixtyForty()], upTo });
    expect(done(await again()).text).toBe(done(await again()).text);
    const table = done(await ask({ childId, changes: [sixtyForty()] }, { Accept: 'text/csv' }));
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const rows = table.text.split('\r\n');
    expect(rows[0]).toBe('row,child_id,decision_id,line_id,category,from,to,agency_id,agency,now_pence,then_pence,difference_pence,because,says,now,then,agreement_id,clause_id');
    expect(rows[1]?.split(',').slice(-2)).toEqual([agreementId, clauseId]);
    expect(rows.filter((row) => row.startsWith('line,') && row.includes(icb)).map((row) => row.split(',').slice(9, 12))).toEqual([
      ['623604', '748325', '124721'],
      ['138601', '277201', '138600'],
    ]);
  });

  it('has written nothing: the record is as long as before, and who pays says what it said', async () => {
    const whoPays = () => commissioner.get(`/v1/children/${childId}/who-pays?from=2025-09-01&to=2026-04-01`);
    const [head, before] = [await area.stores.events.head(), (await whoPays()).text];
    // Not even the answer under a key: the same key may ask something else.
    const key = { 'Idempotency-Key': 'what-if-journey' };
    done(await ask({ changes: [sixtyForty()] }, key));
    done(await ask({ changes: [{ clauseLeftOut: { agreementId, clauseId } }] }, key));
    expect([await area.stores.events.head(), (await whoPays()).text]).toEqual([head, before]);
  });

  it('asks as it was known before the operation: nothing differs', async () => {
    const [event] = (await area.stores.events.readAll({ after: position - 1, limit: 1 })).events;
    const before = new Date(Date.parse(event?.recordedAt ?? '') - 1).toISOString();
    const told = toldIn(done(await ask({ childId, knownAt: before, changes: [sixtyForty()] })));
    expect([told.lines, told.says]).toEqual([[], 'Nobody would pay more or less.']);
  });
});

describe('Whatever else is supposed', () => {
  const line = () => ({ decisionId, lineId });
  it.each<[string, () => object, number]>([
    // 70 % instead of 30 % of what the panel rules: of 1 to 6 October £923.68 instead of £395.87 (£9,236.75 less £7,917.21,
    // shared since 1 September), and since 17 November £10,395.04 instead of £4,455.02 of £14,850.06.
    ['another split of a line', () => ({ lineSplit: { ...line(), split: split([icb, 7_000], [socialCare, 3_000]) } }), 646_783],
    ['a dispute settled at 65/35 from the operation, while the clause rules', () => ({ from: '2025-10-06', to: '2025-11-17', settlement: { ...line(), split: split([icb, 6_500], [socialCare, 3_500]) } }), 810_685 - 623_604],
    ['nursing dearer by 10 %, which health pays alone: 92 days of £924.00 a week', () => ({ ratesRaised: { categories: ['nursing'], raisedBasisPoints: 1_000 } }), 121_440],
  ])('%s', async (_what, change, ofHealth) => {
    const { totals, lines } = toldIn(done(await ask({ childId, changes: [change()] })));
    expect(differences(totals.agencies)[icb]).toBe(ofHealth);
    expect(lines.length).toBeGreaterThan(0);
  });

  it.each<[string, object | (() => object), string]>([
    ['shares that do not make a whole', () => ({ changes: [{ clause: { agreementId, clauseId, split: split([icb, 6_000], [socialCare, 3_000]) } }] }), 'shares-not-whole'],
    ['a clause of nought weeks', () => ({ changes: [{ clause: { agreementId, clauseId, weeks: 0 } }] }), 'clause-of-no-days'],
    ['an agency that is none of this area', () => ({ changes: [{ clause: { agreementId, clauseId, split: split([NOBODY, 10_000]) } }] }), 'what-if-agency-unknown'],
    ['a clause that there is not', () => ({ changes: [{ clauseLeftOut: { agreementId, clauseId: NOBODY } }] }), 'what-if-clause-unknown'],
    ['a line that there is not', () => ({ changes: [{ settlement: { decisionId, lineId: NOBODY, split: split([icb, 10_000]) } }] }), 'what-if-line-unknown'],
    ['two things in one change', () => ({ changes: [{ ...sixtyForty(), clauseLeftOut: { agreementId, clauseId } }] }), 'what-if-change-unclear'],
    ['nothing', { changes: [] }, 'list-too-short'],
    ['a child of whom there is no record', () => ({ childId: NOBODY, changes: [sixtyForty()] }), 'not-found'],
    ['a child and an agreement at once', () => ({ childId, agreementId, changes: [sixtyForty()] }), 'not-exactly-one'],
    ['days without a day', () => ({ to: '2025-10-01', changes: [sixtyForty()] }), 'period-empty'],
  ])('is refused with its reason: %s', async (_what, body, code) => {
    expect(problemIn(await ask(typeof body === 'function' ? (body() as object) : body)).code).toBe(code);
  });
});

describe('What an agency pays over time', () => {
  it('comes by category and in all, and sums to what who pays gives for its children', async () => {
    const series = done(await auditor.get(`/v1/agencies/${education}/who-pays/series?from=2025-08-01&to=2025-12-10&step=month&after=${position}`)).body;
    const sum = (points: unknown) => (points as readonly (readonly [string, number])[]).reduce((total, [, pence]) => total + pence, 0);
    const asked = done(await commissioner.get(`/v1/children/${childId}/who-pays?from=2025-08-01&to=2025-12-10`)).body['totals'] as { readonly agencies: readonly { readonly agencyId: string; readonly pence: number }[] };
    const paid = asked.agencies.find(({ agencyId }) => agencyId === education)?.pence;
    expect(sum(series['total'])).toBe(paid);
    const categories = series['categories'] as readonly { readonly category: string; readonly series: unknown }[];
    expect(categories.map((each) => [each.category, sum(each.series)])).toEqual([['education', paid]]);
    expect((series['total'] as readonly unknown[]).length).toBe(5);
  });

  it('of no agency of this area is not found', async () => {
    expect(problemIn(await auditor.get(`/v1/agencies/${NOBODY}/who-pays/series?from=2025-08-01&to=2025-12-10&step=month`)).code).toBe('not-found');
  });

  it('is for the agency itself and for those who audit, as its figures are', async () => {
    const asked = 'from=2025-08-01&to=2025-12-10&step=month';
    expect((await commissioner.get(`/v1/agencies/${icb}/who-pays/series?${asked}`)).status).toBe(200);
    expect(problemIn(await commissioner.get(`/v1/agencies/${education}/who-pays/series?${asked}`))).toEqual({ status: 403, code: 'statement-of-another' });
  });
});

describe('At the command line', () => {
  const asked = ['what-if', '--from', autumn.from, '--to', autumn.to, '--changes'];
  const file = (name: string, text: string): string => {
    const path = join(area.folder, name);
    writeFileSync(path, text);
    return path;
  };

  it.each<[string, readonly string[], object]>([
    ['a child', ['--child', childId], { childId }],
    ['the whole area', [], {}],
  ])('the answer about %s is that of the route', async (_what, about, body) => {
    const changes = file('supposed.json', JSON.stringify({ changes: [sixtyForty()] }));
    const { code, stdout } = await accord(area.folder, ...asked, changes, ...about, '--json');
    const answer = done(await ask({ ...body, changes: [sixtyForty()] }));
    expect([code, JSON.parse(stdout)]).toEqual([0, answer.body]);
  }, 60_000);

  it('a person reads the total, and every agency of every month: now, then, and the difference', async () => {
    const { code, stdout } = await accord(area.folder, ...asked, file('supposed.json', JSON.stringify({ changes: [sixtyForty()] })), '--child', childId);
    expect(code).toBe(0);
    const health = 'Northshire Integrated Care Board';
    const { months, totals } = toldIn(done(await ask({ childId, changes: [sixtyForty()] })));
    expect(stdout).toContain('no difference');
    expect(stdout.match(/^From .*2025$/gm)).toHaveLength(months.length);
    expect(stdout.match(new RegExp(`^  ${health}: `, 'gm'))).toHaveLength(months.length + 1);
    expect(stdout).toMatch(new RegExp(`^  ${health}: £[\\d,.]+ now, £[\\d,.]+ then, £2,633\\.21 more$`, 'm'));
    expect(stdout.match(/^  The whole cost: /gm)).toHaveLength(months.length + 1);
    expect(totals.cost.differencePence).toBe(0);
  }, 60_000);

  it('what is wrong with the file is said, and nothing is asked', async () => {
    const said = async (name: string, text: string) => {
      const { code, stderr } = await accord(area.folder, ...asked, file(name, text));
      return [code, stderr.split('\n')[0]?.replace(/^.*\.json: /, '')];
    };
    expect(await said('broken.json', '{')).toEqual([2, expect.stringContaining('as JSON (RFC 8259)')]);
    expect(await said('twice.json', `{"changes":[],"changes":[${JSON.stringify(sixtyForty())}]}`)).toEqual([2, 'Give each key of an object once.']);
    expect(await said('deep.json', `{"changes":[${'{"a":'.repeat(6_000)}1${'}'.repeat(6_000)}]}`)).toEqual([2, expect.stringMatching(/^Nest at most/)]);
    expect(await said('large.json', ' '.repeat(1_048_577))).toEqual([2, expect.stringContaining('at most 1 MB')]);
    expect(await said('nothing.json', '{"changes":[{}]}')).toEqual([2, expect.stringContaining('exactly one of clause')]);
    expect((await said('strange.json', '{"changes":[{"mood":"good"}]}'))[1]).toContain('changes[0].mood');
  }, 60_000);
});
