import { accept, formatLondonDate, ratesOfLine, succeed } from '@accord/shared/kernel';
import type { Decision, LondonDate, RateTable, Result } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import type { AgreeLineRates, ProposeLineRates, RatesCommand, RefuseLineRates } from './line-commands';
import { askingWhoPays, inWords, refuseFuture, refuseStranger, runningDays, whoAgreesFrom } from './line-ground';
import type { LineGround, NewLineEvent } from './line-ground';
import type { LineEntry, RateVariation } from './line-life';

/** Rates never change one-sidedly, not even downwards: what a provider is paid less for is provided less. */
export function decideRates(command: RatesCommand, ground: LineGround): Decision<NewLineEvent> {
  const future = refuseFuture(command.on, ground.today);
  if (future) return future;
  return command.type === 'ProposeLineRates' ? propose(command, ground) : settle(command, ground);
}

function propose({ variationId, rates: given, because, on }: ProposeLineRates, ground: LineGround): Decision<NewLineEvent> {
  const among = askingWhoPays(ground);
  const stranger = refuseStranger(among);
  if (stranger) return stranger;
  const rates = ratesWithin(given, ground);
  if (!rates.ok) return rates;
  const [first] = rates.value;
  const stillAwaited = first ? whoAgreesFrom(among, first.from).filter((agencyId) => !ground.facts.actsFor.has(agencyId)) : [];
  return accept({ type: 'LineRatesVariationProposed', data: { ...ground.about, variationId, on, rates: [...rates.value], stillAwaited, because } });
}

/** The rates, in order and each on a day of the line. */
function ratesWithin(given: ProposeLineRates['rates'], ground: LineGround): Result<RateTable> {
  const [first] = given;
  const days = runningDays(ground);
  if (!days) return refuseFunding('line-day-outside', 'The line has no day left on which a rate could hold.');
  // Rates of no day are refused as such by the table itself.
  const rates = ratesOfLine(given, { from: firstDayOf(first?.from, days.from), to: days.to });
  if (!rates.ok) return rates;
  if (rates.value.some(({ from }) => from < days.from)) return refuseFunding('variation-before-line', `Give rates from a day of the line on: it ${inWords(days)}.`);
  const { to } = days;
  if (to !== null && rates.value.some(({ from }) => from >= to)) return refuseFunding('variation-after-line', `Give rates from days of the line: it ${inWords(days)}.`);
  return succeed(rates.value);
}

// The cast is the brand: where the text is no date the table refuses it, and this one decides nothing.
const firstDayOf = (text: string | undefined, otherwise: LondonDate): LondonDate => (text === undefined ? otherwise : (text as LondonDate));

function settle(command: AgreeLineRates | RefuseLineRates, ground: LineGround): Decision<NewLineEvent> {
  const { variationId, on } = command;
  const variation = ground.life.variations.find(({ proposal }) => proposal.body.data.variationId === variationId);
  if (!variation) return refuseFunding('variation-unknown', 'No rates with this id were proposed for this line, or the proposal was withdrawn.');
  const refusal = refuseTooLate(variation, ground) ?? refuseTooEarly(variation, on);
  if (refusal) return refusal;
  const of = { ...ground.about, variationId, on };
  if (command.type === 'RefuseLineRates') return accept({ type: 'LineRatesVariationRefused', data: { ...of, because: command.because } });
  const stillAwaited = variation.stillAwaited.filter((agencyId) => !ground.facts.actsFor.has(agencyId));
  return accept({ type: 'LineRatesVariationAgreed', data: { ...of, stillAwaited } });
}

function refuseTooLate({ standing, stillAwaited }: RateVariation<LineEntry>, { facts: { actsFor } }: LineGround) {
  if (standing === 'in-force') return refuseFunding('variation-settled', 'All have agreed to these rates already. Propose others where they are to change again.');
  if (standing === 'refused') return refuseFunding('variation-settled', 'One agency has refused these rates. Propose them again where it has thought better of it.');
  if (stillAwaited.some((agencyId) => actsFor.has(agencyId))) return undefined;
  return refuseFunding('variation-not-awaited', 'Your agency has agreed already, or neither pays a part of this line nor its provider: nothing is awaited of it.');
}

function refuseTooEarly({ proposal }: RateVariation<LineEntry>, on: LondonDate) {
  const proposedOn = proposal.body.data.on;
  return on >= proposedOn ? undefined : refuseFunding('variation-before-proposal', `These rates were proposed on ${formatLondonDate(proposedOn)}: give that day or a later one.`);
}
