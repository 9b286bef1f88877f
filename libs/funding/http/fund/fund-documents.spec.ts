import { AreaFacts, FundSweep, FundsOnRecord } from '@accord/funding/application';
import type { FactsOfChild, FundAsKnown, FundsAsOf, PlacedFact } from '@accord/funding/application';
import type { ReceivedContribution } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { idFrom, londonDate, pence } from '@accord/shared/kernel';
import type { Id, LondonDate, Pence } from '@accord/shared/kernel';
import { FundDocuments } from './fund-documents';
import { FundPositions } from './fund-positions';

function numbered<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
}
function sum(whole: number): Pence {
  const checked = pence(whole);
  if (!checked.ok) throw new Error(checked.because);
  return checked.value;
}
const [fundId, health] = [numbered<'fund'>(1300), numbered<'agency'>(101)];
const recordedAt = '2025-03-20T09:00:00.000Z';
const known: FundAsKnown = {
  fund: {
    ...{ status: 'established', years: [], spending: [], ended: null },
    fund: {
      ...{ fundId, agreementId: numbered<'agreement'>(1000), name: 'Care at home', hostAgencyId: health, managerPost: 'Head of joint commissioning' },
      ...{ partners: [health], clauses: [], from: day('2025-04-01'), alertAtBasisPoints: 9_000, on: day('2025-03-20') },
    },
  },
  origin: { eventId: 'established', stream: `fund-${fundId}`, revision: 0, recordedAt },
  ...{ revision: 0, lastRecordedAt: recordedAt },
};
const words: Words = {
  ...{ agency: String, panel: String, line: () => 'package line', agreement: String, personal: String, shares: () => '', date: String, money: (pence) => `${pence}p` },
};

const today = day('2026-06-01');

/** The two read models as far as each has come, and up to where each was asked. */
function readModels({ funds: ofFunds, facts: ofFacts }: { readonly funds: number; readonly facts: number }, fund = known) {
  const asked: { funds: unknown[]; facts: unknown[] } = { funds: [], facts: [] };
  class Funds extends FundsOnRecord {
    position = () => Promise.resolve(ofFunds);
    all = ({ upTo }: FundsAsOf = {}) => {
      asked.funds.push(upTo);
      return Promise.resolve([fund]);
    };
    one = (_id: Id<'fund'>, { upTo }: FundsAsOf = {}) => {
      asked.funds.push(upTo);
      return Promise.resolve(fund);
    };
  }
  class Facts extends AreaFacts {
    position = () => Promise.resolve(ofFacts);
    count = () => Promise.resolve(0);
    agreements = (upTo: number): Promise<readonly PlacedFact[]> => {
      asked.facts.push(upTo);
      return Promise.resolve([]);
    };
    async *children(): AsyncGenerator<FactsOfChild> {
      // An area without children.
    }
  }
  const [funds, sweep, vocabulary] = [new Funds(), new FundSweep(new Facts()), { words: () => Promise.resolve(words) }];
  const positions = new FundPositions(funds, sweep, vocabulary);
  return { asked, positions, documents: new FundDocuments({ funds, sweep, vocabulary }) };
}

describe('What is told of a pooled fund rests on one place of the record, which brings it again', () => {
  it.each([
    ['the read model of funds is behind', { funds: 30, facts: 40 }, {}, 30],
    ['the read model of facts is behind', { funds: 40, facts: 30 }, {}, 30],
    ['an earlier place is asked for', { funds: 40, facts: 30 }, { upTo: 20 }, 20],
  ])('where %s', async (_where, progress, asOf, upTo) => {
    const { asked, positions, documents } = readModels(progress);
    const report = await documents.report(fundId, { year: day('2025-04-01'), quarter: 1, today, ...asOf });
    const position = await positions.one(fundId, { today: day('2025-10-01'), ...asOf });
    const series = await positions.series(fundId, { window: { from: day('2025-04-01'), to: day('2025-10-01') }, step: 'month', ...asOf });
    expect([report?.upTo, position?.upTo, series?.upTo]).toEqual([upTo, upTo, upTo]);
    expect(asked).toEqual({ funds: [upTo, upTo, upTo], facts: [upTo, upTo, upTo] });
  });

  it('where it is asked which funds are nearly committed', async () => {
    const { asked, positions } = readModels({ funds: 30, facts: 40 });
    expect(await positions.worklist({ today: day('2025-10-01') })).toMatchObject({ upTo: 30, entries: [] });
    expect(asked).toEqual({ funds: [30], facts: [30] });
  });
});

describe('What came in, quarter by quarter', () => {
  const [first, second] = [numbered<'fund-receipt'>(1450), numbered<'fund-receipt'>(1451)];
  const receipt = (receiptId: Id<'fund-receipt'>, whole: number, on: string, back?: string): ReceivedContribution => ({
    ...{ receiptId, agencyId: health, pence: sum(whole), instalment: 1, on: day(on), overpaid: null },
    reversed: back === undefined ? null : { on: day(back), because: 'The bank took it back.' },
  });
  /** The cells of what came in, of the quarters so far. */
  async function receivedUntil(quarter: 1 | 2 | 3 | 4, ...received: readonly ReceivedContribution[]) {
    const year = { year: day('2025-04-01'), texts: [], received, means: [], told: [], closing: null };
    const { documents } = readModels({ funds: 40, facts: 40 }, { ...known, fund: { ...known.fund, years: [year] } });
    const report = await documents.report(fundId, { year: year.year, quarter, today });
    const table = report?.document.blocks.find((block) => block.kind === 'table' && block.columns.some(({ head }) => head === 'Quarter'));
    return table?.kind === 'table' ? table.rows.map(([, received]) => received) : [];
  }

  it('makes what came in until the end: what came before the year stands in the first', async () => {
    expect(await receivedUntil(4, receipt(first, 100, '2025-03-28'), receipt(second, 50, '2025-10-02'))).toEqual(['£1.00', '£0.00', '£0.50', '£0.00']);
  });

  it('tells what was taken back in the quarter of that day, and the quarters before as they were told', async () => {
    const before = await receivedUntil(2, receipt(first, 100, '2025-06-30'), receipt(second, 50, '2025-07-01'));
    expect(before).toEqual(['£1.00', '£0.50']);
    const after = [receipt(first, 100, '2025-06-30', '2025-10-01'), receipt(second, 50, '2025-07-01')];
    expect(await receivedUntil(2, ...after)).toEqual(before);
    expect(await receivedUntil(3, ...after)).toEqual([...before, '-£1.00']);
  });
});

describe('What a manager reports on', () => {
  const { documents, positions } = readModels({ funds: 40, facts: 40 });
  const reported = (year: string, quarter: 1 | 2 | 3 | 4 | undefined, asked = '2026-03-31') => documents.report(fundId, { year: day(year), quarter, today: day(asked) });

  it('are days that are over: what is to come was neither received nor spent', async () => {
    await expect(reported('2025-04-01', 4)).rejects.toThrow('The report is about days until 31 March 2026: ask for it once they are over.');
    await expect(reported('2025-04-01', undefined)).rejects.toThrow('about days until 31 March 2026');
    await expect(reported('2025-04-01', 3)).resolves.toBeDefined();
    await expect(reported('2025-04-01', 4, '2026-04-01')).resolves.toBeDefined();
  });

  it('is a year in which the fund has a day, as is one whose standing is asked for', async () => {
    await expect(reported('2024-04-01', undefined)).rejects.toThrow('The fund pays from 1 April 2025: it has no day in 2024/25.');
    await expect(positions.one(fundId, { year: day('2024-04-01'), today })).rejects.toThrow('it has no day in 2024/25');
    await expect(positions.one(fundId, { year: day('2027-04-01'), today })).resolves.toBeDefined();
  });

  it('is a year of which something is on record, though the fund ended before it', async () => {
    const year = { year: day('2026-04-01'), texts: [], received: [], means: [], told: [], closing: null };
    const ended = { ...known, fund: { ...known.fund, ended: { fundId, agencyId: health, from: day('2026-04-01'), because: 'The partners pay each other.', on: day('2026-03-16') } } };
    const asked = { year: year.year, today };
    await expect(readModels({ funds: 40, facts: 40 }, ended).positions.one(fundId, asked)).rejects.toThrow('to 31 March 2026: it has no day in 2026/27');
    await expect(readModels({ funds: 40, facts: 40 }, { ...ended, fund: { ...ended.fund, years: [year] } }).positions.one(fundId, asked)).resolves.toBeDefined();
  });
});
