import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface LoopReport {
  readonly delayP99Ms: number;
  readonly rssBytes: number;
}

/** An area served by a process of its own, so that the load does not share its event loop. */
export class AreaProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  static async start(folder: string): Promise<AreaProcess> {
    const env = { ...process.env, ACCORD_DATA: folder, ACCORD_PORT: '0', ACCORD_DEMONSTRATION: 'on' };
    const child = fork(join(__dirname, 'served-area.js'), { env });
    // The child sends its address first.
    const [{ address }] = (await once(child, 'message')) as [{ address: string }];
    return new AreaProcess(child, address);
  }

  async token(person: string): Promise<string> {
    const answer = await fetch(`${this.address}/demonstration/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person }),
    });
    // The development issuer answers so.
    return ((await answer.json()) as { token: string }).token;
  }

  watchLoop(): void {
    this.child.send('reset');
  }

  async loopReport(): Promise<LoopReport> {
    this.child.send('report');
    // The child answers each report with one message.
    const [report] = (await once(this.child, 'message')) as [LoopReport];
    return report;
  }

  async stop(): Promise<void> {
    this.child.send('stop');
    await once(this.child, 'exit');
  }
}
