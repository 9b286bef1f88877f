import '@accord/shared/node-version';
import 'reflect-metadata';
import { configurationFrom, openArea, openStores, projections, runApp, startWorking, untilSignalled } from '@accord/composition';
import { createLog } from '@accord/shared/observability';
import { prepareProjections } from '@accord/shared/read-store';

/** Carries out what follows from events, and jobs when they are due. */
runApp('worker', async () => {
  const configuration = configurationFrom(process.env);
  const log = createLog({ level: configuration.logLevel, name: 'worker' });
  const stores = await openStores(configuration);
  const area = await openArea(configuration, stores);
  await prepareProjections(stores.read, projections);
  const working = await startWorking(configuration, area, { stores, log });
  log.info('ready', { profile: configuration.stores.profile });
  const signal = await untilSignalled();
  log.info('shutdown begun', { signal });
  await working.stop();
  await stores.close();
  log.info('shutdown finished');
});
