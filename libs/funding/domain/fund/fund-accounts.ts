import type { FundMeans, FundPurpose } from '@accord/funding/contracts';
import { accept, addDays, formatLondonDate, formatPounds, sumPence } from '@accord/shared/kernel';
import type { Decision, Id, LondonDate, Pence, Refusal } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { decideClosing, tellCommitted } from './fund-closing';
import type { CloseFundYear, FundLines, TellFundCommitted } from './fund-closing';
import { refuseNotAgreed } from './fund-contributions';
import { hostOf, openYearAsked, yearAsked, yearOfDay } from './fund-partners';
import type { ActGround, ByPartner } from './fund-partners';
import { textInForce } from './fund-state';
import type { FundOnRecord, NewFundEvent } from './fund-state';
import { paysOn } from './funds-paying';

/** The host received a sum from a partner. */
export interface ReceiveContribution extends ByPartner {
  readonly type: 'ReceiveContribution';
  readonly receiptId: Id<'fund-receipt'>;
  readonly year: string;
  readonly payerId: Id<'agency'>;
  readonly pence: Pence;
  /** Which of the partner’s instalments, from 1. */
  readonly instalment: number;
  /** Where it makes more than the partner contributes: why it came all the same. */
  readonly overpaidBecause: string | null;
}
/** A receipt that was a slip, or a payment that was taken back: it counts no more, and the right one can be recorded. */
export interface ReverseContribution extends ByPartner {
  readonly type: 'ReverseContribution';
  readonly receiptId: string;
  readonly because: string;
}
/** The fund spent a sum on something else than package lines. */
export interface RecordFundSpending extends ByPartner {
  readonly type: 'RecordFundSpending';
  readonly spendingId: Id<'fund-spending'>;
  readonly pence: Pence;
  readonly for: FundPurpose;
  readonly because: string;
}
/** Spending that was a mistake or came back: a credit on the day of its own, so that a closed year stands. */
export interface ReverseFundSpending extends ByPartner {
  readonly type: 'ReverseFundSpending';
  readonly spendingId: string;
  readonly because: string;
}
/** A sum was found with which an overspend can be met, in place of one of the same kind found before. */
export interface FindFundMeans extends ByPartner {
  readonly type: 'FindFundMeans';
  readonly year: string;
  readonly means: FundMeans;
  readonly pence: Pence;
  readonly because: string;
}
export type FundAccountsCommand = ReceiveContribution | ReverseContribution | RecordFundSpending | ReverseFundSpending | FindFundMeans | CloseFundYear | TellFundCommitted;

export interface AccountsGround extends ActGround {
  readonly lines: FundLines | undefined;
}

export function decideAccounts(command: FundAccountsCommand, state: FundOnRecord, ground: AccountsGround): Decision<NewFundEvent> {
  if (command.type === 'TellFundCommitted') return tellCommitted(command, state, ground);
  const host = hostOf(state, { agencyId: command.agencyId, inherited: ground.inherited });
  if (!host.ok) return host;
  const by = { agencyId: host.value, on: ground.on };
  switch (command.type) {
    case 'ReceiveContribution':
      return receive(command, state, by);
    case 'ReverseContribution':
      return takeBack(command, state, by);
    case 'RecordFundSpending':
      return spend(command, state, by);
    case 'ReverseFundSpending':
      return reverse(command, state, by);
    case 'FindFundMeans':
      return findMeans(command, state, by);
    case 'CloseFundYear':
      return decideClosing(command, state, { ...ground, agencyId: host.value });
  }
}

interface ByHost {
  readonly agencyId: Id<'agency'>;
  readonly on: LondonDate;
}

const refuseNothing = (): Refusal => refuseFunding('fund-sum-of-nothing', 'Give the sum in whole pence, more than nothing.');

/** What is owed for a closed year may still come in: the contribution stands, whatever the outturn was. */
function receive(command: ReceiveContribution, state: FundOnRecord, { on }: ByHost): Decision<NewFundEvent> {
  const { receiptId, year: text, payerId, pence, instalment, overpaidBecause: because } = command;
  if (pence === 0) return refuseNothing();
  const asked = yearAsked(state, text);
  if (!asked.ok) return asked;
  const { year, onRecord } = asked.value;
  const inForce = textInForce(onRecord);
  if (inForce === undefined) return refuseNotAgreed(year);
  const contribution = inForce.contributions.find(({ agencyId }) => agencyId === payerId);
  if (contribution === undefined) return refuseFunding('fund-contributor-no-partner', `That agency contributes nothing to the fund in ${year.name}: name one that does.`);
  if (contribution.instalments[instalment - 1] === undefined) {
    return refuseFunding('fund-instalment-unknown', `The partner pays in ${contribution.instalments.length} instalments: name one of them, counted from 1.`);
  }
  const received = sumPence([...onRecord.received.filter(({ agencyId, reversed }) => agencyId === payerId && reversed === null).map((each) => each.pence), pence]);
  const exceeds = received > contribution.pence;
  if (exceeds && because === null) {
    return refuseFunding(
      'fund-contribution-exceeded',
      `With this the partner would have paid ${formatPounds(received)} for ${year.name}, and it contributes ${formatPounds(contribution.pence)}: vary the contributions first, or correct the sum. ` +
        'Where it came all the same, give overpaidBecause, and it is recorded as an overpayment.',
    );
  }
  const { fundId } = state.fund;
  const overpaid = exceeds && because !== null ? { because } : null;
  return accept({ type: 'FundContributionReceived', data: { fundId, receiptId, year: year.from, agencyId: payerId, pence, instalment, overpaid, on } });
}

/** Of a closed year, too: what came in for it may turn out not to have, and its closing keeps the figures that it told. */
function takeBack({ receiptId, because }: ReverseContribution, state: FundOnRecord, { on }: ByHost): Decision<NewFundEvent> {
  const found = state.years.flatMap(({ year, received }) => received.filter((each) => each.receiptId === receiptId && each.reversed === null).map((receipt) => ({ year, receipt })))[0];
  if (found === undefined) return refuseFunding('fund-receipt-unknown', 'The fund has no receipt with this id that counts: it is another fund’s, or was taken back already.');
  const { year, receipt } = found;
  if (on < receipt.on) return refuseFunding('fund-day-outside', `It was received on ${formatLondonDate(receipt.on)}: take it back on that day or a later one.`);
  return accept({ type: 'FundContributionReversed', data: { fundId: state.fund.fundId, receiptId: receipt.receiptId, year, agencyId: receipt.agencyId, because, on } });
}

function spend({ spendingId, pence, for: purpose, because }: RecordFundSpending, state: FundOnRecord, { agencyId, on }: ByHost): Decision<NewFundEvent> {
  if (pence === 0) return refuseNothing();
  if (!paysOn(state, on)) return refuseDay(state);
  const open = openYearAsked(state, yearOfDay(on));
  if (!open.ok) return open;
  return accept({ type: 'FundSpendingRecorded', data: { fundId: state.fund.fundId, spendingId, agencyId, pence, on, for: purpose, because } });
}

function refuseDay({ fund, ended }: FundOnRecord): Refusal {
  const until = ended === null ? '' : ` to ${formatLondonDate(addDays(ended.from, -1))}`;
  return refuseFunding('fund-day-outside', `The fund pays for the days from ${formatLondonDate(fund.from)}${until}: give one of them.`);
}

function reverse({ spendingId, because }: ReverseFundSpending, state: FundOnRecord, { agencyId, on }: ByHost): Decision<NewFundEvent> {
  const spending = state.spending.find((each) => each.spendingId === spendingId);
  if (spending === undefined) return refuseFunding('fund-spending-unknown', 'The fund has no spending with this id.');
  if (spending.reversed !== null) return refuseFunding('fund-spending-reversed', `It was reversed on ${formatLondonDate(spending.reversed.on)} already.`);
  if (on < spending.on) return refuseFunding('fund-day-outside', `It was spent on ${formatLondonDate(spending.on)}: reverse it on that day or a later one.`);
  if (!paysOn(state, on) && state.ended === null) return refuseDay(state);
  const year = yearOfDay(on);
  const closing = state.years.find((each) => each.year === year)?.closing ?? null;
  if (closing !== null) {
    return refuseFunding('fund-year-closed', `The year of that day was closed on ${formatLondonDate(closing.on)}: reverse it on a day of a year that is open.`);
  }
  return accept({ type: 'FundSpendingReversed', data: { fundId: state.fund.fundId, spendingId: spending.spendingId, agencyId, because, on } });
}

function findMeans({ year: text, means, pence, because }: FindFundMeans, state: FundOnRecord, { agencyId, on }: ByHost): Decision<NewFundEvent> {
  const open = openYearAsked(state, text);
  if (!open.ok) return open;
  return accept({ type: 'FundMeansFound', data: { fundId: state.fund.fundId, year: open.value.year.from, agencyId, means, pence, because, on } });
}
