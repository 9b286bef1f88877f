import '@accord/shared/node-version';
import 'reflect-metadata';
import { configurationFrom, openArea, openStores, projections, runApp, serve } from '@accord/composition';
import { createLog } from '@accord/shared/observability';
import { prepareProjections } from '@accord/shared/read-store';

/** Commands and questions over HTTP; any number may run beside one another. */
runApp('api', async () => {
  const configuration = configurationFrom(process.env);
  const log = createLog({ level: configuration.logLevel, name: 'api' });
  const stores = await openStores(configuration);
  const area = await openArea(configuration, stores);
  await prepareProjections(stores.read, projections);
  const { address } = await serve({ configuration, stores, area, log, onClose: () => stores.close() });
  log.info('ready', { address, profile: configuration.stores.profile });
});
