import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { idsIn } from './every-ground';
import { decide, outcomeBody } from './matter-story';
import { done, problemIn } from './person';
import type { Answer, Person } from './person';
import * as story from './story';
import type { Cast } from './story';
import { instantBetween } from './waiting';

const { icb, socialCare } = agencies;

/** £700.00 a week, £100.00 a day, from Monday 1 September 2025: 60 % health, 40 % social care; paid out to the family. */
const lineBody = {
  ...{ category: 'personal-care', provision: 'A personal assistant at home.', from: '2025-09-01', to: '2026-09-01' },
  rates: [{ from: '2025-09-01', weeklyPence: 70_000 }],
  split: story.split([icb, 6_000], [socialCare, 4_000]),
  budget: { kind: 'personal-budget', heldAs: 'direct-payment' },
};

let area: AreaUnderTest;
let cast: Cast;
let childId: string;
let decisionId: string;
let lineId: string;
let last: Answer;
let providerId: string;
let suspensionId: string;
let variationId: string;
/** Before social care agreed to the higher rate. */
let beforeAgreement: string;

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  const panel = await story.constitutePanel(cast);
  childId = await story.openChild(cast);
  const meetingId = await story.holdMeeting(cast, panel);
  last = done(await decide(cast, { panel, meetingId, childId }, { ...outcomeBody, lines: [lineBody] }));
  decisionId = String(last.body['decisionId']);
  [lineId = ''] = idsIn(last, 'lines', 'lineId');
}, 60_000);
afterAll(() => area.stop());

const at = (what: string) => `/v1/decisions/${decisionId}/lines/${lineId}/${what}`;
const record = async (person: Person, what: string, body: object): Promise<Answer> => (last = done(await person.post(at(what), body)));
const refused = async (person: Person, what: string, body: object): Promise<string> => problemIn(await person.post(at(what), body)).code;
const after = () => `after=${story.positionIn(last)}`;

interface WhoPays {
  readonly liabilities: readonly { readonly costPence: number; readonly suspensions?: readonly object[]; readonly why: { readonly events: readonly object[] } }[];
  readonly recoveries: readonly { readonly on: string; readonly pence: number; readonly amounts: readonly { readonly agencyId: string; readonly pence: number }[]; readonly events: readonly object[] }[];
  readonly totals: { readonly costPence: number; readonly recoveredPence: number } & Readonly<Record<'agencies' | 'agenciesAfterRecoveries', readonly { readonly agencyId: string; readonly pence: number }[]>>;
}
const whoPays = async (from: string, to: string, more = ''): Promise<WhoPays> =>
  done(await cast.auditor.get(`/v1/children/${childId}/who-pays?from=${from}&to=${to}&${after()}${more}`)).body as unknown as WhoPays;
const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
/** What health and social care pay on that day, in pence. */
async function paidOn(day: string, more = ''): Promise<readonly [number, number]> {
  const { agencies: paid } = (await whoPays(day, dayAfter(day), more)).totals;
  const of = (id: string): number => paid.find(({ agencyId }) => agencyId === id)?.pence ?? 0;
  return [of(icb), of(socialCare)];
}
const life = async (query = '') => done(await cast.health.get(`${at('life')}?${after()}${query}`)).body;

describe('A line after its decision', () => {
  it('is arranged by the agency that holds the contract and pays the provider', async () => {
    last = done(await cast.health.post('/v1/providers', { name: 'Northshire Payroll Service', kind: 'direct-payment-support-service', on: '2025-04-01' }));
    providerId = story.idIn(last);
    expect(done(await cast.auditor.get(`/v1/providers?${after()}`)).body['providers']).toEqual([
      { providerId, name: 'Northshire Payroll Service', kind: 'direct-payment-support-service', on: '2025-04-01' },
    ]);
    await record(cast.health, 'arrangements', { from: '2025-09-01', providerId, vat: 'exempt' });
    expect((await life())['arrangements']).toMatchObject([{ from: '2025-09-01', provider: 'Northshire Payroll Service', commissionedBy: icb, vat: 'exempt' }]);
    expect(await paidOn('2025-09-01')).toEqual([6_000, 4_000]);
    expect(await paidOn('2025-08-31')).toEqual([0, 0]);
  });

  it('is suspended during a stay in hospital, as the key worker reports, all of it payable until one that pays says otherwise', async () => {
    const suspension = { from: '2025-10-06', reason: 'hospital-stay', because: 'Admitted with pneumonia.' };
    const half = { from: '2025-10-06', retainedBasisPoints: 5_000, because: 'The provider keeps the place for half of its charge.' };
    expect(await refused(cast.keyWorker, 'suspensions', { ...suspension, retainedBasisPoints: 5_000 })).toBe('retained-part-by-stranger');
    suspensionId = String((await record(cast.keyWorker, 'suspensions', suspension)).body['entryId']);
    expect(await paidOn('2025-11-01')).toEqual([6_000, 4_000]);
    expect(problemIn(await cast.keyWorker.post(at('retained-part'), half)).status).toBe(403);
    expect(await refused(await area.person('education-commissioner'), 'retained-part', half)).toBe('line-act-by-stranger');
    await record(cast.care, 'retained-part', half);
    expect(await paidOn('2025-11-01')).toEqual([3_000, 2_000]);
    await record(cast.keyWorker, 'resumption', { from: '2025-10-13' });
    expect(await Promise.all(['2025-10-05', '2025-10-06', '2025-10-12', '2025-10-13'].map((day) => paidOn(day)))).toEqual([
      ...[[6_000, 4_000], [3_000, 2_000], [3_000, 2_000], [6_000, 4_000]],
    ]);
    const { liabilities } = await whoPays('2025-10-01', '2025-11-01');
    expect(liabilities).toMatchObject([{ costPence: 275_000, suspensions: [{ from: '2025-10-06', to: '2025-10-13', retainedBasisPoints: 5_000 }] }]);
    // The decision, the suspension, what stays payable, and the resumption.
    expect(liabilities[0]?.why.events).toHaveLength(4);
  });

  it('costs as before while one payer has not agreed to other rates, which waits in its list', async () => {
    const higher = { rates: [{ from: '2025-11-03', weeklyPence: 84_000 }], because: 'Two assistants at night.', on: '2025-10-20' };
    variationId = String((await record(cast.health, 'rate-variations', higher)).body['variationId']);
    expect(await paidOn('2025-11-03')).toEqual([6_000, 4_000]);
    const waiting = async (agency: string) => done(await cast.auditor.get(`/v1/worklists/rate-variations?${after()}&agency=${agency}`)).body['entries'];
    expect(await waiting(socialCare)).toMatchObject([{ variationId, lineId, decisionId, childId, proposedBy: icb, proposedOn: '2025-10-20', awaited: [{ agencyId: socialCare }] }]);
    expect(await waiting(icb)).toEqual([]);
    expect(await refused(cast.health, `rate-variations/${variationId}/agreement`, {})).toBe('variation-not-awaited');
    beforeAgreement = await instantBetween();
    await record(cast.care, `rate-variations/${variationId}/agreement`, { on: '2025-10-27' });
    expect(await waiting(socialCare)).toEqual([]);
  });

  it('costs the new rate from its day once all have agreed, and neither before nor as it was known before', async () => {
    expect(await paidOn('2025-11-02')).toEqual([6_000, 4_000]);
    expect(await paidOn('2025-11-03')).toEqual([7_200, 4_800]);
    expect(await paidOn('2025-11-03', `&knownAt=${beforeAgreement}`)).toEqual([6_000, 4_000]);
    expect(await paidOn('2025-11-03', '&asAt=2025-10-26')).toEqual([6_000, 4_000]);
    expect((await life())['rateVariations']).toMatchObject([{ variationId, standing: 'in-force', agreedBy: [{ agencyId: icb }, { agencyId: socialCare }], stillAwaited: [] }]);
    expect((await life('&asAt=2025-10-26'))['rateVariations']).toMatchObject([{ standing: 'open', stillAwaited: [{ agencyId: socialCare }] }]);
  });

  it('costs nothing from the day on which it ended', async () => {
    await record(cast.health, 'ending', { from: '2025-12-01', reason: 'need-ended', because: 'She is well again.' });
    expect(await refused(cast.keyWorker, 'withdrawals', { withdraws: last.body['entryId'], because: 'A mistake.' })).toBe('withdrawal-of-turns-only');
    expect(await paidOn('2025-11-30')).toEqual([7_200, 4_800]);
    expect(await paidOn('2025-12-01')).toEqual([0, 0]);
    expect(await refused(cast.health, 'ending', { from: '2025-11-01', reason: 'other', because: 'Earlier.' })).toBe('line-already-ended');
  });

  it('gives back what was not spent to those who paid, on the day on which it came back', async () => {
    await record(cast.care, 'recoveries', { of: { from: '2025-09-01', to: '2025-10-01' }, pence: 10_001, on: '2026-01-12' });
    const { recoveries, totals } = await whoPays('2025-09-01', '2026-04-01');
    expect(recoveries).toMatchObject([{ on: '2026-01-12', pence: 10_001, amounts: [{ agencyId: icb, pence: -6_001 }, { agencyId: socialCare, pence: -4_000 }] }]);
    expect(recoveries[0]?.events).toHaveLength(1);
    // 35 days at £100.00, 7 at £50.00, 21 at £100.00 and 28 at £120.00.
    expect(totals).toMatchObject({ costPence: 931_000, recoveredPence: 10_001 });
    const inOrder = (id: string, other: string) => (id < other ? -1 : 1);
    const paid = (all: readonly { readonly agencyId: string; readonly pence: number }[]) => all.map(({ agencyId, pence }) => [agencyId, pence]);
    expect(paid(totals.agencies)).toEqual([[icb, 558_600], [socialCare, 372_400]].sort(([id], [other]) => inOrder(String(id), String(other))));
    expect(paid(totals.agenciesAfterRecoveries)).toEqual([[icb, 552_599], [socialCare, 368_400]].sort(([id], [other]) => inOrder(String(id), String(other))));
    expect((await whoPays('2025-09-01', '2026-01-12')).recoveries).toEqual([]);
  });

  it('tells the whole of it in sentences, words about the child only to those who may read them', async () => {
    const happened = async (person: Person) => JSON.stringify(done(await person.get(`${at('life')}?${after()}`)).body['happened']);
    const told = await happened(cast.health);
    for (const sentence of [
      'From 1 September 2025 the personal care line is provided by Northshire Payroll Service, whom Northshire Integrated Care Board pays.',
      'The personal care line pauses from 6 October 2025 (a stay in hospital); all of what it costs stays payable.',
      'said that from 6 October 2025 on, while the personal care line pauses, 50 % of what it costs stays payable.',
      'The personal care line goes on from 13 October 2025.',
      'proposed other rates of the personal care line: £840.00 a week from 3 November 2025. Still to agree: Northshire Council Children\'s Social Care.',
      'agreed to the other rates of the personal care line. All have agreed: they hold.',
      'The personal care line ended, 30 November 2025 being its last day (need ended).',
      'Of what was paid for the personal care line from 1 September 2025 to 30 September 2025, £100.01 was not spent and came back on 12 January 2026.',
      'Admitted with pneumonia.',
    ]) {
      expect(told).toContain(sentence);
    }
    const toFinance = await happened(await area.person('health-finance'));
    expect(toFinance).toContain('The personal care line pauses from 6 October 2025');
    expect(toFinance).not.toContain('pneumonia');
    const timeline = done(await cast.keyWorker.get(`/v1/children/${childId}/timeline?limit=200&${after()}`));
    expect(JSON.stringify(timeline.body)).toContain('The personal care line goes on from 13 October 2025.');
  });

  it('costs all of it again where the suspension is withdrawn as a mistake', async () => {
    await record(cast.care, 'withdrawals', { withdraws: suspensionId, because: 'Another child was meant.', on: '2026-01-13' });
    expect(await paidOn('2025-10-06')).toEqual([6_000, 4_000]);
    expect((await life())['suspensions']).toEqual([]);
    expect(await refused(cast.care, 'withdrawals', { withdraws: suspensionId, because: 'Once more.' })).toBe('line-entry-withdrawn');
  });
});

describe('What cannot be is refused with the reason', () => {
  const rate = { from: '2025-11-03', weeklyPence: 84_000 };
  it.each<[string, keyof Cast, string, object, string]>([
    ['a suspension after the end', 'keyWorker', 'suspensions', { from: '2025-12-01', reason: 'away' }, 'line-day-outside'],
    ['a part that is more than all', 'keyWorker', 'suspensions', { from: '2025-11-03', retainedBasisPoints: 10_001, reason: 'away' }, 'number-out-of-range'],
    ['another reason without words', 'keyWorker', 'suspensions', { from: '2025-11-03', reason: 'other' }, 'suspension-words-missing'],
    ['another part of a line that does not pause', 'health', 'retained-part', { from: '2025-11-03', retainedBasisPoints: 0, because: 'Less.' }, 'line-not-suspended'],
    ['going on without a suspension', 'keyWorker', 'resumption', { from: '2025-11-04' }, 'line-not-suspended'],
    ['a provider that nobody registered', 'health', 'arrangements', { from: '2025-10-01', providerId: '01940000-0000-7000-8000-00000000dead' }, 'provider-unknown'],
    ['rates from before the line', 'health', 'rate-variations', { rates: [{ ...rate, from: '2025-08-25' }], because: 'Sooner.' }, 'variation-before-line'],
    ['two rates from one day', 'health', 'rate-variations', { rates: [rate, rate], because: 'Twice.' }, 'rates-not-in-order'],
    ['a rate in fractions of a penny', 'health', 'rate-variations', { rates: [{ ...rate, weeklyPence: 0.5 }], because: 'Half.' }, 'amount-not-whole-pence'],
    ['a rate of two kinds', 'health', 'rate-variations', { rates: [{ ...rate, dailyPence: 1 }], because: 'Both.' }, 'not-exactly-one'],
    ['more back than was paid', 'health', 'recoveries', { of: { from: '2025-09-01', to: '2025-10-01' }, pence: 290_000, on: '2026-01-13' }, 'recovery-above-cost'],
    ['money back from the future', 'health', 'recoveries', { of: { from: '2025-09-01', to: '2025-10-01' }, pence: 1, on: '2099-01-13' }, 'line-day-in-future'],
    ['taking back what all agreed to', 'health', 'withdrawals', { withdraws: 'the variation', because: 'Too dear.' }, 'line-entry-stands'],
  ])('%s', async (_what, person, what, body, code) => {
    const filled = 'withdraws' in body ? { ...body, withdraws: variationId } : body;
    expect(await refused(cast[person], what, filled)).toBe(code);
  });

  it('an agency that pays nothing decides nothing', async () => {
    const schools = await area.person('education-commissioner');
    expect(await refused(schools, 'ending', { from: '2025-11-01', reason: 'other', because: 'No.' })).toBe('line-act-by-stranger');
    expect(await refused(schools, 'arrangements', { from: '2025-11-01', providerId })).toBe('arrangement-by-stranger');
    expect(await refused(schools, 'rate-variations', { rates: [rate], because: 'No.' })).toBe('line-act-by-stranger');
  });

  it('an agency that pays under a clause which can rule the line is asked, and may propose', async () => {
    const schools = await area.person('education-commissioner');
    const shared = { parties: [icb, agencies.education], clauses: [{ ...story.clauseBody, split: story.split([icb, 5_000], [agencies.education, 5_000]) }] };
    const { agreementId } = await story.recordAgreement(cast, { ...story.agreementBody, ...shared });
    for (const party of [cast.health, schools]) last = done(await party.post(`/v1/agreements/${agreementId}/signatures`, story.signatureBody));
    const proposing = { rates: [{ from: '2025-11-10', weeklyPence: 77_000 }], because: 'One assistant at night.', on: '2026-01-13' };
    const asked = String((await record(cast.health, 'rate-variations', proposing)).body['variationId']);
    const awaited = async () => (await life())['rateVariations'] as readonly { readonly variationId: string; readonly stillAwaited: readonly { readonly agencyId: string }[] }[];
    expect((await awaited()).find(({ variationId: id }) => id === asked)?.stillAwaited.map(({ agencyId }) => agencyId)).toEqual([socialCare, agencies.education]);
    await record(cast.care, `rate-variations/${asked}/agreement`, { on: '2026-01-13' });
    await record(schools, `rate-variations/${asked}/refusal`, { because: 'Too much.', on: '2026-01-13' });
    await record(schools, 'rate-variations', proposing);
  });

  it('a line outside its decision has no life', async () => {
    const elsewhere = `/v1/decisions/${decisionId}/lines/01940000-0000-7000-8000-00000000dead`;
    expect(problemIn(await cast.keyWorker.post(`${elsewhere}/resumption`, { from: '2025-11-04' }))).toEqual({ status: 404, code: 'line-outside-decision' });
    expect(problemIn(await cast.health.get(`${elsewhere}/life`))).toEqual({ status: 404, code: 'line-outside-decision' });
  });
});

describe('An auditor who replays the child', () => {
  const replay = async () => done(await cast.auditor.get(`/v1/children/${childId}/replay?from=2025-09-01&to=2026-04-01&${after()}`)).body;

  it('reads that record and read models agree, what came back included', async () => {
    const body = await replay();
    expect(body).toMatchObject({ verdict: 'agrees', totals: { recoveredPence: 10_001 }, recoveries: [{ childId, on: '2026-01-12', pence: 10_001 }] });
    expect(body['totals']).toEqual((await whoPays('2025-09-01', '2026-04-01')).totals);
  });

  it('reads that they disagree where a sum that came back was altered behind the system’s back', async () => {
    const database = new DatabaseSync(join(area.folder, 'read.sqlite'));
    const tables = database.prepare("select name from sqlite_master where type = 'table' and name like '%child_funding_facts%'").all();
    const [name] = tables.map((row) => String(row['name']));
    const altered = database.prepare(`update "${name}" set data = replace(data, '"pence":10001', '"pence":20001') where type = 'UnspentSumRecovered'`).run();
    database.close();
    expect(Number(altered.changes)).toBe(1);
    const body = await replay();
    expect(body).toMatchObject({ verdict: 'disagrees', event: { kind: 'altered', type: 'UnspentSumRecovered', at: 'data.pence', recorded: 10_001, stored: 20_001 }, figure: null });
    expect(body['says']).toContain('what was not spent and came back does: by the record £100.01, by what is stored £200.01');
  });
});
