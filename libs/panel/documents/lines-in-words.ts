import type { BudgetHolding, BudgetKind, PersonalBudget, RequestedLine } from '@accord/panel/contracts';
import type { Table } from '@accord/shared/documents';
import { PARTS_OF_A_PENNY, apportion, dailyParts, intersect, weeklyPenceOf } from '@accord/shared/kernel';
import type { LineRate, Shares } from '@accord/shared/kernel';
import type { Names } from './names';
import { capitalised, day, inWords, lastDayBefore, listed, money } from './plain-words';

export interface LinesToSay {
  readonly lines: readonly RequestedLine[];
  /** What is provided and what it is to achieve, in words: `null` where erased, absent where withheld. */
  readonly provisions?: readonly ProvisionToSay[] | null | undefined;
}

export interface ProvisionToSay {
  readonly lineId: string;
  readonly words: string;
  readonly outcomes?: readonly string[] | undefined;
}

const budgets: Readonly<Record<BudgetKind, string>> = {
  'personal-budget': 'a personal budget',
  'personal-health-budget': 'a personal health budget',
  'integrated-budget': 'an integrated budget of several organisations',
};
const held: Readonly<Record<BudgetHolding, string>> = {
  'notional': 'held for the family by the organisation that arranges the support',
  'third-party': 'held for the family by somebody else',
  'direct-payment': 'paid as a direct payment',
};

/** `as a personal health budget, paid as a direct payment`. */
export const budgetInWords = ({ kind, heldAs }: PersonalBudget): string => `as ${budgets[kind]}, ${held[heldAs]}`;

/** `To achieve: sleeps through the night; goes to school each day.`; `undefined` where no outcome is named or may be read. */
export function outcomesInWords({ lineId }: Pick<RequestedLine, 'lineId'>, { provisions }: Pick<LinesToSay, 'provisions'>): string | undefined {
  const outcomes = provisions?.find((provision) => provision.lineId === lineId)?.outcomes ?? [];
  return outcomes.length === 0 ? undefined : `To achieve: ${outcomes.map((outcome) => outcome.trim().replace(/\.$/, '')).join('; ')}.`;
}

/** What a line provides: `Personal care: waking nights`; only the kind where the words may not be read; and as which budget. */
export function provided({ lineId, category, budget }: RequestedLine, { provisions }: LinesToSay): string {
  const words = provisions?.find((provision) => provision.lineId === lineId)?.words;
  // A full stop that people wrote would stand in the middle of what follows.
  const what = words === undefined ? capitalised(inWords(category)) : `${capitalised(inWords(category))}: ${words.trim().replace(/\.$/, '')}`;
  return budget === null ? what : `${what}, ${budgetInWords(budget)}`;
}

interface Stretch {
  readonly from: string;
  readonly rate: LineRate;
}

/** From when until when each rate of a line holds; what is paid once, on its day. A rate that holds on no day of it is left out. */
function stretches({ rates, period }: RequestedLine): readonly Stretch[] {
  return rates.flatMap((rate, place): readonly Stretch[] => {
    if ('oncePence' in rate) return [{ from: `on ${day(rate.from)}`, rate }];
    const days = intersect(period, { from: rate.from, to: rates[place + 1]?.from ?? null });
    if (days === undefined) return [];
    return [{ from: days.to === null ? `from ${day(days.from)}` : `from ${day(days.from)} until ${lastDayBefore(days.to)}`, rate }];
  });
}

/** `£1,847.35 a week`, `£24.50 an hour for 37 hours 30 minutes a week`, `£2,000.00 once`. */
function rateInWords(rate: LineRate): string {
  if ('weeklyPence' in rate) return `${money(rate.weeklyPence)} a week`;
  if ('dailyPence' in rate) return `${money(rate.dailyPence)} a day`;
  if ('fourWeeklyPence' in rate) return `${money(rate.fourWeeklyPence)} every four weeks`;
  if ('oncePence' in rate) return `${money(rate.oncePence)} once`;
  return `${money(rate.hourlyPence)} an hour for ${hoursOf(rate.weeklyMinutes)} a week`;
}

function hoursOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const said = [hours === 0 ? '' : `${hours} ${hours === 1 ? 'hour' : 'hours'}`, rest === 0 ? '' : `${rest} ${rest === 1 ? 'minute' : 'minutes'}`];
  return said.filter((part) => part !== '').join(' ');
}

/** `£1,847.35 a week from 1 September 2025, then £2,000.00 once on 1 April 2026`. */
export const ratesInWords = (line: RequestedLine): string => stretches(line).map(({ from, rate }) => `${rateInWords(rate)} ${from}`).join(', then ');

/** A line in a sentence: `Personal care: waking nights, at £1,847.35 a week from 1 September 2025`; and what it is to achieve. */
export function lineInWords(line: RequestedLine, said: LinesToSay, names: Names): string {
  const who = line.split === null ? '' : `; ${payers(line.split, names)}`;
  const outcomes = outcomesInWords(line, said);
  return `${provided(line, said)}, at ${ratesInWords(line)}${who}.${outcomes === undefined ? '' : ` ${outcomes}`}`;
}

/** `Northshire ICB to pay 70 per cent and Northshire Council 30 per cent`. */
const payers = (split: Shares, names: Names): string =>
  listed(split.parts.filter(({ weight }) => weight > 0).map((part, place) => `${names.agency(part.agencyId)}${place === 0 ? ' to pay' : ''} ${share(part.weight, split)}`));

/** `70 per cent`, or `2 parts of 3` where the split is a ratio. */
function share(weight: number, { kind, parts }: Shares): string {
  if (kind === 'basis-points') return `${weight / 100} per cent`;
  const whole = parts.reduce((total, part) => total + part.weight, 0);
  return `${weight === 1 ? '1 part' : `${weight} parts`} of ${whole}`;
}

/** Who pays what of the week: in pounds to the penny, and in per cent. */
function paidBy(rate: LineRate, split: Shares, names: Names): string {
  const amounts = apportion(weeklyPenceOf(rate), split);
  return split.parts
    .map((part, place) => ({ part, amount: amounts[place] }))
    .filter(({ part }) => part.weight > 0)
    .map(({ part, amount }) => `${names.agency(part.agencyId)} ${amount === undefined ? '' : money(amount)} (${share(part.weight, split)})`)
    .join('\n');
}

/** What a week costs, to the penny or, where it comes to a part of one, nearly; and by which rate. What is paid once has no week. */
function eachWeek(rate: LineRate): string {
  if ('weeklyPence' in rate) return money(rate.weeklyPence);
  if ('oncePence' in rate) return rateInWords(rate);
  const isExact = (dailyParts(rate) * 7n) % BigInt(PARTS_OF_A_PENNY) === 0n;
  return `${isExact ? '' : 'about '}${money(weeklyPenceOf(rate))}\n(${rateInWords(rate)})`;
}

/** What was agreed and who pays: a row for each rate of each line. */
export function tableOfLines(said: LinesToSay, names: Names): Table {
  return {
    kind: 'table',
    caption: 'What was agreed, and who pays',
    columns: [{ head: 'What' }, { head: 'When' }, { head: 'Each week', align: 'end' }, { head: 'Who pays each week' }],
    rows: said.lines.flatMap((line) =>
      stretches(line).map(({ from, rate }) => [
        [provided(line, said), outcomesInWords(line, said) ?? []].flat().join('\n'),
        capitalised(from),
        eachWeek(rate),
        line.split === null ? 'To be settled' : paidBy(rate, line.split, names),
      ]),
    ),
  };
}
