import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { JestReport, Totals } from './results';
import { addTotals, isGreen, none, notRun, totalsLine, totalsOf } from './results';

/**
 * `npm test`: the unit suites, those with servers and files, then those that disturb the machine; ends
 * with the totals line alone. Words after `npm test --` go to Jest, e.g. a part of a path.
 */
const root = process.cwd();
const reports = join(root, 'dist', 'test-results');
const suites = ['jest.config.cjs', 'jest.int.config.cjs', 'jest.faults.config.cjs'];

interface Outcome {
  readonly totals: Totals;
  readonly notRun: readonly string[];
}

function runSuites(config: string): Outcome {
  const report = join(reports, `${config}.json`);
  rmSync(report, { force: true });
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const selected = process.argv.slice(2);
  const { status } = spawnSync(
    process.execPath,
    [jest, '-c', config, '--passWithNoTests', '--json', `--outputFile=${report}`, ...selected],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  // Without a report Jest itself broke down, or found no test: the exit status tells which.
  if (!existsSync(report)) return { totals: { ...none, failed: status === 0 ? 0 : 1 }, notRun: [] };
  // Jest wrote it in its documented shape.
  const read = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
  const totals = totalsOf(read);
  const broken = status !== 0 && totals.failed === 0;
  return { totals: broken ? { ...totals, failed: 1 } : totals, notRun: notRun(read) };
}

function main(): void {
  mkdirSync(reports, { recursive: true });
  const outcomes = suites.map(runSuites);
  const totals = outcomes.map((outcome) => outcome.totals).reduce(addTotals, none);
  const absent = outcomes.flatMap((outcome) => outcome.notRun);
  if (absent.length > 0) console.log(['Not run:', ...absent.map((title) => `- ${title}`)].join('\n'));
  if (totals.passed === 0 && totals.failed === 0) console.log('No test ran.');
  process.exitCode = isGreen(totals) ? 0 : 1;
  console.log(totalsLine(totals));
}

main();
