export * from './port';
export * from './errors';
export { openTimerQueue } from './timer-queue';
export type { TimerQueueOptions } from './timer-queue';
export { openBullQueue } from './bull-queue';
export type { BullQueueOptions } from './bull-queue';
