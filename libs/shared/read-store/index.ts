export * from './errors';
export { openReadStore, type AnyTables, type ReadStore, type ReadStoreConfig } from './read-store';
export { migrate, type Migration, type Migrations } from './migrate';
export { prepareProjections, projectionTools, runProjections, type ProjectionTools } from './run-projections';
export { waitForProjections, type AwaitedPosition } from './wait-for';
export type * from './runner-types';
