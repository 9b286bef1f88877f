import '@accord/shared/node-version';
import 'reflect-metadata';
import { command } from './command';
import { exitCodes } from './exit-codes';
import { failureOf } from './failure';
import { precedentsCommand } from './precedents';
import { rebuildCommand } from './rebuild';
import { replayCommand } from './replay';
import { statementsCommand } from './statements';
import { verifyCommand } from './verify';
import { whatIfCommand } from './what-if';

const program = command('accord')
  .description('Replays, rebuilds and verifies the record of an area. Configured by the same variables as the server.')
  .addCommand(replayCommand())
  .addCommand(rebuildCommand())
  .addCommand(verifyCommand())
  .addCommand(whatIfCommand())
  .addCommand(precedentsCommand())
  .addCommand(statementsCommand());

/** Sets the exit code; see `exit-codes.ts` for what a script can rely on. */
async function main(): Promise<void> {
  // Until a command has said otherwise: a process that ends early must not look like success.
  process.exitCode = exitCodes.failed;
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    const { code, says } = failureOf(error);
    if (says !== undefined) process.stderr.write(`${says}\n`);
    process.exitCode = code;
  }
}

void main();
