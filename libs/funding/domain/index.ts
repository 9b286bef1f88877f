export * from './refusals';
export * from './agreement';
export * from './clause-window';
export * from './funding-picture';
export * from './ruling-split';
export * from './liability';
export * from './clause-application';
export * from './views';
