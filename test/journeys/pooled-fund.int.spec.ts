import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { idsIn } from './every-ground';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';
import { decide, outcomeBody } from './matter-story';
import * as story from './story';
import type { Cast } from './story';
import { instantBetween } from './waiting';

const { icb, socialCare, education } = agencies;
const NOBODY = '01940000-0000-7000-8000-00000000dead';
/** Nursing half and half, as long as the agreement is in force. */
const nursing = { trigger: { event: 'always' }, categories: ['nursing'], split: story.half, cost: 'regardless-of-cost' };
const text = {
  ...{ title: 'Care at home', kind: 'section-75-pooled', parties: [icb, socialCare], clauses: [nursing], noticeMonths: 3 },
  ...{ aims: 'Children live at home.', functions: 'NHS Act 2006 section 3.', clientGroup: 'Children under 18.' },
  ...{ from: '2025-04-01', on: '2025-03-18' },
};
/** Nursing costs £924.00 a week from 1 September 2025: 30 weeks and two days until 31 March, £27,984.00. */
const NURSING = 2_798_400;

let area: AreaUnderTest;
let cast: Cast;
let finance: Person;
let childId: string;
/** The nursing that the fund pays for, as its decision has it. */
let nursingLine: string;
let agreementId: string;
/** When the agreement was signed, and the fund was not established. */
let beforeFund: string;
let fund: string;
let last: Answer;

const year = '2025-04-01';
const contributions = (health: number, care: number) => [{ agencyId: icb, pence: health }, { agencyId: socialCare, pence: care }];
const riskShare = {
  ...{ overspend: 'pro-rata-to-contribution', caps: [{ agencyId: socialCare, capPence: 50_000 }] },
  ...{ order: ['other-underspend', 'reserve', 'partners'], underspend: 'returned-pro-rata' },
};
const proposal = { year, post: 'Director of finance', contributions: contributions(1_800_000, 1_200_001), riskShare, reservePence: 20_000, on: '2025-03-20' };
const record = async (person: Person, what: string, body: object): Promise<Answer> => (last = done(await person.post(`${fund}/${what}`, body)));
const refused = async (asked: Promise<Answer>): Promise<readonly [string, string]> => {
  const answer = await asked;
  return [problemIn(answer).code, String(answer.body['detail'])];
};
const read = async (path: string): Promise<Answer['body']> => done(await cast.auditor.get(`${path}${path.includes('?') ? '&' : '?'}after=${story.positionIn(last)}`)).body;
/** Where the year stands. */
const position = async (more = ''): Promise<Readonly<Record<string, unknown>>> => (await read(`${fund}?year=${year}${more}`))['position'] as Readonly<Record<string, unknown>>;

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  finance = await area.person('health-finance');
  const panel = await story.constitutePanel(cast);
  const meetingId = await story.holdMeeting(cast, panel);
  childId = await story.openChild(cast);
  const lines = story.linesBody.map((line) => (line.category === 'nursing' ? { ...line, budget: { kind: 'personal-health-budget', heldAs: 'direct-payment' } } : line));
  const decided = done(await decide(cast, { panel, meetingId, childId }, { ...outcomeBody, lines }));
  const [, lineId] = idsIn(decided, 'lines', 'lineId');
  nursingLine = `/v1/decisions/${String(decided.body['decisionId'])}/lines/${String(lineId)}`;
  agreementId = story.idIn(done(await cast.health.post('/v1/agreements', text)));
});
afterAll(() => area.stop());

describe('A pooled fund', () => {
  const body = () => ({ name: 'Care at home', agreementId, hostAgencyId: icb, managerPost: 'Head of joint commissioning', from: '2025-04-01', on: '2025-03-20' });

  it('is established on a section 75 agreement that every party has signed, by a party, and on no other', async () => {
    expect((await refused(cast.health.post('/v1/funds', body())))[0]).toBe('agreement-not-signed');
    for (const party of [cast.health, cast.care]) last = done(await party.post(`/v1/agreements/${agreementId}/signatures`, story.signatureBody));
    const strangers = await area.person('education-commissioner');
    expect((await refused(strangers.post('/v1/funds', body())))[0]).toBe('fund-act-by-stranger');
    expect((await refused(cast.health.post('/v1/funds', { ...body(), hostAgencyId: education })))[0]).toBe('fund-host-no-party');
    expect((await refused(cast.health.post('/v1/funds', { ...body(), agreementId: NOBODY })))[0]).toBe('agreement-unknown');
    beforeFund = await instantBetween();
    last = done(await cast.health.post('/v1/funds', body()));
    fund = `/v1/funds/${story.idIn(last)}`;
    expect((await refused(cast.care.post('/v1/funds', body())))[0]).toBe('fund-clauses-taken');
    expect(await read('/v1/funds')).toMatchObject({ funds: [{ name: 'Care at home', agreement: 'Care at home', to: null, alertAtBasisPoints: 9_000 }] });
    expect((await refused(cast.auditor.get(`/v1/funds/${NOBODY}`)))[0]).toBe('fund-unknown');
  });

  it('has a budget once both partners have agreed to the contributions, each for itself', async () => {
    const twice = { ...proposal, contributions: [{ ...contributions(0, 0)[0], pence: 1_800_000, instalments: [{ dueOn: year, pence: 1_799_999 }] }] };
    expect(await refused(cast.health.post(`${fund}/contributions`, twice))).toEqual(['fund-instalments-do-not-sum', expect.stringContaining('make £17,999.99, and its contribution is £18,000.00')]);
    expect((await refused(cast.health.post(`${fund}/contributions`, { ...proposal, contributions: [{ agencyId: education, pence: 1 }] })))[0]).toBe('fund-contributor-no-partner');
    await record(cast.health, 'contributions', proposal);
    expect(await position()).toMatchObject({ budgetPence: 0, version: null, thresholds: ['alert', 'overcommitted'] });
    expect((await refused(cast.health.post(`${fund}/consents`, { year, version: 1, post: 'Director', on: '2025-03-24' })))[0]).toBe('fund-text-already-agreed');
    await record(cast.care, 'consents', { year, version: 1, post: 'Director', on: '2025-03-25' });
    expect(await position('&asAt=2025-04-02')).toMatchObject({ budgetPence: 3_000_001, version: 1, receivedPence: 0, duePence: 750_001, overduePence: 750_001 });
    expect(await refused(cast.care.post(`${fund}/contributions`, proposal))).toEqual(['fund-year-already-agreed', expect.stringContaining('agreed to £30,000.01, and £30,000.01 is proposed')]);
  });

  it('receives instalments through its host, never more than was agreed, and pays for the lines that its clause rules', async () => {
    await record(finance, 'receipts', { year, agencyId: icb, pence: 450_000, instalment: 1, on: '2025-04-01' });
    await record(finance, 'receipts', { year, agencyId: socialCare, pence: 300_000, instalment: 1, on: '2025-04-03' });
    const more = { year, agencyId: socialCare, pence: 900_002, instalment: 2, on: '2025-07-01' };
    expect(await refused(finance.post(`${fund}/receipts`, more))).toEqual(['fund-contribution-exceeded', expect.stringContaining('would have paid £12,000.02 for 2025/26, and it contributes £12,000.01')]);
    expect((await refused((await area.person('care-finance')).post(`${fund}/receipts`, { ...more, pence: 1 })))[0]).toBe('fund-act-not-host');
    // On 5 October five weeks have cost £4,620.00; the odd penny of social care's first instalment is still owed.
    expect(await position('&asAt=2025-10-05')).toMatchObject({
      ...{ receivedPence: 750_000, duePence: 2_250_001, overduePence: 1_500_001, spentToDatePence: 462_000, outturnPence: NURSING, differencePence: NURSING - 3_000_001 },
      lines: { toDatePence: 462_000, toYearEndPence: NURSING, children: 1, lines: 1, categories: [{ category: 'nursing' }], notionalShares: [{ toYearEndPence: NURSING / 2 }, { toYearEndPence: NURSING / 2 }] },
      steps: [{ step: 'returned-pro-rata', pence: 3_000_001 - NURSING }],
    });
  });

  it('takes a receipt back from a day on, and tells days before as they were told', async () => {
    const tellsReceived = async (asAt: string) => (await position(`&asAt=${asAt}`))['receivedPence'];
    const { receiptId } = (await record(finance, 'receipts', { year, agencyId: socialCare, pence: 300_000, instalment: 2, on: '2025-07-01' })).body;
    expect(await tellsReceived('2025-07-14')).toBe(1_050_000);
    const reversal = `receipts/${String(receiptId)}/reversal`;
    await record(finance, reversal, { because: 'The bank took it back.', on: '2025-07-15' });
    expect([await tellsReceived('2025-07-14'), await tellsReceived('2025-07-15')]).toEqual([1_050_000, 750_000]);
    expect((await refused(finance.post(`${fund}/${reversal}`, { because: 'Again.', on: '2025-07-16' })))[0]).toBe('fund-receipt-unknown');
    expect((await position('&asAt=2025-07-15'))['receipts']).toMatchObject([{ reversed: null }, { reversed: null }, { receiptId, pence: 300_000, reversed: { on: '2025-07-15', because: 'The bank took it back.' } }]);
  });

  it('receives more than a partner contributes with a reason, and tells what came beyond until it is paid back', async () => {
    const more = { year, agencyId: socialCare, pence: 900_002, instalment: 2, overpaidBecause: 'A standing order ran on.', on: '2025-07-16' };
    const { receiptId } = (await record(finance, 'receipts', more)).body;
    expect(await position('&asAt=2025-07-16')).toMatchObject({
      ...{ receivedPence: 1_650_002, overpaidPence: 1, budgetPence: 3_000_001 },
      contributions: [{ agencyId: icb, receivedPence: 450_000, overpaidPence: 0 }, { agencyId: socialCare, pence: 1_200_001, receivedPence: 1_200_002, overpaidPence: 1, overduePence: 0 }],
    });
    await record(finance, `receipts/${String(receiptId)}/reversal`, { because: 'It was paid back.', on: '2025-07-17' });
    expect(await position('&asAt=2025-07-17')).toMatchObject({ receivedPence: 750_000, overpaidPence: 0 });
    const july = await read(`${fund}/series?from=2025-07-01&to=2025-08-01&step=week`);
    expect(july['received']).toEqual([['2025-07-01', 300_000], ['2025-07-08', 0], ['2025-07-15', -300_000], ['2025-07-22', 0], ['2025-07-29', 0]]);
  });

  it('is told by who pays, beside each partner’s part in name, as it was known then', async () => {
    const paidBy = async (more = '') => {
      const { liabilities } = await read(`/v1/children/${childId}/who-pays?from=2025-10-06&to=2025-10-13${more}`);
      // What a client reads from who pays.
      return (liabilities as readonly Readonly<Record<string, unknown>>[]).flatMap(({ category, amounts, paidBy: by }) => (category === 'nursing' ? [{ amounts, by }] : []));
    };
    const amounts = [{ agencyId: icb, pence: 46_200 }, { agencyId: socialCare, pence: 46_200 }];
    expect(await paidBy()).toMatchObject([{ amounts, by: { fundId: fund.split('/').at(-1), fund: 'Care at home', hostAgencyId: icb } }]);
    expect((await paidBy(`&knownAt=${beforeFund}`)).map(({ by }) => by)).toEqual([undefined]);
  });

  it('is on the worklist before it is overcommitted, with both figures', async () => {
    expect(await read(`/v1/worklists/funds?year=${year}`)).toMatchObject({ year: '2025/26', entries: [{ threshold: 'alert', position: { outturnPence: NURSING, budgetPence: 3_000_001 } }] });
    await record(finance, 'spending', { pence: 250_000, for: 'posts', because: 'A nurse who trains the carers.', on: '2025-11-03' });
    expect(await read(`/v1/worklists/funds?year=${year}`)).toMatchObject({ entries: [{ threshold: 'overcommitted', position: { outturnPence: NURSING + 250_000 } }] });
    const { spendingId } = (await record(finance, 'spending', { pence: 9_900, for: 'equipment', because: 'Entered twice.', on: '2025-11-04' })).body;
    await record(finance, `spending/${String(spendingId)}/reversal`, { because: 'It was entered twice.', on: '2025-11-05' });
    expect(await position()).toMatchObject({ otherSpending: { pence: 250_000 }, differencePence: NURSING + 250_000 - 3_000_001 });
    expect(await read(`/v1/worklists/funds?year=2024-04-01`)).toMatchObject({ entries: [] });
  });

  it('is varied in the year once both have agreed to it; until then, and before it was known, the text before holds', async () => {
    const before = await instantBetween();
    const more = { ...proposal, contributions: contributions(1_800_000, 1_205_000), because: 'A child came home.', on: '2025-12-01' };
    await record(cast.care, 'contribution-variations', more);
    expect(await position()).toMatchObject({ budgetPence: 3_000_001, version: 1 });
    await record(cast.health, 'consents', { year, version: 2, post: 'Director of finance', on: '2025-12-08' });
    expect(await position()).toMatchObject({ budgetPence: 3_005_000, version: 2, differencePence: NURSING + 250_000 - 3_005_000 });
    expect(await position('&asAt=2025-12-07')).toMatchObject({ budgetPence: 3_000_001, version: 1 });
    expect(await position(`&knownAt=${before}`)).toMatchObject({ budgetPence: 3_000_001, version: 1 });
  });

  it('says over time what came in, was committed and spent, and each partner’s share in name', async () => {
    const series = await read(`${fund}/series?from=2025-08-01&to=2026-04-01&step=month`);
    const sum = (points: unknown) => (points as readonly (readonly [string, number])[]).reduce((all, [, pence]) => all + pence, 0);
    expect(sum(series['committed'])).toBe(NURSING);
    expect(sum(series['otherSpending'])).toBe(250_000);
    expect(sum(series['received'])).toBe(0);
    expect((series['notionalShares'] as readonly { readonly series: unknown }[]).map(({ series: points }) => sum(points))).toEqual([NURSING / 2, NURSING / 2]);
    expect(problemIn(await cast.auditor.get(`${fund}/series?from=2026-04-01&to=2025-04-01&step=month`)).code).toBe('period-ends-before-it-begins');
  });
});

describe('The statement of a month for which a fund pays', () => {
  it('tells each partner’s part of the line in name, out of the fund, and recharges none of it', async () => {
    const rowsOf = async (agencyId: string) => {
      const { rows } = await read(`/v1/agencies/${agencyId}/statements/2025-10`);
      // What a client reads from a statement.
      return (rows as readonly Readonly<Record<string, unknown>>[]).filter(({ category }) => category === 'nursing');
    };
    // 31 days at £132.00, half and half.
    const row = { kind: 'fund', fundId: fund.split('/').at(-1), counterpartyId: null, from: '2025-10-01', to: '2025-11-01', costPence: 409_200, pence: 204_600 };
    for (const partner of [icb, socialCare]) expect(await rowsOf(partner)).toEqual([expect.objectContaining(row)]);
    expect(await rowsOf(education)).toEqual([]);
  });

  it('names the fund in the document that is read and printed', async () => {
    const page = await cast.auditor.send(`/v1/agencies/${icb}/statements/2025-10/document`, { headers: { Accept: 'text/html' } });
    expect(page.text).toMatch(/Paid by a pooled fund<\/td><td>fund “Care at home”<\/td><td>nursing/);
  });

  it('binds its host to pay the whole and the other partner nothing, whose share is committed in name', async () => {
    const { lines } = await read(`/v1/children/${childId}/figures?from=2025-10-01&to=2025-11-01`);
    // What a client reads from the figures.
    const ofNursing = (lines as readonly { readonly category: string; readonly agencies: readonly object[] }[]).filter(({ category }) => category === 'nursing');
    const partners = [{ agencyId: icb, committedPence: 204_600, boundPence: 409_200 }, { agencyId: socialCare, committedPence: 204_600, boundPence: 0 }];
    expect(ofNursing).toMatchObject([{ agencies: partners }]);
  });
});

describe('What came back unspent of days for which a fund paid', () => {
  it('goes back into the fund in the year of the day on which it came back, as statements have it', async () => {
    const before = await position();
    last = done(await cast.health.post(`${nursingLine}/recoveries`, { of: { from: '2025-10-01', to: '2025-11-01' }, pence: 10_001, on: '2026-01-12' }));
    expect([before['recoveredPence'], before['outturnPence']]).toEqual([0, NURSING + 250_000]);
    expect(await position()).toMatchObject({ recoveredPence: 10_001, outturnPence: NURSING + 250_000 - 10_001, lines: { toYearEndPence: NURSING } });
    expect(await position('&asAt=2026-01-11')).toMatchObject({ recoveredPence: 0, outturnPence: NURSING + 250_000 });
    const rowsOf = async (agencyId: string) => {
      const { rows } = await read(`/v1/agencies/${agencyId}/statements/2026-01`);
      // What a client reads from a statement.
      return (rows as readonly { readonly kind: string; readonly fundId: string | null; readonly pence: number }[]).filter(({ kind }) => kind === 'recovery');
    };
    const stated = [...(await rowsOf(icb)), ...(await rowsOf(socialCare))];
    expect(stated.map(({ fundId }) => fundId)).toEqual([fund.split('/').at(-1), fund.split('/').at(-1)]);
    expect(stated.reduce((all, { pence }) => all + pence, 0)).toBe(-10_001);
    const { recovered } = await read(`${fund}/series?from=2026-01-01&to=2026-03-01&step=month`);
    expect(recovered).toEqual([['2026-01-01', 10_001], ['2026-02-01', 0]]);
  });
});

describe('What its manager gives the partners', () => {
  const document = (what: string, accept: string) => cast.auditor.send(`${fund}/${what}`, { headers: { Accept: accept } });

  it('is a report for each quarter, the same bytes for the same events, as page, PDF and data', async () => {
    const upTo = story.positionIn(last);
    const asked = `quarterly-report?year=${year}&quarter=3&upTo=${upTo}&after=${upTo}`;
    const page = done(await document(asked, 'text/html'));
    expect(page.text).toContain('Report for quarter 3 of 2025/26');
    expect(page.text).toContain('£2,500.00');
    expect(done(await document(asked, 'application/json')).body).toMatchObject({ title: 'Report for quarter 3 of 2025/26: pooled fund “Care at home”', language: 'en-GB' });
    expect(done(await document(asked, 'application/pdf')).headers.get('content-type')).toBe('application/pdf');
    await record(finance, 'receipts', { year, agencyId: icb, pence: 450_000, instalment: 2, on: '2025-12-30' });
    const again = done(await document(asked, 'text/html'));
    expect(again.text).toBe(page.text);
    const newest = done(await document(`quarterly-report?year=${year}&quarter=3&after=${story.positionIn(last)}`, 'text/html'));
    expect(newest.text).not.toBe(page.text);
  });

  it('is refused for a quarter that there is not, for one that is not over, for a year without the fund, and for a fund that there is not', async () => {
    expect(problemIn(await document('quarterly-report?year=2090-04-01&quarter=1', '*/*')).code).toBe('fund-report-not-due');
    expect(problemIn(await document('annual-return?year=2024-04-01', '*/*')).code).toBe('fund-year-outside');
    expect(problemIn(await cast.auditor.get(`${fund}?year=2024-04-01`)).code).toBe('fund-year-outside');
    expect(problemIn(await document(`quarterly-report?year=${year}&quarter=5`, '*/*')).status).toBe(422);
    expect(problemIn(await cast.auditor.get(`/v1/funds/${NOBODY}/annual-return?year=${year}`)).code).toBe('fund-unknown');
  });
});

describe('The end of the year', () => {
  it('closes the fund’s year by event, the overspend shared to the penny, and what is closed stands', async () => {
    await record(finance, 'means', { year, means: 'other-underspend', pence: 1_000, because: 'Equipment was cheaper.', on: '2026-03-30' });
    expect((await refused(finance.post(`${fund}/year-closings`, { year, on: '2026-03-31' })))[0]).toBe('fund-year-not-over');
    await record(finance, 'year-closings', { year, on: '2026-04-13' });
    const over = NURSING + 250_000 - 10_001 - 3_005_000;
    expect(over).toBe(33_399);
    // 33,399 less 1,000 and the reserve of 20,000 leaves 12,399: by 18,000 : 12,050 it is 7,427.02 and 4,971.98 pence.
    expect((await position())['closed']).toMatchObject({
      ...{ budgetPence: 3_005_000, linesPence: NURSING, otherPence: 250_000, recoveredPence: 10_001, outturnPence: NURSING + 250_000 - 10_001, differencePence: over, receivedPence: 1_200_000 },
      steps: [
        { step: 'other-underspend', pence: 1_000 },
        { step: 'reserve', pence: 20_000 },
        { step: 'partners', pence: 12_399, agencies: [{ agencyId: icb, pence: 7_427 }, { agencyId: socialCare, pence: 4_972 }] },
      ],
    });
    expect(await refused(finance.post(`${fund}/spending`, { pence: 1, for: 'other', because: 'Late.', on: '2026-03-31' }))).toEqual(['fund-year-closed', expect.stringContaining('2025/26 was closed on 13 April 2026')]);
    expect((await refused(cast.care.post(`${fund}/contribution-variations`, { ...proposal, because: 'Late.' })))[0]).toBe('fund-year-closed');
    await record(finance, 'receipts', { year, agencyId: icb, pence: 450_000, instalment: 3, on: '2026-04-20' });
    expect(await read(`/v1/worklists/funds?year=${year}`)).toMatchObject({ entries: [] });
  });

  it('is told in the annual return', async () => {
    const page = done(await cast.auditor.send(`${fund}/annual-return?year=${year}&after=${story.positionIn(last)}`, { headers: { Accept: 'text/html' } }));
    const says = page.text;
    expect(says).toContain('Annual return 2025/26');
    expect(says).toContain('How the overspend was dealt with when 2025/26 was closed on 13 April 2026');
    expect(says).toContain('£74.27');
    expect(says).toContain('less £100.01 that came back');
    // What the nursing of the last quarter cost, nothing besides, and what came back in it.
    expect(says.replaceAll(/(?:<[^>]+>|\s)+/g, '|')).toContain('4|£0.00|£11,880.00|£0.00|£100.01|£11,779.99');
    expect(says).not.toContain('Dara');
  });
});

describe('An auditor who replays the fund', () => {
  const window = 'from=2025-04-01&to=2026-04-01';
  const replay = (more = '') => cast.auditor.get(`${fund}/replay?${window}&after=${story.positionIn(last)}${more}`);
  /** Writes into the read model of funds behind the system's back. */
  function alter(from: string, to: string): void {
    const database = new DatabaseSync(join(area.folder, 'read.sqlite'));
    const tables = database.prepare("select name from sqlite_master where type = 'table' and name like '%pooled_fund_events%'").all();
    // The column is text.
    const [name] = tables.map((row) => row['name'] as string);
    const altered = database.prepare(`update "${name}" set data = replace(data, ?, ?) where data like ?`).run(from, to, `%${from}%`);
    database.close();
    expect(Number(altered.changes)).toBe(1);
  }

  it('reads what it pays for, from the record alone, and that the read models agree', async () => {
    const { body, text: bytes } = done(await replay());
    expect(body).toMatchObject({ verdict: 'agrees', question: { about: 'fund' }, totals: { costPence: NURSING, recoveredPence: 10_001, agencies: [{ pence: NURSING / 2 }, { pence: NURSING / 2 }] } });
    expect((body['segments'] as readonly { readonly category: string }[]).map(({ category }) => category)).toEqual(['nursing']);
    expect(done(await replay()).text).toBe(bytes);
    expect(problemIn(await cast.auditor.get(`/v1/funds/${NOBODY}/replay?${window}`)).code).toBe('not-found');
    expect(problemIn(await cast.keyWorker.get(`${fund}/replay?${window}`)).code).toBe('permission-missing');
  });

  it('reads of the child, too, that the fund pays', async () => {
    const { body } = done(await cast.auditor.get(`/v1/children/${childId}/replay?${window}&after=${story.positionIn(last)}`));
    expect(body).toMatchObject({ verdict: 'agrees', question: { about: 'child' } });
    const nursing = (body['segments'] as readonly { readonly category: string; readonly paidBy?: { readonly says: string } }[]).filter(({ category }) => category === 'nursing');
    expect(new Set(nursing.map(({ paidBy }) => paidBy?.says))).toEqual(new Set([expect.stringContaining('pays for these days; the amounts are what each partner bears of them in name.')]));
  });

  it('is told which event of its accounts was altered behind the system’s back, though no amount for lines changes', async () => {
    alter('"pence":250000', '"pence":350000');
    const { body } = done(await replay());
    expect(body).toMatchObject({ verdict: 'disagrees', figure: null, event: { kind: 'altered', type: 'FundSpendingRecorded', at: 'data.pence', recorded: 250_000, stored: 350_000, childId: null } });
  });

  it('is told the first day and amount that part where its days were altered', async () => {
    alter('"from":"2025-04-01","alertAtBasisPoints"', '"from":"2025-09-15","alertAtBasisPoints"');
    const { body } = done(await replay());
    expect(body).toMatchObject({
      ...{ verdict: 'disagrees', event: { kind: 'altered', type: 'PooledFundEstablished', at: 'data.from', recorded: '2025-04-01', stored: '2025-09-15' } },
      ...{ figure: { day: '2025-09-01', recordedPence: 6_600, storedPence: 0 }, totals: { costPence: NURSING }, storedTotals: { costPence: NURSING - 2 * 92_400 } },
    });
  });
});
