import type {
  FigureRuling,
  FundingScheduleQuestionAnswered,
  FundingScheduleRead,
  FundingScheduleReleased,
  FundingScheduleWithdrawn,
} from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, londonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { refuseFunding } from './refusals';
import { readSchedule } from './schedule-reading';
import type { ReadFundingSchedule } from './schedule-reading';
import { differencesOf, evolveSchedule, openQuestionsAbout, scheduleCounts } from './schedule-state';
import type { RecordedScheduleEvent, ScheduleOnRecord, ScheduleState } from './schedule-state';

interface OnADay {
  /** Day on which it was said or decided. */
  readonly on: string;
  /** London date of the request: what has not happened yet is no fact. */
  readonly today: LondonDate;
}
/** Says which of two figures of a cell counts, or sets the question aside. A later answer takes the place of an earlier one. */
export interface AnswerScheduleQuestion extends OnADay {
  readonly type: 'AnswerScheduleQuestion';
  readonly row: number;
  readonly column: string;
  readonly ruling: FigureRuling;
  readonly answer: string;
}
/** Decides that a schedule which is held back counts, for the agency of the person who asks. */
export interface ReleaseFundingSchedule extends OnADay {
  readonly type: 'ReleaseFundingSchedule';
  readonly agencyId: string;
  readonly because: string;
}
export interface WithdrawFundingSchedule extends OnADay {
  readonly type: 'WithdrawFundingSchedule';
  readonly agencyId: string;
  readonly because: string;
}
export type ScheduleCommand = ReadFundingSchedule | AnswerScheduleQuestion | ReleaseFundingSchedule | WithdrawFundingSchedule;

export interface ScheduleFacts {
  /** Of the agencies that are to pay, those that are registered in this area. */
  readonly registered: ReadonlySet<string>;
  /** The payers of the schedule on record, and the agencies to which their functions have passed. */
  readonly payers: readonly Id<'agency'>[];
  /** Schedules on record with the very same rows; the one that is to be read may be among them. */
  readonly sameRows: readonly ScheduleState[];
}

type NewScheduleEvent =
  | New<typeof FundingScheduleRead>
  | New<typeof FundingScheduleQuestionAnswered>
  | New<typeof FundingScheduleReleased>
  | New<typeof FundingScheduleWithdrawn>;

/**
 * A printed schedule of jointly funded posts. No figure is ever corrected: a schedule whose totals differ, or which
 * leaves a question open, counts for nothing until every question is answered or set aside and a payer has
 * released it with a reason. Answering commits nobody: what binds the payers is one decision, by one of them.
 */
export const scheduleDecider: Decider<ScheduleCommand, ScheduleState, NewScheduleEvent, RecordedScheduleEvent, ScheduleFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveSchedule,
  decide(command, state, facts) {
    if (command.type === 'ReadFundingSchedule') return readSchedule(command, [state, ...facts.sameRows], facts.registered);
    if (state.status === 'unknown') return refuseUnknownSchedule();
    const on = dayOf(command, state);
    if (!on.ok) return on;
    switch (command.type) {
      case 'AnswerScheduleQuestion':
        return answerQuestion(command, state, on.value);
      case 'ReleaseFundingSchedule':
        return release(command, state, { facts, on: on.value });
      case 'WithdrawFundingSchedule':
        return withdraw(command, state, { facts, on: on.value });
    }
  },
};

export const refuseUnknownSchedule = (): Refusal =>
  refuseFunding('schedule-unknown', 'There is no funding schedule with this id: hand the table in first.');

/** The day: not before what was recorded last, so that every day shows what was decided by then, and not in the future. */
function dayOf({ on: text, today }: OnADay, { lastOn }: ScheduleOnRecord): Result<LondonDate> {
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value > today) return refuseFunding('schedule-day-in-future', `This is recorded once it has happened; today is ${formatLondonDate(today)}.`);
  if (on.value >= lastOn) return on;
  return refuseFunding('schedule-day-before-last', `The last event of this schedule is of ${formatLondonDate(lastOn)}; give that day or a later one.`);
}

/** Refuses whatever comes too late: a withdrawn schedule, or one that counts. */
function refuseSettled(schedule: ScheduleOnRecord): Refusal | undefined {
  if (schedule.status === 'withdrawn') return refuseFunding('schedule-withdrawn', 'This schedule was withdrawn: hand the table in again where it holds after all.');
  if (!scheduleCounts(schedule)) return undefined;
  return refuseFunding('schedule-already-counts', 'This schedule counts already. Where it should not, withdraw it with a reason, and hand it in again.');
}

function answerQuestion(command: AnswerScheduleQuestion, state: ScheduleOnRecord, on: LondonDate): Decision<NewScheduleEvent> {
  const { row, column, ruling, answer } = command;
  const refusal = refuseSettled(state);
  if (refusal) return refusal;
  if (!state.reading.questions.some((question) => question.row === row && question.column === column)) {
    return refuseFunding('schedule-question-unknown', `Nothing was asked about line ${row} and that column: answer what was asked; the rest counts as printed.`);
  }
  return accept({ type: 'FundingScheduleQuestionAnswered', data: { scheduleId: state.reading.scheduleId, on, row, column, ruling, answer } });
}

interface Grounds {
  readonly facts: ScheduleFacts;
  readonly on: LondonDate;
}

function release(command: ReleaseFundingSchedule, state: ScheduleOnRecord, { facts, on }: Grounds): Decision<NewScheduleEvent> {
  const refusal = refuseSettled(state);
  if (refusal) return refusal;
  const payer = payerAmong(facts, command.agencyId);
  if (!payer.ok) return payer;
  const open = openQuestionsAbout(state);
  if (open.length > 0) {
    const asked = open.length === 1 ? '1 question is' : `${open.length} questions are`;
    return refuseFunding(
      'schedule-questions-open',
      `${asked} open, the first about line ${open[0]?.row}, column ${open[0]?.column}: answer each, or set it aside with a reason, and release the schedule then.`,
    );
  }
  const { scheduleId } = state.reading;
  const decided = { scheduleId, on, agencyId: payer.value, because: command.because, differences: differencesOf(state) };
  return accept({ type: 'FundingScheduleReleased', data: decided });
}

function payerAmong({ payers }: ScheduleFacts, agencyId: string): Result<Id<'agency'>> {
  const payer = payers.find((each) => each === agencyId);
  if (payer !== undefined) return succeed(payer);
  return refuseFunding('schedule-not-payer', 'Your agency pays nothing by this schedule: ask one of its payers to decide.');
}

function withdraw(command: WithdrawFundingSchedule, state: ScheduleOnRecord, { facts, on }: Grounds): Decision<NewScheduleEvent> {
  if (state.status === 'withdrawn') return refuseFunding('schedule-withdrawn', 'This schedule was withdrawn already.');
  // What counts for nothing may be taken back by whoever records schedules; what somebody owes, by a payer alone.
  const payer = scheduleCounts(state) ? payerAmong(facts, command.agencyId) : succeed(null);
  if (!payer.ok) return payer;
  return accept({ type: 'FundingScheduleWithdrawn', data: { scheduleId: state.reading.scheduleId, on, because: command.because } });
}
