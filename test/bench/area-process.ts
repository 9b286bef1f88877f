import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Person } from '../journeys/person';

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

  /** Acts as a demonstration person. */
  person(name: string): Promise<Person> {
    return Person.named(this.address, name);
  }

  /** Waits until every read model and every reaction has seen all that is on record. */
  async caughtUp(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.address}/health/ready`);
      // The shape of a readiness report.
      const { projections, reactions } = (await answer.json()) as Record<string, readonly { lag: number }[]>;
      if ([...(projections ?? []), ...(reactions ?? [])].every(({ lag }) => lag === 0)) return;
      await delay(250);
    }
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
