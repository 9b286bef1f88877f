import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A Redis server of a test's own, in a temporary folder. */
export interface RedisServer {
  readonly url: string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again with what it had stored, on the same port. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** The name to give a suite that cannot run, so that a report says what was not tested. */
export const withoutRedis = (suite: string): string => `${suite} (not run: no redis-server found)`;

/** Where `redis-server` is, or undefined: looked for on the PATH, then where Debian keeps it. */
export function findRedis(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, 'redis-server')).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a server on a free port, or gives undefined where Redis is not installed. */
export async function startRedis(): Promise<RedisServer | undefined> {
  const binary = findRedis();
  if (binary === undefined) return undefined;
  const server = new Server(binary, await freePort());
  await server.restart();
  return server;
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

class Server implements RedisServer {
  readonly url: string;
  private readonly folder = mkdtempSync(join(tmpdir(), 'accord-redis-'));
  private running: ChildProcess | undefined;
  private readonly onExit = (): void => void this.running?.kill('SIGKILL');

  constructor(
    private readonly binary: string,
    private readonly port: number,
  ) {
    this.url = `redis://127.0.0.1:${port}`;
    process.once('exit', this.onExit);
  }

  /** As in production: every change in the append-only file before it is answered, and nothing evicted. */
  async restart(): Promise<void> {
    if (this.running) await this.kill();
    const settings = {
      port: String(this.port),
      bind: '127.0.0.1',
      dir: this.folder,
      save: '',
      appendonly: 'yes',
      appendfsync: 'always',
      'maxmemory-policy': 'noeviction',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.running = spawn(this.binary, options, { stdio: 'ignore' });
    for (let attempt = 0; attempt < 400; attempt++) {
      if (this.running.exitCode !== null) break;
      if (await this.answers()) return;
      await delay(25);
    }
    throw new Error('Redis did not start.');
  }

  async kill(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await this.kill();
    process.removeListener('exit', this.onExit);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** It refuses connections at first, and answers LOADING while it reads its file. */
  private async answers(): Promise<boolean> {
    const socket = connect(this.port, '127.0.0.1');
    const heard = await new Promise<string>((resolve) => {
      socket.once('connect', () => socket.write('PING\r\n'));
      socket.once('data', (data: Buffer) => resolve(data.toString()));
      socket.once('error', () => resolve(''));
      socket.once('close', () => resolve(''));
    });
    socket.destroy();
    return heard.startsWith('+PONG');
  }
}
