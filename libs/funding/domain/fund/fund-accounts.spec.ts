import { fundEvents } from '@accord/funding/contracts';
import { specification } from '@accord/shared/testing';
import { day, health, numbered, pounds, socialCare, stranger } from '../sample-agreement';
import { fundDecider } from './fund';
import type { ReceiveContribution, RecordFundSpending } from './fund-accounts';
import { agreed, end, ended, established, facts, fundId, receiptId, received, reversed, running, spendingId, spent, takenBack, today, year } from './sample-fund';
import type { NewFundEvent } from './fund-state';

const fund = specification({ decider: fundDecider, definitions: fundEvents });
const receive = (changes: Partial<ReceiveContribution> = {}): ReceiveContribution => ({
  type: 'ReceiveContribution',
  ...{ receiptId, year: '2025-04-01', payerId: socialCare, pence: pounds(10_000.01), instalment: 1, overpaidBecause: null, agencyId: health, on: '2025-04-01', today },
  ...changes,
});
const spend = (changes: Partial<RecordFundSpending> = {}): RecordFundSpending => ({
  type: 'RecordFundSpending',
  ...{ spendingId, pence: pounds(1_200), for: 'posts', because: 'A nurse.', agencyId: health, on: '2025-05-01', today },
  ...changes,
});
const reverse = (on: string, id: string = spendingId) => ({ type: 'ReverseFundSpending' as const, spendingId: id, because: 'Paid twice.', agencyId: health, on, today });
const close = (changes: object = {}) => ({ type: 'CloseFundYear' as const, year: '2025-04-01', agencyId: health, on: '2026-04-13', today, ...changes });
const lines = (amount: number, cameBack = 0) => facts({ lines: { pence: pounds(amount), recovered: pounds(cameBack), upTo: 77 } });
const tell = { type: 'TellFundCommitted' as const, year: '2025-04-01', agencyId: health, on: '2025-11-03', today };
const told = (threshold: 'alert' | 'overcommitted', amount: number, budget = 100_000.01): NewFundEvent => ({
  type: 'FundNearlyCommitted',
  data: { fundId, year, threshold, committedPence: pounds(amount), budgetPence: pounds(budget), on: day('2025-11-03') },
});

describe('The accounts of a host whose functions have passed to another agency', () => {
  const heir = facts({ inherited: new Set([health]) });

  it('are kept by that one, in the name of the host that the fund has', () => {
    fund.given(...running).when(receive({ agencyId: stranger }), heir).then(received(socialCare, 10_000.01, '2025-04-01'));
    fund.given(...running).when(spend({ agencyId: stranger }), heir).then(spent(1_200, '2025-05-01'));
    fund.given(...running, spent(1_200, '2025-05-01')).when({ ...reverse('2025-06-02'), agencyId: stranger }, heir).then(reversed('2025-06-02'));
    fund.given(...running).when(end({ agencyId: stranger }), heir).then(ended());
  });

  it('are not kept by one to which the functions of another partner have passed', () => {
    fund.given(...running).when(spend({ agencyId: stranger }), facts({ inherited: new Set([socialCare]) })).thenRefused('fund-act-not-host');
  });
});

describe('A contribution', () => {
  it('is received by the host, towards an instalment', () => {
    fund.given(...running).when(receive(), facts()).then(received(socialCare, 10_000.01, '2025-04-01'));
    fund.given(...running).when(receive({ agencyId: socialCare }), facts()).thenRefused('fund-act-not-host');
    fund.given(...running).when(receive({ instalment: 5 }), facts()).thenRefused('fund-instalment-unknown', '4 instalments');
    fund.given(...running).when(receive({ payerId: stranger }), facts()).thenRefused('fund-contributor-no-partner');
    fund.given(...running).when(receive({ pence: pounds(0) }), facts()).thenRefused('fund-sum-of-nothing');
    fund.given(established(), agreed()).when(receive(), facts()).thenRefused('fund-contributions-not-agreed');
  });

  it('is not more than the partner contributes without a reason: both figures are told', () => {
    const most = fund.given(...running, received(socialCare, 35_000, '2025-04-01'));
    most
      .when(receive({ pence: pounds(5_000.02) }), facts())
      .thenRefused('fund-contribution-exceeded', 'would have paid £40,000.02 for 2025/26, and it contributes £40,000.01: vary the contributions first, or correct the sum. Where it came all the same, give overpaidBecause');
    const overpaid = { because: 'A standing order ran on.' };
    const event = received(socialCare, 5_000.02, '2025-04-01');
    most.when(receive({ pence: pounds(5_000.02), overpaidBecause: overpaid.because }), facts()).then({ ...event, data: { ...event.data, overpaid } });
  });

  it('that is not more says nothing of an overpayment, whatever reason is given', () => {
    fund.given(...running).when(receive({ overpaidBecause: 'Perhaps.' }), facts()).then(received(socialCare, 10_000.01, '2025-04-01'));
  });
});

describe('A receipt that was a slip', () => {
  const slip = [...running, received(health, 35_000, '2025-04-01')];
  const back = (on: string, id: string = receiptId) => ({ type: 'ReverseContribution' as const, receiptId: id, because: 'A nought too many.', agencyId: health, on, today });

  it('is taken back once, on its day or later, and then what really came can be recorded', () => {
    fund.given(...slip).when(back('2025-04-02'), facts()).then(takenBack('2025-04-02'));
    fund.given(...slip).when(back('2025-03-31'), facts()).thenRefused('fund-day-outside');
    fund.given(...slip).when(back('2025-04-02', numbered(1499)), facts()).thenRefused('fund-receipt-unknown');
    fund.given(...slip, takenBack('2025-04-02')).when(back('2025-04-03'), facts()).thenRefused('fund-receipt-unknown');
    fund.given(...slip, takenBack('2025-04-02')).when(receive({ pence: pounds(40_000.01) }), facts()).then(received(socialCare, 40_000.01, '2025-04-01'));
    fund.given(...slip, takenBack('2025-04-02')).when(receive(), facts()).then(received(socialCare, 10_000.01, '2025-04-01'));
  });
});

describe('Spending beside lines', () => {
  it('is recorded by the host for a day of the fund, and reversed once on a day of its own', () => {
    fund.given(...running).when(spend(), facts()).then(spent(1_200, '2025-05-01'));
    fund.given(...running).when(spend({ agencyId: socialCare }), facts()).thenRefused('fund-act-not-host');
    fund.given(...running).when(spend({ on: '2025-03-31' }), facts()).thenRefused('fund-day-outside', 'from 1 April 2025');
    fund.given(...running, ended()).when(spend({ on: '2026-04-01' }), facts()).thenRefused('fund-day-outside', 'to 31 March 2026');
    fund.given(...running).when(spend({ pence: pounds(0) }), facts()).thenRefused('fund-sum-of-nothing');
    fund.given(...running, spent(1_200, '2025-05-01')).when(reverse('2025-06-02'), facts()).then(reversed('2025-06-02'));
    fund.given(...running, spent(1_200, '2025-05-01')).when(reverse('2025-04-30'), facts()).thenRefused('fund-day-outside');
    fund.given(...running, spent(1_200, '2025-05-01')).when(reverse('2025-06-02', numbered(1499)), facts()).thenRefused('fund-spending-unknown');
    fund.given(...running, spent(1_200, '2025-05-01'), reversed('2025-06-02')).when(reverse('2025-06-03'), facts()).thenRefused('fund-spending-reversed');
  });
});

describe('A threshold', () => {
  it('is told once when lines to the year’s end and other spending reach it', () => {
    fund.given(...running).when(tell, lines(90_000)).thenNothing();
    fund.given(...running).when(tell, lines(90_000.01)).then(told('alert', 90_000.01));
    fund.given(...running, spent(1_200, '2025-05-01')).when(tell, lines(88_800.01)).then(told('alert', 90_000.01));
    fund.given(...running, told('alert', 90_000.01)).when(tell, lines(95_000)).thenNothing();
    fund.given(...running, told('alert', 90_000.01)).when(tell, lines(100_000.01)).thenNothing();
    fund.given(...running, told('alert', 90_000.01)).when(tell, lines(100_000.02)).then(told('overcommitted', 100_000.02));
    fund.given(...running).when(tell, lines(101_000)).then(told('alert', 101_000), told('overcommitted', 101_000));
  });

  it('is reached later by what came back into the fund', () => {
    fund.given(...running).when(tell, lines(90_000.01, 0.01)).thenNothing();
    fund.given(...running).when(tell, lines(95_000, 4_999.99)).then(told('alert', 90_000.01));
    fund.given(...running).when(tell, lines(100_000.02, 0.01)).then(told('alert', 100_000.01));
    fund.given(...running).when(tell, lines(1, 2)).thenNothing();
  });

  it('is reached by any commitment while no contributions are agreed', () => {
    fund.given(established()).when(tell, lines(0)).thenNothing();
    fund.given(established()).when(tell, lines(0.01)).then(told('alert', 0.01, 0), told('overcommitted', 0.01, 0));
  });
});

describe('The year of a fund', () => {
  const found = { type: 'FindFundMeans' as const, year: '2025-04-01', means: 'other-underspend' as const, pence: pounds(500), because: 'Equipment', agencyId: health, on: '2026-03-02', today };
  const foundEvent: NewFundEvent = { type: 'FundMeansFound', data: { fundId, year, agencyId: health, means: 'other-underspend', pence: pounds(500), because: 'Equipment', on: day('2026-03-02') } };
  const closed: Extract<NewFundEvent, { readonly type: 'FundYearClosed' }> = {
    type: 'FundYearClosed',
    data: {
      ...{ fundId, year, agencyId: health, upTo: 77, budgetPence: pounds(100_000.01), receivedPence: pounds(15_000), linesPence: pounds(118_800.02) },
      ...{ otherPence: pounds(1_200), recoveredPence: pounds(0), outturnPence: pounds(120_000.02), differencePence: pounds(20_000.01) },
      steps: [
        { step: 'other-underspend', pence: pounds(500), agencies: [] },
        { step: 'reserve', pence: pounds(2_000), agencies: [] },
        { step: 'uncommitted-savings', pence: pounds(0), agencies: [] },
        // £17,500.01 by 60,000 : 40,000.01 is £10,500.00 and £7,000.01, of which social care bears £5,000 at most.
        { step: 'partners', pence: pounds(15_500), agencies: [{ agencyId: health, pence: pounds(10_500) }, { agencyId: socialCare, pence: pounds(5_000) }] },
        { step: 'outside', pence: pounds(2_000.01), agencies: [] },
      ],
      on: day('2026-04-13'),
    },
  };
  const history = [...running, received(health, 15_000, '2025-04-01'), spent(1_200, '2025-05-01'), foundEvent] as const;

  it('is closed by the host once it is over, with the risk share applied to the penny', () => {
    fund.given(...running).when(found, facts()).then(foundEvent);
    fund.given(...history).when(close(), lines(118_800.02)).then(closed);
    fund.given(...history).when(close({ on: '2026-03-31' }), lines(118_800.02)).thenRefused('fund-year-not-over', '31 March 2026');
    fund.given(...history).when(close({ agencyId: socialCare }), lines(118_800.02)).thenRefused('fund-act-not-host');
    fund.given(established(), agreed()).when(close(), lines(1)).thenRefused('fund-contributions-not-agreed');
  });

  it('is closed with what came back of lines for which the fund had paid: less is left to share', () => {
    const { steps: _of, ...sums } = closed.data;
    const lower = { ...sums, recoveredPence: pounds(17_600), outturnPence: pounds(102_400.02), differencePence: pounds(2_400.01) };
    const steps = [
      { step: 'other-underspend' as const, pence: pounds(500), agencies: [] },
      { step: 'reserve' as const, pence: pounds(1_900.01), agencies: [] },
      { step: 'uncommitted-savings' as const, pence: pounds(0), agencies: [] },
      { step: 'partners' as const, pence: pounds(0), agencies: [{ agencyId: health, pence: pounds(0) }, { agencyId: socialCare, pence: pounds(0) }] },
    ];
    fund.given(...history).when(close(), lines(118_800.02, 17_600)).then({ ...closed, data: { ...lower, steps } });
  });

  it('is closed with what had come in by that day: a receipt taken back later counted on it', () => {
    fund.given(...history, takenBack('2026-04-14')).when(close(), lines(118_800.02)).then(closed);
    const without = { ...closed, data: { ...closed.data, receivedPence: pounds(0) } };
    fund.given(...history, takenBack('2026-04-13')).when(close(), lines(118_800.02)).then(without);
  });

  it('that is closed stands: nothing is spent, reversed, varied or closed in it, and what is owed still comes in', () => {
    const after = fund.given(...history, closed);
    after.when(spend(), facts()).thenRefused('fund-year-closed', 'in the year in which it became known');
    after.when(reverse('2026-03-02'), facts()).thenRefused('fund-year-closed');
    after.when(reverse('2026-04-20'), facts()).then(reversed('2026-04-20'));
    after.when(found, facts()).thenRefused('fund-year-closed');
    after.when(close(), lines(1)).thenRefused('fund-year-closed', '2025/26 was closed on 13 April 2026');
    after.when(tell, lines(200_000)).thenRefused('fund-year-closed');
    after.when(end({ from: '2026-03-31', on: '2026-03-31' }), facts()).thenRefused('fund-year-closed', '2025/26 was closed on 13 April 2026');
    after.when(end({ from: '2026-04-01', on: '2026-04-01' }), facts()).then(ended('2026-04-01', '2026-04-01'));
    after.when({ type: 'ReverseContribution', receiptId, because: 'A nought too many.', agencyId: health, on: '2026-05-01', today }, facts()).then(takenBack('2026-05-01'));
    after.when(receive({ on: '2026-05-01' }), facts()).then(received(socialCare, 10_000.01, '2026-05-01'));
  });
});
