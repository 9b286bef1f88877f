import { agencies } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import { formatPounds } from '@accord/shared/kernel';
import type { Pence } from '@accord/shared/kernel';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { decide } from './matter-story';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';
import * as story from './story';
import { instantBetween } from './waiting';

interface Told {
  readonly agencyId: string;
  readonly approvedPence: number;
  readonly committedPence: number;
  readonly heldPence: number;
  readonly invoicedPence: number;
  readonly paid: { readonly ofInvoicesPence: number; readonly directlyPence: number };
  readonly left: { readonly toBillPence: number; readonly toPayPence: number };
  readonly events: Readonly<Record<string, readonly { readonly eventId: string }[]>>;
}
interface LineTold {
  readonly category: string;
  readonly agencies: readonly Told[];
}

const { icb } = agencies;
const weeks = { from: '2025-09-01', to: '2025-09-29' };
const window = `from=${weeks.from}&to=${weeks.to}`;
/** Four weeks of nursing at £924.00, all of it health's. */
const NURSING = 369_600;
/** Health's 30 % of four weeks of personal care at £1,847.35. */
const CARE = 221_682;

// The cast is the brand: whole pence.
const pounds = (pence: number): string => formatPounds(pence as Pence);

let providerId: string;
let area: AreaUnderTest;
let health: Person;
let care: Person;
let auditor: Person;
let childId: string;
let decisionId: string;
let lineIds: readonly string[];
let agreeing: string;
let held: string;
let last: Answer;
let payment: string;
let careCommissioner: Person;
let administrator: Person;
let beforePayment: string;

const refused = async (asked: Promise<Answer>): Promise<readonly [number, string, string]> => {
  const answer = await asked;
  const { status, code } = problemIn(answer);
  return [status, code, String(answer.body['detail'])];
};
const codeOf = async (asked: Promise<Answer>): Promise<readonly [number, string]> => {
  const [status, code] = await refused(asked);
  return [status, code];
};
const line = (place: number, netPence: number, changes: object = {}) => ({
  ...{ decisionId, lineId: lineIds[place], childId, days: weeks, netPence, vat: 'exempt', vatPence: 0, ...changes },
});
const invoice = (number: string, netPence: number, lines: readonly object[]) => ({
  ...{ from: { providerId }, number, on: '2025-10-02', lines, netPence, vatPence: 0, totalPence: netPence },
});
const invoiceAt = async (id: string): Promise<Answer['body']> => done(await auditor.get(`/v1/invoices/${id}?after=${story.positionIn(last)}`)).body;

/** Health's figures of a category: approved, committed, held, invoiced, paid of invoices, left to bill, left to pay. */
async function figures(category: string, query = ''): Promise<readonly number[]> {
  const answer = done(await auditor.get(`/v1/children/${childId}/figures?${window}&after=${story.positionIn(last)}${query}`));
  const lines = answer.body['lines'] as readonly LineTold[];
  const told = lines.find((each) => each.category === category)?.agencies.find(({ agencyId }) => agencyId === icb);
  if (told === undefined) return [];
  return [told.approvedPence, told.committedPence, told.heldPence, told.invoicedPence, told.paid.ofInvoicesPence, told.left.toBillPence, told.left.toPayPence];
}
const table = (person: Person, path: string): Promise<Answer> =>
  person.send(`${path}?${window}&after=${story.positionIn(last)}`, { headers: { Accept: 'text/csv' } });

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  const cast = await story.castOf(area);
  ({ care: careCommissioner, administrator } = cast);
  [health, care, auditor] = [await area.person('health-finance'), await area.person('care-finance'), cast.auditor];
  providerId = story.idIn(done(await careCommissioner.post('/v1/providers', { name: 'Night Nurses Limited', kind: 'care-agency', on: '2025-04-01' })));
  const panel = await story.constitutePanel(cast);
  const meetingId = await story.holdMeeting(cast, panel);
  childId = await story.openChild(cast);
  last = done(await decide(cast, { panel, meetingId, childId }));
  decisionId = String(last.body['decisionId']);
  // What a client reads from the answer of this command.
  lineIds = (last.body['lines'] as readonly { readonly lineId: string }[]).map(({ lineId }) => lineId);
});
afterAll(() => area.stop());

describe('An invoice', () => {
  it('whose totals are not those of its lines is refused with both figures, and nothing of it is kept', async () => {
    const [status, code, says] = await refused(health.post('/v1/invoices', { ...invoice('N-1', NURSING, [line(1, NURSING)]), totalPence: NURSING + 1 }));
    expect([status, code]).toEqual([422, 'invoice-totals-differ']);
    expect(says).toContain('states £3,696.01 as its total and its lines make £3,696.00');
    expect(done(await health.get('/v1/worklists/unpaid-invoices')).body['entries']).toEqual([]);
  });

  it('or a payment of a sum that no total could hold is refused, so that every total has an answer', async () => {
    const beyond = Number.MAX_SAFE_INTEGER;
    expect(await codeOf(health.post('/v1/invoices', invoice('N-1', beyond, [line(1, beyond), line(1, beyond)])))).toEqual([422, 'number-out-of-range']);
    const direct = { payee: { kind: 'family' }, lines: [{ decisionId, lineId: lineIds[1], childId, days: weeks, pence: beyond }], totalPence: beyond, on: '2025-10-27', reference: 'BACS 1' };
    expect(await codeOf(health.post('/v1/payments', direct))).toEqual([422, 'number-out-of-range']);
  });

  it('of a provider that nobody registered is refused', async () => {
    const from = { providerId: nameBasedId('journey', 'no provider') };
    expect(await codeOf(health.post('/v1/invoices', { ...invoice('N-1', NURSING, [line(1, NURSING)]), from }))).toEqual([404, 'invoice-party-unknown']);
  });

  it('over what is committed counts at once', async () => {
    expect(await figures('nursing')).toEqual([NURSING, NURSING, 0, 0, 0, NURSING, 0]);
    last = done(await health.post('/v1/invoices', invoice('N-1', NURSING, [line(1, NURSING)])));
    agreeing = story.idIn(last);
    expect(await invoiceAt(agreeing)).toMatchObject({ standing: 'agrees', owedPence: NURSING, leftPence: NURSING, breach: null, differences: [] });
    expect(await figures('nursing')).toEqual([NURSING, NURSING, 0, NURSING, 0, 0, NURSING]);
  });

  it('handed in twice is refused with the id of the first, however its number is spaced', async () => {
    const [status, code, says] = await refused(health.post('/v1/invoices', invoice(' n-1', NURSING, [line(1, NURSING)])));
    expect([status, code]).toEqual([409, 'invoice-already-recorded']);
    expect(says).toContain(agreeing);
  });

  it('over more than is committed is held with both figures, and counts for nothing', async () => {
    last = done(await health.post('/v1/invoices', invoice('C-1', CARE + 18, [line(0, CARE + 18)])));
    held = story.idIn(last);
    expect(await invoiceAt(held)).toMatchObject({
      ...{ standing: 'held', owedPence: 0 },
      differences: [{ line: 1, billedPence: CARE + 18, committedPence: CARE, reasons: ['costs-less'] }],
    });
    expect(await figures('personal-care')).toEqual([CARE, CARE, CARE + 18, 0, 0, CARE, 0]);
  });

  it('for days that were billed already is held, and told so', async () => {
    last = done(await health.post('/v1/invoices', invoice('N-2', 100, [line(1, 100, { days: { from: '2025-09-28', to: '2025-09-29' } })])));
    const again = story.idIn(last);
    expect(await invoiceAt(again)).toMatchObject({ standing: 'held', differences: [{ committedPence: 13_200, billedBeforePence: 13_200, reasons: ['billed-already'] }] });
    last = done(await health.post(`/v1/invoices/${again}/credits`, { lines: [{ line: 1, netPence: 100, vatPence: 0 }], because: 'Billed twice', on: '2025-10-20' }));
  });

  it('is told to the agency that it bills and to those who audit, and to no other', async () => {
    expect((await health.get(`/v1/invoices/${held}`)).status).toBe(200);
    for (const stranger of [care, careCommissioner]) expect(problemIn(await stranger.get(`/v1/invoices/${held}`))).toEqual({ status: 403, code: 'money-of-another' });
  });

  it('is released by the billed agency alone, with a reason', async () => {
    const [status, code] = await refused(care.post(`/v1/invoices/${held}/release`, { because: 'Bank holiday', on: '2025-10-06' }));
    expect([status, code]).toEqual([403, 'invoice-of-another']);
    last = done(await health.post(`/v1/invoices/${held}/release`, { because: 'Bank holiday rates, agreed by telephone', on: '2025-10-06' }));
    expect(await invoiceAt(held)).toMatchObject({ standing: 'released', owedPence: CARE + 18, release: { agencyId: icb } });
    expect(await figures('personal-care')).toEqual([CARE, CARE, 0, CARE + 18, 0, -18, CARE + 18]);
    expect(await codeOf(health.post(`/v1/invoices/${held}/release`, { because: 'Again', on: '2025-10-06' }))).toEqual([409, 'invoice-not-held']);
  });
});

describe('A payment', () => {
  const paid = (pence: number, changes: object = {}) => ({
    ...{ payee: { providerId }, invoices: [{ invoiceId: held, pence }], totalPence: pence, on: '2025-10-27', reference: 'BACS 4711' },
    ...changes,
  });

  it('of part of an invoice leaves the rest', async () => {
    beforePayment = await instantBetween();
    last = done(await health.post('/v1/payments', paid(100_000)));
    payment = story.idIn(last);
    expect(await figures('personal-care')).toEqual([CARE, CARE, 0, CARE + 18, 100_000, -18, CARE + 18 - 100_000]);
  });

  it('is not known before it was recorded, nor true before its day', async () => {
    expect(await figures('personal-care', `&knownAt=${beforePayment}`)).toEqual([CARE, CARE, 0, CARE + 18, 0, -18, CARE + 18]);
    expect(await figures('personal-care', '&asAt=2025-10-26')).toEqual([CARE, CARE, 0, CARE + 18, 0, -18, CARE + 18]);
    expect((await figures('personal-care', '&asAt=2025-10-27'))[4]).toBe(100_000);
  });

  it('leaves less to pay once part of the invoice is credited', async () => {
    const credit = (netPence: number) => ({ lines: [{ line: 1, netPence, vatPence: 0 }], because: 'No bank holiday in September', on: '2025-11-03' });
    const [, code, says] = await refused(health.post(`/v1/invoices/${held}/credits`, credit(CARE + 19)));
    expect(code).toBe('credit-exceeds-line');
    expect(says).toContain('£2,217.01 net and £0.00 of tax is to be credited of line 1, which has £2,217.00 net');
    last = done(await health.post(`/v1/invoices/${held}/credits`, credit(18)));
    expect(await figures('personal-care')).toEqual([CARE, CARE, 0, CARE, 100_000, 0, CARE - 100_000]);
  });

  it('beyond what is left is refused with both figures, unless it says why, and is then told as a breach', async () => {
    const [status, code, says] = await refused(health.post('/v1/payments', paid(CARE, { on: '2025-11-10' })));
    expect([status, code]).toEqual([409, 'payment-exceeds-invoice']);
    expect(says).toContain('£2,216.82 is paid');
    expect(says).toContain('£1,216.82 left to pay');
    last = done(await health.post('/v1/payments', paid(CARE, { on: '2025-11-10', overpaidBecause: 'The bank run was started twice' })));
    const overpaid = done(await auditor.get(`/v1/payments/${story.idIn(last)}?after=${story.positionIn(last)}`)).body;
    expect(overpaid).toMatchObject({ breach: 'overpaid', overpaid: { invoices: [{ invoiceId: held, leftPence: CARE - 100_000, paidPence: CARE }] } });
    expect(await invoiceAt(held)).toMatchObject({ leftPence: -100_000, breach: 'overpaid' });
  });

  it('that is reversed counts for nothing: what was left is left again', async () => {
    const path = `/v1/payments/${payment}/reversal`;
    expect(await codeOf(care.post(path, { because: 'Stopped', on: '2025-11-12' }))).toEqual([403, 'payment-of-another']);
    last = done(await health.post(path, { because: 'Stopped at the bank', on: '2025-11-12' }));
    expect(await figures('personal-care')).toEqual([CARE, CARE, 0, CARE, CARE, 0, 0]);
    expect(await invoiceAt(held)).toMatchObject({ leftPence: 0, breach: null, payments: expect.arrayContaining([expect.objectContaining({ paymentId: payment, status: 'reversed' })]) });
    expect(await codeOf(health.post(path, { because: 'Again', on: '2025-11-12' }))).toEqual([409, 'payment-already-reversed']);
  });

  it('and its invoice tell what was recorded of them, by whom and when, to those to whom they are told themselves', async () => {
    const trailOf = async (path: string, query = '') => done(await health.get(`/v1/${path}/audit-trail?after=${story.positionIn(last)}${query}`)).body['entries'] as readonly { readonly type: string; readonly says: string; readonly by: object }[];
    const typesOf = async (path: string, query?: string) => (await trailOf(path, query)).map(({ type }) => type);
    expect(await typesOf(`invoices/${held}`)).toEqual(['InvoiceRecorded', 'InvoiceReleased', 'InvoiceCredited']);
    expect(await typesOf(`invoices/${held}`, `&knownAt=${beforePayment}`)).toEqual(['InvoiceRecorded', 'InvoiceReleased']);
    expect(await typesOf(`payments/${payment}`, '&asAt=2025-11-11')).toEqual(['PaymentRecorded']);
    const [, reversed] = await trailOf(`payments/${payment}`);
    expect(reversed).toMatchObject({ type: 'PaymentReversed', says: 'The payment was reversed: Stopped at the bank', by: { agencyId: icb, role: 'finance-officer' } });
    for (const path of [`invoices/${held}`, `payments/${payment}`]) expect(problemIn(await care.get(`/v1/${path}/audit-trail`))).toEqual({ status: 403, code: 'money-of-another' });
    expect(problemIn(await auditor.get(`/v1/invoices/${payment}/audit-trail`))).toEqual({ status: 404, code: 'invoice-unknown' });
    const providers = await trailOf(`providers/${providerId}`);
    expect(providers).toMatchObject([{ type: 'ProviderRegistered', by: { agencyId: agencies.socialCare, role: 'commissioner' } }]);
  });

  it('of days that were never invoiced is a direct payment', async () => {
    last = done(await health.post('/v1/payments', { ...paid(5_000), invoices: undefined, payee: { kind: 'family' }, lines: [{ decisionId, lineId: lineIds[1], childId, days: weeks, pence: 5_000 }] }));
    const answer = done(await auditor.get(`/v1/children/${childId}/figures?${window}&after=${story.positionIn(last)}`));
    const told = (answer.body['agencies'] as readonly Told[]).find(({ agencyId }) => agencyId === icb);
    expect(told?.paid).toMatchObject({ ofInvoicesPence: CARE, directlyPence: 5_000 });
    const toNobody = { ...paid(5_000), invoices: undefined, payee: { providerId: nameBasedId('journey', 'no provider') }, lines: [{ decisionId, lineId: lineIds[1], childId, days: weeks, pence: 5_000 }] };
    expect(await codeOf(health.post('/v1/payments', toNobody))).toEqual([404, 'payment-payee-unknown']);
  });
});

describe('The figures side by side', () => {
  it('of the child are the same as CSV, each with its events', async () => {
    const answer = await table(auditor, `/v1/children/${childId}/figures`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    const rows = answer.text.trimEnd().split('\r\n').map((row) => row.split(','));
    const [header = []] = rows;
    const cell = (row: readonly string[] | undefined, column: string) => row?.[header.indexOf(column)];
    const ofCare = rows.find((row) => cell(row, 'row') === 'line' && cell(row, 'category') === 'personal-care' && cell(row, 'agency_id') === icb);
    expect(['approved_pence', 'committed_pence', 'invoiced_pence', 'paid_of_invoices_pence', 'left_to_pay_pence'].map((column) => cell(ofCare, column))).toEqual(
      [CARE, CARE, CARE, CARE, 0].map(String),
    );
    // The decision; the invoice, released and credited; two payments, and the reversal of one.
    expect(cell(ofCare, 'events')?.split(' ')).toHaveLength(7);
  });

  it('of the agency are those of its children, by month, by category and by provider', async () => {
    const answer = done(await health.get(`/v1/agencies/${icb}/figures?${window}&after=${story.positionIn(last)}`));
    expect(answer.body).toMatchObject({
      ...{ children: 1, committedPence: CARE + NURSING, invoicedPence: CARE + NURSING, paid: { ofInvoicesPence: CARE, directlyPence: 5_000, ofStatementsPence: 0 } },
      months: [{ month: '2025-09', invoicedPence: CARE + NURSING }],
      categories: [{ category: 'nursing', invoicedPence: NURSING }, { category: 'personal-care', invoicedPence: CARE }],
      providers: [{ providerId: null, committedPence: CARE + NURSING }, { providerId, invoicedPence: CARE + NURSING }],
    });
    const rows = (await table(health, `/v1/agencies/${icb}/figures`)).text.trimEnd().split('\r\n').map((row) => row.split(',')[0]);
    expect(rows).toEqual(['row', 'total', 'month', 'category', 'category', 'provider', 'provider']);
  });

  it('leave what is not settled in the worklist', async () => {
    const body = done(await health.get(`/v1/worklists/unpaid-invoices?after=${story.positionIn(last)}`)).body;
    expect(body['entries']).toMatchObject([{ invoiceId: agreeing, standing: 'agrees', leftPence: NURSING }]);
  });

  it('of a child who does not exist are no noughts', async () => {
    expect(problemIn(await auditor.get(`/v1/children/${nameBasedId('journey', 'nobody')}/figures?${window}`))).toEqual({ status: 404, code: 'not-found' });
  });
});

describe('Invoices and payments of an agency', () => {
  interface Listed {
    readonly invoiceId?: string;
    readonly paymentId?: string;
    readonly totalPence: number;
  }
  type What = 'invoices' | 'payments';
  const path = (what: What, query: string): string => `/v1/${what}?agency=${icb}&after=${story.positionIn(last)}${query}`;
  // What a client reads from a list.
  const listed = async (what: What, query = ''): Promise<readonly Listed[]> => done(await health.get(path(what, query))).body[what] as readonly Listed[];
  const sums = async (query: string): Promise<readonly number[]> => (await listed('payments', query)).map(({ totalPence }) => totalPence);

  it('are found without their ids: payments by their days, who was paid, and how they stand or stood', async () => {
    expect(await listed('payments', '&from=2025-11-01')).toMatchObject([
      { on: '2025-11-10', standing: 'paid', paidBy: icb, payee: { kind: 'provider', providerId }, totalPence: CARE, ofInvoicesPence: CARE, directlyPence: 0, breach: 'overpaid', late: null },
    ]);
    expect((await sums('&from=2025-10-01&to=2025-11-01')).toSorted((one, two) => one - two)).toEqual([5_000, 100_000]);
    expect(await sums('&to=2025-10-27')).toEqual([]);
    expect((await sums(`&provider=${providerId}`)).toSorted((one, two) => one - two)).toEqual([100_000, CARE]);
    expect(await listed('payments', '&standing=reversed')).toMatchObject([{ paymentId: payment, reference: 'BACS 4711', standing: 'reversed' }]);
    expect(await listed('payments', '&standing=paid&asAt=2025-11-11&to=2025-10-28')).toMatchObject(expect.arrayContaining([expect.objectContaining({ paymentId: payment, standing: 'paid' })]));
    expect(await sums(`&knownAt=${beforePayment}`)).toEqual([]);
  });

  it('are found by line and by provider, and by whether they were held on a day', async () => {
    expect((await listed('invoices', `&lineId=${lineIds[0]}`)).map(({ invoiceId }) => invoiceId)).toEqual([held]);
    expect(await listed('invoices', `&provider=${nameBasedId('journey', 'no provider')}`)).toEqual([]);
    expect(await listed('invoices', `&lineId=${lineIds[0]}&standing=released&provider=${providerId}`)).toMatchObject([{ invoiceId: held, number: 'C-1', standing: 'released', leftPence: 0 }]);
    expect((await listed('invoices', '&standing=held&asAt=2025-10-05')).map(({ invoiceId }) => invoiceId)).toContain(held);
    expect((await listed('invoices', '&standing=held')).map(({ invoiceId }) => invoiceId)).not.toContain(held);
  });

  it('come in pages, as CSV with the same rows and the cursor of the next page beside them', async () => {
    const whole = await listed('invoices');
    expect(whole).toHaveLength(3);
    const first = done(await health.get(path('invoices', '&limit=2')));
    const second = done(await health.get(path('invoices', `&limit=2&cursor=${String(first.body['next'])}`)));
    expect([...(first.body['invoices'] as readonly Listed[]), ...(second.body['invoices'] as readonly Listed[])]).toEqual(whole);
    expect(second.body['next']).toBeUndefined();
    const asTable = await health.send(path('invoices', '&limit=2'), { headers: { Accept: 'text/csv' } });
    expect([asTable.headers.get('content-type'), asTable.headers.get('accord-next')]).toEqual(['text/csv; charset=utf-8; header=present', first.body['next']]);
    const rows = asTable.text.trimEnd().split('\r\n').map((row) => row.split(',')[0]);
    expect(rows).toEqual(['invoice_id', ...whole.slice(0, 2).map(({ invoiceId }) => invoiceId)]);
    const payments = await health.send(path('payments', ''), { headers: { Accept: 'text/csv' } });
    expect([payments.headers.get('accord-next'), payments.text.trimEnd().split('\r\n').length]).toEqual([null, 4]);
  });

  it('are for the agency itself and for those who audit; a slip of its id finds no empty list', async () => {
    for (const what of ['invoices', 'payments'] as const) {
      expect(problemIn(await care.get(path(what, '')))).toEqual({ status: 403, code: 'statement-of-another' });
      expect((await auditor.get(path(what, ''))).status).toBe(200);
      expect(problemIn(await auditor.get(`/v1/${what}?agency=${nameBasedId('journey', 'no agency')}`))).toEqual({ status: 404, code: 'not-found' });
      expect((await auditor.get(`/v1/${what}`)).status).toBe(422);
    }
  });
});

describe('A direct payment', () => {
  const paidFor = (changes: object, more: object = {}) => ({
    ...{ payee: { kind: 'family' }, lines: [{ decisionId, lineId: lineIds[1], childId, days: weeks, pence: 100, ...changes }], totalPence: 100, on: '2025-10-27', reference: 'BACS 4712' },
    ...more,
  });

  it('for days of a line that there is not is refused, and for days that a line does not have unless it says why', async () => {
    const [status, code, says] = await refused(health.post('/v1/payments', paidFor({ lineId: nameBasedId('journey', 'no line') })));
    expect([status, code]).toEqual([404, 'payment-line-unknown']);
    expect(says).toContain(decisionId);
    const before = { days: { from: '2020-01-06', to: '2020-01-13' } };
    expect(await codeOf(health.post('/v1/payments', paidFor(before)))).toEqual([409, 'payment-days-outside-line']);
    last = done(await health.post('/v1/payments', paidFor(before, { overpaidBecause: 'The bank run had the wrong year', on: '2020-01-13' })));
    const made = story.idIn(last);
    expect(done(await health.get(`/v1/payments/${made}?after=${story.positionIn(last)}`)).body).toMatchObject({ breach: 'overpaid', overpaid: { because: 'The bank run had the wrong year', invoices: [], statements: [] } });
    last = done(await health.post(`/v1/payments/${made}/reversal`, { because: 'Came back', on: '2020-01-14' }));
  });
});

describe('A line that another agency commissions', () => {
  const october = { from: '2025-10-01', to: '2025-11-01' };
  const inOctober = async (person: Person, of: string): Promise<Answer['body']> =>
    done(await person.get(`/v1/agencies/${of}/figures?from=${october.from}&to=${october.to}&after=${story.positionIn(last)}`)).body;
  let share: number;
  let homeCare: string;

  beforeAll(async () => {
    homeCare = story.idIn(done(await careCommissioner.post('/v1/providers', { name: 'Home Care Limited', kind: 'care-agency', on: '2025-04-01' })));
    const arrangement = { from: october.from, providerId: homeCare, vat: 'exempt' };
    last = done(await careCommissioner.post(`/v1/decisions/${decisionId}/lines/${lineIds[0]}/arrangements`, arrangement));
  });

  it('binds that agency to the whole cost, and the other to its share', async () => {
    const [ofHealth, ofCare] = [await inOctober(health, icb), await inOctober(care, agencies.socialCare)];
    const categories = ofHealth['categories'] as readonly { readonly category: string; readonly boundPence: number }[];
    share = categories.find(({ category }) => category === 'personal-care')?.boundPence ?? 0;
    expect(share).toBeGreaterThan(0);
    expect(ofCare).toMatchObject({ boundPence: Number(ofCare['committedPence']) + share });
  });

  it('is held where the provider bills the other agency, and agrees where the commissioner bills its share', async () => {
    const bill = (from: object, number: string) => ({ ...invoice(number, share, [line(0, share, { days: october })]), from, on: '2025-11-03' });
    last = done(await health.post('/v1/invoices', bill({ providerId: homeCare }, 'H-1')));
    expect(await invoiceAt(story.idIn(last))).toMatchObject({ standing: 'held', differences: [{ billedPence: share, committedPence: 0, reasons: ['commissioned-by-another'] }] });
    last = done(await health.post('/v1/invoices', bill({ agencyId: agencies.socialCare }, 'H-1')));
    expect(await invoiceAt(story.idIn(last))).toMatchObject({ standing: 'agrees', leftPence: share, from: { kind: 'agency', agencyId: agencies.socialCare } });
    // Whoever bills reads it as well.
    expect((await care.get(`/v1/invoices/${story.idIn(last)}`)).status).toBe(200);
  });

  it('is recharged once its month is closed, and the statement can be paid then', async () => {
    const settling = (on: string) => ({
      ...{ payee: { agencyId: agencies.socialCare }, statements: [{ month: '2025-10', of: icb, pence: share }], totalPence: share, on, reference: 'BACS 4713' },
    });
    expect(await codeOf(health.post('/v1/payments', settling('2025-11-10')))).toEqual([409, 'payment-month-not-closed']);
    done(await health.post('/v1/accounts/months', { month: '2025-10' }));
    expect(await inOctober(health, icb)).toMatchObject({ rechargedPence: share, counterRechargedPence: 0 });
    expect(await inOctober(care, agencies.socialCare)).toMatchObject({ rechargedPence: 0, counterRechargedPence: share });
    const [status, code, says] = await refused(health.post('/v1/payments', { ...settling('2025-11-10'), statements: [{ month: '2025-10', of: icb, pence: share + 1 }], totalPence: share + 1 }));
    expect([status, code]).toEqual([409, 'payment-exceeds-statement']);
    expect(says).toContain(`${pounds(share + 1)} is paid of the statement of October 2025, which has ${pounds(share)} left`);
    const ofAThird = { ...settling('2025-11-10'), payee: { agencyId: agencies.education } };
    expect(await codeOf(health.post('/v1/payments', ofAThird))).toEqual([404, 'payment-statement-unknown']);
    const ofOthers = { ...ofAThird, statements: [{ month: '2025-10', of: agencies.socialCare, pence: share }] };
    expect(await codeOf(health.post('/v1/payments', ofOthers))).toEqual([409, 'payment-payee-unclear']);
    last = done(await health.post('/v1/payments', settling('2025-11-10')));
    expect(await inOctober(health, icb)).toMatchObject({ paid: { ofStatementsPence: share } });
    for (const party of [health, care]) expect((await party.get(`/v1/payments/${story.idIn(last)}`)).status).toBe(200);
    expect(await codeOf(health.post('/v1/payments', settling('2025-11-11')))).toEqual([409, 'payment-exceeds-statement']);
    const schools = await area.person('education-commissioner');
    expect(problemIn(await schools.get(`/v1/payments/${story.idIn(last)}`))).toEqual({ status: 403, code: 'money-of-another' });
    expect(problemIn(await care.get(`/v1/payments/${payment}`))).toEqual({ status: 403, code: 'money-of-another' });
  });

  it('is paid in the open year, once the year of its days is closed', async () => {
    for (const month of ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03']) done(await health.post('/v1/accounts/months', { month }));
    done(await health.post('/v1/accounts/years', { year: '2025/26' }));
    const body = (on: string) => ({ payee: { providerId }, invoices: [{ invoiceId: agreeing, pence: NURSING }], totalPence: NURSING, on, reference: 'BACS 4714' });
    const [status, code, says] = await refused(health.post('/v1/payments', body('2026-03-31')));
    expect([status, code]).toEqual([409, 'year-closed']);
    expect(says).toContain('The financial year 2025/26 is closed, and 31 March 2026 lies in it: give the day of the open year');
    expect(says).toContain(`${pounds(NURSING)} is paid of what has ${pounds(NURSING)} left to pay.`);
    expect(await codeOf(health.post('/v1/invoices', invoice('N-9', 1, [line(1, 1)])))).toEqual([409, 'year-closed']);
    expect(await codeOf(health.post(`/v1/invoices/${agreeing}/credits`, { lines: [{ line: 1, netPence: 1, vatPence: 0 }], because: 'Late', on: '2026-03-31' }))).toEqual([409, 'year-closed']);
    last = done(await health.post('/v1/payments', body('2026-04-01')));
    expect((await figures('nursing')).slice(-1)).toEqual([0]);
  });

  it('of a day of a closed year is recorded with a reason for coming late, and changes no figure as at a day of that year', async () => {
    const ofYear = `/v1/agencies/${icb}/figures?from=2025-04-01&to=2026-04-01`;
    const ofAgency = async (query = ''): Promise<Answer['body']> => done(await health.get(`${ofYear}&after=${story.positionIn(last)}${query}`)).body;
    const [stands, yearStands] = [await figures('nursing', '&asAt=2026-03-31'), await ofAgency('&asAt=2026-03-31')];
    expect(yearStands).toMatchObject({ asAt: '2026-03-31', children: 1, rechargedPence: 0, paid: { ofInvoicesPence: CARE, ofStatementsPence: share } });
    expect(await ofAgency('&asAt=2025-10-31')).toMatchObject({ paid: { ofInvoicesPence: 100_000, ofStatementsPence: 0 } });
    const inTheEnd = await ofAgency();
    expect(inTheEnd['rechargedPence']).toBeGreaterThan(share);
    expect(await ofAgency('&asAt=2099-12-31')).toEqual({ ...inTheEnd, asAt: '2099-12-31' });
    const late = { on: '2026-03-31', lateBecause: 'The bank told it in May' };
    const [bill, paying] = [{ ...invoice('N-9', 100, [line(1, 100)]), ...late }, { payee: { providerId }, totalPence: 100, reference: 'BACS 4715', ...late }];
    last = done(await health.post('/v1/invoices', bill));
    const billed = story.idIn(last);
    last = done(await health.post(`/v1/invoices/${billed}/release`, { because: 'Night rates', ...late }));
    last = done(await health.post('/v1/payments', { ...paying, invoices: [{ invoiceId: billed, pence: 100 }] }));
    const made = story.idIn(last);
    expect((await figures('nursing')).slice(3, 5)).toEqual([NURSING + 100, NURSING + 100]);
    const told = done(await health.get(`/v1/payments/${made}?after=${story.positionIn(last)}`)).body;
    expect(told).toMatchObject({ on: '2026-03-31', late: { because: late.lateBecause, countsOn: expect.any(String) } });
    expect(problemIn(await health.get(`/v1/payments/${made}?asAt=2026-03-31`))).toEqual({ status: 404, code: 'payment-unknown' });
    last = done(await health.post(`/v1/payments/${made}/reversal`, { because: 'Stopped', ...late }));
    last = done(await health.post(`/v1/invoices/${billed}/credits`, { lines: [{ line: 1, netPence: 100, vatPence: 0 }], because: 'No night rates', ...late }));
    expect((await figures('nursing')).slice(3, 5)).toEqual([NURSING, NURSING]);
    expect(await figures('nursing', '&asAt=2026-03-31')).toEqual(stands);
    expect(await ofAgency('&asAt=2026-03-31')).toEqual(yearStands);
  });

  it('tells an agency’s sums to itself and to those who audit, and to nobody else', async () => {
    const path = `/v1/agencies/${icb}/figures?from=${october.from}&to=${october.to}`;
    expect(problemIn(await care.get(path))).toEqual({ status: 403, code: 'statement-of-another' });
    expect(problemIn(await care.get(`/v1/worklists/unpaid-invoices?agency=${icb}`))).toEqual({ status: 403, code: 'statement-of-another' });
    expect((await auditor.get(path)).status).toBe(200);
    // A mistyped id is no agency that owes nothing.
    for (const asked of [path, `/v1/worklists/unpaid-invoices?agency=${icb}`]) {
      expect(problemIn(await auditor.get(asked.replace(icb, nameBasedId('journey', 'no agency'))))).toEqual({ status: 404, code: 'not-found' });
    }
  });
});

describe('An agency whose functions have passed to another', () => {
  const path = `/v1/agencies/${agencies.socialCare}/figures?from=2026-04-01&to=2026-05-01`;
  const unpaid = async (query: string): Promise<Answer> => health.get(`/v1/worklists/unpaid-invoices?after=${story.positionIn(last)}${query}`);

  it('leaves its unpaid invoices, its sums and its statements to be read by that one, in its own worklist too', async () => {
    last = done(await care.post('/v1/invoices', { ...invoice('S-1', 100, [line(0, 100)]), on: '2026-04-02' }));
    const left = story.idIn(last);
    for (const refusedNow of [unpaid(`&agency=${agencies.socialCare}`), health.get(`/v1/payments?agency=${agencies.socialCare}`), health.get(path), health.get(`/v1/agencies/${agencies.socialCare}/statements/2025-10`)]) {
      expect(problemIn(await refusedNow)).toEqual({ status: 403, code: 'statement-of-another' });
    }
    const basis = 'Order of 1 April 2026';
    last = done(await administrator.post(`/v1/agencies/${agencies.socialCare}/succession`, { on: '2026-04-03', successors: [{ agencyId: icb, functions: 'All.' }], basis }));
    expect(done(await unpaid('')).body['entries']).toMatchObject(expect.arrayContaining([expect.objectContaining({ invoiceId: left, to: agencies.socialCare })]));
    expect(done(await unpaid(`&agency=${agencies.socialCare}`)).body['entries']).toMatchObject([{ invoiceId: left }]);
    for (const open of [`/v1/invoices/${left}`, `/v1/invoices?agency=${agencies.socialCare}`, path, `/v1/agencies/${agencies.socialCare}/statements/2025-10`]) expect((await health.get(open)).status).toBe(200);
  });

  it('has nothing left to pay of what that one paid of its invoices, and that one has paid nothing too much', async () => {
    const toPay = async (of: string): Promise<readonly number[]> => {
      const { body } = done(await health.get(`/v1/agencies/${of}/figures?${window}&after=${story.positionIn(last)}`));
      // What a client reads from the figures.
      const { paid, settledPence, left } = body as unknown as { readonly settledPence: number; readonly paid: { readonly ofInvoicesPence: number }; readonly left: { readonly toPayPence: number } };
      return [paid.ofInvoicesPence, settledPence, left.toPayPence];
    };
    const [[paidBefore = 0, settledBefore = 0, leftBefore = 0], before] = [await toPay(icb), await toPay(agencies.socialCare)];
    expect(before).toEqual([0, 0, 100]);
    const [{ invoiceId }] = done(await unpaid(`&agency=${agencies.socialCare}`)).body['entries'] as [{ readonly invoiceId: string }];
    last = done(await health.post('/v1/payments', { payee: { providerId }, invoices: [{ invoiceId, pence: 100 }], totalPence: 100, on: '2026-04-06', reference: 'BACS 4716' }));
    expect(await toPay(agencies.socialCare)).toEqual([0, 100, 0]);
    expect(await toPay(icb)).toEqual([paidBefore + 100, settledBefore, leftBefore]);
  });

  it('has its provider bill that one for the line that it commissions, the whole cost and once', async () => {
    const days = { from: '2026-03-02', to: '2026-03-09' };
    const ofWeek = (number: string, netPence: number) => ({ ...invoice(number, netPence, [line(0, netPence, { days })]), on: '2026-04-06' });
    const whole = 231_001;
    last = done(await careCommissioner.post(`/v1/decisions/${decisionId}/lines/${String(lineIds[0])}/arrangements`, { from: days.from, providerId, vat: 'exempt' }));
    last = done(await care.post('/v1/invoices', ofWeek('H-1', 100)));
    last = done(await health.post('/v1/invoices', ofWeek('H-2', whole - 100)));
    expect(await invoiceAt(story.idIn(last))).toMatchObject({ standing: 'agrees', owedPence: whole - 100 });
    last = done(await health.post('/v1/invoices', ofWeek('H-3', 1)));
    expect(await invoiceAt(story.idIn(last))).toMatchObject({ standing: 'held', differences: [{ committedPence: whole, billedBeforePence: whole, reasons: ['billed-already'] }] });
  });
});
