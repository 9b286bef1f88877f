export { openEventStoreDb } from './open';
export type { EventStoreDbOptions } from './settings';
export { BrokenRecord, StreamWasDeleted } from './errors';
