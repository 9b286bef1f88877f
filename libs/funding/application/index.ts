export * from './agreements';
export * from './standing-agreement-reaction';
