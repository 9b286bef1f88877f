import {
  answerAbout,
  contributionsOf,
  countedIn,
  differencesOf,
  inBrackets,
  openQuestionsAbout,
  scheduleCounts,
  standingOf,
  statedTotals,
  totalInAll,
} from '@accord/funding/domain';
import type { PayerContribution, ScheduleDifference, ScheduleOnRecord, ScheduleRow } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { daysIn, formatPounds, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod } from '@accord/shared/kernel';
import type { ScheduleAsOf } from './schedule-reader';

/** A schedule in a list: what it is, whether it counts, and why not where it does not. */
export function scheduleEntry({ schedule, revision }: ScheduleAsOf, words: Words) {
  const { scheduleId, title, source, on, period, payers } = schedule.reading;
  return {
    ...{ scheduleId, title, source, on, period, revision },
    payers: payers.map(({ column, agencyId }) => ({ column, agencyId, agency: words.agency(agencyId) })),
    ...{ standing: standingOf(schedule), counts: scheduleCounts(schedule), says: standingInWords(schedule, words) },
    open: openQuestionsAbout(schedule).length,
    differences: differencesOf(schedule),
  };
}

/** A schedule whole: every cell as printed with both figures, the totals held against the rows, what was asked and answered. */
export function scheduleInDetail(found: ScheduleAsOf, words: Words) {
  const { schedule } = found;
  const { sha256, notes, totalColumn, rows, stated, questions } = schedule.reading;
  const counts = countedIn(schedule);
  const second = statedTotals(schedule.reading, inBrackets);
  return {
    ...scheduleEntry(found, words),
    ...{ sha256, notes, totalColumn },
    posts: rows.map((row) => rowInDetail(row, schedule)),
    stated: stated === null ? null : rowInDetail(stated, schedule),
    totals: statedTotals(schedule.reading, counts).map((total, place) => ({ ...total, inBrackets: secondTotal(schedule, second[place]) })),
    inAll: totalInAll(schedule.reading, counts),
    questions: questions.map((question) => {
      const answer = answerAbout(schedule, question.row, question.column);
      return answer === undefined ? question : { ...question, ruling: answer.ruling, answer: answer.answer, answeredOn: answer.on };
    }),
    ...(schedule.status === 'released' ? { release: { ...schedule.release, agency: words.agency(schedule.release.agencyId) } } : {}),
    ...(schedule.status === 'withdrawn' ? { withdrawal: schedule.withdrawal } : {}),
  };
}

const rowInDetail = (row: ScheduleRow, schedule: ScheduleOnRecord) => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, countsPence: countedIn(schedule)(row, cell.column) })),
});

/** What the second figures of a column make beside its stated second figure; nothing where the column has none. */
function secondTotal({ reading: { rows, stated } }: ScheduleOnRecord, total: ReturnType<typeof statedTotals>[number] | undefined) {
  const cells = [...rows, ...(stated === null ? [] : [stated])].flatMap((row) => row.cells);
  if (total === undefined || !cells.some(({ column, bracketed }) => column === total.column && bracketed !== null)) return undefined;
  const { statedPence, summedPence, agrees } = total;
  return { statedPence, summedPence, agrees };
}

/** Whether a schedule counts, and why, as a sentence. */
export function standingInWords(schedule: ScheduleOnRecord, words: Words): string {
  switch (schedule.status) {
    case 'withdrawn':
      return `Withdrawn on ${words.date(schedule.withdrawal.on)}, and counts for nothing: ${schedule.withdrawal.because}`;
    case 'released': {
      const { agencyId, on, because } = schedule.release;
      return `Counts: ${words.agency(agencyId)} released it on ${words.date(on)}: ${because}`;
    }
    case 'read':
      return standingOf(schedule) === 'accepted' ? 'Counts: its totals agree with its rows, and nothing is open.' : `Held back, and counts for nothing: ${holding(schedule)}.`;
  }
}

function holding(schedule: ScheduleOnRecord): string {
  const open = openQuestionsAbout(schedule).length;
  const asked = open === 0 ? [] : [open === 1 ? '1 question is open' : `${open} questions are open`];
  return [...differencesOf(schedule).map(differenceInWords), ...asked, 'no payer has released it'].join('; ');
}

function differenceInWords({ row, column, statedPence, summedPence }: ScheduleDifference): string {
  const where = row === null ? `column ${column}` : `line ${row}, column ${column}`;
  return `${where} states ${statedPence === null ? 'no total' : formatPounds(statedPence)} and the figures make ${formatPounds(summedPence)}`;
}

/** Who owes what by a schedule in the days asked about: by post, by payer, by agency and by financial year. */
export function contributionsInWords({ schedule }: ScheduleAsOf, window: ClosedPeriod, words: Words) {
  const { scheduleId, title, period } = schedule.reading;
  const { posts, payers, years, yearlyPence, pence } = contributionsOf(schedule, window);
  const named = (all: readonly PayerContribution[]) => all.map((each) => ({ ...each, agency: words.agency(each.agencyId) }));
  return {
    ...{ scheduleId, title, period, ...window },
    ...{ standing: standingOf(schedule), counts: scheduleCounts(schedule), says: standingInWords(schedule, words) },
    posts: posts.map((post) => ({ ...post, payers: named(post.payers) })),
    payers: named(payers),
    agencies: byAgency(payers, words),
    years: years.map(({ year, days, payers: ofYear, pence: inYear }) => ({
      ...{ financialYear: year.name, ...days, days: daysIn(days), daysOfYear: daysIn(year) },
      ...{ payers: named(ofYear), pence: inYear },
    })),
    ...{ yearlyPence, pence },
  };
}

/** The columns of one agency together, in the order of the columns. */
function byAgency(payers: readonly PayerContribution[], words: Words) {
  return [...new Set(payers.map(({ agencyId }) => agencyId))].map((agencyId) => {
    const own = payers.filter((payer) => payer.agencyId === agencyId);
    const sums = { yearlyPence: sumPence(own.map(({ yearlyPence }) => yearlyPence)), pence: sumPence(own.map(({ pence }) => pence)) };
    return { agencyId, agency: words.agency(agencyId), ...sums };
  });
}
