import type { Log } from '@accord/shared/observability';
import { openArea } from './area';
import type { Area } from './area';
import type { Configuration } from './configuration';
import { startProjecting } from './projecting';
import { serve } from './serving';
import { openStores } from './stores';
import type { Stores } from './stores';
import { startWorking } from './working';

export interface Standalone {
  readonly address: string;
  readonly area: Area;
  readonly stores: Stores;
  close(): Promise<void>;
}

export interface StandaloneOptions {
  readonly configuration: Configuration;
  readonly log: Log;
  /** Fills the area before it is served; repeating it must change nothing. */
  readonly load?: (area: Area) => Promise<void>;
}

/** A whole area in this process: commands, questions, projections, reactions and jobs. */
export async function runStandalone({ configuration, log, load }: StandaloneOptions): Promise<Standalone> {
  const stores = await openStores(configuration);
  const area = await openArea(configuration, stores);
  const projector = startProjecting(stores, log);
  await projector.ready;
  await load?.(area);
  const working = await startWorking(configuration, area, { stores, log });
  const onClose = async () => {
    await working.stop();
    await projector.stop();
    await stores.close();
  };
  const { address, close } = await serve({ configuration, stores, area, log, onClose, reactions: working.reactions });
  return { address, area, stores, close };
}
