import type { Command } from 'commander';
import { command } from './command';
import type { RebuildReport } from '@accord/shared/read-store';
import { exitCodes } from './exit-codes';
import { endProgress, printResult, showProgress } from './output';
import { namedProjections, withStores } from './session';

/** `accord rebuild [projection...]`: new tables from the first event, while the present ones serve. */
export const rebuildCommand = (): Command =>
  command('rebuild')
    .description('builds read models anew from the record while the present ones serve, then switches')
    .argument('[projections...]', 'which; all where none is named')
    .option('--json', 'print the report as JSON', false)
    .action(async (named: string[], { json }: { json: boolean }) => {
      const names = namedProjections(named);
      await withStores(async ({ tools }) => {
        const reports: (RebuildReport & { readonly projection: string })[] = [];
        for (const projection of names) reports.push({ projection, ...(await tools.rebuild(projection, showProgress)) });
        endProgress();
        printResult(json, { rebuilt: reports }, () =>
          reports
            .map(({ projection, events, seconds, parked }) => `${projection}: ${events} events in ${seconds.toFixed(1)} s, ${parked} parked`)
            .join('\n'),
        );
        process.exitCode = exitCodes.agrees;
      });
    });
