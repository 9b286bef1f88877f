export * from './directory';
export * from './decisions';
export * from './decision-worklists';
