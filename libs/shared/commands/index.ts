export * from './ports';
export * from './command-runner';
