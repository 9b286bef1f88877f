import type { Vocabulary } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { period, succeed } from '@accord/shared/kernel';
import type { AsOf, ScheduleReader } from './schedule-reader';
import { contributionsInWords, scheduleEntry, scheduleInDetail } from './schedule-view';

/** The days asked about; where one is left out, the schedule's own. */
export interface AskedDays extends AsOf {
  readonly from?: LondonDate | undefined;
  readonly to?: LondonDate | undefined;
}

/** Answers which schedules of jointly funded posts there are, whether they count, and who owes what by them. */
export class ScheduleList {
  constructor(
    private readonly schedules: ScheduleReader,
    private readonly vocabulary: Vocabulary,
  ) {}

  async all({ asAt, knownAt }: AsOf) {
    const [found, words] = await Promise.all([this.schedules.all({ asAt, knownAt }), this.vocabulary.words()]);
    return { schedules: found.map((each) => scheduleEntry(each, words)), asAt, knownAt };
  }

  /** One schedule whole; `undefined` where none was known by that id. */
  async one(scheduleId: Id<'funding-schedule'>, { asAt, knownAt }: AsOf) {
    const [found, words] = await Promise.all([this.schedules.schedule(scheduleId, { asAt, knownAt }), this.vocabulary.words()]);
    return found && { ...scheduleInDetail(found, words), asAt, knownAt };
  }

  /** Who owes what by it; `undefined` where no such schedule was known. Refuses days that are no period. */
  async contributions(scheduleId: Id<'funding-schedule'>, { asAt, knownAt, from, to }: AskedDays) {
    const [found, words] = await Promise.all([this.schedules.schedule(scheduleId, { asAt, knownAt }), this.vocabulary.words()]);
    if (found === undefined) return undefined;
    const covered = found.schedule.reading.period;
    const window = period(from ?? covered.from, to ?? covered.to);
    return window.ok ? succeed({ ...contributionsInWords(found, window.value, words), asAt, knownAt }) : window;
  }
}
