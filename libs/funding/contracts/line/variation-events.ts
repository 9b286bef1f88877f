import { lineRate } from '@accord/panel/contracts';
import { defineEvent, idOf, londonDateField, textField } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { addDays } from '@accord/shared/kernel';
import { z } from 'zod';
import { ofLine } from './line-fields';

const ofVariation = () => ({ ...ofLine(), variationId: idOf('rate-variation'), on: londonDateField() });

/** The agencies that have still to agree; none: the variation holds. */
const stillAwaited = () => z.array(idOf('agency'));

type Rate = z.infer<typeof lineRate>;

export const LineRatesVariationProposed = defineEvent({
  type: 'LineRatesVariationProposed',
  version: 1,
  stream: 'package-line',
  meaning: 'An agency proposed other rates of a package line from a day on; they hold once every payer, and the agency that pays the provider, has agreed. To propose is to agree.',
  data: z.strictObject({
    ...ofVariation(),
    /** In order: from the first day on they take the place of every rate that held. */
    rates: z.array(lineRate).min(1),
    stillAwaited: stillAwaited(),
    because: textField(1000),
  }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ lineId, agencyId, rates, stillAwaited: awaited }, words) =>
    `${words.agency(agencyId)} proposed other rates of the ${words.line(lineId)}: ${ratesInWords(rates, words)}. ${stands(awaited, words)}`,
});

export const LineRatesVariationAgreed = defineEvent({
  type: 'LineRatesVariationAgreed',
  version: 1,
  stream: 'package-line',
  meaning: 'An agency agreed to other rates of a package line; with the last one awaited they hold.',
  data: z.strictObject({ ...ofVariation(), stillAwaited: stillAwaited() }),
  effective: 'on',
  sentence: ({ lineId, agencyId, stillAwaited: awaited }, words) => `${words.agency(agencyId)} agreed to the other rates of the ${words.line(lineId)}. ${stands(awaited, words)}`,
});

export const LineRatesVariationRefused = defineEvent({
  type: 'LineRatesVariationRefused',
  version: 1,
  stream: 'package-line',
  meaning: 'An agency did not agree to other rates of a package line: the rates that held go on.',
  data: z.strictObject({ ...ofVariation(), because: textField(1000) }),
  personal: { because: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: ({ lineId, agencyId }, words) => `${words.agency(agencyId)} did not agree to the other rates of the ${words.line(lineId)}: those that held go on.`,
});

const stands = (awaited: readonly string[], words: Words): string =>
  awaited.length === 0 ? 'All have agreed: they hold.' : `Still to agree: ${awaited.map((agency) => words.agency(agency)).join(', ')}.`;

/** What is paid once takes the place of the rate before it: where none follows at once, that nothing is paid then is said. */
function ratesInWords(rates: readonly Rate[], words: Words): string {
  return rates
    .map((rate, place) => {
      const next = addDays(rate.from, 1);
      const ends = 'oncePence' in rate && rates[place + 1]?.from !== next;
      return `${rateInWords(rate, words)}${ends ? ` and nothing from ${words.date(next)} on` : ''}`;
    })
    .join('; ');
}

function rateInWords(rate: Rate, words: Words): string {
  const from = `from ${words.date(rate.from)}`;
  if ('oncePence' in rate) return `${words.money(rate.oncePence)} once on ${words.date(rate.from)}`;
  if ('dailyPence' in rate) return `${words.money(rate.dailyPence)} a day ${from}`;
  if ('fourWeeklyPence' in rate) return `${words.money(rate.fourWeeklyPence)} every four weeks ${from}`;
  if ('hourlyPence' in rate) return `${words.money(rate.hourlyPence)} an hour for ${rate.weeklyMinutes} minutes a week ${from}`;
  return `${words.money(rate.weeklyPence)} a week ${from}`;
}
