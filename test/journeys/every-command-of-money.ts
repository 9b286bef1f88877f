import { agencies } from '@accord/composition';
import { idsIn } from './every-ground';
import type { Command, Ground } from './every-ground';
import { decide, outcomeBody } from './matter-story';
import { done } from './person';
import * as story from './story';

const { icb, socialCare } = agencies;
const days = { from: '2025-09-01', to: '2025-09-08' };

interface Billed {
  readonly providerId: string;
  readonly line: { readonly childId: string; readonly decisionId: string; readonly lineId: string | undefined };
}

/** A child of its own, with the lines of worked example 1. */
async function billed({ cast, panel, words }: Ground, providerId: string): Promise<Billed> {
  const childId = await story.openChild(cast, { ...story.childBody, name: words('child') });
  const meetingId = await story.holdMeeting(cast, panel);
  const decided = done(await decide(cast, { panel, meetingId, childId }));
  return { providerId, line: { childId, decisionId: String(decided.body['decisionId']), lineId: idsIn(decided, 'lines', 'lineId')[1] } };
}

const invoiceBody = ({ providerId, line }: Billed, { number, from = { providerId }, netPence = 92_400 }: { readonly number: string; readonly from?: object; readonly netPence?: number }) => ({
  ...{ from, number, on: '2025-10-02', lateBecause: 'Found in a drawer', netPence, vatPence: 0, totalPence: netPence },
  lines: [{ ...line, days, netPence, vat: 'exempt', vatPence: 0 }],
});

/** A line of March 2020, the month with which the accounts of every command begin: health owes social care its half. */
async function shareOfMarch2020({ cast, panel, words }: Ground, providerId: string): Promise<void> {
  const childId = await story.openChild(cast, { ...story.childBody, name: words('child') });
  const meetingId = await story.holdMeeting(cast, panel);
  const line = { category: 'nursing', provision: words('provision'), from: '2020-03-01', to: '2020-04-01', rates: [{ from: '2020-03-01', weeklyPence: 7_000 }], split: story.half };
  const decided = done(await decide(cast, { panel, meetingId, childId }, { ...outcomeBody, lines: [line] }));
  const [lineId] = idsIn(decided, 'lines', 'lineId');
  done(await cast.care.post(`/v1/decisions/${String(decided.body['decisionId'])}/lines/${lineId}/arrangements`, { from: '2020-03-01', providerId, vat: 'exempt' }));
}

/** Every command about invoices and payments. */
export async function commandsOfMoney(ground: Ground): Promise<readonly Command[]> {
  const { healthFinance: person } = ground.cast;
  const providerId = story.idIn(done(await ground.cast.care.post('/v1/providers', { name: 'Night Nurses Limited', kind: 'care-agency', on: '2020-03-01' })));
  await shareOfMarch2020(ground, providerId);
  const of = await billed(ground, providerId);
  const recorded = async (number: string, netPence = 92_400): Promise<string> =>
    story.idIn(done(await person.post('/v1/invoices', invoiceBody(of, { number, netPence }))));
  const [held, credited, paid] = [await recorded('1', 92_401), await recorded('2'), await recorded('3')];
  for (const each of [credited, paid]) done(await person.post(`/v1/invoices/${each}/release`, { because: 'Counts', on: '2025-10-02' }));
  const payment = { totalPence: 100, on: '2025-10-06', reference: 'BACS 1', overpaidBecause: 'Paid twice', lateBecause: 'Told in May', invoices: [{ invoiceId: paid, pence: 60 }] };
  const direct = { totalPence: 40, on: '2025-10-06', reference: 'BACS 2', lines: [{ ...of.line, days, pence: 40 }] };
  const made = story.idIn(done(await person.post('/v1/payments', { ...direct, payee: { kind: 'family' } })));
  const payments = [
    { ...payment, payee: { providerId }, lines: [{ ...of.line, days, pence: 40 }] },
    { ...direct, payee: { agencyId: socialCare } },
    // Of the month with which the accounts of every command begin.
    { totalPence: 1, on: '2025-10-06', reference: 'BACS 3', payee: { agencyId: socialCare }, statements: [{ month: '2020-03', of: icb, pence: 1 }] },
    { ...direct, payee: { kind: 'family' } },
  ];
  return [
    ...[{ providerId }, { agencyId: socialCare }].map((from) => ({ name: 'POST /v1/invoices', person, path: '/v1/invoices', body: invoiceBody(of, { number: '4', from }) })),
    { name: 'POST /v1/invoices/{id}/release', person, path: `/v1/invoices/${held}/release`, body: { because: 'Counts', on: '2025-10-02', lateBecause: 'Not written down' } },
    { name: 'POST /v1/invoices/{id}/credits', person, path: `/v1/invoices/${credited}/credits`, body: { lines: [{ line: 1, netPence: 1, vatPence: 0 }], because: 'Too dear', on: '2025-10-02', lateBecause: 'Came by post' } },
    ...payments.map((body) => ({ name: 'POST /v1/payments', person, path: '/v1/payments', body })),
    { name: 'POST /v1/payments/{id}/reversal', person, path: `/v1/payments/${made}/reversal`, body: { because: 'Came back', on: '2025-10-07', lateBecause: 'Told in May' } },
  ];
}
