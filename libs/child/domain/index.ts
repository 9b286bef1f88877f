export * from './refusals';
export * from './child-record';
