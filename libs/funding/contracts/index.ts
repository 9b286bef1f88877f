export * from './events';
export * from './schedule-events';
