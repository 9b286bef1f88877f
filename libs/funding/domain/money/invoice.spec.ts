import { invoiceEvents } from '@accord/funding/contracts';
import type { BillingParty } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { arranged, ended, suspended } from '../line/sample-line-life';
import { childId, day, health, numbered, socialCare } from '../sample-agreement';
import { days, decided, line, pictureOf } from '../sample-facts';
import type { FundingEvent } from '../funding-picture';
import { invoiceDecider, invoiceNumberKey } from './invoice';
import { invoiceStanding, leftToPay, owedBy } from './invoice-state';
import { COST, SHARE, billed, credit, fourWeeks, invoiceCredited, invoiceFacts, invoiceId, invoiceRecorded, invoiceReleased, late, pence, record, recordedLine, release } from './sample-money';

const stream = { decider: invoiceDecider, definitions: invoiceEvents };
const invoice = specification(stream);
const knowing = (...events: readonly FundingEvent[]) => invoiceFacts({ pictures: new Map([[childId, pictureOf(decided(line()), ...events)]]) });
const otherProvider = numbered<'provider'>(4200);

describe('An invoice for days of a package line', () => {
  it('agrees where it bills the agency’s share, or less, and nobody has said who commissions the line', () => {
    invoice.when(record([billed(SHARE)]), invoiceFacts()).then(invoiceRecorded([recordedLine(billed(SHARE))]));
    invoice.when(record([billed(SHARE - 1)]), invoiceFacts()).then(invoiceRecorded([recordedLine(billed(SHARE - 1), { committedPence: pence(SHARE) })]));
  });

  it('is held with both figures where it bills a penny more', () => {
    invoice.when(record([billed(SHARE + 1)]), invoiceFacts()).then(invoiceRecorded([recordedLine(billed(SHARE + 1), { committedPence: pence(SHARE), held: ['costs-less'] })]));
  });

  it('agrees on the whole cost where the agency commissions the line from that provider', () => {
    const facts = knowing(arranged(1, '2025-09-01'));
    invoice.when(record([billed(COST)]), facts).then(invoiceRecorded([recordedLine(billed(COST))]));
  });

  it.each([
    ['another provider is arranged', arranged(1, '2025-09-01', { providerId: otherProvider }), 0, 'another-provider'],
    ['another agency commissions it', arranged(1, '2025-09-01', { by: socialCare }), 0, 'commissioned-by-another'],
    ['it is suspended on some of the days', suspended(1, '2025-09-22'), SHARE - Math.round((SHARE / 4) * 0.5), 'suspended'],
    ['it has ended', ended(1, '2025-09-15'), SHARE / 2, 'not-in-effect'],
  ] as const)('is held where %s', (_what, event, committed, reason) => {
    const held = { committedPence: pence(committed), held: [reason] };
    invoice.when(record([billed(SHARE)]), knowing(event)).then(invoiceRecorded([recordedLine(billed(SHARE), held)]));
  });

  it('agrees where a provider bills only the part that a suspension leaves payable', () => {
    const left = SHARE - Math.round((SHARE / 4) * 0.5);
    invoice.when(record([billed(left)]), knowing(suspended(1, '2025-09-22'))).then(invoiceRecorded([recordedLine(billed(left))]));
  });

  it('is held where no such line was decided for the child', () => {
    const stranger = billed(100, { lineId: numbered<'package-line'>(999) });
    invoice.when(record([stranger]), invoiceFacts()).then(invoiceRecorded([recordedLine(stranger, { committedPence: pence(0), held: ['line-unknown'] })]));
  });

  it('is held where days were billed already, on another invoice or on the same', () => {
    const week = billed(129_314, { days: days('2025-09-22', '2025-09-29') });
    const repeated = recordedLine(week, { billedBeforePence: pence(129_315), held: ['billed-already'] });
    const first = billed(SHARE);
    invoice.when(record([week]), invoiceFacts({ before: [first] })).then(invoiceRecorded([repeated]));
    invoice.when(record([first, week]), invoiceFacts()).then(invoiceRecorded([recordedLine(first), repeated]));
  });

  it('is held where tax stands otherwise than was arranged', () => {
    const taxed = billed(COST, { vat: 'standard-rate', vatPence: pence(147_788) });
    invoice.when(record([taxed]), knowing(arranged(1, '2025-09-01'))).then(invoiceRecorded([recordedLine(taxed, { held: ['vat-otherwise'] })]));
  });

  it('of the agency that commissions the line is a recharge of the other’s share', () => {
    const recharge = record([billed(SHARE)], { from: { kind: 'agency', agencyId: socialCare } });
    const facts = { ...knowing(arranged(1, '2025-09-01', { by: socialCare })), registered: new Set([socialCare]) };
    invoice.when(recharge, facts).then(invoiceRecorded([recordedLine(billed(SHARE))], { from: { kind: 'agency', agencyId: socialCare } }));
    invoice.when(recharge, invoiceFacts()).thenRefused('invoice-party-unknown', socialCare);
    invoice.when(record([billed(SHARE)]), invoiceFacts({ registered: new Set() })).thenRefused('invoice-party-unknown', 'No provider with the id');
    invoice.when({ ...recharge, from: { kind: 'agency', agencyId: health } }, facts).thenRefused('invoice-to-oneself');
  });

  it('is recorded once: the second time names the first', () => {
    invoice.given(invoiceRecorded([recordedLine(billed(SHARE))])).when(record([billed(SHARE)]), invoiceFacts()).thenRefused('invoice-already-recorded', invoiceId);
    expect(invoiceNumberKey(' inv 00-17\u00a0a')).toBe(invoiceNumberKey('INV00-17A'));
    expect(invoiceNumberKey('INV-17')).not.toBe(invoiceNumberKey('INV-18'));
  });

  it('is refused where its lines come to nought', () => {
    invoice.when(record([billed(0)]), invoiceFacts()).thenRefused('invoice-of-nothing', 'comes to nought');
  });

  it('is refused with both figures where its totals are not those of its lines', () => {
    const wrong = record([billed(SHARE)], { netPence: pence(SHARE - 1), vatPence: pence(5) });
    invoice.when(wrong, invoiceFacts()).thenRefused('invoice-totals-differ', 'states £5,172.57 as its net and its lines make £5,172.58; The invoice states £0.05 as its tax and its lines make £0.00');
  });

  it('of a closed year is recorded of its day with a reason, and counts from the day on which it became known', () => {
    const facts = invoiceFacts({ closedYears: new Set([day('2025-04-01')]) });
    const recorded = invoiceRecorded([recordedLine(billed(SHARE))]);
    invoice.when(record([billed(SHARE)], { lateBecause: late.because }), facts).then({ ...recorded, data: { ...recorded.data, late } });
    invoice.when(record([billed(SHARE)], { lateBecause: 'Perhaps' }), invoiceFacts()).then(recorded);
  });

  it('is refused where tax is charged on what is exempt', () => {
    invoice.when(record([billed(SHARE, { vatPence: pence(1) })]), invoiceFacts()).thenRefused('invoice-tax-unclear', 'Line 1 is exempt and charges £0.01');
  });

  it('is refused for a day to come, and for one of a closed year, naming the year, what to do, and both figures', () => {
    invoice.when(record([billed(SHARE)], { on: '2025-12-02' }), invoiceFacts()).thenRefused('money-day-in-future');
    const closedYears = new Set([day('2024-04-01')]);
    invoice.when(record([billed(SHARE + 1)], { on: '2025-03-31' }), invoiceFacts({ closedYears })).thenRefused('year-closed', /2024\/25 is closed.*give lateBecause to say why it comes late.* £5,172\.59 is billed for days on which £5,172\.58 is committed\.$/);
    invoice.when(record([billed(SHARE)], { on: '2025-04-01' }), invoiceFacts({ closedYears })).then(invoiceRecorded([recordedLine(billed(SHARE))], { on: '2025-04-01' }));
  });
});

describe('Where the functions of an agency have passed to another', () => {
  const heir = numbered<'agency'>(104);
  const toHeir = (...lines: Parameters<typeof record>[0]) => record(lines, { to: heir });
  const fromHeir: { readonly from: BillingParty } = { from: { kind: 'agency', agencyId: heir } };
  const inherits = { billedActsFor: new Set([heir, health]) };

  it('an invoice to that one agrees on the whole cost of a line that its predecessor commissions', () => {
    const facts = { ...knowing(arranged(1, '2025-09-01')), ...inherits };
    invoice.when(toHeir(billed(COST)), facts).then(invoiceRecorded([recordedLine(billed(COST))], { to: heir }));
    const tooMuch = { committedPence: pence(COST), held: ['costs-less' as const] };
    invoice.when(toHeir(billed(COST + 1)), facts).then(invoiceRecorded([recordedLine(billed(COST + 1), tooMuch)], { to: heir }));
  });

  it('an invoice to that one agrees on its predecessor’s share, where nobody has said who commissions the line', () => {
    invoice.when(toHeir(billed(SHARE)), invoiceFacts(inherits)).then(invoiceRecorded([recordedLine(billed(SHARE))], { to: heir }));
  });

  it('an invoice to that one agrees on both shares, where it bears one of its own', () => {
    const both = { to: socialCare };
    invoice.when(record([billed(COST)], both), invoiceFacts({ billedActsFor: new Set([socialCare, health]) })).then(invoiceRecorded([recordedLine(billed(COST))], both));
  });

  it('that one bills the others’ shares of a line that its predecessor commissions', () => {
    const facts = { ...knowing(arranged(1, '2025-09-01', { by: socialCare })), registered: new Set([heir]), billerActsFor: new Set([heir, socialCare]) };
    invoice.when(record([billed(SHARE)], fromHeir), facts).then(invoiceRecorded([recordedLine(billed(SHARE))], fromHeir));
  });

  it('an agency that has them not is billed for nothing, and bills nothing', () => {
    const held = { committedPence: pence(0), held: ['commissioned-by-another' as const] };
    const unrelated = { billedActsFor: new Set([heir]), billerActsFor: new Set([heir]) };
    invoice.when(toHeir(billed(COST)), { ...knowing(arranged(1, '2025-09-01')), ...unrelated }).then(invoiceRecorded([recordedLine(billed(COST), held)], { to: heir }));
    const facts = { ...knowing(arranged(1, '2025-09-01', { by: socialCare })), ...unrelated, billedActsFor: new Set([health]), registered: new Set([heir]) };
    invoice.when(record([billed(SHARE)], fromHeir), facts).then(invoiceRecorded([recordedLine(billed(SHARE), held)], fromHeir));
  });
});

describe('An invoice that is held', () => {
  const held = invoiceRecorded([recordedLine(billed(SHARE + 1), { committedPence: pence(SHARE), held: ['costs-less'] })]);
  const standingOf = (...events: readonly New<(typeof invoiceEvents)[number]>[]) => {
    const state = stateAfter(stream, ...events);
    if (state.status === 'unknown') throw new Error('The invoice of this spec was recorded.');
    return [invoiceStanding(state), owedBy(state), leftToPay(state, pence(10))];
  };

  it('is owed by nobody until the billed agency releases it', () => {
    expect(standingOf(held)).toEqual(['held', 0, -10]);
    invoice.given(held).when(release(), invoiceFacts()).then(invoiceReleased());
    expect(standingOf(held, invoiceReleased())).toEqual(['released', SHARE + 1, SHARE - 9]);
  });

  it('is released once, by the billed agency or the one that has its functions, not before its day', () => {
    invoice.given(held).when(release({ agencyId: socialCare }), invoiceFacts()).thenRefused('invoice-of-another');
    const successor = { ...invoiceReleased(), data: { ...invoiceReleased().data, agencyId: socialCare } };
    invoice.given(held).when(release({ agencyId: socialCare }), invoiceFacts({ billed: [health, socialCare] })).then(successor);
    invoice.given(held).when(release({ on: '2025-10-01' }), invoiceFacts()).thenRefused('money-day-too-early', '2 October 2025');
    invoice.given(held, invoiceReleased()).when(release(), invoiceFacts()).thenRefused('invoice-not-held');
    invoice.when(release(), invoiceFacts()).thenRefused('invoice-unknown');
  });

  it('is released on a day of a closed year with a reason for coming late', () => {
    const [facts, released] = [invoiceFacts({ closedYears: new Set([day('2025-04-01')]) }), invoiceReleased()];
    invoice.given(held).when(release(), facts).thenRefused('year-closed');
    invoice.given(held).when(release({ lateBecause: late.because }), facts).then({ ...released, data: { ...released.data, late } });
  });
});

describe('A credit', () => {
  const recorded = invoiceRecorded([recordedLine(billed(SHARE)), recordedLine(billed(20, { days: fourWeeks }))]);

  it('is an entry of its own, of no more than its line has left', () => {
    invoice.given(recorded).when(credit(SHARE), invoiceFacts()).then(invoiceCredited(SHARE));
    invoice.given(recorded).when(credit(SHARE + 1), invoiceFacts()).thenRefused('credit-exceeds-line', '£5,172.59 net and £0.00 of tax is to be credited of line 1, which has £5,172.58 net');
    invoice.given(recorded, invoiceCredited(1)).when(credit(SHARE), invoiceFacts()).thenRefused('credit-exceeds-line', 'has £5,172.57 net');
  });

  it('counts what one credit takes of a line twice', () => {
    const twice = [{ line: 2, netPence: pence(15), vatPence: pence(0) }, { line: 2, netPence: pence(6), vatPence: pence(0) }];
    invoice.given(recorded).when(credit(0, { lines: twice }), invoiceFacts()).thenRefused('credit-exceeds-line', '£0.21 net');
  });

  it('is of a sum, of a line that there is, by the billed agency, in an open year', () => {
    invoice.given(recorded).when(credit(0), invoiceFacts()).thenRefused('credit-of-nothing');
    invoice.given(recorded).when(credit(0, { lines: [{ line: 3, netPence: pence(1), vatPence: pence(0) }] }), invoiceFacts()).thenRefused('credit-line-unknown', '2 lines and no line 3');
    invoice.given(recorded).when(credit(1, { agencyId: socialCare }), invoiceFacts()).thenRefused('invoice-of-another');
    invoice.given(recorded).when(credit(1), invoiceFacts({ closedYears: new Set([day('2025-04-01')]) })).thenRefused('year-closed', '2025/26');
  });

  it('of a closed year is recorded with a reason, and counts from the day on which it became known', () => {
    const credited = invoiceCredited(1);
    const facts = invoiceFacts({ closedYears: new Set([day('2025-04-01')]) });
    invoice.given(recorded).when(credit(1, { lateBecause: late.because }), facts).then({ ...credited, data: { ...credited.data, late } });
  });
});
