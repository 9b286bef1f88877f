export * from './command-answers';
export * from './name-based-id';
export * from './pause';
