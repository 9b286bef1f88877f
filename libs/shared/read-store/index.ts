export * from './errors';
export { openReadStore, type AnyTables, type ReadStore, type ReadStoreConfig } from './read-store';
export { migrate, type Migration, type Migrations } from './migrate';
export type * from './runner-types';
