import { eventCatalogue, projections } from '@accord/composition';
import { lockOf, readProjectionLock, staleProjections, writeProjectionLock } from './projection-lock';

/** `npm run projection-lock` locks what the projections are built from; refused while one would serve rows of before. */
function main(): void {
  const now = lockOf({ definitions: eventCatalogue.definitions, projections });
  const stale = staleProjections(readProjectionLock(), now);
  if (stale.length > 0) throw new Error(stale.join('\n'));
  writeProjectionLock(now);
  console.log('test/contracts/projections.lock.json written');
}

main();
