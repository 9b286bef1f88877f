import { DatabaseSync, StatementSync } from 'node:sqlite';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { openReadStore, runProjections } from '@accord/shared/read-store';
import { catalogue, places } from './projector-sample';

// A projector that kills itself, by the signal that no handler sees, at a chosen point of its writing:
// `row` after that many statements, most of them between the checkpoint and the last row of a batch;
// `before` just before a commit, with rows and checkpoint written; `after` just behind it.
const [eventsFile, readFile, point, countText] = process.argv.slice(2);
let left = Number(countText);

const die = (): void => void process.kill(process.pid, 'SIGKILL');

function dieAtRow(): void {
  const run = StatementSync.prototype.run;
  StatementSync.prototype.run = function (this: StatementSync, ...values: Parameters<typeof run>) {
    const changes = run.apply(this, values);
    if (--left === 0) die();
    return changes;
  } as typeof run; // The overloads of `run` differ only in their parameters, which are passed on.
}

function dieAtCommit(when: 'before' | 'after'): void {
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    const last = sql === 'commit' && --left === 0;
    if (last && when === 'before') die();
    exec.call(this, sql);
    if (last) die();
  };
}

async function follow(): Promise<void> {
  const events = await openSqliteEventStore({ file: eventsFile ?? '' });
  const store = await openReadStore({ engine: 'sqlite', file: readFile ?? '' });
  const runner = runProjections({ store, events, catalogue, projections: [places], batchSize: 10 });
  await runner.ready;
  // From here on, so that it dies while following rather than while making tables.
  if (point === 'row') dieAtRow();
  else dieAtCommit(point === 'before' ? 'before' : 'after');
}

void follow();
