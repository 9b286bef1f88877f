import type {
  FigureRuling,
  FundingScheduleQuestionAnswered,
  FundingScheduleRead,
  FundingScheduleReleased,
  FundingScheduleWithdrawn,
} from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { ScheduleDifference, ScheduleQuestion, ScheduleReading } from './printed-schedule';
import { asPrinted, differencesIn, inBrackets } from './schedule-totals';
import type { CountedFigure } from './schedule-totals';

/** What a person said of a cell with two figures. */
export interface ScheduleAnswer {
  readonly row: number;
  readonly column: string;
  readonly ruling: FigureRuling;
  readonly answer: string;
  readonly on: LondonDate;
}

interface OnRecord {
  readonly reading: ScheduleReading;
  /** In the order in which they were given; of two about the same cell, the later stands. */
  readonly answers: readonly ScheduleAnswer[];
  /** Day of what was recorded last: nothing later is recorded for a day before it. */
  readonly lastOn: LondonDate;
}
/** Why a schedule that was held back counts. */
export interface ScheduleRelease {
  readonly agencyId: Id<'agency'>;
  readonly on: LondonDate;
  readonly because: string;
  readonly differences: readonly ScheduleDifference[];
}
export type ScheduleOnRecord =
  | (OnRecord & { readonly status: 'read' })
  | (OnRecord & { readonly status: 'released'; readonly release: ScheduleRelease })
  | (OnRecord & { readonly status: 'withdrawn'; readonly withdrawal: { readonly on: LondonDate; readonly because: string } });
export type ScheduleState = { readonly status: 'unknown' } | ScheduleOnRecord;

export type RecordedScheduleEvent =
  | Recorded<typeof FundingScheduleRead>
  | Recorded<typeof FundingScheduleQuestionAnswered>
  | Recorded<typeof FundingScheduleReleased>
  | Recorded<typeof FundingScheduleWithdrawn>;

export function evolveSchedule(state: ScheduleState, event: RecordedScheduleEvent): ScheduleState {
  // A schedule that was withdrawn, because its payers were mistaken say, is read anew from the beginning.
  if (event.type === 'FundingScheduleRead') return { status: 'read', reading: event.data, answers: [], lastOn: event.data.on };
  if (state.status === 'unknown') return state;
  const { on } = event.data;
  const { reading, answers } = state;
  switch (event.type) {
    case 'FundingScheduleQuestionAnswered': {
      const { row, column, ruling, answer } = event.data;
      return { ...state, answers: [...answers, { row, column, ruling, answer, on }], lastOn: on };
    }
    case 'FundingScheduleReleased': {
      const { agencyId, because, differences } = event.data;
      return { status: 'released', reading, answers, lastOn: on, release: { agencyId, on, because, differences } };
    }
    case 'FundingScheduleWithdrawn':
      return { status: 'withdrawn', reading, answers, lastOn: on, withdrawal: { on, because: event.data.because } };
  }
}

/** The answer that stands to a question about a cell, if any. */
export const answerAbout = ({ answers }: Pick<OnRecord, 'answers'>, row: number, column: string): ScheduleAnswer | undefined =>
  answers.findLast((each) => each.row === row && each.column === column);

/** What was asked and is neither answered nor set aside. */
export const openQuestionsAbout = (schedule: Pick<OnRecord, 'reading' | 'answers'>): readonly ScheduleQuestion[] =>
  schedule.reading.questions.filter(({ row, column }) => answerAbout(schedule, row, column) === undefined);

/** The figure of each cell that counts: the first one, or that in brackets where a person said so. Never any other. */
export const countedIn =
  (schedule: Pick<OnRecord, 'answers'>): CountedFigure =>
  (row, column) =>
    answerAbout(schedule, row.row, column)?.ruling === 'bracketed-counts' ? inBrackets(row, column) : asPrinted(row, column);

/** The totals that differ, by the figures that count: an answer may settle a difference, or make one. */
export const differencesOf = (schedule: Pick<OnRecord, 'reading' | 'answers'>): ScheduleDifference[] =>
  differencesIn(schedule.reading, countedIn(schedule));

/**
 * - `accepted`: every total agreed on reading and nothing was asked: it counts.
 * - `held`: it counts for nothing until a payer releases it.
 * - `released`: it counts, by a payer's decision.
 * - `withdrawn`: it counts for nothing.
 */
export type ScheduleStanding = 'accepted' | 'held' | 'released' | 'withdrawn';

export function standingOf({ status, reading }: ScheduleOnRecord): ScheduleStanding {
  if (status !== 'read') return status;
  return reading.differences.length === 0 && reading.questions.length === 0 ? 'accepted' : 'held';
}

/** Whether anybody owes anything by it. */
export const scheduleCounts = (schedule: ScheduleOnRecord): boolean => ['accepted', 'released'].includes(standingOf(schedule));
