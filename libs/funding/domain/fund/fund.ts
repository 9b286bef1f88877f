import { accept, addDays, financialYearOf, formatLondonDate, londonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { actedFor } from '../acting';
import { endingOf, rulingTexts } from '../agreement-life';
import type { AgreedAgreement, AgreementState } from '../agreement-state';
import { refuseFunding } from '../refusals';
import { decideAccounts } from './fund-accounts';
import type { FundAccountsCommand } from './fund-accounts';
import type { FundLines } from './fund-closing';
import { decideContributions } from './fund-contributions';
import type { ContributionCommand } from './fund-contributions';
import { hostOf } from './fund-partners';
import type { ActGround, ByPartner } from './fund-partners';
import { evolveFund } from './fund-state';
import type { FundOnRecord, FundState, NewFundEvent, RecordedFundEvent } from './fund-state';
import { fundsCollide } from './funds-paying';

export interface EstablishFund extends ByPartner {
  readonly type: 'EstablishFund';
  readonly fundId: Id<'fund'>;
  readonly agreementId: Id<'agreement'>;
  readonly name: string;
  readonly hostAgencyId: string;
  readonly managerPost: string;
  /** None: all clauses of the agreement. */
  readonly clauses: readonly Id<'clause'>[];
  readonly from: string;
  readonly alertAtBasisPoints: number;
}
/** Ends the fund, as its host: what was paid stays paid. */
export interface EndFund extends ByPartner {
  readonly type: 'EndFund';
  /** The first day for which it is to pay nothing. */
  readonly from: string;
  readonly because: string;
}
export type FundCommand = EstablishFund | EndFund | ContributionCommand | FundAccountsCommand;

export interface FundFacts {
  /** Partners, or parties to the agreement, whose functions have come to the agency that acts by the day on which it does. */
  readonly inherited: ReadonlySet<string>;
  /** The agreement that a new fund rests on. */
  readonly agreement: AgreementState;
  /** The other funds of that agreement. */
  readonly others: readonly FundState[];
  /** What the lines that the fund pays for cost in the year asked about, by the record up to a position. */
  readonly lines?: FundLines | undefined;
}

/**
 * A pooled fund (SI 2000/617 reg 7): established by a party under an agreement that pools, hosted by one of its parties,
 * which alone keeps the accounts. What the partners pay, and who bears an overspend, holds once every one of them has
 * agreed to it for itself.
 */
export const fundDecider: Decider<FundCommand, FundState, NewFundEvent, RecordedFundEvent, FundFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveFund,
  decide(command, state, facts) {
    const on = dayOf(command);
    if (!on.ok) return on;
    if (command.type === 'EstablishFund') return establish(command, { state, facts, on: on.value });
    if (state.status === 'unknown') return refuseUnknownFund();
    switch (command.type) {
      case 'EndFund':
        return end(command, state, { on: on.value, inherited: facts.inherited });
      case 'AgreeContributions':
      case 'VaryContributions':
      case 'ConsentToContributions':
        return decideContributions(command, state, { on: on.value, inherited: facts.inherited });
      case 'ReceiveContribution':
      case 'ReverseContribution':
      case 'RecordFundSpending':
      case 'ReverseFundSpending':
      case 'FindFundMeans':
      case 'CloseFundYear':
      case 'TellFundCommitted':
        return decideAccounts(command, state, { on: on.value, lines: facts.lines, inherited: facts.inherited });
    }
  },
};

export const refuseUnknownFund = (): Refusal => refuseFunding('fund-unknown', 'There is no pooled fund with this id: establish it first.');

function dayOf({ on: text, today }: ByPartner): Result<LondonDate> {
  const on = londonDate(text);
  if (!on.ok || on.value <= today) return on;
  return refuseFunding('fund-day-in-future', `What has happened is recorded, not what will; today is ${formatLondonDate(today)}.`);
}

interface Establishing {
  readonly state: FundState;
  readonly facts: FundFacts;
  readonly on: LondonDate;
}

function establish(command: EstablishFund, { state, facts, on }: Establishing): Decision<NewFundEvent> {
  if (state.status !== 'unknown') return refuseFunding('fund-already-established', 'A pooled fund with this id is on record already.');
  const { agreement } = facts;
  if (agreement.status === 'unknown') return refuseFunding('agreement-unknown', 'There is no agreement with this id.');
  if (actedFor(agreement.parties, { agencyId: command.agencyId, inherited: facts.inherited }).length === 0) {
    return refuseFunding('fund-act-by-stranger', 'Your agency is no party to this agreement: a pooled fund is established by a party.');
  }
  if (agreement.status !== 'in-force') return refuseFunding('agreement-not-signed', 'The agreement is not in force: every party has to sign it first.');
  const from = firstDay(command, agreement);
  if (!from.ok) return from;
  const host = agreement.parties.find((party) => party === command.hostAgencyId);
  if (host === undefined) return refuseFunding('fund-host-no-party', 'The host is no party to the agreement: name one of its parties.');
  const { fundId, agreementId, name, managerPost, clauses, alertAtBasisPoints } = command;
  const refusal = refuseClauses(clauses, agreement) ?? refuseTaken({ clauses, days: { from: from.value, to: null } }, facts.others);
  if (refusal) return refusal;
  const data = { fundId, agreementId, name, hostAgencyId: host, managerPost, partners: [...agreement.parties], clauses: [...clauses], from: from.value, alertAtBasisPoints, on };
  return accept({ type: 'PooledFundEstablished', data });
}

function firstDay({ from: text }: EstablishFund, { kind, life }: AgreedAgreement): Result<LondonDate> {
  if (kind !== 'section-75-pooled') {
    return refuseFunding('fund-agreement-not-pooled', 'This agreement does not pool: record a section 75 agreement of the pooled kind, signed by every party, first.');
  }
  const from = londonDate(text);
  if (!from.ok) return from;
  const first = rulingTexts(life)[0]?.days.from;
  const ending = endingOf(life);
  if (first === undefined || from.value < first || (ending !== undefined && from.value >= ending.from)) {
    const until = ending === undefined ? '' : ` to ${formatLondonDate(addDays(ending.from, -1))}`;
    return refuseFunding('fund-outside-agreement', `The agreement is in force from ${formatLondonDate(first ?? from.value)}${until}: begin the fund on a day of it.`);
  }
  return succeed(from.value);
}

function refuseClauses(clauses: readonly string[], { versions }: AgreedAgreement): Refusal | undefined {
  const known = new Set<string>(versions.flatMap((text) => text.clauses.map(({ clauseId }) => clauseId)));
  if (new Set(clauses).size < clauses.length) return refuseFunding('clause-repeated', 'A clause is named twice: name each once, or none for all.');
  return clauses.every((clause) => known.has(clause))
    ? undefined
    : refuseFunding('fund-clause-unknown', 'The fund can pay for clauses of its own agreement only: name them by their ids, or none for all.');
}

function refuseTaken(fund: Parameters<typeof fundsCollide>[0], others: readonly FundState[]): Refusal | undefined {
  const taken = others.find(
    (other) => other.status === 'established' && fundsCollide(fund, { clauses: other.fund.clauses, days: { from: other.fund.from, to: other.ended?.from ?? null } }),
  );
  if (taken?.status !== 'established') return undefined;
  return refuseFunding('fund-clauses-taken', `“${taken.fund.name}” pays for these clauses on these days already: name other clauses, or end that fund first.`);
}

function end({ agencyId, from: text, because }: EndFund, state: FundOnRecord, { on, inherited }: ActGround): Decision<NewFundEvent> {
  const host = hostOf(state, { agencyId, inherited });
  if (!host.ok) return host;
  const from = londonDate(text);
  if (!from.ok) return from;
  const { fund, ended } = state;
  if (ended !== null) return refuseFunding('fund-already-ended', `The fund has ended; ${formatLondonDate(addDays(ended.from, -1))} was the last day for which it pays.`);
  if (from.value < on || from.value <= fund.from) {
    return refuseFunding('fund-ending-in-past', 'What the fund has paid stays paid: end it from the day on which this is recorded, or a later one, after its first day.');
  }
  // Both days are the caller's: only the record says what is settled.
  const closing = state.years.findLast(({ year, closing: closed }) => closed !== null && financialYearOf(year).to > from.value)?.closing;
  if (closing) {
    const { name, to } = financialYearOf(closing.year);
    return refuseFunding('fund-year-closed', `${name} was closed on ${formatLondonDate(closing.on)}, and the fund paid for all its days: end it from ${formatLondonDate(to)} or a later day.`);
  }
  return accept({ type: 'PooledFundEnded', data: { fundId: fund.fundId, agencyId: host.value, from: from.value, because, on } });
}
