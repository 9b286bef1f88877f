/** Everything that a line can say besides its split and what it replaces: a rate of each kind, needs, a budget, outcomes. */
export const sayingEverything = (words: (what: string) => string, provision = 'provision') => ({
  provision: words(provision),
  ...{ outcomes: [words('outcome of a line')], needs: ['mobility', 'seizures'] },
  budget: { kind: 'personal-health-budget', heldAs: 'direct-payment' },
  ...{ from: '2025-09-01', to: '2026-07-23' },
  rates: [
    { from: '2025-09-01', weeklyPence: 184_735 },
    { from: '2025-10-27', dailyPence: 26_390 },
    { from: '2025-11-24', hourlyPence: 2_450, weeklyMinutes: 2_250 },
    { from: '2026-01-05', fourWeeklyPence: 700_000 },
    { from: '2026-03-02', oncePence: 200_000 },
  ],
});
