import '@accord/shared/node-version';
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { configurationFrom, loadDemonstration, runApp, runStandalone } from '@accord/composition';
import { createLog } from '@accord/shared/observability';
import { banner } from './banner';

/** Everything in one process: commands, questions, projections, reactions and jobs of one area. */
runApp('standalone', async () => {
  const { values } = parseArgs({ options: { demonstration: { type: 'boolean', default: false } } });
  const asked = values.demonstration ? { ACCORD_DEMONSTRATION: 'on', ACCORD_LOG_LEVEL: 'warn' } : {};
  const configuration = configurationFrom({ ...asked, ...process.env });
  const log = createLog({ level: configuration.logLevel, name: 'standalone' });
  const load = configuration.demonstration ? { load: loadDemonstration } : {};
  const { address } = await runStandalone({ configuration, log, ...load });
  log.info('ready', { address, profile: configuration.stores.profile });
  if (configuration.demonstration) process.stdout.write(banner(address));
});
