import type { ContributionTerms, FundContribution, RiskShare } from '@accord/funding/contracts';
import { accept, addMonths, apportion, financialYearOf, formatLondonDate, formatPounds, intersect, shares, succeed, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Decision, FinancialYear, Id, LondonDate, Pence, Period, Refusal, Result } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { openYearAsked, partnersOf } from './fund-partners';
import type { ActGround, ActingPartners, ByPartner, FundYearAsked } from './fund-partners';
import { textInForce } from './fund-state';
import type { FundOnRecord, NewFundEvent } from './fund-state';

/** A partner’s contribution as it is proposed. */
export interface ProposedContribution {
  readonly agencyId: Id<'agency'>;
  readonly pence: Pence;
  /** Left out: four equal ones, on the first day of each quarter. */
  readonly instalments?: readonly { readonly dueOn: LondonDate; readonly pence: Pence }[] | undefined;
}
interface Proposal extends ByPartner {
  readonly post: string;
  /** The first day of the financial year. */
  readonly year: string;
  readonly contributions: readonly ProposedContribution[];
  readonly riskShare: RiskShare;
  readonly reservePence: Pence;
}
/** Proposes the contributions of a year, and agrees to them for the partner that proposes. */
export interface AgreeContributions extends Proposal {
  readonly type: 'AgreeContributions';
}
/** Proposes a change of what every partner has agreed to. */
export interface VaryContributions extends Proposal {
  readonly type: 'VaryContributions';
  readonly because: string;
}
/** Agrees, for one partner, to the text that was proposed last. */
export interface ConsentToContributions extends ByPartner {
  readonly type: 'ConsentToContributions';
  readonly year: string;
  readonly version: number;
  readonly post: string;
}
export type ContributionCommand = AgreeContributions | VaryContributions | ConsentToContributions;

export function decideContributions(command: ContributionCommand, state: FundOnRecord, { on, inherited }: ActGround): Decision<NewFundEvent> {
  const partners = partnersOf(state, { agencyId: command.agencyId, inherited });
  if (!partners.ok) return partners;
  const asked = openYearAsked(state, command.year);
  if (!asked.ok) return asked;
  const act = { asked: asked.value, partners: partners.value, on };
  return command.type === 'ConsentToContributions' ? consent(command, state, act) : propose(command, state, act);
}

interface Act {
  readonly asked: FundYearAsked;
  readonly partners: ActingPartners;
  readonly on: LondonDate;
}

function propose(command: AgreeContributions | VaryContributions, state: FundOnRecord, { asked, partners: [agencyId, ...others], on }: Act): Decision<NewFundEvent> {
  const { fund } = state;
  const { year, onRecord } = asked;
  const terms = termsOf(command, year, state);
  if (!terms.ok) return terms;
  const inForce = textInForce(onRecord);
  const proposed = totalOf(terms.value);
  const version = (onRecord.texts.at(-1)?.version ?? 0) + 1;
  const { post } = command;
  const data = { fundId: fund.fundId, year: year.from, version, agencyId, post, ...copied(terms.value), on };
  // Partners whose functions are in one hand agree at once: nobody is left to be asked.
  const alsoAgreed = others.map((other): NewFundEvent => ({ type: 'FundContributionsConsented', data: { fundId: fund.fundId, year: year.from, version, agencyId: other, post, on } }));
  if (command.type === 'VaryContributions') {
    if (inForce === undefined) return refuseNotAgreed(year);
    return accept({ type: 'FundContributionVaried', data: { ...data, because: command.because } }, ...alsoAgreed);
  }
  if (inForce !== undefined) {
    return refuseFunding(
      'fund-year-already-agreed',
      `For ${year.name} every partner has agreed to ${formatPounds(totalOf(inForce))}, and ${formatPounds(proposed)} is proposed: vary the contributions instead.`,
    );
  }
  return accept({ type: 'FundContributionsAgreed', data }, ...alsoAgreed);
}

/** The same as the event has it: lists of its own. */
const copied = ({ contributions, riskShare, reservePence }: ContributionTerms) => ({ contributions: [...contributions], riskShare, reservePence });

export const totalOf = ({ contributions }: Pick<ContributionTerms, 'contributions'>): Pence => sumPence(contributions.map(({ pence }) => pence));

export const refuseNotAgreed = ({ name }: FinancialYear): Refusal =>
  refuseFunding('fund-contributions-not-agreed', `Not every partner has agreed to contributions for ${name}: agree to them first, each partner for itself.`);

function consent(command: ConsentToContributions, { fund }: FundOnRecord, { asked, partners, on }: Act): Decision<NewFundEvent> {
  const { year, onRecord } = asked;
  const newest = onRecord.texts.at(-1);
  if (newest === undefined) return refuseFunding('fund-text-not-to-agree', `Nothing was proposed for ${year.name} yet.`);
  if (newest.version !== command.version) {
    return refuseFunding('fund-text-not-to-agree', `Version ${newest.version} was proposed last for ${year.name}: agree to that one, or propose another.`);
  }
  const first = newest.agreed[0];
  const missing = partners.filter((partner) => newest.agreed.every(({ agencyId }) => agencyId !== partner));
  if (missing.length === 0) {
    return refuseFunding('fund-text-already-agreed', `Your agency has agreed to version ${newest.version} already.`);
  }
  if (first !== undefined && on < first.on) {
    return refuseFunding('fund-agreed-before-text', `Version ${newest.version} was proposed on ${formatLondonDate(first.on)}; give that day or a later one.`);
  }
  const { version, post } = command;
  return accept(...missing.map((agencyId): NewFundEvent => ({ type: 'FundContributionsConsented', data: { fundId: fund.fundId, year: year.from, version, agencyId, post, on } })));
}

/** Refuses terms that name strangers, contradict themselves, or do not sum. */
function termsOf({ contributions, riskShare, reservePence }: Proposal, year: FinancialYear, { fund: { partners, from }, ended }: FundOnRecord): Result<ContributionTerms> {
  const payers = contributions.map(({ agencyId }) => agencyId);
  const refusal = refusePayers(payers, partners) ?? refuseRiskShare(riskShare, partners);
  if (refusal) return refusal;
  if (contributions.every(({ pence }) => pence === 0)) return refuseFunding('fund-contributions-of-nothing', 'At least one partner contributes something.');
  const whole: FundContribution[] = [];
  for (const each of contributions) {
    const contribution = inInstalments(each, year, { from, to: ended?.from ?? null });
    if (!contribution.ok) return contribution;
    whole.push(contribution.value);
  }
  return succeed({ contributions: whole, riskShare, reservePence });
}

function refusePayers(payers: readonly string[], partners: readonly string[]): Refusal | undefined {
  if (payers.some((payer) => !partners.includes(payer))) {
    return refuseFunding('fund-contributor-no-partner', 'A contribution or a share names an agency that is no partner in the fund: name partners only.');
  }
  return new Set(payers).size < payers.length ? refuseFunding('fund-contributor-repeated', 'A partner is named twice: name each once.') : undefined;
}

function refuseRiskShare({ overspend, order }: RiskShare, partners: readonly string[]): Refusal | undefined {
  if (new Set(order).size < order.length) return refuseFunding('fund-risk-order-repeated', 'The order in which an overspend is met names a step twice: name each once.');
  if (overspend.kind === 'pro-rata-to-contribution') return refusePayers(overspend.caps.map(({ agencyId }) => agencyId), partners);
  const whole = shares(overspend.shares);
  return whole.ok ? refusePayers(overspend.shares.parts.map(({ agencyId }) => agencyId), partners) : whole;
}

function inInstalments({ agencyId, pence, instalments }: ProposedContribution, year: FinancialYear, daysOfFund: Period): Result<FundContribution> {
  if (instalments === undefined) return succeed({ agencyId, pence, instalments: quarterly(pence, intersect(year, daysOfFund) ?? year) });
  const inOrder = instalments.toSorted((one, two) => (one.dueOn < two.dueOn ? -1 : one.dueOn > two.dueOn ? 1 : 0));
  const outside = inOrder.find(({ dueOn }) => dueOn < year.from || dueOn >= year.to);
  if (outside) return refuseFunding('fund-instalment-outside-year', `An instalment is due on ${formatLondonDate(outside.dueOn)}, outside ${year.name}.`);
  const sum = sumPence(inOrder.map((each) => each.pence));
  if (sum === pence) return succeed({ agencyId, pence, instalments: inOrder });
  return refuseFunding('fund-instalments-do-not-sum', `The instalments of a partner make ${formatPounds(sum)}, and its contribution is ${formatPounds(pence)}: change one of the two.`);
}

/**
 * Equal instalments on the first day of each quarter in which the fund has a day, of the first on the first such day;
 * odd pennies with the first ones (largest remainder).
 */
function quarterly(total: Pence, days: ClosedPeriod): FundContribution['instalments'] {
  const { from } = financialYearOf(days.from);
  const quarters = [0, 3, 6, 9].map((months) => ({ from: addMonths(from, months), to: addMonths(from, months + 3) }));
  const dueOn = quarters.flatMap((quarter) => intersect(quarter, days)?.from ?? []);
  // Only the weights count: the days stand in for agencies, whose ids are brands of text.
  const parts = dueOn.map((day) => ({ agencyId: day as string as Id<'agency'>, weight: 1 }));
  const pence = apportion(total, { kind: 'ratio', parts });
  return dueOn.map((day, place) => ({ dueOn: day, pence: pence[place] ?? total }));
}
