export * from './event-store-contract';
export * from './event-store-contract-samples';
export * from './specification';
export * from './projection-specification';
export * from './tables-in-memory';
export * from './sealed-for-tests';
export * from './sample-stream';
