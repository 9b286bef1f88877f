export * from './ports';
export * from './acting-alone';
export * from './command-runner';
export * from './refused-attempts';
export { commandRefusals } from './refusals';
export type { Pause } from './appending';
export { Lanes } from './lanes';
