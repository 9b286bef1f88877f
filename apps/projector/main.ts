import '@accord/shared/node-version';
import { configurationFrom, openStores, runApp, startProjecting, untilSignalled } from '@accord/composition';
import { createLog } from '@accord/shared/observability';

/** Keeps the read models; several may run, and another takes over when one ends. */
runApp('projector', async () => {
  const configuration = configurationFrom(process.env);
  const log = createLog({ level: configuration.logLevel, name: 'projector' });
  const stores = await openStores(configuration);
  const projector = startProjecting(stores, log);
  await projector.ready;
  log.info('ready', { profile: configuration.stores.profile });
  const signal = await untilSignalled();
  log.info('shutdown begun', { signal });
  await projector.stop();
  await stores.close();
  log.info('shutdown finished');
});
