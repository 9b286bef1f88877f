export * from './directory';
export * from './decisions';
export * from './decision-worklists';
export * from './matters';
export * from './people';
