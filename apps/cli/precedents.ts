import { rebuildPrecedents } from '@accord/panel/precedents';
import type { Command } from 'commander';
import { command } from './command';
import { exitCodes } from './exit-codes';
import { printResult } from './output';
import { withArea, withKeys } from './session';
import type { KeysAsked } from './session';

/** `accord precedents rebuild`: the index of past decisions made anew from the record; a search finds less meanwhile. */
export const precedentsCommand = (): Command =>
  command('precedents')
    .description('looks after the index of past decisions')
    .addCommand(
      withKeys(command('rebuild'))
        .description('makes the index anew from the record; a worker may run meanwhile')
        .option('--json', 'print the report as JSON', false)
        .action(async ({ json, ...keys }: KeysAsked & { json: boolean }) => {
          await withArea(keys, async (_session, { precedentIndexing }) => {
            const offered = await rebuildPrecedents(precedentIndexing);
            printResult(json, { offered }, () => `precedents: ${offered === 1 ? 'one decision is' : `${offered} decisions are`} offered`);
            process.exitCode = exitCodes.agrees;
          });
        }),
    );
