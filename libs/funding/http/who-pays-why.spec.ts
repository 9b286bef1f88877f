import type { Clause } from '@accord/funding/contracts';
import { type FundFact, type FundingEvent } from '@accord/funding/domain';
import { care, day, days, health, id } from './sample-record';
import { agreement, childId, complexHealthcare, decided, found, operation, whoPays, whoPaysWith } from './sample-who-pays';

describe('Who pays, and why', () => {
  it('names the panel and the day on which it decided, with the decision to follow', async () => {
    const { liabilities } = await whoPays(decided).answer('2025-09-01', '2025-09-08');
    expect(liabilities).toMatchObject([
      {
        ...{ lineId: id(600), category: 'personal-care', decisionId: id(700), costPence: 184_735 },
        rates: [{ from: '2025-09-01', weeklyPence: 184_735 }],
        amounts: [
          { agencyId: health, agency: 'Health', pence: 129_315 },
          { agencyId: care, agency: 'Social care', pence: 55_420 },
        ],
        why: {
          kind: 'panel-decision',
          says: 'The panel decided on 27 August 2025: Health 70 %, Social care 30 %.',
          decisionId: id(700),
          events: [{ eventId: id(2_000) }],
        },
      },
    ]);
  });

  it('names the agreement, the operation and its day 1, with the events to follow', async () => {
    const events = [decided, complexHealthcare, ...agreement('day-of-event'), operation('2025-10-06')];
    const { liabilities } = await whoPays(...events).answer('2025-10-06', '2025-11-17');
    expect(liabilities).toMatchObject([
      {
        why: {
          kind: 'standing-agreement',
          says:
            'Under “Personal care after surgery”, for 6 weeks after the operation of 6 October 2025 ' +
            '(day 1 is the day of the operation): Health 50 %, Social care 50 %, whatever the cost.',
          ...{ agreementId: id(1000), clauseId: id(1001), operationIds: [id(900)] },
          finding: { criterion: 'complex-healthcare', from: '2025-07-14', event: { eventId: id(2_001) } },
          events: [{ eventId: id(2_003) }, { eventId: id(2_004) }],
        },
      },
    ]);
  });

  it('names the finding for which a clause waits: it rules from the day of a severe level of need, and after surgery of such a child', async () => {
    const severe: Clause['trigger']['criterion'] = 'need-level-severe';
    const duration: Clause['duration'] = { unit: 'until-the-agreement-ends' };
    const always = agreement('day-of-event', { trigger: { event: 'always', criterion: severe }, dayOne: null, duration });
    const facts = [decided, found('need-level-high', '2025-09-15'), found(severe, '2025-11-03')];
    const { liabilities } = await whoPays(...facts, ...always).answer('2025-10-27', '2025-11-10');
    expect(liabilities.map(({ from, costPence, amounts, why }) => [from, costPence, amounts.map(({ pence }) => pence), why.kind])).toEqual([
      ['2025-10-27', 184_735, [129_315, 55_420], 'panel-decision'],
      ['2025-11-03', 184_735, [92_368, 92_367], 'standing-agreement'],
    ]);
    const says = 'for a child found from 3 November 2025 to have a severe level of need: Health 50 %, Social care 50 %, whatever the cost.';
    expect(liabilities[1]?.why).toMatchObject({
      says: `Under “Personal care after surgery”, as long as it is in force, ${says}`,
      finding: { criterion: severe, from: '2025-11-03', event: { eventId: id(2_002) } },
    });
    const surgery = agreement('day-of-event', { trigger: { event: 'surgery', criterion: 'need-level-high' } });
    const after = await whoPays(...facts, ...surgery, operation('2025-11-10')).answer('2025-11-10', '2025-11-17');
    expect(after.liabilities[0]?.why.says).toContain('(day 1 is the day of the operation), for a child found from 15 September 2025 to have a high level of need: ');
  });

  it('says so where day 1 is the day after, and the panel rules the day of the operation', async () => {
    const events = [decided, complexHealthcare, ...agreement('day-after-event'), operation('2025-10-06')];
    const { liabilities } = await whoPays(...events).answer('2025-10-06', '2025-10-08');
    expect(liabilities.map(({ from, why }) => [from, why.kind])).toEqual([
      ['2025-10-06', 'panel-decision'],
      ['2025-10-07', 'standing-agreement'],
    ]);
    expect(liabilities[1]?.why.says).toContain('(day 1 is the day after the operation)');
  });

  it('names both operations while two windows overlap', async () => {
    const events = [decided, complexHealthcare, ...agreement('day-of-event'), operation('2025-10-06'), operation('2025-11-03', 901)];
    const { liabilities } = await whoPays(...events).answer('2025-10-06', '2025-12-20');
    const both = liabilities.find(({ why }) => why.events.length === 3);
    expect(both?.why.says).toContain('6 October 2025 and 3 November 2025');
  });
});

describe('Who pays where a pooled fund does', () => {
  const fund: FundFact = {
    ...{ fundId: id(1300), agreementId: id(1000), name: 'Care at home', hostAgencyId: health, clauses: [], days: { from: day('2025-10-20'), to: null } },
    origin: { eventId: id(1301), stream: `fund-${id(1300)}`, revision: 0, recordedAt: '2025-10-01T09:00:00.000Z' },
  };
  const other = { ...decided, data: { ...decided.data, decisionId: id<'decision'>(701), lines: decided.data.lines.map((line) => ({ ...line, lineId: id<'package-line'>(601), category: 'nursing' as const })) } };
  const events = [decided, other, complexHealthcare, ...agreement('day-of-event'), operation('2025-10-06')];

  it('says so, and what each partner bears in name; the days are cut where the fund begins to pay, of its lines only', async () => {
    const { liabilities } = await whoPaysWith([fund], ...events).answer('2025-10-06', '2025-11-17');
    expect(liabilities.map(({ lineId, from, to, paidBy }) => [lineId, from, to, paidBy?.fund])).toEqual([
      [id(600), '2025-10-06', '2025-10-20', undefined],
      [id(600), '2025-10-20', '2025-11-17', 'Care at home'],
      [id(601), '2025-10-06', '2025-11-17', undefined],
    ]);
    expect(liabilities[1]).toMatchObject({
      ...{ costPence: 4 * 184_735, amounts: [{ agency: 'Health', pence: 2 * 184_735 }, { agency: 'Social care', pence: 2 * 184_735 }], why: { kind: 'standing-agreement' } },
      paidBy: {
        ...{ fundId: id(1300), hostAgencyId: health, host: 'Health', events: [{ eventId: id(1301) }] },
        says: 'The pooled fund “Care at home”, hosted by Health, pays for these days; the amounts are what each partner bears of them in name.',
      },
    });
  });

  it('comes to the same amounts as without the fund', async () => {
    const [without, withFund] = [await whoPays(...events).answer('2025-10-06', '2025-11-17'), await whoPaysWith([fund], ...events).answer('2025-10-06', '2025-11-17')];
    expect(withFund.totals).toEqual(without.totals);
    expect(without.liabilities.some((each) => 'paidBy' in each)).toBe(false);
  });

  it('says nothing of a fund that pays for another clause, or for days before', async () => {
    const others = [{ ...fund, clauses: [id<'clause'>(1002)] }, { ...fund, days: { from: day('2025-04-01'), to: day('2025-10-06') } }];
    const { liabilities } = await whoPaysWith(others, ...events).answer('2025-10-06', '2025-11-17');
    expect(liabilities.map(({ from, to, paidBy }) => [from, to, paidBy])).toEqual([['2025-10-06', '2025-11-17', undefined], ['2025-10-06', '2025-11-17', undefined]]);
  });
});

describe('Who pays for a line to which something happened after its decision', () => {
  const about = { lineId: id<'package-line'>(600), decisionId: id<'decision'>(700), childId, agencyId: health };
  const suspended: FundingEvent = { type: 'PackageLineSuspended', data: { ...about, entryId: id(1), from: day('2025-10-13'), retainedBasisPoints: 5_000, reason: 'hospital-stay' } };
  const resumed: FundingEvent = { type: 'PackageLineResumed', data: { ...about, entryId: id(2), from: day('2025-10-20') } };
  // Whole pence, as the contract checks.
  const recovered: FundingEvent = { type: 'UnspentSumRecovered', data: { ...about, recoveryId: id(31), of: days('2025-09-01', '2025-10-01'), pence: 10_000 as never, on: day('2025-10-27') } };
  const happened = [decided, suspended, resumed, recovered, ...agreement('day-of-event'), complexHealthcare, operation('2025-10-06')];

  it('says on which days only a part was payable, and because of which events, also where a clause says who pays', async () => {
    const { liabilities } = await whoPays(...happened).answer('2025-10-06', '2025-11-17');
    expect(liabilities).toMatchObject([
      {
        // Six weeks at £1,847.35, and half of one less.
        ...{ costPence: 1_016_043, suspensions: [{ from: '2025-10-13', to: '2025-10-20', retainedBasisPoints: 5_000 }], why: { kind: 'standing-agreement' } },
        lineEvents: [{ eventId: id(2_000) }, { eventId: id(2_001) }, { eventId: id(2_002) }],
      },
    ]);
    const [before] = (await whoPays(...happened).answer('2025-09-01', '2025-10-06')).liabilities;
    expect(before).toMatchObject({ why: { kind: 'panel-decision', events: [{ eventId: id(2_000) }, { eventId: id(2_001) }, { eventId: id(2_002) }] } });
    expect(before).not.toHaveProperty('suspensions');
  });

  it('says what came back, to whom it is credited, and what each bears then', async () => {
    const { recoveries, totals } = await whoPays(...happened).answer('2025-10-27', '2025-10-28');
    expect(recoveries).toMatchObject([
      {
        ...{ recoveryId: id(31), lineId: id(600), pence: 10_000, amounts: [{ agency: 'Health', pence: -7_000 }, { agency: 'Social care', pence: -3_000 }], events: [{ eventId: id(2_003) }] },
        says: 'Of what was paid from 1 September 2025 to 30 September 2025, £100.00 was not spent and came back on 27 October 2025: it is credited in the proportion in which it was paid.',
      },
    ]);
    // A day of the clause, half each, and the credit 70 to 30.
    expect(totals).toMatchObject({ costPence: 26_390, recoveredPence: 10_000, agencies: [{ pence: 13_195 }, { pence: 13_195 }], agenciesAfterRecoveries: [{ pence: 6_195 }, { pence: 10_195 }] });
  });
});
