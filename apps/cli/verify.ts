import type { Command } from 'commander';
import { command } from './command';
import type { Verification } from '@accord/shared/read-store';
import { exitCodes } from './exit-codes';
import { endProgress, printResult, showProgress } from './output';
import { namedProjections, withStores } from './session';

/** What was found of one projection. */
export type Verified = Verification & { readonly projection: string };

/** `accord verify [projection...]`: folds the record again and compares with what is stored. */
export const verifyCommand = (): Command =>
  command('verify')
    .description('folds the record again and compares it with the stored read models; names the first difference')
    .argument('[projections...]', 'which; all where none is named')
    .option('--json', 'print the verdicts as JSON', false)
    .action(async (named: string[], { json }: { json: boolean }) => {
      const names = namedProjections(named);
      await withStores(async ({ tools }) => {
        const verdicts: Verified[] = [];
        for (const projection of names) verdicts.push({ projection, ...(await tools.verify(projection, showProgress)) });
        endProgress();
        const agrees = verdicts.every((verdict) => verdict.agrees);
        printResult(json, { agrees, verdicts }, () => verdicts.map(inWords).join('\n'));
        process.exitCode = agrees ? exitCodes.agrees : exitCodes.differs;
      });
    });

/** Names the place of a difference and never the values: they may be about a child. `--json` holds them. */
export function inWords(verdict: Verified): string {
  const { projection, position } = verdict;
  if (verdict.agrees) return `${projection}: agrees, ${verdict.rows} rows up to position ${position}`;
  const { table, key, kind, column } = verdict.difference;
  const where = `${table} ${JSON.stringify(key)}${column === undefined ? '' : `, column ${column}`}`;
  const what = { value: 'holds another value', missing: 'lacks the row', extra: 'holds a row that the record does not give' };
  return `${projection}: DIFFERS: ${what[kind]} at ${where}`;
}
