import { writeSync } from 'node:fs';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { appendOf, attempts, lineOf } from './event-store-attempts';

// A process to be killed: appends with several callers at once until it ends, and says on standard
// output what it tries and what was acknowledged. A line is written before anything else happens, so
// that whatever this process knew at its death, the reader of the lines knows as well.
const [, , file = '', callers = '1', pause = '0'] = process.argv;

function say(line: string): void {
  let left = Buffer.from(`${line}\n`);
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(1, left));
    } catch (error) {
      // The reader is behind; the line must be out before anything else happens all the same.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

async function main(): Promise<void> {
  const from = performance.now();
  const store = await openSqliteEventStore({ file });
  say(`ready ${Math.ceil(performance.now() - from)}`);
  const caller = async (): Promise<void> => {
    for (const attempt of attempts()) {
      say(lineOf(attempt));
      await repeatedly(async () => {
        const result = await appendOf(store, attempt);
        say(`${result.ok ? 'ok' : 'conflict'} ${attempt.ids[0]}`);
      });
      if (pause !== '0') await new Promise((resolve) => setTimeout(resolve, Number(pause)));
    }
  };
  await Promise.all(Array.from({ length: Number(callers) }, caller));
}

/** Repeats what the store could not do, as a caller should: same ids, same expected revision. */
async function repeatedly(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      say(`failed ${error instanceof Error ? error.name : 'unknown'}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

void main();
