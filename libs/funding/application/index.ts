export * from './agreements';
export * from './agreements-on-record';
export * from './agreement-endings';
export * from './funding-schedules';
export * from './standing-agreement-reaction';
export * from './replayed-pictures';
export * from './stored-facts';
export * from './replay';
