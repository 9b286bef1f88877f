export * from './agreements';
export * from './funding-schedules';
export * from './standing-agreement-reaction';
export * from './replayed-pictures';
