import { fundingEvents } from '@accord/funding/contracts';
import type { decisionEvents } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import type { FundingEvent } from '../funding-picture';
import { decisionFundingView } from '../line/decided-line';
import type { DecisionFundingView } from '../line/decided-line';
import { decisionId, ended, suspended } from '../line/sample-line-life';
import { childId, day, health, numbered } from '../sample-agreement';
import { days, decided, decision, line, pictureOf } from '../sample-facts';
import { lineToPay, paidDaysKey } from './line-to-pay';
import type { PaidLine } from './line-to-pay';
import { direct, paid, pay, paymentFacts, pence } from './sample-money';
import { paymentDecider } from './payment';

const payment = specification({ decider: paymentDecider, definitions: fundingEvents });

/** The decision is what its own events say, the child what all of them do. */
function factsOf(paidFor: PaidLine, ofDecision: readonly FundingEvent[], others: readonly FundingEvent[] = []) {
  // The cast: each is an event of a decision.
  const view = (ofDecision as Recorded<(typeof decisionEvents)[number]>[]).reduce<DecisionFundingView>((state, event) => decisionFundingView.evolve(state, event), decisionFundingView.initial);
  const found = lineToPay(paidFor, { decision: view, picture: pictureOf(...ofDecision, ...others) });
  return paymentFacts({ lines: new Map(found ? [[paidDaysKey(paidFor), found]] : []) });
}
const toFamily = (paidFor: PaidLine, overpaidBecause: string | null = null) => pay(100, { payee: { kind: 'family' }, for: [paidFor], overpaidBecause });
const told = (paidFor: PaidLine, because: string) => paid(toFamily(paidFor), { because, invoices: [], statements: [] });
const corrected: FundingEvent = {
  type: 'DecisionCorrected',
  data: {
    ...{ decisionId, childId, on: day('2025-11-03'), correctionId: numbered<'correction'>(900), corrects: numbered<'reading'>(700) },
    ...{ requestedBy: 'one person', approvedBy: 'another person', agencyId: health, lines: [line({ number: 601 })] },
  },
};

describe('A direct payment for days of a line', () => {
  it('is of a line that the decision gives the child', () => {
    payment.when(toFamily(direct), factsOf(direct, [decided(line())])).then(paid(toFamily(direct)));
    for (const stranger of [{ ...direct, lineId: numbered<'package-line'>(699) }, { ...direct, childId: numbered<'child'>(899) }]) {
      payment.when(toFamily(stranger), factsOf(stranger, [decided(line())])).thenRefused('payment-line-unknown', `no package line with the id ${stranger.lineId}`);
      payment.when(toFamily(stranger, 'Paid all the same'), factsOf(stranger, [decided(line())])).thenRefused('payment-line-unknown');
    }
    payment.when(toFamily(direct), factsOf(direct, [])).thenRefused('payment-line-unknown');
  });

  it('is of days that the line has, pauses among them', () => {
    payment.when(toFamily(direct), factsOf(direct, [decided(line())], [suspended(1, '2025-09-08', { retained: 0 })])).then(paid(toFamily(direct)));
    const early = { ...direct, days: days('2025-08-25', '2025-09-08') };
    payment.when(toFamily(early), factsOf(early, [decided(line())])).thenRefused('payment-days-outside-line', 'Of the 14 days that are paid for, 7 are none of the line');
    payment.when(toFamily(direct), factsOf(direct, [decided(line())], [ended(1, '2025-09-22')])).thenRefused('payment-days-outside-line', /28 days that are paid for, 7 are none of .* those from 1 September 2025 to 21 September 2025/);
  });

  it('that were paid all the same is recorded with the reason, and told as a breach', () => {
    const facts = factsOf(direct, [decided(line())], [ended(1, '2025-09-22')]);
    payment.when(toFamily(direct, 'Nobody had told the bank'), facts).then(told(direct, 'Nobody had told the bank'));
  });

  it('that a correction took out, or that has no effect yet, is of no days of it, and can be told with the reason', () => {
    for (const events of [[decided(line()), corrected], [decision({ lines: [line()], effect: 'awaiting-ratification' })]]) {
      payment.when(toFamily(direct), factsOf(direct, events)).thenRefused('payment-days-outside-line', /which has none.* give overpaidBecause, and it is recorded as an overpayment/);
      payment.when(toFamily(direct, 'Paid before that'), factsOf(direct, events)).then(told(direct, 'Paid before that'));
    }
  });

  it('knows what these days cost, whoever bears it', () => {
    expect(factsOf(direct, [decided(line())]).lines.get(paidDaysKey(direct))).toEqual({ days: [{ from: day('2025-09-01'), to: null }], costPence: pence(738_940) });
  });
});
