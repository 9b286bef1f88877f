import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fundsAfter } from '@accord/funding/application';
import type { PlacedFundEvent } from '@accord/funding/application';
import { fundEvents } from '@accord/funding/contracts';
import { CommitmentSums, fundPosition } from '@accord/funding/domain';
import type { FundCommitments, RecordedFundEvent } from '@accord/funding/domain';
import { toHtml } from '@accord/shared/documents';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { financialYearOf, formatLondonDate, formatPounds, idFrom, londonDate, pence as penceOf } from '@accord/shared/kernel';
import type { Id, LondonDate, Pence } from '@accord/shared/kernel';
import { fundReport } from './fund-report';
import type { FundReportGround } from './fund-report';

function numbered<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
}
function pence(whole: number): Pence {
  const checked = penceOf(whole);
  if (!checked.ok) throw new Error(checked.because);
  return checked.value;
}
const catalogue = catalogueOf(fundEvents);
const [fundId, health, council] = [numbered<'fund'>(1300), numbered<'agency'>(101), numbered<'agency'>(102)];
const year = '2025-04-01';
const names = new Map<string, string>([[health, 'Northshire Integrated Care Board'], [council, 'Northshire Council']]);
const words: Words = {
  ...{ agency: (id) => names.get(id) ?? id, panel: String, line: () => 'package line', agreement: () => 'Care at home', personal: String, shares: () => '', date: formatLondonDate, money: formatPounds },
};
const contribution = (agencyId: string, pence: number) => ({ agencyId, pence, instalments: [{ dueOn: '2025-04-01', pence: pence / 2 }, { dueOn: '2025-10-01', pence: pence / 2 }] });
const riskShare = { overspend: { kind: 'pro-rata-to-contribution', caps: [{ agencyId: council, capPence: 100_000 }] }, order: ['reserve', 'partners'], underspend: 'retained' };
const happened: readonly (readonly [string, Record<string, unknown>])[] = [
  [
    'PooledFundEstablished',
    {
      ...{ agreementId: numbered<'agreement'>(1000), name: 'Care at home', hostAgencyId: health, managerPost: 'Head of joint commissioning', partners: [health, council] },
      ...{ clauses: [], from: '2025-04-01', alertAtBasisPoints: 9_000, on: '2025-03-20' },
    },
  ],
  ['FundContributionsAgreed', { year, version: 1, agencyId: health, post: 'Director', contributions: [contribution(health, 6_000_000), contribution(council, 4_000_000)], riskShare, reservePence: 200_000, on: '2025-03-20' }],
  ['FundContributionsConsented', { year, version: 1, agencyId: council, post: 'Director', on: '2025-03-25' }],
  ['FundContributionReceived', { receiptId: numbered<'fund-receipt'>(1450), year, agencyId: health, pence: 3_000_000, instalment: 1, overpaid: null, on: '2025-04-01' }],
  ['FundContributionReceived', { receiptId: numbered<'fund-receipt'>(1451), year, agencyId: council, pence: 1_500_000, instalment: 1, overpaid: null, on: '2025-07-02' }],
  ['FundSpendingRecorded', { spendingId: numbered<'fund-spending'>(1400), agencyId: health, pence: 120_000, on: '2025-05-06', for: 'posts', because: 'A nurse.' }],
];
const placed = (all: typeof happened) => all.map(([type, data], revision): PlacedFundEvent => {
  catalogue.check(type, { fundId, ...data });
  const origin = { eventId: numbered(2_000 + revision), stream: `fund-${fundId}`, revision, recordedAt: `2025-10-01T09:0${revision}:00.000Z` };
  // The catalogue has checked it: no field of it is personal.
  return { fundId, origin, event: { type, data: { fundId, ...data } } as unknown as RecordedFundEvent };
});

const lines = (toDate: number, toYearEnd: number): FundCommitments => ({
  ...new CommitmentSums(day('2025-07-01')).given(),
  // The casts are the brands: whole pence.
  ...({
    ...{ toDate, toYearEnd, children: 3, lines: 4 },
    categories: [{ category: 'nursing', toDate, toYearEnd }],
    agencies: [{ agencyId: health, toDate: toDate / 2, toYearEnd: toYearEnd / 2 }, { agencyId: council, toDate: toDate / 2, toYearEnd: toYearEnd / 2 }],
  } as unknown as Partial<FundCommitments>),
});

function report(changes: Partial<FundReportGround> = {}, more: typeof happened = [], { asAt = '2025-09-30', commitments = lines(4_600_000, 10_500_000), cameBack = 0 } = {}) {
  const [known] = fundsAfter(placed([...happened, ...more]));
  if (known === undefined) throw new Error('The fund of this spec was established.');
  const position = fundPosition(known.fund, { year: financialYearOf(day(year)), asAt: day(asAt), commitments: { ...commitments, recovered: pence(cameBack) } });
  const quarter = (place: number, from: string, to: string, figures: readonly [number, number, number, number]) => ({ quarter: place, from: day(from), to: day(to), received: figures[0], lines: figures[1], other: figures[2], recovered: figures[3] });
  const pieces = [quarter(1, '2025-04-01', '2025-07-01', [3_000_000, 2_200_000, 120_000, 0]), quarter(2, '2025-07-01', '2025-10-01', [1_500_000, 2_400_000, 0, cameBack])];
  return fundReport({ known, position, pieces, quarter: 2, piece: { from: day('2025-07-01'), to: day('2025-10-01') }, recordedAt: known.lastRecordedAt, words, ...changes });
}

describe('The report of a pool’s manager', () => {
  it('says the same for the same events, to the letter', () => {
    const text = `${JSON.stringify(report(), undefined, 2)}\n`;
    expect(text).toBe(readFileSync(join(__dirname, 'golden', 'quarterly-report.json'), 'utf8'));
    expect(report().asOf).toBe('2025-10-01T09:05:00.000Z');
    expect(toHtml(report())).toBe(toHtml(report()));
  });

  it('tells what is overdue, how far the year is committed, and who would bear the overspend', () => {
    const text = JSON.stringify(report());
    expect(text).toContain('Forecast for 2025/26: £106,200.00, £6,200.00 over its budget of £100,000.00: £105,000.00 for lines and £1,200.00 besides.');
    expect(text).toContain('The fund is overcommitted for 2025/26.');
    expect(text).toContain('["Northshire Council","£40,000.00","£20,000.00","£15,000.00","£5,000.00"]');
    expect(text).toContain('£2,000.00 is met by the reserve.');
    expect(text).toContain('£3,520.00 is borne by the partners: Northshire Integrated Care Board £2,520.00, Northshire Council £1,000.00.');
    expect(text).toContain('£680.00 is left outside the pool, for the partners to agree on.');
  });

  it('tells what came back into the fund, which lowers what was spent and what the year comes to', () => {
    const text = JSON.stringify(report({}, [], { cameBack: 500_000 }));
    expect(text).toContain('Forecast for 2025/26: £101,200.00, £1,200.00 over its budget of £100,000.00: £105,000.00 for lines and £1,200.00 besides, less £5,000.00 that came back.');
    expect(text).toContain('["2","£15,000.00","£24,000.00","£0.00","£5,000.00","£19,000.00"]');
    expect(text).toContain('["Unspent sums that came back","-£5,000.00","-£5,000.00"],["All","£42,200.00","£101,200.00"]');
    expect(text).toContain('£1,200.00 is met by the reserve.');
    expect(JSON.stringify(report())).not.toContain('ame back');
  });

  it('tells who paid more than it contributes, and why, until it is taken back', () => {
    const receiptId = numbered<'fund-receipt'>(1452);
    const ranOn = ['FundContributionReceived', { receiptId, year, agencyId: council, pence: 2_600_000, instalment: 2, overpaid: { because: 'A standing order ran on.' }, on: '2025-09-01' }] as const;
    const text = JSON.stringify(report({}, [ranOn]));
    expect(text).toContain('["Northshire Council","£40,000.00","£20,000.00","£41,000.00","£0.00"]');
    expect(text).toContain('["All","£100,000.00","£50,000.00","£71,000.00","£0.00"]');
    expect(text).toContain('Northshire Council has paid £1,000.00 more than it contributes; £26,000.00 of 1 September 2025: A standing order ran on.');
    const back = ['FundContributionReversed', { receiptId, year, agencyId: council, because: 'Paid back.', on: '2025-09-30' }] as const;
    expect(JSON.stringify(report({}, [ranOn, back]))).not.toContain('more than it contributes');
  });

  it('tells of a closed year what was closed and how it was dealt with, and apart from that what became known since', () => {
    const steps = [{ step: 'retained', pence: 280_000, agencies: [] }];
    const sums = { budgetPence: 10_000_000, receivedPence: 4_500_000, linesPence: 9_600_000, otherPence: 120_000, recoveredPence: 0, outturnPence: 9_720_000, differencePence: -280_000 };
    const closed = ['FundYearClosed', { year, agencyId: health, upTo: 40, ...sums, steps, on: '2026-04-13' }] as const;
    const stands = 'Outturn for 2025/26 as it was closed on 13 April 2026: £97,200.00, £2,800.00 under its budget of £100,000.00: £96,000.00 for lines and £1,200.00 besides.';
    // The report of a quarter, brought again after the closing: what was spent besides is not all in it, so nothing is held against the closing.
    const quarterly = JSON.stringify(report({}, [closed]));
    expect(quarterly).toContain(`"${stands}"`);
    expect(quarterly).toContain('How the underspend was dealt with when 2025/26 was closed on 13 April 2026:');
    const atYearEnd = (toYearEnd: number) => JSON.stringify(report({}, [closed], { asAt: '2026-03-31', commitments: lines(toYearEnd, toYearEnd) }));
    expect(atYearEnd(9_600_000)).toContain(`"${stands}"`);
    const since = (changed: string) => `"${stands} By what became known since it would be ${changed}: what was closed stands, and it is for the partners to agree in which year that counts."`;
    expect(atYearEnd(9_500_000)).toContain(since('£1,000.00 less'));
    expect(atYearEnd(9_600_001)).toContain(since('£0.01 more'));
    expect(atYearEnd(9_500_000)).toContain('£2,800.00 stays in the fund.');
  });

  it('is a return where it is of the whole year', () => {
    const annual = report({ quarter: undefined, piece: { from: day('2025-04-01'), to: day('2026-04-01') } });
    expect(annual.title).toBe('Annual return 2025/26: pooled fund “Care at home”');
    expect(JSON.stringify(annual)).toContain('1 April 2025 to 31 March 2026');
  });
});
