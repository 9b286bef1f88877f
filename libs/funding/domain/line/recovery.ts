import { accept, addDays, costOfDays, daysIn, formatLondonDate, formatPounds, intersect, pence, period, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Decision, LondonDate, Pence, Refusal } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import type { RecoverUnspentSum } from './line-commands';
import { askingWhoPays, inWords, refuseFuture, refuseStranger, runningDays } from './line-ground';
import type { LineGround, NewLineEvent } from './line-ground';
import { ratesAsVaried } from './line-life';

/** A sum came back of a budget that was paid out: to the family or its nominee, or to a third party. */
export function recover(command: RecoverUnspentSum, ground: LineGround): Decision<NewLineEvent> {
  const { recoveryId, on } = command;
  const sum = pence(command.pence);
  if (!sum.ok) return sum;
  if (sum.value === 0) return refuseFunding('recovery-of-nothing', 'Give the sum that came back: a penny or more.');
  const of = period(command.of.from, command.of.to);
  if (!of.ok) return of;
  const refusal = refuseStranger(askingWhoPays(ground)) ?? refuseNotPaidOut(ground) ?? refuseDays(of.value, on, ground) ?? refuseAboveCost(of.value, sum.value, ground);
  if (refusal) return refusal;
  const { from, to } = of.value;
  return accept({ type: 'UnspentSumRecovered', data: { ...ground.about, recoveryId, of: { from, to }, pence: sum.value, on } });
}

function refuseNotPaidOut({ line: { budget } }: LineGround): Refusal | undefined {
  if (budget !== null && budget.heldAs !== 'notional') return undefined;
  return refuseFunding('recovery-not-paid-out', 'Only of a budget that the family or a third party holds can something be unspent. What a provider charged too much is credited on its invoice.');
}

function refuseDays(of: ClosedPeriod, on: LondonDate, ground: LineGround): Refusal | undefined {
  const days = runningDays(ground);
  if (!days || of.from < days.from || (days.to !== null && of.to > days.to)) {
    return refuseFunding('recovery-days-outside', `Give days of the line: it ${days ? inWords(days) : 'has none left'}.`);
  }
  const lastDay = addDays(of.to, -1);
  if (on < lastDay) return refuseFunding('recovery-before-spent', `What is unspent is known once the days are over: give ${formatLondonDate(lastDay)} or a later day, or fewer days.`);
  return refuseFuture(on, ground.today);
}

/**
 * Refuses a sum with which more would have come back than the line cost: of these days, or of any stretch around them
 * with all that came back of days within it. No more is refused: so long as no stretch has given back too much, each
 * sum can be laid on days that cost it. Days that a later decision took from the line cost it nothing, as days on which it
 * pauses may: what was paid for them is adjusted, and would be credited twice.
 */
function refuseAboveCost(of: ClosedPeriod, sum: Pence, { line, life, facts: { daysOfAll } }: LineGround): Refusal | undefined {
  if (daysOfAll === undefined) throw new Error('The days of the line are read for each command that asks what they cost.');
  const costed = { rates: ratesAsVaried(line.rates, life), lineFrom: line.period.from, pauses: life.pauses };
  const before = life.recoveries.map(({ body }) => body.data);
  const froms = [of.from, ...before.map((each) => each.of.from).filter((from) => from < of.from)];
  const tos = [of.to, ...before.map((each) => each.of.to).filter((to) => to > of.to)];
  for (const stretch of froms.flatMap((from) => tos.map((to) => ({ from, to })))) {
    const within = before.filter((each) => each.of.from >= stretch.from && each.of.to <= stretch.to);
    const days = daysOfAll.flatMap((each) => intersect(stretch, each) ?? []);
    const [cost, recovered] = [sumPence(days.map((window) => costOfDays({ ...costed, window }))), sumPence(within.map((each) => each.pence))];
    if (recovered + sum <= cost) continue;
    return refuseFunding(
      'recovery-above-cost',
      `From ${formatLondonDate(stretch.from)} to ${formatLondonDate(addDays(stretch.to, -1))} the line cost ${formatPounds(cost)}, of which ${formatPounds(recovered)} came back already: ${formatPounds(sum)} more is too much.${takenOver(stretch, days)}`,
    );
  }
  return undefined;
}

/** Where not all of the days are the line's own any more: why they cost it nothing, and that nothing is lost by it. */
const takenOver = (stretch: ClosedPeriod, days: readonly ClosedPeriod[]): string =>
  days.reduce((sum, each) => sum + daysIn(each), 0) === daysIn(stretch)
    ? ''
    : ' Days that a later decision took from the line cost it nothing: what had been stated of them is adjusted, so that what came back of them needs no credit.';
