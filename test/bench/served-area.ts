import 'reflect-metadata';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { configurationFrom, loadDemonstration, runStandalone } from '@accord/composition';
import { noLog } from '@accord/shared/observability';

/*
 * The standalone process as it runs for people, with its event loop watched. Talks with the bench over IPC:
 * `reset` begins a measurement, `report` answers with its figures, `stop` ends the process.
 */
async function main(): Promise<void> {
  const configuration = configurationFrom(process.env);
  const { address, close } = await runStandalone({ configuration, log: noLog, load: loadDemonstration });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  process.on('message', (message) => {
    if (message === 'reset') {
      delay.reset();
      delay.enable();
    }
    if (message === 'report') {
      delay.disable();
      process.send?.({ delayP99Ms: delay.percentile(99) / 1e6, rssBytes: process.memoryUsage().rss });
    }
    if (message === 'stop') void close().then(() => process.exit(0));
  });
  // A bench that fails leaves nothing running.
  process.on('disconnect', () => process.exit(1));
  process.send?.({ address });
}

void main();
