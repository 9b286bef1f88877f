export * from './refusals';
export * from './child-record';
export type { LifeEventCommand, RecordDischarge, RecordOperation, RecordPlacement } from './life-events';
