import type { JestReport } from './results';
import { addTotals, isGreen, notRun, totalsLine, totalsOf } from './results';

const report = (change: Partial<JestReport> = {}): JestReport => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...change,
});

describe('The totals line', () => {
  it('adds up every suite', () => {
    const totals = addTotals(totalsOf(report()), totalsOf(report({ numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })));
    expect(totalsLine(totals)).toBe('Total: 6 passed, 1 failed, 3 skipped');
  });

  it('counts a suite that could not start as failed', () => {
    expect(totalsOf(report({ numRuntimeErrorTestSuites: 2 })).failed).toBe(2);
  });
});

describe('A run of the tests', () => {
  it('is green where something passed and nothing failed', () => {
    expect(isGreen({ passed: 1, failed: 0, skipped: 5 })).toBe(true);
  });

  it('is red where a test failed, and where none ran', () => {
    expect(isGreen({ passed: 9, failed: 1, skipped: 0 })).toBe(false);
    expect(isGreen({ passed: 0, failed: 0, skipped: 4 })).toBe(false);
  });

  it('names once, with its reason, each suite that was not run', () => {
    const skipped = (ancestorTitles: readonly string[], title: string) => ({ status: 'pending', ancestorTitles, title });
    const suite = {
      name: '/repository/libs/store.int.spec.ts',
      assertionResults: [
        skipped(['A real server (not run: EVENTSTOREDB_URL is not set)', 'appends'], 'once'),
        skipped(['A real server (not run: EVENTSTOREDB_URL is not set)', 'appends'], 'twice'),
        skipped(['A full disk'], 'loses nothing'),
        { status: 'passed', ancestorTitles: [], title: 'reads (not run: never shown)' },
      ],
    };
    expect(notRun(report({ testResults: [suite] }))).toEqual([
      'A real server (not run: EVENTSTOREDB_URL is not set)',
      'A full disk > loses nothing (no reason given, in store.int.spec.ts)',
    ]);
  });
});
