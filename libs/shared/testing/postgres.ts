import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A PostgreSQL server of a test's own, in a temporary folder. */
export interface PostgresServer {
  readonly connectionString: string;
  /** Drops every connection at once and ends without a checkpoint, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again with what it had stored, on the same port. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const run = promisify(execFile);

/** The name to give a suite that cannot run, so that a report says what was not tested. */
export const withoutPostgres = (suite: string): string => `${suite} (not run: no PostgreSQL found)`;

/** Where `initdb` and `postgres` are, or undefined: looked for on the PATH, then where Debian keeps them. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted((one, other) => Number(other) - Number(one)) : [];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...versions.map((each) => join(debian, each, 'bin'))];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** Starts a server, or gives undefined where PostgreSQL is not installed. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const binaries = findPostgres();
  if (!binaries) return undefined;
  const owner = await ownerOf();
  const folder = mkdtempSync(join(tmpdir(), 'accord-postgres-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = ['-D', data, '-U', 'accord', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  // Text in the order of a language, as production may well have it: a query that leans on it is found. Not every build can.
  const english = ['--locale-provider=icu', '--icu-locale=en-GB'];
  await run(join(binaries, 'initdb'), [...options, ...english], owner).catch(() => run(join(binaries, 'initdb'), options, owner));
  const server = new Server({ binaries, folder, data, owner, port: await freePort() });
  await server.restart();
  return server;
}

interface Owner {
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: Debian's own user runs it then. */
async function ownerOf(): Promise<Owner> {
  if (process.getuid?.() !== 0) return { cwd: tmpdir() };
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { cwd: tmpdir(), uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  // A listening TCP server always has such an address.
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

interface Installation {
  readonly binaries: string;
  readonly folder: string;
  readonly data: string;
  readonly owner: Owner;
  readonly port: number;
}

class Server implements PostgresServer {
  readonly connectionString: string;
  private running: ChildProcess | undefined;
  private readonly onExit = (): void => void this.running?.kill('SIGQUIT');

  constructor(private readonly at: Installation) {
    this.connectionString = `postgres://accord@127.0.0.1:${at.port}/postgres`;
    process.once('exit', this.onExit);
  }

  async restart(): Promise<void> {
    if (this.running) await this.kill();
    const { binaries, data, folder, owner, port } = this.at;
    // The tests end the server, never the machine, so nothing needs to reach the disk.
    const settings = ['fsync=off', 'listen_addresses=127.0.0.1', 'max_connections=200'].flatMap((each) => ['-c', each]);
    const options = ['-D', data, '-p', String(port), '-k', folder, ...settings];
    this.running = spawn(join(binaries, 'postgres'), options, { ...owner, stdio: 'ignore' });
    for (let attempt = 0; attempt < 400; attempt++) {
      if (this.running.exitCode !== null) break;
      if (this.answers()) return;
      await delay(25);
    }
    throw new Error('PostgreSQL did not start.');
  }

  async kill(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGQUIT');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    process.removeListener('exit', this.onExit);
    rmSync(this.at.folder, { recursive: true, force: true });
  }

  /** The server states in the last line of this file that it takes connections. */
  private answers(): boolean {
    const file = join(this.at.data, 'postmaster.pid');
    if (!existsSync(file)) return false;
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines[0] === String(this.running?.pid) && lines[7]?.trim() === 'ready';
  }
}
