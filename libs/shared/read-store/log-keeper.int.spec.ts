import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@accord/shared/testing';
import { LogKeeper } from './log-keeper';
import { SqliteConnection } from './sqlite-connection';

const folder = mkdtempSync(join(tmpdir(), 'accord-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

const keepers: LogKeeper[] = [];
const connections: SqliteConnection[] = [];
afterEach(async () => {
  for (const keeper of keepers.splice(0)) await keeper.stop();
  for (const connection of connections.splice(0)) connection.close();
});

let files = 0;
function aFile() {
  const path = join(folder, `${++files}.sqlite`);
  const connect = () => {
    const connection = new SqliteConnection(path, 0);
    connections.push(connection);
    return connection;
  };
  const writing = connect();
  writing.run('pragma journal_mode = wal; pragma wal_autocheckpoint = 16000; create table lines (line text) strict');
  const file = { reading: connect(), writing };
  /** The pages of the log that are not copied yet, from a connection that copies none itself. */
  const waiting = () => {
    const [row] = writing.prepare('pragma wal_checkpoint(noop)').all([]);
    return Number(row?.['log']) - Number(row?.['checkpointed']);
  };
  const write = (line: string) => writing.prepare('insert into lines values (?)').run([line]);
  return { path, file, waiting, write };
}

describe('The log of a read store', () => {
  it('is copied into the file by another thread once something was written, and again after further writes', async () => {
    const { path, file, waiting, write } = aFile();
    keepers.push(new LogKeeper(file, path));
    for (const line of ['nursing', 'therapy']) {
      write(line);
      expect(waiting()).toBeGreaterThan(0);
      await eventually('the log is copied', () => waiting() === 0);
    }
    expect(file.reading.prepare('select line from lines').all([])).toHaveLength(2);
  });

  it('is left alone while a projection is built, which copies it at the end', async () => {
    const { path, file, waiting, write } = aFile();
    keepers.push(new LogKeeper(file, path));
    file.writing.run('pragma wal_autocheckpoint = 0');
    write('nursing');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(waiting()).toBeGreaterThan(0);
    file.writing.run('pragma wal_autocheckpoint = 16000');
    await eventually('the log is copied', () => waiting() === 0);
  });

  it('is not touched any more once the store is closed', async () => {
    const { path, file, waiting, write } = aFile();
    const keeper = new LogKeeper(file, path);
    await keeper.stop();
    write('nursing');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(waiting()).toBeGreaterThan(0);
  });
});
