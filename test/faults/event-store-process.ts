import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { attemptOf, type Attempt } from './event-store-attempts';

const ROOT = join(__dirname, '..', '..');

/** Compiles the store and the child's program as the build does, into a folder of their own below `dist`. */
export function compileChild(): { readonly folder: string; readonly program: string } {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'dist', 'faults-'));
  const sources = ['libs/shared/kernel', 'libs/shared/event-store', 'libs/shared/event-store-sqlite', 'test/faults/event-store-attempts.ts', 'test/faults/event-store-child.ts'];
  const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  const options = ['-d', folder, '--config-file', '.swcrc', '--extensions', '.ts', '--quiet'];
  execFileSync(process.execPath, [swc, ...sources, ...options], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return { folder, program: join(folder, 'test/faults/event-store-child.js') };
}

/** The child while it runs, and all that it has said. */
export class AppendingProcess {
  readonly tried: Attempt[] = [];
  /** First ids of the appends acknowledged. */
  readonly acknowledged = new Set<string>();
  readonly failures: string[] = [];
  /** Milliseconds that its store took to open. */
  openedIn: number | undefined;
  private readonly process: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly watchers = new Set<() => void>();

  constructor(command: string, parameters: readonly string[]) {
    this.process = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
    const { stdout } = this.process;
    if (stdout === null) throw new Error('The child has no output.');
    createInterface({ input: stdout }).on('line', (line) => this.note(line));
    this.ended = new Promise((resolve) => this.process.once('close', () => resolve()));
  }

  get id(): number {
    return this.process.pid ?? -1;
  }

  /** Waits for what the child says until the condition holds. */
  async until(holds: () => boolean): Promise<void> {
    const gone = this.ended.then(() => {
      if (!holds()) throw new Error('The child ended before that.');
    });
    const come = new Promise<void>((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.watchers.delete(look);
        resolve();
      };
      this.watchers.add(look);
      look();
    });
    await Promise.race([come, gone]);
  }

  /** SIGKILL: no handler runs, nothing is flushed. Resolves when all that it said has been read. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  private note(line: string): void {
    const [word, rest = ''] = line.split(' ');
    if (word === 'try') this.tried.push(attemptOf(line));
    else if (word === 'ok') this.acknowledged.add(rest);
    else if (word === 'ready') this.openedIn = Number(rest);
    else this.failures.push(line);
    for (const look of this.watchers) look();
  }
}
