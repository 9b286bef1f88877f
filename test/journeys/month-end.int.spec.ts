import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { idsIn } from './every-ground';
import { decide } from './matter-story';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';
import { accordUnconfigured } from './standalone-process';
import * as story from './story';
import type { Cast } from './story';

const { icb, socialCare, education } = agencies;

let area: AreaUnderTest;
let cast: Cast;
let health: Person;
let care: Person;
let childId: string;
let decision: Answer;
let last = 0;
/** The line of personal care. */
const line = () => `/v1/decisions/${String(decision.body['decisionId'])}/lines/${idsIn(decision, 'lines', 'lineId')[0] ?? ''}`;
let octoberOfHealth: string;
/** A first page of its statement, from which another may go on. */
let begun: Answer;

const close = (month: string, person = health) => person.post('/v1/accounts/months', { month });
const closeYear = (year: string) => health.post('/v1/accounts/years', { year });
const path = (agencyId: string, month: string, query = '') => `/v1/agencies/${agencyId}/statements/${month}?after=${last}${query}`;

interface Row {
  readonly kind: string;
  readonly counterpartyId: string | null;
  readonly category: string;
  readonly from?: string;
  readonly to?: string;
  readonly pence: number;
  readonly says: string;
  readonly adjusts?: { readonly month: string; readonly closedYear: string | null; readonly statedPence: number; readonly nowPence: number };
  readonly events: readonly { readonly eventId: string }[];
}
const statement = async (person: Person, agencyId: string, month: string, query = ''): Promise<Answer> => done(await person.get(path(agencyId, month, query)));
// What a client reads from a statement.
const rowsIn = ({ body }: Answer): readonly Row[] => body['rows'] as readonly Row[];
const figures = (answer: Answer, category = 'personal-care') =>
  rowsIn(answer).filter((row) => row.category === category && !row.adjusts).map(({ kind, counterpartyId, from, to, pence }) => [kind, counterpartyId, from, to, pence]);
const adjusted = (answer: Answer) => rowsIn(answer).flatMap(({ kind, adjusts, pence }) => (adjusts ? [[kind, adjusts.month, adjusts.closedYear, adjusts.statedPence, adjusts.nowPence, pence]] : []));
const tableOf = (person: Person, agencyId: string, month: string) => person.send(path(agencyId, month), { headers: { Accept: 'text/csv' } });
const recorded = (answer: Answer): Answer => {
  last = story.positionIn(done(answer));
  return answer;
};

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  [health, care] = [await area.person('health-finance'), await area.person('care-finance')];
  const panel = await story.constitutePanel(cast);
  const { agreementId } = await story.recordAgreement(cast);
  for (const party of [cast.health, cast.care]) recorded(await party.post(`/v1/agreements/${agreementId}/signatures`, story.signatureBody));
  childId = await story.openChild(cast);
  recorded(await cast.keyWorker.post(`/v1/children/${childId}/criteria`, story.criterionBody));
  decision = recorded(await decide(cast, { panel, meetingId: await story.holdMeeting(cast, panel), childId }));
});
afterAll(() => area.stop());

describe('Before October 2025 is closed', () => {
  it('its statement is provisional: each agency pays its share itself while nobody has said who commissions', async () => {
    const answer = await statement(health, icb, '2025-10');
    expect(answer.body).toMatchObject({ standing: 'provisional', closedOn: null, recordedSha256: null, met: null, upTo: Number(answer.headers.get('accord-position')) });
    expect(figures(answer)).toEqual([['paid-directly', null, '2025-10-01', '2025-11-01', 255_348]]);
    expect(figures(answer, 'nursing')).toEqual([['paid-directly', null, '2025-10-01', '2025-11-01', 409_200]]);
    expect(figures(await statement(care, socialCare, '2025-10'))).toEqual([['paid-directly', null, '2025-10-01', '2025-11-01', 595_812]]);
  });

  it('its rows come in pages', async () => {
    begun = await statement(health, icb, '2025-10', '&limit=1');
    const second = await statement(health, icb, '2025-10', `&limit=1&cursor=${String(begun.body['next'])}`);
    expect([...rowsIn(begun), ...rowsIn(second)]).toEqual(rowsIn(await statement(health, icb, '2025-10')));
  });

  it('no month is closed that is not over, or that is none, nor by anybody but finance', async () => {
    expect(problemIn(await close('2199-01'))).toEqual({ status: 409, code: 'month-not-over' });
    expect(problemIn(await close('2025-13'))).toEqual({ status: 422, code: 'month-unclear' });
    // What a caller is told is the form that is wanted, not that the text is too long.
    expect(problemIn(await close('2025-10-01'))).toEqual({ status: 422, code: 'month-unclear' });
    expect(problemIn(await closeYear('2025-04-01'))).toEqual({ status: 422, code: 'financial-year-unclear' });
    expect(problemIn(await close('2025-10', cast.health))).toEqual({ status: 403, code: 'permission-missing' });
    expect(problemIn(await closeYear('2025/26'))).toEqual({ status: 409, code: 'financial-year-months-open' });
    expect(problemIn(await health.get(path(icb, '2199-01')))).toEqual({ status: 409, code: 'statement-month-to-come' });
  });

  it('nobody reads a statement, not even an empty one, of an agency that is not registered', async () => {
    const nobody = '01940000-0000-7000-8000-00000000dead';
    for (const asked of [path(nobody, '2025-10'), path(nobody, '2025-10').replace('?', '/document?')]) {
      expect(problemIn(await cast.auditor.get(asked))).toEqual({ status: 404, code: 'not-found' });
    }
  });
});

describe('When October 2025 is closed', () => {
  let closing: Answer;
  beforeAll(async () => {
    closing = recorded(await close('2025-10'));
    octoberOfHealth = (await tableOf(health, icb, '2025-10')).text;
  });

  it('every agency has its statement, whose hash and totals are kept', async () => {
    expect(closing.body['events']).toMatchObject([{ type: 'AccountingMonthClosed' }]);
    const { body } = done(await cast.auditor.get('/v1/accounts'));
    expect(body).toMatchObject({ ledgerFrom: '2025-10-01', next: { month: '2025-11', year: '2025/26' }, years: [] });
    expect(body['months']).toMatchObject([{ month: '2025-10', previousUpTo: null, by: { agencyId: icb, role: 'finance-officer' }, position: last }]);
    // What a client reads from the accounts.
    const [{ statements }] = body['months'] as [{ statements: readonly { agencyId: string; rows: number; totals: readonly object[] }[] }];
    const total = (pence: number) => [{ kind: 'paid-directly', counterpartyId: null, counterparty: null, fundId: null, pence }];
    expect(Object.fromEntries(statements.map(({ agencyId, totals }) => [agencyId, totals]))).toEqual({
      [icb]: total(255_348 + 409_200),
      [socialCare]: total(595_812),
      [education]: total(271_250),
    });
  });

  it('what the statements come to is told to each agency of its own', async () => {
    const { body } = done(await care.get('/v1/accounts'));
    const [{ statements }] = body['months'] as [{ statements: readonly { agencyId: string; sha256: string; totals?: readonly object[] }[] }];
    expect(statements.flatMap(({ agencyId, totals }) => (totals ? [agencyId] : []))).toEqual([socialCare]);
    expect(statements.map(({ sha256 }) => sha256.length)).toEqual([64, 64, 64]);
  });

  it('the statement says that it is as it was closed, as JSON, as CSV and as a document', async () => {
    const answer = await statement(health, icb, '2025-10');
    expect(answer.body).toMatchObject({ standing: 'closed', met: true, rowCount: 2 });
    const table = await tableOf(health, icb, '2025-10');
    expect(table.headers.get('accord-statement-as-closed')).toBe('yes');
    expect(table.headers.get('etag')).toBe(`"${String(answer.body['sha256'])}"`);
    const pdf = await health.send(path(icb, '2025-10').replace('?', '/document?'), { headers: { Accept: 'application/pdf' } });
    expect([pdf.status, pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    const page = await health.send(path(icb, '2025-10').replace('?', '/document?'), { headers: { Accept: 'text/html' } });
    expect(page.text).toContain('Statement of Northshire Integrated Care Board for October 2025');
    expect(page.text).toContain('£6,645.48');
  });

  it('finance reads the statement of its own agency, an auditor any', async () => {
    expect(problemIn(await care.get(path(icb, '2025-10')))).toEqual({ status: 403, code: 'statement-of-another' });
    expect((await cast.auditor.get(path(icb, '2025-10'))).status).toBe(200);
    expect(problemIn(await cast.keyWorker.get(path(icb, '2025-10')))).toEqual({ status: 403, code: 'permission-missing' });
  });

  it('a page that goes on from the provisional statement is refused, and one of the closed statement is not, whatever is closed later', async () => {
    const goingOn = (from: Answer) => health.get(path(icb, '2025-10', `&limit=1&cursor=${String(from.body['next'])}`));
    expect(problemIn(await goingOn(begun))).toEqual({ status: 409, code: 'statement-cursor-stale' });
    begun = await statement(health, icb, '2025-10', '&limit=1');
    expect(rowsIn(done(await goingOn(begun)))).toHaveLength(1);
  });

  it('it is not closed twice, nor is a month left out, nor one before it', async () => {
    expect(problemIn(await close('2025-10'))).toEqual({ status: 409, code: 'month-already-closed' });
    expect(problemIn(await close('2025-12', care))).toEqual({ status: 409, code: 'month-out-of-order' });
    expect(problemIn(await close('2025-09'))).toEqual({ status: 409, code: 'month-out-of-order' });
    expect(problemIn(await health.get(path(icb, '2025-09')))).toEqual({ status: 404, code: 'statement-before-ledger' });
  });
});

describe('When it becomes known in November that the child had an operation in October, and who commissions', () => {
  beforeAll(async () => {
    recorded(await cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody));
    await arranged('2025-11-01');
  });

  it('the line passes into the clause and out of it, and what one agency owes the other is owed', async () => {
    expect(figures(await statement(health, icb, '2025-11'))).toEqual([
      ['recharge', socialCare, '2025-11-01', '2025-11-17', 264_001],
      ['recharge', socialCare, '2025-11-17', '2025-12-01', 138_601],
    ]);
    expect(figures(await statement(care, socialCare, '2025-11'))).toEqual([
      ['counter-recharge', icb, '2025-11-01', '2025-11-17', 264_001],
      ['own-share', null, '2025-11-01', '2025-11-17', 264_001],
      ['counter-recharge', icb, '2025-11-17', '2025-12-01', 138_601],
      ['own-share', null, '2025-11-17', '2025-12-01', 323_401],
    ]);
  });

  it('what differs for October is adjusted in November, once, both figures beside each other', async () => {
    recorded(await close('2025-11'));
    expect(adjusted(await statement(health, icb, '2025-11'))).toEqual([['adjustment-of-paid-directly', '2025-10', null, 255_348, 399_190, 143_842]]);
    expect(adjusted(await statement(care, socialCare, '2025-11'))).toEqual([['adjustment-of-paid-directly', '2025-10', null, 595_812, 451_970, -143_842]]);
    recorded(await close('2025-12'));
    expect(adjusted(await statement(health, icb, '2025-12'))).toEqual([]);
  });

  it('the document of November explains the adjustment in words', async () => {
    const page = await health.send(path(icb, '2025-11').replace('?', '/document?'), { headers: { Accept: 'text/html' } });
    expect(page.text).toContain('October 2025: adjustment of what is paid directly, personal care, one line: £2,553.48 was stated and is now £3,991.90, a difference of £1,438.42.');
    expect(page.text).toMatch(/Recharge, payable<\/td><td>Northshire Council Children/);
  });

  it('the balances of the two agencies are each other’s', async () => {
    const [ours, theirs] = [await statement(health, icb, '2025-11'), await statement(care, socialCare, '2025-11')];
    expect(ours.body['balances']).toMatchObject([{ counterpartyId: socialCare, payablePence: 402_602, receivablePence: 0, netPayablePence: 402_602 }]);
    expect(theirs.body['balances']).toMatchObject([{ counterpartyId: icb, payablePence: 0, receivablePence: 402_602, netPayablePence: -402_602 }]);
  });

  it('the statement of October is the same to the byte', async () => {
    const again = await tableOf(health, icb, '2025-10');
    expect(again.text).toBe(octoberOfHealth);
    expect(again.headers.get('accord-statement-as-closed')).toBe('yes');
  });

  it('rows come in pages that are the statement, none twice', async () => {
    // Of October, closed before November and December were.
    expect(rowsIn(done(await health.get(path(icb, '2025-10', `&limit=1&cursor=${String(begun.body['next'])}`))))).toHaveLength(1);
    const whole = rowsIn(await statement(care, socialCare, '2025-11'));
    const first = await statement(care, socialCare, '2025-11', '&limit=2');
    const pages = [...rowsIn(first)];
    for (let { next } = first.body; typeof next === 'string'; ) {
      const page = await statement(care, socialCare, '2025-11', `&limit=2&cursor=${next}`);
      pages.push(...rowsIn(page));
      ({ next } = page.body);
    }
    expect(pages).toEqual(whole);
    expect(whole).toHaveLength(5);
  });
});

describe('When a higher rate from 8 December is agreed to after December was closed', () => {
  beforeAll(() => rateVaried('2025-12-08', 238_000));

  it('January states its days at the new rate, and what December lacked, of both agencies the same', async () => {
    recorded(await close('2026-01'));
    const [ours, theirs] = [await statement(health, icb, '2026-01'), await statement(care, socialCare, '2026-01')];
    expect(figures(ours)).toEqual([['recharge', socialCare, '2026-01-01', '2026-02-01', 316_200]]);
    expect(adjusted(ours)).toEqual([['adjustment-of-recharge', '2025-12', null, 306_901, 314_100, 7_199]]);
    expect(adjusted(theirs)).toEqual([
      ['adjustment-of-counter-recharge', '2025-12', null, 306_901, 314_100, 7_199],
      ['adjustment-of-own-share', '2025-12', null, 716_103, 732_901, 16_798],
    ]);
  });

  it('the statement of December is the same to the byte', async () => {
    expect((await tableOf(care, socialCare, '2025-12')).headers.get('accord-statement-as-closed')).toBe('yes');
  });
});

describe('When the financial year 2025/26 is closed', () => {
  it('it was not before its last month, and is not twice', async () => {
    for (const month of ['2026-02']) recorded(await close(month));
    expect(problemIn(await closeYear('2025/26'))).toEqual({ status: 409, code: 'financial-year-months-open' });
    recorded(await close('2026-03'));
    expect(recorded(await closeYear('2025/26')).body['events']).toMatchObject([{ type: 'FinancialYearClosed' }]);
    expect(problemIn(await closeYear('2025/26'))).toEqual({ status: 409, code: 'financial-year-already-closed' });
    expect(done(await health.get('/v1/accounts')).body['years']).toMatchObject([{ year: '2025/26', by: { agencyId: icb } }]);
  });

  it('later changes of its days are adjustments of a closed year', async () => {
    recorded(await cast.keyWorker.post(`/v1/children/${childId}/operations`, { ...story.operationBody, on: '2026-03-30' }));
    recorded(await close('2026-04'));
    const answer = await statement(health, icb, '2026-04');
    const [first] = adjusted(answer);
    expect(first?.slice(0, 3)).toEqual(['adjustment-of-recharge', '2026-03', '2025/26']);
    const theirs = adjusted(await statement(care, socialCare, '2026-04')).find(([kind]) => kind === 'adjustment-of-counter-recharge');
    expect(theirs?.slice(1)).toEqual(first?.slice(1));
  });
});

describe('At the command line', () => {
  const asked = (what: string, month: string) => ['statements', what, '--agency', socialCare, '--month', month];

  it('the statement of a closed month is that of the route, and no key is asked for', async () => {
    const { code, stdout } = await accordUnconfigured(area.folder, ...asked('show', '2025-10'));
    expect([code, stdout]).toEqual([0, (await tableOf(care, socialCare, '2025-10')).text]);
  }, 60_000);

  it('a month is closed by an operator, with the keys of the demonstration where it is one, and says what is missing', async () => {
    const keyless = await accordUnconfigured(area.folder, ...asked('close', '2026-05'));
    expect([keyless.code, keyless.stderr]).toEqual([78, expect.stringMatching(/^ACCORD_MASTER_KEY: No master key is configured\..*\nOn the folder of a demonstration give --demonstration instead\.\n$/)]);
    const closed = await accordUnconfigured(area.folder, ...asked('close', '2026-05'), '--demonstration');
    expect([closed.code, closed.stdout.split('\n')[0]]).toEqual([0, expect.stringMatching(/^2026-05 is closed, up to position \d+\.$/)]);
    const { body } = done(await cast.auditor.get('/v1/accounts'));
    expect((body['months'] as readonly object[]).at(-1)).toMatchObject({ month: '2026-05', by: { agencyId: socialCare, role: 'operator' } });
  }, 60_000);
});

/** Social care holds the contract for personal care and pays the provider from that day on. */
async function arranged(from: string): Promise<void> {
  const providerId = story.idIn(done(await cast.care.post('/v1/providers', { name: 'Northshire Home Care', kind: 'care-agency', on: '2025-04-01' })));
  recorded(await cast.care.post(`${line()}/arrangements`, { from, providerId, vat: 'exempt' }));
}

/** The provider charges more from that day on: proposed by social care, and agreed to by health, which pays a share. */
async function rateVaried(from: string, weeklyPence: number): Promise<void> {
  const proposed = done(await cast.care.post(`${line()}/rate-variations`, { rates: [{ from, weeklyPence }], because: 'The provider raised its rates.' }));
  recorded(await cast.health.post(`${line()}/rate-variations/${String(proposed.body['variationId'])}/agreement`, {}));
}
