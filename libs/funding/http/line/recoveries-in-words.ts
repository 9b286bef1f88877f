import type { Totals } from '@accord/funding/application';
import type { AgencyAmount, Recovery } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { addDays, addPence, noPence } from '@accord/shared/kernel';

const inWords = (amounts: readonly AgencyAmount[], words: Words) => amounts.map(({ agencyId, pence }) => ({ agencyId, agency: words.agency(agencyId), pence }));

/** A sum that came back: what of it is credited to whom (amounts of nothing or less), and the event behind it. */
export function recoveryInWords({ line: { line, decisionId }, recovery, amounts, nobodyPaid }: Recovery, words: Words) {
  const { recoveryId, on, of, pence, origin } = recovery;
  return {
    ...{ recoveryId, lineId: line.lineId, decisionId, category: line.category, on, of, pence },
    amounts: inWords(amounts, words),
    says:
      `Of what was paid from ${words.date(of.from)} to ${words.date(addDays(of.to, -1))}, ${words.money(pence)} was not spent and came back on ${words.date(on)}: ` +
      (nobodyPaid ? 'as is known now these days of the line cost nothing, and it is credited by the split that was decided for the line.' : 'it is credited in the proportion in which it was paid.'),
    events: [origin],
  };
}

/** What came back in all, and what each agency bears of the cost once that is credited to it. */
export const recoveredInWords = ({ agencies, recovered, credits }: Pick<Totals, 'agencies' | 'recovered' | 'credits'>, words: Words) => ({
  recoveredPence: recovered,
  agenciesAfterRecoveries: inWords(afterCredits(agencies, credits), words),
});

function afterCredits(paid: readonly AgencyAmount[], credits: readonly AgencyAmount[]): AgencyAmount[] {
  const left = new Map(paid.map(({ agencyId, pence }) => [agencyId, pence]));
  for (const { agencyId, pence } of credits) left.set(agencyId, addPence(left.get(agencyId) ?? noPence, pence));
  return [...left].map(([agencyId, pence]) => ({ agencyId, pence })).sort((one, two) => (one.agencyId < two.agencyId ? -1 : 1));
}
