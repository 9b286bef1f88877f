export * from './terms';
export * from './events';
