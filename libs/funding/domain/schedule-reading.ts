import type { FundingScheduleRead } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, intersect, londonDate, succeed } from '@accord/shared/kernel';
import type { ClosedPeriod, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { postsAndTotals, questionsAbout, refuseColumns } from './printed-schedule';
import type { ScheduleColumns, ScheduleReading, ScheduleRow, ScheduleTable } from './printed-schedule';
import { refuseFunding } from './refusals';
import { standingOf } from './schedule-state';
import type { ScheduleState } from './schedule-state';
import { asPrinted, differencesIn } from './schedule-totals';

/** Reads a printed schedule of jointly funded posts, word for word. */
export interface ReadFundingSchedule extends ScheduleColumns {
  readonly type: 'ReadFundingSchedule';
  /** Name-based on the rows and the days, so that the same schedule is one however often it is handed in. */
  readonly scheduleId: Id<'funding-schedule'>;
  /** Day from which it is known: that on which it was set out, or on which it is handed in. */
  readonly on: string;
  readonly today: LondonDate;
  readonly title: string;
  readonly source: string;
  readonly sha256: string;
  readonly rowsSha256: string;
  readonly notes: readonly string[];
  readonly period: ClosedPeriod;
  /** Every row below the header, that of the totals among them. */
  readonly printed: readonly ScheduleRow[];
}

/** What a printed table says and leaves open, before it is on any record. */
export interface ExaminedSchedule extends ScheduleTable, Pick<ScheduleReading, 'differences' | 'questions'> {}

/** Holds a printed table against its own totals and finds what must be asked. All or nothing: one fault refuses the whole. */
export function examineSchedule({ payers, totalColumn, printed }: ScheduleColumns & Pick<ReadFundingSchedule, 'printed'>): Result<ExaminedSchedule> {
  const unclear = refuseColumns({ payers, totalColumn });
  if (unclear) return unclear;
  const parted = postsAndTotals(printed);
  if (!parted.ok) return parted;
  const table = { payers, totalColumn, ...parted.value };
  return succeed({ ...table, differences: differencesIn(table, asPrinted), questions: questionsAbout(table) });
}

/** `others`: schedules on record with the same rows. Those of other days do no harm: a schedule may go on unchanged. */
export function readSchedule(
  command: ReadFundingSchedule,
  others: readonly ScheduleState[],
  registered: ReadonlySet<string>,
): Decision<New<typeof FundingScheduleRead>> {
  const refusal = refuseDuplicate(command.period, others) ?? refusePayers(command, registered);
  if (refusal) return refusal;
  const on = londonDate(command.on);
  if (!on.ok) return on;
  if (on.value > command.today) {
    return refuseFunding('schedule-day-in-future', `A schedule is recorded once it is set out; today is ${formatLondonDate(command.today)}.`);
  }
  const examined = examineSchedule(command);
  if (!examined.ok) return examined;
  const { payers, totalColumn, rows, stated, differences, questions } = examined.value;
  const { scheduleId, title, source, sha256, rowsSha256, notes, period } = command;
  const printed = { payers: [...payers], totalColumn, rows: [...rows], stated, differences, questions };
  return accept({ type: 'FundingScheduleRead', data: { scheduleId, on: on.value, title, source, sha256, rowsSha256, notes: [...notes], period, ...printed } });
}

/** The same rows for any of the same days would be paid twice. */
function refuseDuplicate(days: ClosedPeriod, others: readonly ScheduleState[]): Refusal | undefined {
  for (const other of others) {
    if (other.status === 'unknown' || other.status === 'withdrawn' || intersect(days, other.reading.period) === undefined) continue;
    const { scheduleId, title, period } = other.reading;
    const covered = `from ${formatLondonDate(period.from)} until before ${formatLondonDate(period.to)}`;
    const standing = { accepted: 'counts', released: 'counts', withdrawn: 'was withdrawn', held: 'is held back' }[standingOf(other)];
    return refuseFunding(
      'schedule-already-read',
      `These very rows are on record as ${scheduleId}, “${title}”, ${covered}; that schedule ${standing}. Go on with it there, or withdraw it first.`,
    );
  }
  return undefined;
}

function refusePayers({ payers }: ReadFundingSchedule, registered: ReadonlySet<string>): Refusal | undefined {
  const stranger = payers.find(({ agencyId }) => !registered.has(agencyId));
  return stranger === undefined
    ? undefined
    : refuseFunding('schedule-payer-unknown', `No agency with the id ${stranger.agencyId} is registered in this area; register it first, or state another for the column.`);
}
