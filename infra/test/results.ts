/** The parts of Jest's JSON report that the totals rest on. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly JestSuite[];
}

interface JestSuite {
  readonly name: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly ancestorTitles: readonly string[];
    readonly title: string;
  }[];
}

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const none: Totals = { passed: 0, failed: 0, skipped: 0 };

/** A suite that could not even start counts as one failed test, or a broken import would look green. */
export function totalsOf(report: JestReport): Totals {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export const addTotals = (left: Totals, right: Totals): Totals => ({
  passed: left.passed + right.passed,
  failed: left.failed + right.failed,
  skipped: left.skipped + right.skipped,
});

/** The line that scripts read; printed alone as the very last. */
export const totalsLine = ({ passed, failed, skipped }: Totals): string =>
  `Total: ${passed} passed, ${failed} failed, ${skipped} skipped`;

/** Nothing failed, and something ran: a run that found no test proves nothing. */
export const isGreen = ({ passed, failed }: Totals): boolean => failed === 0 && passed > 0;

/** The first skipped title with a reason in it: `A real server (not run: EVENTSTOREDB_URL is not set)`. */
const notRunTitle = (titles: readonly string[]): string | undefined =>
  titles.find((title) => /\(not run: .+\)/.test(title));

/** What was skipped, by name with its reason, each once. A skip without a reason says so. */
export function notRun(report: JestReport): readonly string[] {
  const skipped = report.testResults.flatMap((suite) =>
    suite.assertionResults
      .filter(({ status }) => status === 'pending' || status === 'todo')
      .map(({ ancestorTitles, title }) => {
        const titles = [...ancestorTitles, title];
        return notRunTitle(titles) ?? `${titles.join(' > ')} (no reason given, in ${suite.name.split('/').at(-1) ?? ''})`;
      }),
  );
  return [...new Set(skipped)];
}
