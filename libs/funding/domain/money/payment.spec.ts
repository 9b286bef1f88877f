import { fundingEvents } from '@accord/funding/contracts';
import type { StatementKind } from '@accord/funding/contracts';
import { noPence } from '@accord/shared/kernel';
import type { Id, SignedPence } from '@accord/shared/kernel';
import { specification, stateAfter } from '@accord/shared/testing';
import { homeCare } from '../line/sample-line-life';
import { day, education, health, numbered, socialCare } from '../sample-agreement';
import { invoiceDecider } from './invoice';
import type { InvoiceToPay, RecordPayment } from './payment';
import { paymentDecider } from './payment';
import { paidOfBalance, paidOfInvoice } from './payment-state';
import { SHARE, billed, direct, invoiceId, invoiceRecorded, invoiceReleased, late, paid, pay, paymentFacts, paymentId, pence, recordedLine, reverse, reversed } from './sample-money';
import { balanceOf, statementKey } from './statement-to-pay';
import type { StatementToPay } from './statement-to-pay';

const stream = { decider: paymentDecider, definitions: fundingEvents };
const payment = specification(stream);
const invoices = { decider: invoiceDecider, definitions: fundingEvents };
const recorded = invoiceRecorded([recordedLine(billed(SHARE))]);
const heldInvoice = invoiceRecorded([recordedLine(billed(SHARE), { committedPence: pence(0), held: ['another-provider'] })]);

const toPay = (changes: Partial<InvoiceToPay> = {}) =>
  paymentFacts({ invoices: new Map([[invoiceId, { state: stateAfter(invoices, recorded), paidPence: pence(0), billed: [health], billing: [], ...changes }]]) });
const october = day('2025-10-01');
const statement = { kind: 'statement' as const, month: day('2025-09-01'), of: health, pence: pence(100) };

describe('A payment of an invoice', () => {
  it('is of all that is left of it, or of a part', () => {
    payment.when(pay(SHARE), toPay()).then(paid(pay(SHARE)));
    payment.when(pay(1), toPay({ paidPence: pence(SHARE - 1) })).then(paid(pay(1)));
  });

  it('of more than is left is refused with both figures; with a reason it is recorded, and told as a breach', () => {
    const facts = toPay({ paidPence: pence(SHARE - 5) });
    payment.when(pay(6), facts).thenRefused('payment-exceeds-invoice', '£0.06 is paid of invoice ' + invoiceId + ', which has £0.05 left');
    const overpaid = { because: 'Run twice', invoices: [{ invoiceId, leftPence: pence(5), paidPence: pence(6) }], statements: [] };
    payment.when(pay(6, { overpaidBecause: 'Run twice' }), facts).then(paid(pay(6), overpaid));
  });

  it('says nothing of an overpayment where there is none', () => {
    payment.when(pay(SHARE, { overpaidBecause: 'Perhaps' }), toPay()).then(paid(pay(SHARE)));
  });

  it('that is held finds nothing to pay until it is released', () => {
    payment.when(pay(1), toPay({ state: stateAfter(invoices, heldInvoice) })).thenRefused('payment-exceeds-invoice', /£0\.00 left to pay; one that is held .* give overpaidBecause, and it is recorded as an overpayment/);
    payment.when(pay(1), toPay({ state: stateAfter(invoices, heldInvoice, invoiceReleased()) })).then(paid(pay(1)));
  });

  it('is by the billed agency, to whoever bills', () => {
    payment.when(pay(1), toPay({ billed: [socialCare] })).thenRefused('invoice-of-another');
    payment.when(pay(1, { payee: { kind: 'provider', providerId: numbered<'provider'>(4200) } }), toPay()).thenRefused('payment-payee-unclear');
    payment.when(pay(1), paymentFacts()).thenRefused('invoice-unknown');
  });

  it('of an agency may be made to the one that has its functions', () => {
    const recharge = invoiceRecorded([recordedLine(billed(SHARE))], { from: { kind: 'agency', agencyId: socialCare } });
    const facts = { ...toPay({ state: stateAfter(invoices, recharge), billing: [socialCare, education] }), registered: new Set([socialCare, education]) };
    for (const agencyId of [socialCare, education]) payment.when(pay(1, { payee: { kind: 'agency', agencyId } }), facts).then(paid(pay(1, { payee: { kind: 'agency', agencyId } })));
    const stranger = { ...toPay({ state: stateAfter(invoices, recharge), billing: [socialCare] }), registered: facts.registered };
    payment.when(pay(1, { payee: { kind: 'agency', agencyId: education } }), stranger).thenRefused('payment-payee-unclear');
  });

  it('is refused where its total is not what it is for, and where it is for nothing', () => {
    payment.when(pay(5, { totalPence: pence(6) }), toPay()).thenRefused('payment-totals-differ', '£0.06 is stated as paid, and what it is for makes £0.05');
    payment.when(pay(0), toPay()).thenRefused('payment-of-nothing');
    const twice = [1, 2].map((sum) => ({ kind: 'invoice' as const, invoiceId, pence: pence(sum) }));
    payment.when(pay(3, { for: twice }), toPay()).thenRefused('payment-repeats-itself');
  });

  it('against a closed year is refused, naming the year and what to do', () => {
    const facts = { ...toPay(), closedYears: new Set([day('2025-04-01')]) };
    payment.when(pay(1), facts).thenRefused('year-closed', /2025\/26 is closed, and 27 October 2025 lies in it: give the day of the open year .* give lateBecause to say why it comes late: .* counts from 1 December 2025 on/);
    payment.given(paid(pay(1))).when(reverse(), facts).thenRefused('year-closed');
    // What was told as at the end of 2025/26 counts what was paid before, in years that the accounts never closed.
    payment.when(pay(1), { ...facts, closedYears: new Set([day('2026-04-01')]) }).thenRefused('year-closed', /2026\/27 is closed, and 27 October 2025 lies before it: .* about days of 2025\/26\. .* so that 2026\/27 stands/);
  });

  it('against a closed year is refused with both figures: what is paid, and what is left to pay of it or what its days cost', () => {
    const facts = { ...toPay({ paidPence: pence(SHARE - 250) }), closedYears: new Set([day('2025-04-01')]) };
    const both = (invoiced: number) => pay(invoiced + 100, { for: [{ kind: 'invoice', invoiceId, pence: pence(invoiced) }, direct] });
    payment.when(pay(300), facts).thenRefused('year-closed', /so that 2025\/26 stands\. £3\.00 is paid of what has £2\.50 left to pay\.$/);
    payment.when(pay(100, { payee: { kind: 'family' }, for: [direct] }), facts).thenRefused('year-closed', /stands\. £1\.00 is paid directly for days that cost £7,389\.40\.$/);
    payment.when(both(300), facts).thenRefused('year-closed', /£3\.00 is paid of what has £2\.50 left to pay; £1\.00 is paid directly for days that cost £7,389\.40\.$/);
  });

  it('against a closed year is recorded of its day with a reason, and counts from the day on which it became known', () => {
    const facts = { ...toPay(), closedYears: new Set([day('2025-04-01')]) };
    const [made, back] = [paid(pay(1)), reversed()];
    payment.when(pay(1, { lateBecause: late.because }), facts).then({ ...made, data: { ...made.data, late } });
    payment.given(made).when(reverse({ lateBecause: late.because }), facts).then({ ...back, data: { ...back.data, late } });
  });

  it('in an open year counts from its own day, whatever is said of it', () => {
    payment.when(pay(1, { lateBecause: 'Perhaps' }), toPay()).then(paid(pay(1)));
    payment.given(paid(pay(1))).when(reverse({ lateBecause: 'Perhaps' }), toPay()).then(reversed());
  });

  it('is refused for a day to come, however late it says it is', () => {
    payment.when(pay(1, { on: '2025-12-02', lateBecause: late.because }), toPay()).thenRefused('money-day-in-future');
  });
});

// The cast is the brand: specs give whole pence.
const total = (kind: StatementKind, sum: number, towards = socialCare) => ({ kind, counterparty: [towards], pence: sum as SignedPence });
/** Health's statement: it owes social care £1.20 less £0.20, and something to nobody else. */
function stated(changes: Partial<StatementToPay> = {}) {
  const totals = [total('recharge', 120), total('counter-recharge', 15), total('adjustment-of-counter-recharge', 5), total('recharge', 900, education)];
  return new Map([[statementKey(statement), { holders: [health], totals, paidPence: noPence, ...changes }]]);
}

describe('A payment of a statement', () => {
  const settled = (sum: number, changes: Partial<RecordPayment> = {}) =>
    pay(sum, { payee: { kind: 'agency', agencyId: socialCare }, for: [{ ...statement, pence: pence(sum) }], ...changes });
  const facts = (changes: Partial<StatementToPay> = {}) =>
    paymentFacts({ registered: new Set([socialCare, education, health]), closedMonths: new Set([statement.month, october]), statements: stated(changes) });

  it('is of the balance between the two, or of what earlier payments left of it', () => {
    payment.when(settled(100), facts()).then(paid(settled(100)));
    payment.when(settled(30), facts({ paidPence: pence(70) })).then(paid(settled(30)));
  });

  it('of more than that is refused with both figures; with a reason it is recorded, and told as a breach', () => {
    payment.when(settled(101), facts()).thenRefused('payment-exceeds-statement', '£1.01 is paid of the statement of September 2025, which has £1.00 left');
    payment.when(settled(31), facts({ paidPence: pence(70) })).thenRefused('payment-exceeds-statement', /£0\.30 left .* give overpaidBecause, and it is recorded as an overpayment/);
    const overpaid = { because: 'Run twice', invoices: [], statements: [{ month: statement.month, of: health, leftPence: pence(100), paidPence: pence(101) }] };
    payment.when(settled(101, { overpaidBecause: 'Run twice' }), facts()).then(paid(settled(101), overpaid));
  });

  it('by the agency to which the balance is owed finds nothing left', () => {
    const back = settled(1, { paidBy: socialCare, payee: { kind: 'agency', agencyId: health } });
    payment.when(back, facts()).thenRefused('payment-exceeds-statement', '£0.00 left');
    payment.when(back, facts({ totals: [total('counter-recharge', 1)] })).then(paid(back));
  });

  it('names the statement of one of the two, which has something between them', () => {
    payment.when(settled(1), facts({ holders: [education] })).thenRefused('payment-payee-unclear', 'of neither');
    payment.when(settled(1), facts({ totals: [total('recharge', 900, education)] })).thenRefused('payment-statement-unknown', 'September 2025');
    payment.when(settled(1, { overpaidBecause: 'Sent all the same' }), facts({ totals: [] })).thenRefused('payment-statement-unknown');
    payment.when(settled(1, { for: [{ ...statement, month: october, pence: pence(1) }] }), facts()).thenRefused('payment-statement-unknown', 'October 2025');
  });

  it('may be by an agency to which the functions of the one that owes have passed', () => {
    const heir = settled(100, { paidBy: education });
    payment.when(heir, facts({ holders: [health, education] })).then(paid(heir));
  });

  it('by the agency that has the functions of another is of the balance of each: what was paid of the one is left of the other', () => {
    const heir = (of: Id<'agency'>, sum: number) => ({ ...statement, of, pence: pence(sum) });
    const own = { holders: [education], totals: [total('recharge', 50)], paidPence: noPence };
    const inherited = facts({ holders: [health, education] });
    const statements = new Map([...inherited.statements, [statementKey({ ...statement, of: education }), own]]);
    const both = (ofOwn: number) => settled(100 + ofOwn, { paidBy: education, for: [heir(health, 100), heir(education, ofOwn)] });
    payment.when(both(50), { ...inherited, statements }).then(paid(both(50)));
    payment.when(both(51), { ...inherited, statements }).thenRefused('payment-exceeds-statement', '£0.51 is paid of the statement of September 2025, which has £0.50 left');
  });

  it('is held against the balance once, though it names the statements of both', () => {
    const both = settled(102, { for: [{ ...statement, pence: pence(51) }, { ...statement, of: socialCare, pence: pence(51) }] });
    const mirrored = { holders: [socialCare], totals: [{ ...total('counter-recharge', 100), counterparty: [health] }], paidPence: noPence };
    const known = facts();
    const statements = new Map([...known.statements, [statementKey({ ...statement, of: socialCare }), mirrored]]);
    payment.when(both, { ...known, statements }).thenRefused('payment-exceeds-statement', '£1.02 is paid of the statement of September 2025, which has £1.00 left');
  });

  it('counts of the balance whichever way it went and whosever statement it named, and not once it was reversed', () => {
    const state = stateAfter(stream, paid(settled(70)));
    const between = (payers: readonly Id<'agency'>[], payees: readonly Id<'agency'>[], of = [health, socialCare]) => ({ payers, payees, of });
    expect(paidOfBalance(state, between([health], [socialCare]), statement.month)).toBe(70);
    expect(paidOfBalance(state, between([socialCare], [health]), statement.month)).toBe(-70);
    expect([paidOfBalance(state, between([health], [education]), statement.month), paidOfBalance(state, between([health], [socialCare]), october)]).toEqual([0, 0]);
    expect(paidOfBalance(stateAfter(stream, paid(settled(70)), reversed()), between([health], [socialCare]), statement.month)).toBe(0);
    // Of a predecessor, and of another balance of the same two.
    expect(paidOfBalance(state, between([education, health], [socialCare]), statement.month)).toBe(70);
    expect(paidOfBalance(state, between([health], [socialCare], [education, socialCare]), statement.month)).toBe(0);
  });

  it('is of a balance that those to whom the functions of either have passed settle as well', () => {
    const found = { holders: [health, education], totals: [{ ...total('recharge', 120), counterparty: [numbered<'agency'>(90), socialCare] }] };
    const balance = { payers: [health, education], payees: [socialCare, numbered<'agency'>(90)], of: [numbered<'agency'>(90), health].sort() };
    expect(balanceOf({ paidBy: education, payee: socialCare }, health, found)).toEqual(balance);
    expect(balanceOf({ paidBy: socialCare, payee: health }, health, found)).toEqual({ payers: balance.payees, payees: balance.payers, of: balance.of });
    expect(balanceOf({ paidBy: socialCare, payee: numbered<'agency'>(91) }, health, found)).toBeUndefined();
  });
});

describe('A payment of something else', () => {
  it('of days of a line is made to a family, a provider or an agency directly', () => {
    const family = { payee: { kind: 'family' as const }, for: [direct] };
    payment.when(pay(100, family), paymentFacts()).then(paid(pay(100, family)));
    payment.when(pay(100, { for: [direct] }), paymentFacts({ registered: new Set([homeCare]) })).then(paid(pay(100, { for: [direct] })));
    payment.when(pay(100, { for: [direct] }), paymentFacts()).thenRefused('payment-payee-unknown', 'No provider with the id');
    payment.when(pay(100, { ...family, for: [{ kind: 'invoice', invoiceId, pence: pence(100) }] }), toPay()).thenRefused('payment-payee-unclear', 'direct payment');
  });

  it('of a statement is made to an agency, once its month is closed', () => {
    const settled = { payee: { kind: 'agency' as const, agencyId: socialCare }, for: [statement] };
    const facts = paymentFacts({ registered: new Set([socialCare]), closedMonths: new Set([statement.month]), statements: stated() });
    payment.when(pay(100, settled), facts).then(paid(pay(100, settled)));
    payment.when(pay(100, settled), { ...facts, closedMonths: new Set() }).thenRefused('payment-month-not-closed', '1 September 2025');
    payment.when(pay(100, settled), { ...facts, registered: new Set() }).thenRefused('payment-payee-unknown');
    payment.when(pay(100, { for: [statement] }), facts).thenRefused('payment-payee-unclear', 'settled between agencies');
    payment.when(pay(100, { ...settled, payee: { kind: 'agency', agencyId: health } }), facts).thenRefused('payment-payee-unclear', 'does not pay itself');
  });
});

describe('A reversal', () => {
  it('takes the whole payment back, once, by whoever paid, not before its day', () => {
    payment.given(paid(pay(5))).when(reverse(), paymentFacts()).then(reversed());
    payment.given(paid(pay(5)), reversed()).when(reverse(), paymentFacts()).thenRefused('payment-already-reversed');
    payment.given(paid(pay(5))).when(reverse({ agencyId: socialCare }), paymentFacts()).thenRefused('payment-of-another');
    payment.given(paid(pay(5))).when(reverse({ on: '2025-10-26' }), paymentFacts()).thenRefused('money-day-too-early', '27 October 2025');
    payment.when(reverse(), paymentFacts()).thenRefused('payment-unknown');
  });

  it('leaves nothing paid', () => {
    expect(paidOfInvoice(stateAfter(stream, paid(pay(5))), invoiceId)).toBe(5);
    expect(paidOfInvoice(stateAfter(stream, paid(pay(5)), reversed()), invoiceId)).toBe(0);
  });

  it('is of one payment alone', () => {
    payment.given(paid(pay(5))).when(pay(5), toPay()).thenRefused('payment-already-recorded', paymentId);
  });
});
