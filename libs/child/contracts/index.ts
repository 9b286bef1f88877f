export * from './criteria';
export * from './events';
