import { criterionInWords } from '@accord/child/contracts';
import { FROM_THE_START } from '@accord/funding/domain';
import type { Change, ClauseMeant, ClauseTerms, LineMeant, LinesOfCategories, NamedThings, RatesChanged } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { addDays } from '@accord/shared/kernel';
import type { LineRate, Period } from '@accord/shared/kernel';
import { lengthInWords } from '../who-pays';

/** What is on record of the clauses and lines that changes name: people know them by what they are about, and by no id. */
type Things = Pick<NamedThings, 'clauses' | 'line'>;

/** What is supposed, as a sentence that a negotiator could correct. */
export function changeInWords(change: Change, words: Words, things: Things): string {
  const days = daysInWords(change.days, words);
  switch (change.kind) {
    case 'clause-changed':
      return `Supposed of “${words.agreement(change.agreementId)}”, clause ${clauseInWords(change, things)}${days}: ${termsInWords(change.terms, words)}.`;
    case 'clause-left-out':
      return `Supposed of “${words.agreement(change.agreementId)}”${days}: without the clause ${clauseInWords(change, things)}.`;
    case 'split-changed':
      return `Supposed of ${linesInWords(change.of, words, things)}${days}: split ${words.shares(change.split)}.`;
    case 'rates-changed':
      return `Supposed of ${linesInWords(change, words, things)}${days}: ${ratesInWords(change, words)}.`;
    case 'rates-raised':
      return `Supposed of ${linesInWords(change.of, words, things)}${days}: every rate ${change.basisPoints < 0 ? 'lower' : 'higher'} by ${Math.abs(change.basisPoints) / 100} %, to the nearest penny.`;
    case 'settlement':
      return `Supposed of ${linesInWords(change, words, things)}${days}: a dispute settled at ${words.shares(change.split)}.`;
  }
}

function daysInWords({ from, to }: Period, words: Words): string {
  const since = from === FROM_THE_START ? '' : ` from ${words.date(from)}`;
  return `${since}${to === null ? '' : ` to ${words.date(addDays(to, -1))}`}`;
}

function termsInWords({ split, duration, dayOne, cost, categories }: ClauseTerms, words: Words): string {
  const said = [
    split && words.shares(split),
    duration && lengthInWords({ duration }).replace(/,$/, ''),
    dayOne && `day 1 is ${dayOne === 'day-of-event' ? 'the day of the event' : 'the day after the event'}`,
    cost && (cost === 'regardless-of-cost' ? 'whatever the cost' : `for a line of up to ${words.money(cost.upToWeeklyPence)} a week`),
    categories && `for ${listed(categories)}`,
  ];
  return said.filter((part) => part !== undefined && part !== null).join('; ');
}

const afterWhat = {
  surgery: 'after an operation',
  discharge: 'after a discharge',
  placement: 'after the beginning of a placement',
  always: 'that always rules',
} as const;

/** `on personal care after an operation (for a child with complex healthcare needs)`, as its newest text has it. */
function clauseInWords(meant: ClauseMeant, things: Things): string {
  const clause = things.clauses(meant).at(-1);
  if (clause === undefined) return meant.clauseId;
  const { categories, trigger: { event, criterion } } = clause;
  return `on ${listed(categories)} ${afterWhat[event]}${criterion === null ? '' : ` (for a child with ${criterionInWords[criterion]})`}`;
}

function linesInWords(meant: LineMeant | LinesOfCategories, words: Words, things: Things): string {
  if ('lineId' in meant) {
    const line = things.line(meant);
    return line === undefined ? `line ${meant.lineId} of decision ${meant.decisionId}` : `the line of ${listed([line.category])} (first day ${words.date(line.period.from)})`;
  }
  return `every line of ${listed(meant.categories)}${meant.panelId === null ? '' : ` decided by ${words.panel(meant.panelId)}`}`;
}

const listed = (categories: readonly string[]): string => new Intl.ListFormat('en-GB').format(categories.map((category) => category.replaceAll('-', ' ')));

const ratesInWords = ({ rates }: RatesChanged, words: Words): string => rates.map((rate) => `${rateInWords(rate, words)} from ${words.date(rate.from)}`).join(', ');

function rateInWords(rate: LineRate, words: Words): string {
  if ('weeklyPence' in rate) return `${words.money(rate.weeklyPence)} a week`;
  if ('dailyPence' in rate) return `${words.money(rate.dailyPence)} a day`;
  if ('hourlyPence' in rate) return `${words.money(rate.hourlyPence)} an hour for ${rate.weeklyMinutes} minutes a week`;
  if ('fourWeeklyPence' in rate) return `${words.money(rate.fourWeeklyPence)} every four weeks`;
  return `${words.money(rate.oncePence)} once`;
}
