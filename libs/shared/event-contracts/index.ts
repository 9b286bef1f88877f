export * from './define-event';
export * from './catalogue';
export * from './typed-events';
export * from './schemas';
