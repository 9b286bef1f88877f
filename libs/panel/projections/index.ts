export * from './directory';
export type { MeetingStanding } from './meeting-rows';
export * from './decisions';
export * from './decision-worklists';
export * from './matters';
export * from './people';
