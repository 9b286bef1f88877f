import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { holdAnswersToDescription } from './held-to-description';
import { Person, request } from './person';

export const ROOT = join(__dirname, '..', '..');
const MAIN = join(ROOT, 'dist/apps/standalone/main.js');
const CLI = join(ROOT, 'dist/apps/cli/main.js');

/** `npm test` builds first; a suite run by itself on a fresh clone builds here. */
function built(program: string): string {
  if (!existsSync(program)) execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return program;
}

type Variables = Readonly<Record<string, string>>;

/** Nothing of the surrounding environment configures the process but where programs are found. */
const variables = (folder: string, more: Variables): Variables => ({
  PATH: `${join(process.execPath, '..')}:${process.env['PATH'] ?? ''}`,
  ACCORD_DATA: folder,
  ...more,
});

/** The standalone program as `npm start` runs it, in a process of its own on a free port. */
export class StandaloneProcess {
  private said = '';

  private constructor(
    private readonly process: ChildProcess,
    private readonly ended: Promise<number | null>,
    readonly address: string,
    /** Milliseconds from the start of the process until it answered that it is ready. */
    readonly readyInMs: number,
  ) {}

  /** Starts it and waits until it is ready. @throws Error with what it said, where it ends before that */
  static async start(folder: string, more: Variables = {}): Promise<StandaloneProcess> {
    await holdAnswersToDescription();
    const from = performance.now();
    const child = spawn(process.execPath, ['--enable-source-maps', built(MAIN), '--demonstration'], {
      cwd: folder,
      env: variables(folder, { ACCORD_PORT: '0', ...more }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const heard = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
    };
    child.stderr.on('data', heard);
    const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
    const address = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        heard(chunk);
        const found = /^Accord is ready:\s+(\S+)\n/m.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
      void ended.then((code) => reject(new Error(`It ended with ${code} before it was ready:\n${said}`)));
    });
    const ready = await request(`${address}/health/ready`);
    if (ready.status !== 200) throw new Error(`It said that it is ready, and answered ${ready.status}: ${ready.text}`);
    const started = new StandaloneProcess(child, ended, address, performance.now() - from);
    started.said = said;
    child.stdout.removeAllListeners('data').on('data', (chunk: Buffer) => started.hears(chunk));
    child.stderr.removeAllListeners('data').on('data', (chunk: Buffer) => started.hears(chunk));
    return started;
  }

  /** All that it has written on standard output and standard error. */
  get output(): string {
    return this.said;
  }

  person(name: string): Promise<Person> {
    return Person.named(this.address, name);
  }

  /** Asks it to end, as a supervisor does; gives its exit code. */
  async stop(): Promise<number | null> {
    this.process.kill('SIGTERM');
    return this.ended;
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  private hears(chunk: Buffer): void {
    this.said += chunk.toString('utf8');
  }
}

export interface ProgramResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export function run(program: string, parameters: readonly string[], env: Variables = {}): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: ROOT, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('close', (code) => {
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') });
    });
  });
}

/** `npm run accord -- ...` on a data folder, with nothing else configured. */
export const accordUnconfigured = (folder: string, ...parameters: readonly string[]): Promise<ProgramResult> =>
  run(process.execPath, ['--enable-source-maps', built(CLI), ...parameters], variables(folder, {}));

/** The same, configured as the demonstration is. */
export const accord = (folder: string, ...parameters: readonly string[]): Promise<ProgramResult> =>
  run(process.execPath, ['--enable-source-maps', built(CLI), ...parameters], variables(folder, { ACCORD_DEMONSTRATION: 'on' }));

/** A line of shell, as somebody types it. */
export const shell = (script: string): Promise<ProgramResult> => run('bash', ['-euo', 'pipefail', '-c', script], variables('.', {}));
