import { agencies } from '@accord/composition';
import type { Command, Ground } from './every-ground';
import { done } from './person';
import * as story from './story';

const { icb, socialCare } = agencies;
const terms = { aims: 'Children live at home.', functions: 'NHS Act 2006 section 3.', clientGroup: 'Children under 18.', noticeMonths: 3 };
const signature = { post: 'Director', on: '2005-03-25' };

/** A pooled fund of those years, under an agreement of its own. */
async function fundOf({ cast }: Ground, year: number, years = 1) {
  const days = { from: `${year}-04-01`, to: `${year + years}-04-01`, on: '2005-03-18' };
  const body = { ...story.agreementBody, ...terms, ...days, title: `Pooled in ${year}`, kind: 'section-75-pooled' };
  const { agreementId, clauseId } = await story.recordAgreement(cast, body);
  for (const party of [cast.health, cast.care]) done(await party.post(`/v1/agreements/${agreementId}/signatures`, signature));
  const fund = { name: `Pool of ${year}`, agreementId, hostAgencyId: icb, managerPost: 'Head of joint commissioning', from: `${year}-04-01` };
  return { ...fund, clauses: [clauseId], alertAtBasisPoints: 8_500, on: '2018-12-03' };
}
async function established(ground: Ground, year: number, years = 1): Promise<string> {
  return `/v1/funds/${story.idIn(done(await ground.cast.health.post('/v1/funds', await fundOf(ground, year, years))))}`;
}

const instalments = (year: number) => [{ dueOn: `${year}-05-01`, pence: 4_000_000 }, { dueOn: `${year}-11-01`, pence: 2_000_000 }];
const contributionsOf = (year: number) => ({
  ...{ year: `${year}-04-01`, post: 'Director of finance', reservePence: 100_000, on: '2019-01-07' },
  contributions: [{ agencyId: icb, pence: 6_000_000, instalments: instalments(year) }, { agencyId: socialCare, pence: 4_000_000 }],
});
const fixed = { overspend: 'fixed-shares', shares: story.half, order: ['reserve', 'partners'], underspend: 'retained' };
const proRata = { overspend: 'pro-rata-to-contribution', caps: [{ agencyId: icb, capPence: 50_000 }], order: ['partners'], underspend: 'returned-pro-rata' };
const consentTo = (year: number) => ({ year: `${year}-04-01`, version: 1, post: 'Director', on: '2019-01-14' });

/** A fund whose contributions for the year both partners have agreed to. */
async function running(ground: Ground, year: number, years = 1): Promise<string> {
  const { health, care } = ground.cast;
  const path = await established(ground, year, years);
  done(await health.post(`${path}/contributions`, { ...contributionsOf(year), riskShare: fixed }));
  done(await care.post(`${path}/consents`, consentTo(year)));
  return path;
}

/** Every command about pooled funds. */
export async function commandsOfFunds(ground: Ground): Promise<readonly Command[]> {
  const { health, care } = ground.cast;
  const path = await running(ground, 2019, 2);
  const proposed = await established(ground, 2021);
  done(await health.post(`${proposed}/contributions`, { ...contributionsOf(2021), riskShare: fixed }));
  const [over, ending] = [await running(ground, 2022), await established(ground, 2023)];
  const spending = { pence: 120_000, for: 'posts', because: 'A nurse.', on: '2019-05-06' };
  const { spendingId } = done(await health.post(`${path}/spending`, spending)).body;
  const receipt = { year: '2019-04-01', agencyId: socialCare, pence: 1, instalment: 2, overpaidBecause: 'A standing order ran on.', on: '2019-07-01' };
  const { receiptId } = done(await health.post(`${path}/receipts`, receipt)).body;
  const of = (what: string, body: object, at = path): Command => ({ name: `POST /v1/funds/{id}/${what}`, person: health, path: `${at}/${what}`, body });
  return [
    { name: 'POST /v1/funds', person: health, path: '/v1/funds', body: await fundOf(ground, 2024) },
    ...[fixed, proRata].flatMap((riskShare) => [
      of('contributions', { ...contributionsOf(2020), riskShare }),
      of('contribution-variations', { ...contributionsOf(2019), riskShare, because: 'More children came home.' }),
    ]),
    { ...of('consents', consentTo(2021), proposed), person: care },
    of('receipts', receipt),
    { ...of('receipts/{receiptId}/reversal', { because: 'Another fund’s.', on: '2019-08-05' }), path: `${path}/receipts/${String(receiptId)}/reversal` },
    of('spending', spending),
    { ...of('spending/{spendingId}/reversal', { because: 'Paid twice.', on: '2019-06-03' }), path: `${path}/spending/${String(spendingId)}/reversal` },
    of('means', { year: '2019-04-01', means: 'other-underspend', pence: 5_000, because: 'Equipment.', on: '2020-03-02' }),
    of('year-closings', { year: '2022-04-01', on: '2023-04-10' }, over),
    of('ending', { from: '2024-01-01', because: 'The partners pay each other.', on: '2023-12-04' }, ending),
  ];
}
