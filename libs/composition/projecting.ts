import { runProjections } from '@accord/shared/read-store';
import type { ProjectionRunner } from '@accord/shared/read-store';
import type { Log } from '@accord/shared/observability';
import { eventCatalogue, projections } from './catalogue';
import type { Stores } from './stores';

/** Keeps every read model up to date from the record. */
export function startProjecting({ events, read }: Stores, log: Log): ProjectionRunner {
  return runProjections({
    ...{ store: read, events, catalogue: eventCatalogue, projections },
    log: ({ level, code, projection, message }) => log[level](message, { component: 'projector', code, projection }),
  });
}
