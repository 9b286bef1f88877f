import type { Recovery } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { formatLondonDate, formatPounds } from '@accord/shared/kernel';
import { recoveryInWords } from './recoveries-in-words';

const words: Words = { agency: String, panel: () => 'the panel', line: () => 'package line', agreement: () => 'After surgery', personal: String, shares: () => 'half each', date: formatLondonDate, money: formatPounds };
const told = (nobodyPaid: boolean): string =>
  recoveryInWords(
    // The cast: what the words say rests on nothing else of a line.
    {
      ...{ line: { line: { lineId: '600', category: 'personal-care' }, decisionId: '700' }, amounts: [], nobodyPaid },
      recovery: { recoveryId: '31', on: '2025-11-10', of: { from: '2025-09-01', to: '2025-10-01' }, pence: 10_001, origin: {} },
    } as unknown as Recovery,
    words,
  ).says;
const cameBack = 'Of what was paid from 1 September 2025 to 30 September 2025, £100.01 was not spent and came back on 10 November 2025';

describe('A sum that came back', () => {
  it('is credited in the proportion in which it was paid, and says so', () => {
    expect(told(false)).toBe(`${cameBack}: it is credited in the proportion in which it was paid.`);
  });

  it('says by what it is credited where the days cost nothing after all: nobody paid in any proportion', () => {
    expect(told(true)).toBe(`${cameBack}: as is known now these days of the line cost nothing, and it is credited by the split that was decided for the line.`);
  });
});
