export * from './errors';
export { openReadStore, type AnyTables, type ReadStore, type ReadStoreConfig } from './read-store';
export { migrate, type Migration, type Migrations } from './migrate';
export { prepareProjections, projectionTools, runProjections, type ProjectionTools } from './run-projections';
export { projectionProgress, waitForProjections, type AwaitedPosition, type ProjectionWatch } from './wait-for';
export type * from './runner-types';
export * from './projection-positions';
