import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about printed schedules of jointly funded posts. */
export const scheduleRefusals = defineRefusals({
  'schedule-already-read': { kind: 'conflict', title: 'The same schedule is on record already' },
  'schedule-unknown': { kind: 'unknown', title: 'There is no such funding schedule' },
  'schedule-columns-unclear': { kind: 'invalid', title: 'It is not clear what the columns of the schedule are' },
  'schedule-payer-unknown': { kind: 'unknown', title: 'A payer is not registered in this area' },
  'schedule-without-posts': { kind: 'invalid', title: 'The schedule holds no post' },
  'schedule-total-repeated': { kind: 'invalid', title: 'The schedule has more than one row of totals' },
  'schedule-row-unreadable': { kind: 'invalid', title: 'A row of the schedule cannot be read' },
  'schedule-figure-too-large': { kind: 'invalid', title: 'A figure is larger than any schedule of posts' },
  'schedule-period-unclear': { kind: 'invalid', title: 'It is not clear which days the schedule covers' },
  'schedule-day-in-future': { kind: 'conflict', title: 'That day has not come yet' },
  'schedule-day-before-last': { kind: 'conflict', title: 'The day lies before what was recorded last of the schedule' },
  'schedule-question-unknown': { kind: 'unknown', title: 'Nothing was asked about that cell' },
  'schedule-questions-open': { kind: 'conflict', title: 'Questions about the schedule are open', kept: true },
  'schedule-already-counts': { kind: 'conflict', title: 'The schedule counts already' },
  'schedule-withdrawn': { kind: 'conflict', title: 'The schedule was withdrawn' },
  'schedule-not-payer': { kind: 'forbidden', title: 'Only a payer of the schedule decides that', kept: true },
});
