export * from './agreements';
export * from './standing-agreement-reaction';
export * from './replayed-pictures';
