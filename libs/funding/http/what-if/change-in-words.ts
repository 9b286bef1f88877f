import { FROM_THE_START } from '@accord/funding/domain';
import type { Change, ClauseTerms, LineMeant, LinesOfCategories, RatesChanged } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { addDays } from '@accord/shared/kernel';
import type { LineRate, Period } from '@accord/shared/kernel';
import { lengthInWords } from '../who-pays';

/** What is supposed, as a sentence that a negotiator could correct. */
export function changeInWords(change: Change, words: Words): string {
  const days = daysInWords(change.days, words);
  switch (change.kind) {
    case 'clause-changed':
      return `Supposed of “${words.agreement(change.agreementId)}”, clause ${change.clauseId}${days}: ${termsInWords(change.terms, words)}.`;
    case 'clause-left-out':
      return `Supposed of “${words.agreement(change.agreementId)}”${days}: without the clause ${change.clauseId}.`;
    case 'split-changed':
      return `Supposed of ${linesInWords(change.of, words)}${days}: split ${words.shares(change.split)}.`;
    case 'rates-changed':
      return `Supposed of ${linesInWords(change, words)}${days}: ${ratesInWords(change, words)}.`;
    case 'rates-raised':
      return `Supposed of ${linesInWords(change.of, words)}${days}: every rate ${change.basisPoints < 0 ? 'lower' : 'higher'} by ${Math.abs(change.basisPoints) / 100} %, to the nearest penny.`;
    case 'settlement':
      return `Supposed of ${linesInWords(change, words)}${days}: a dispute settled at ${words.shares(change.split)}.`;
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

function linesInWords(meant: LineMeant | LinesOfCategories, words: Words): string {
  if ('lineId' in meant) return `line ${meant.lineId} of decision ${meant.decisionId}`;
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
