import type { FundAsKnown } from '@accord/funding/application';
import type { ContributionText, FundPosition, PartnerAmount, RiskStepTaken } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { financialYearOf, formatLondonDate, formatPounds } from '@accord/shared/kernel';
import type { SignedPence } from '@accord/shared/kernel';

/** A fund as a person reads it, and each year’s texts. */
export function fundEntry({ fund: { fund, ended, years }, revision }: FundAsKnown, words: Words) {
  const { fundId, agreementId, name, hostAgencyId, managerPost, partners, clauses, from, alertAtBasisPoints } = fund;
  return {
    ...{ fundId, name, agreementId, agreement: words.agreement(agreementId), hostAgencyId, host: words.agency(hostAgencyId), managerPost },
    partners: partners.map((agencyId) => ({ agencyId, agency: words.agency(agencyId) })),
    ...{ clauses, from, to: ended?.from ?? null, alertAtBasisPoints },
    years: years.toSorted((one, two) => (one.year < two.year ? -1 : 1)).map(({ year, texts, closing }) => ({
      ...{ year, financialYear: financialYearOf(year).name, closed: closing === null ? null : closing.on },
      texts: texts.map((text) => textInWords(text, words)),
    })),
    revision,
  };
}

const textInWords = ({ version, agreed, because, inForceFrom, contributions, riskShare, reservePence }: ContributionText, words: Words) => ({
  ...{ version, because, inForceFrom, reservePence, riskShare },
  agreed: agreed.map((each) => ({ ...each, agency: words.agency(each.agencyId) })),
  contributions: contributions.map((each) => ({ ...each, agency: words.agency(each.agencyId) })),
});

/** Where the year of a fund stands, in words and in pence. */
export function positionInWords(position: FundPosition, words: Words) {
  const { year, asAt, text, budget, received, due, overdue, overpaid, receipts, commitments, other, otherFor, recovered, spentToDate, outturn, difference, thresholds, steps, closing, sinceClosed } = position;
  const named = <A extends { readonly agencyId: string }>(all: readonly A[]) => all.map((each) => ({ ...each, agency: words.agency(each.agencyId) }));
  return {
    ...{ financialYear: year.name, from: year.from, to: year.to, asAt },
    says: positionSaid(position),
    version: text?.version ?? null,
    ...{ budgetPence: budget, receivedPence: received, duePence: due, overduePence: overdue, overpaidPence: overpaid },
    contributions: named(position.contributions),
    receipts: named(receipts),
    lines: {
      ...{ toDatePence: commitments.toDate, toYearEndPence: commitments.toYearEnd, children: commitments.children, lines: commitments.lines },
      categories: commitments.categories.map(({ category, toDate, toYearEnd }) => ({ category, toDatePence: toDate, toYearEndPence: toYearEnd })),
      notionalShares: named(commitments.agencies).map(({ agencyId, agency, toDate, toYearEnd }) => ({ agencyId, agency, toDatePence: toDate, toYearEndPence: toYearEnd })),
    },
    otherSpending: { pence: other, for: otherFor },
    ...{ recoveredPence: recovered, spentToDatePence: spentToDate, outturnPence: outturn, differencePence: difference, thresholds, sinceClosedPence: sinceClosed },
    steps: steps.map((step) => ({ step: step.step, pence: step.pence, says: stepSaid(step, words), agencies: named(step.agencies) })),
    closed: closing && {
      ...closing,
      steps: closing.steps.map((step) => ({ ...step, says: stepSaid(step, words), agencies: named(step.agencies) })),
    },
  };
}

/** Where the year stands in words: of a year that is closed what was closed, and what became known since. */
export function positionSaid({ year, budget, text, commitments, other, recovered, outturn, difference, closing, sinceClosed }: FundPosition): string {
  if (text === null) return `Not every partner has agreed to contributions for ${year.name}; ${formatPounds(outturn)} is committed.`;
  if (closing === null) return outturnSaid(`Forecast for ${year.name}`, { budgetPence: budget, linesPence: commitments.toYearEnd, otherPence: other, recoveredPence: recovered, outturnPence: outturn, differencePence: difference });
  const closed = outturnSaid(`Outturn for ${year.name} as it was closed on ${formatLondonDate(closing.on)}`, closing);
  if (sinceClosed === null || sinceClosed === 0) return closed;
  const changed = `${formatPounds(magnitude(sinceClosed))} ${sinceClosed > 0 ? 'more' : 'less'}`;
  return `${closed} By what became known since it would be ${changed}: what was closed stands, and it is for the partners to agree in which year that counts.`;
}

type OutturnSums = Pick<NonNullable<FundPosition['closing']>, 'budgetPence' | 'otherPence' | 'recoveredPence' | 'outturnPence' | 'differencePence'> & { readonly linesPence: SignedPence };

function outturnSaid(what: string, { budgetPence, linesPence, otherPence, recoveredPence, outturnPence, differencePence }: OutturnSums): string {
  const against = differencePence === 0 ? 'exactly its budget' : `${formatPounds(magnitude(differencePence))} ${differencePence > 0 ? 'over' : 'under'} its budget of ${formatPounds(budgetPence)}`;
  const less = recoveredPence === 0 ? '' : `, less ${formatPounds(recoveredPence)} that came back`;
  return `${what}: ${formatPounds(outturnPence)}, ${against}: ${formatPounds(linesPence)} for lines and ${formatPounds(otherPence)} besides${less}.`;
}

// The cast is the brand: the magnitude of whole pence.
const magnitude = (pence: SignedPence) => Math.abs(pence) as SignedPence;

/** What a step of the risk share does, as a sentence. */
export function stepSaid({ step, pence, agencies }: Pick<RiskStepTaken, 'step' | 'pence' | 'agencies'>, words: Words): string {
  const sum = formatPounds(pence);
  switch (step) {
    case 'other-underspend':
      return `${sum} is met by underspends elsewhere.`;
    case 'reserve':
      return `${sum} is met by the reserve.`;
    case 'uncommitted-savings':
      return `${sum} is met by savings of what was not committed.`;
    case 'partners':
      return `${sum} is borne by the partners: ${amountsSaid(agencies, words)}.`;
    case 'outside':
      return `${sum} is left outside the pool, for the partners to agree on.`;
    case 'retained':
      return `${sum} stays in the fund.`;
    case 'redeployed':
      return `${sum} is used for other aims of the agreement.`;
    case 'returned-pro-rata':
      return `${sum} goes back pro rata to contributions: ${amountsSaid(agencies, words)}.`;
  }
}

const amountsSaid = (agencies: readonly PartnerAmount[], words: Words): string =>
  agencies.map(({ agencyId, pence }) => `${words.agency(agencyId)} ${formatPounds(pence)}`).join(', ');

