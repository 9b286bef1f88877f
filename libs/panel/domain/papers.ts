import { addWorkingDays, dayOfWeek, londonDate, londonDateOf, workingDayCalendar } from '@accord/shared/kernel';
import type { Instant, LondonDate, WorkingDayCalendar } from '@accord/shared/kernel';
import type { CirculatedPaper, Matter } from './matter-state';

/**
 * The papers before a panel at a moment: of each paper the newest version circulated by then, in the order
 * in which the papers first came. A paper circulated later was not before the panel.
 */
export function papersBefore({ papers }: Pick<Matter, 'papers'>, at: Instant): readonly CirculatedPaper[] {
  const newest = new Map<string, CirculatedPaper>();
  // Versions of a paper stand in order, and a Map keeps the place of the first.
  for (const paper of papers) if (paper.circulatedAt <= at) newest.set(paper.paperId, paper);
  return [...newest.values()];
}

/**
 * Whether a paper was circulated later than the terms of reference allow: fewer than `papersNotice` working
 * days of London (bank holidays of England and Wales, as known on the day of the meeting) before the
 * meeting's day. With a notice of 5, a paper for Wednesday 10 December is in time on Wednesday 3 December.
 * The notice of no days is kept on the day of the meeting itself.
 */
export function isLate(paper: Pick<CirculatedPaper, 'circulatedAt'>, meetingOn: LondonDate, papersNotice: number): boolean {
  const from = londonDateOf(paper.circulatedAt);
  const ends = addWorkingDays(workingDayCalendar({ knownAt: meetingOn }), from, papersNotice);
  if (ends.ok) return ends.value > meetingOn;
  // Outside the years whose bank holidays are known a paper is late only where it is so whatever they were.
  const atLeast = addWorkingDays(withoutBankHolidays, from, papersNotice);
  return atLeast.ok && atLeast.value > meetingOn;
}

const day = (text: string): LondonDate => {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
};
const withoutBankHolidays: WorkingDayCalendar = {
  name: 'working-days',
  source: 'Mondays to Fridays',
  covers: { from: day('1900-01-01'), to: day('2200-12-31') },
  isWorkingDay: (date) => dayOfWeek(date) <= 5,
};
