import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { fundEvents } from './all-fund-events';
import { FundContributionReceived } from './fund-contributions';

const words: Words = {
  ...{ agency: () => 'Northshire Council', panel: String, line: () => 'package line', agreement: String, personal: String, shares: () => '', date: String, money: (pence) => `${pence}p` },
};
const catalogue = catalogueOf(fundEvents);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const receipt = { fundId: id(1300), receiptId: id(1450), year: '2025-04-01', agencyId: id(102), pence: 5, instalment: 2, on: '2025-07-01' };
const said = (schemaVersion: number, data: object) => {
  const read = catalogue.read({ type: 'FundContributionReceived', schemaVersion, data });
  return FundContributionReceived.sentence(FundContributionReceived.data.parse(read), words);
};

describe('A year of a pooled fund', () => {
  it('that was closed by the first version counted nothing that came back', () => {
    const closed = { fundId: id(1300), year: '2025-04-01', agencyId: id(101), upTo: 7, budgetPence: 9, receivedPence: 9, linesPence: 5, otherPence: 1, outturnPence: 6, differencePence: -3, steps: [], on: '2026-04-13' };
    expect(catalogue.read({ type: 'FundYearClosed', schemaVersion: 1, data: closed })).toEqual({ ...closed, recoveredPence: 0 });
  });
});

describe('A receipt of a pooled fund', () => {
  it('says that it is more than the partner contributes, and why', () => {
    const beyond = 'Northshire Council paid 5p into the pooled fund towards instalment 2 of 2025/26, more than it contributes: A standing order ran on.';
    expect(said(2, { ...receipt, overpaid: { because: 'A standing order ran on.' } })).toBe(beyond);
  });

  it('of the first version was never more than the partner contributes', () => {
    expect(said(1, receipt)).toBe('Northshire Council paid 5p into the pooled fund towards instalment 2 of 2025/26.');
  });
});
