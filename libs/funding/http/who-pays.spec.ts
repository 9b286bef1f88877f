import fc from 'fast-check';
import { day, days } from './sample-record';
import { agreement, childId, complexHealthcare, decided, firsts, operation, whoPays } from './sample-who-pays';

describe('Who pays, cut for display', () => {
  const { answer } = whoPays(decided);

  it('is one figure for the window where no step is asked for', async () => {
    const { liabilities, ...rest } = await answer('2025-09-01', '2025-09-15');
    expect(liabilities).toMatchObject([{ from: '2025-09-01', to: '2025-09-15', costPence: 369_470 }]);
    expect(rest).toMatchObject({ childId, from: '2025-09-01', to: '2025-09-15', step: 'none' });
  });

  it('by week is cut every seven days from the first day asked about, whatever day of the week it is', async () => {
    expect(firsts(await answer('2025-09-03', '2025-09-20', 'week'))).toEqual(['2025-09-03', '2025-09-10', '2025-09-17']);
    expect(firsts(await answer('2025-09-03', '2025-09-17', 'week'))).toEqual(['2025-09-03', '2025-09-10']);
    expect(firsts(await answer('2025-12-22', '2026-01-12', 'week'))).toEqual(['2025-12-22', '2025-12-29', '2026-01-05']);
  });

  it('by month is cut at the first of each month', async () => {
    expect(firsts(await answer('2025-09-15', '2025-12-01', 'month'))).toEqual(['2025-09-15', '2025-10-01', '2025-11-01']);
    expect(firsts(await answer('2025-10-01', '2025-10-31', 'month'))).toEqual(['2025-10-01']);
  });

  it('by month from the 31st gives that day by itself, and no month is left out', async () => {
    expect(firsts(await answer('2026-01-31', '2026-03-02', 'month'))).toEqual(['2026-01-31', '2026-02-01', '2026-03-01']);
  });

  it('by month goes over the end of a year', async () => {
    expect(firsts(await answer('2025-12-31', '2026-02-01', 'month'))).toEqual(['2025-12-31', '2026-01-01']);
    expect(firsts(await answer('2025-11-30', '2027-01-02', 'month'))).toHaveLength(15);
  });

  it('comes to the same total and the same amounts, however it is cut', async () => {
    const busy = whoPays(decided, complexHealthcare, ...agreement('day-of-event'), operation('2025-10-06'));
    const date = (n: number) => day(new Date(Date.UTC(2025, 7, 1 + n)).toISOString().slice(0, 10));
    await fc.assert(
      fc.asyncProperty(fc.nat(400), fc.integer({ min: 1, max: 500 }), async (start, length) => {
        const [whole, weeks, months] = await Promise.all(
          (['none', 'week', 'month'] as const).map((step) => busy.answer(date(start), date(start + length), step)),
        );
        expect(weeks?.totals).toEqual(whole?.totals);
        expect(months?.totals).toEqual(whole?.totals);
      }),
    );
  });
});

describe('Who pays in all', () => {
  it('is the sum of the costs, and of the amounts of each agency', async () => {
    const events = [decided, complexHealthcare, ...agreement('day-of-event'), operation('2025-10-06')];
    const { liabilities, totals } = await whoPays(...events).answer('2025-09-29', '2025-11-24', 'week');
    expect(totals.costPence).toBe(8 * 184_735);
    expect(totals.costPence).toBe(liabilities.reduce((sum, { costPence }) => sum + costPence, 0));
    expect(totals.agencies.reduce((sum, { pence }) => sum + pence, 0)).toBe(totals.costPence);
    expect(totals.agencies.map(({ agency }) => agency)).toEqual(['Health', 'Social care']);
  });

  it('is nothing, by nobody, before the first line begins', async () => {
    expect(await whoPays(decided).answer('2025-08-01', '2025-09-01')).toMatchObject({
      liabilities: [],
      totals: { costPence: 0, agencies: [] },
    });
  });

  it('is asked as at a day, as known at an instant and at one place of the record, and says so', async () => {
    const { answers, asked } = whoPays(decided);
    const asOf = { asAt: day('2025-09-30'), knownAt: '2025-10-01T00:00:00.000Z' };
    const answer = await answers.answer({ childId, window: days('2025-09-01', '2025-09-08'), step: 'none', ...asOf });
    expect(asked).toEqual([{ ...asOf, upTo: 40 }, { ...asOf, upTo: 40 }]);
    expect(answer).toMatchObject({ ...asOf, upTo: 40 });
  });
});
