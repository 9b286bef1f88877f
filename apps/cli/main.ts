import 'reflect-metadata';
import { Misconfigured } from '@accord/composition';
import { errorFields } from '@accord/shared/observability';
import { command } from './command';
import { exitCodes } from './exit-codes';
import { rebuildCommand } from './rebuild';
import { replayCommand } from './replay';
import { verifyCommand } from './verify';

const program = command('accord')
  .description('Replays, rebuilds and verifies the record of an area. Configured by the same variables as the server.')
  .addCommand(replayCommand())
  .addCommand(rebuildCommand())
  .addCommand(verifyCommand());

/** Sets the exit code; see `exit-codes.ts` for what a script can rely on. */
async function main(): Promise<void> {
  // Until a command has said otherwise: a process that ends early must not look like success.
  process.exitCode = exitCodes.failed;
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof Misconfigured) {
    process.stderr.write(`${error.message}\n`);
    return exitCodes.misconfigured;
  }
  if (error instanceof Error && 'exitCode' in error) return error.exitCode === 0 ? exitCodes.agrees : exitCodes.usage;
  process.stderr.write(`accord failed: ${JSON.stringify(errorFields(error))}\n`);
  return exitCodes.failed;
}

void main();
