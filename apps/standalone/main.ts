import 'reflect-metadata';
import { parseArgs } from 'node:util';
import {
  configurationFrom,
  loadDemonstration,
  openArea,
  openStores,
  runApp,
  serve,
  startProjecting,
  startReacting,
} from '@accord/composition';
import { createLog } from '@accord/shared/observability';
import { banner } from './banner';

/** Everything in one process: commands, questions, projections and reactions of one area. */
runApp('standalone', async () => {
  const { values } = parseArgs({ options: { demonstration: { type: 'boolean', default: false } } });
  const asked = values.demonstration ? { ACCORD_DEMONSTRATION: 'on', ACCORD_LOG_LEVEL: 'warn' } : {};
  const configuration = configurationFrom({ ...asked, ...process.env });
  const log = createLog({ level: configuration.logLevel, name: 'standalone' });
  const stores = await openStores(configuration);
  const area = await openArea(configuration, stores);
  const projector = startProjecting(stores, log);
  await projector.ready;
  if (configuration.demonstration) await loadDemonstration(area);
  const reactions = await startReacting(area, stores, log);
  const onClose = async () => {
    await reactions.stop();
    await projector.stop();
    await stores.close();
  };
  const { address } = await serve({ configuration, stores, area, log, onClose });
  log.info('ready', { address, profile: configuration.stores.profile });
  if (configuration.demonstration) process.stdout.write(banner(address));
});
