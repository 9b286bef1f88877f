import { errorFields } from '@accord/shared/observability';
import { Misconfigured } from './configuration';

/** The exit code of a process that cannot start as configured (sysexits EX_CONFIG). */
const MISCONFIGURED = 78;

/**
 * Runs an app's start. A configuration that cannot be used ends the process with its sentence and no stack;
 * anything else that fails is told by name and place, never by a message that may quote what people wrote.
 */
export function runApp(name: string, start: () => Promise<void>): void {
  // The files hold a child's record: nobody else on the machine may read them.
  process.umask(0o077);
  start().catch((error: unknown) => {
    if (error instanceof Misconfigured) {
      process.stderr.write(`${name} cannot start. ${error.message}\n`);
      process.exit(MISCONFIGURED);
    }
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      process.stderr.write(`${name} cannot start. Something else listens at this address: set ACCORD_PORT to a free port.\n`);
      process.exit(MISCONFIGURED);
    }
    process.stderr.write(`${name} failed to start: ${JSON.stringify(errorFields(error))}\n`);
    process.exit(1);
  });
}

/** Resolves with the signal that asks the process to end gracefully. */
export const untilSignalled = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });
