import { queryContract } from './read-store-contract-queries';
import { rebuildingContract, verifyingContract } from './read-store-contract-rebuilding';
import { absenceOfDatabaseContract, runningContract } from './read-store-contract-running';
import { sceneOf, type Library, type ReadStoreHarness } from './read-store-contract-samples';

export type { ReadStoreHarness } from './read-store-contract-samples';

/**
 * What the read store and its projection runner promise, held against one engine. Each test gets an
 * empty database from `start`. `interruptible` says that the harness offers `interrupt` and `restore`.
 */
export function readStoreContract(
  name: string,
  engine: { readonly library: Library; start(): Promise<ReadStoreHarness>; readonly interruptible?: boolean },
): void {
  describe(`The read store on ${name}`, () => {
    const scene = sceneOf(engine.library, () => engine.start());
    queryContract(scene);
    runningContract(scene);
    rebuildingContract(scene);
    verifyingContract(scene);
    absenceOfDatabaseContract(scene, engine.interruptible ?? false);
  });
}
