export * from './define-event';
export * from './catalogue';
export * from './schemas';
