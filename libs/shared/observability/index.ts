export * from './log';
export * from './error-fields';
