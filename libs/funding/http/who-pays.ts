import { criterionInWords } from '@accord/child/contracts';
import type { Clause } from '@accord/funding/contracts';
import { creditsByAgency, cutsOf, fundedLiabilities, recoveredPence, recoveries, totalsByAgency } from '@accord/funding/domain';
import type { AgencyAmount, AgreementFact, CriterionFact, FundFact, FundedLiability, FundingPicture, Liability, SplitSource, Step } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import type { Position } from '@accord/shared/event-store';
import type { Vocabulary } from '@accord/shared/http';
import { intersect, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Id } from '@accord/shared/kernel';
import type { FactsAsOf, FundsOnRecord } from '@accord/funding/application';
import { recoveredInWords, recoveryInWords } from './line/recoveries-in-words';

export interface WhoPaysQuestion extends FactsAsOf {
  readonly childId: Id<'child'>;
  readonly window: ClosedPeriod;
  readonly step: Step;
}

/** Gives a child's funding picture: from the read model, or folded from the record again. */
export interface FundingPictures {
  pictureAsOf(childId: Id<'child'>, asOf: FactsAsOf): Promise<FundingPicture>;
}

/** Where the facts of a question stand, beside the facts. */
interface Placed {
  /** Up to where in the record the read model has come. */
  position(): Promise<Position>;
}
/** Which pooled funds there are, as known at any place of the record. */
export type KnownFunds = Pick<FundsOnRecord, 'position' | 'facts'>;

/** Answers who pays what for a child between two dates, and why, from the facts alone: at one place of the record, which it names. */
export class WhoPays {
  constructor(
    private readonly facts: FundingPictures & Placed,
    private readonly funds: KnownFunds,
    private readonly vocabulary: Vocabulary,
  ) {}

  async answer({ childId, window, step, ...asked }: WhoPaysQuestion) {
    const reached = await Promise.all([this.facts.position(), this.funds.position()]);
    const asOf = { ...asked, upTo: Math.min(asked.upTo ?? Infinity, ...reached) };
    const [picture, funds, words] = await Promise.all([this.facts.pictureAsOf(childId, asOf), this.funds.facts(asOf), this.vocabulary.words()]);
    const funded = fundedLiabilities(picture, { funds, window, cuts: cutsOf(window, step) });
    const found = funded.map(({ liability }) => liability);
    const [paid, cameBack] = [totalsByAgency(found), recoveries(picture, window)];
    return {
      childId,
      ...window,
      step,
      ...asOf,
      liabilities: funded.map((each) => fundedInWords(each, words)),
      recoveries: cameBack.map((each) => recoveryInWords(each, words)),
      totals: {
        costPence: sumPence(found.map((liability) => liability.cost)),
        agencies: amountsInWords(paid, words),
        ...recoveredInWords({ agencies: paid, recovered: recoveredPence(cameBack), credits: creditsByAgency(cameBack) }, words),
      },
    };
  }
}

export const amountsInWords = (amounts: readonly AgencyAmount[], words: Words) =>
  amounts.map(({ agencyId, pence }) => ({ agencyId, agency: words.agency(agencyId), pence }));

export function liabilityInWords(liability: Liability, words: Words) {
  const { line, decisionId, pauses, origin, alsoBecause } = liability.line;
  const suspensions = pauses.flatMap((pause) => {
    const days = intersect(liability.period, pause);
    return days ? [{ ...days, retainedBasisPoints: pause.retainedBasisPoints }] : [];
  });
  return {
    lineId: line.lineId,
    category: line.category,
    ...liability.period,
    rates: liability.rates,
    // Days on which only a part of the rate was payable.
    ...(suspensions.length > 0 ? { suspensions } : {}),
    costPence: liability.cost,
    split: liability.split,
    amounts: amountsInWords(liability.amounts, words),
    decisionId,
    why: whyInWords(liability.source, words),
    // Where another than the panel says who pays: what made the line and its cost what they are, all the same.
    ...(liability.source.kind === 'panel-decision' ? {} : { lineEvents: [origin, ...alsoBecause] }),
  };
}

/** The fund that pays: what stands beside the agencies is then their part in name. */
function fundInWords({ fundId, name, hostAgencyId, origin }: FundFact, words: Words) {
  const host = words.agency(hostAgencyId);
  return {
    ...{ fundId, fund: name, hostAgencyId, host },
    says: `The pooled fund “${name}”, hosted by ${host}, pays for these days; the amounts are what each partner bears of them in name.`,
    events: [origin],
  };
}

/** A piece of a line's cost in words, with the fund that pays for it where one does. */
export const fundedInWords = ({ liability, fund }: FundedLiability, words: Words) => ({
  ...liabilityInWords(liability, words),
  ...(fund ? { paidBy: fundInWords(fund, words) } : {}),
});

/** The reason, as a sentence and as the recorded events behind it. */
export function whyInWords(source: SplitSource, words: Words) {
  if (source.kind === 'panel-decision') {
    const { panelId, decidedOn, decisionId, origin, alsoBecause, line, urgently } = source.line;
    const who = urgently ? `Officers decided urgently for ${words.panel(panelId)}` : `${words.panel(panelId)} decided`;
    return {
      kind: source.kind,
      says: source.supposed
        ? `In place of what ${words.panel(panelId)} decided on ${words.date(decidedOn)}: ${words.shares(source.supposed)}.`
        : `${who} on ${words.date(decidedOn)}: ${words.shares(line.split)}.`,
      decisionId,
      events: [origin, ...alsoBecause],
    };
  }
  if (source.kind !== 'standing-agreement') return disputeInWords(source, words);
  const { agreement, clause, events, finding } = source;
  return {
    kind: source.kind,
    says: `Under “${agreement.title}”${textInWords(agreement, words)}, ${clauseInWords(source, words)}.`,
    ...{ agreementId: agreement.agreementId, version: agreement.version, clauseId: clause.clauseId },
    triggeredBy: events.map(({ kind, eventId, on }) => ({ event: kind, eventId, on })),
    finding: finding === undefined ? null : { criterion: finding.criterion, from: finding.from, event: finding.origin },
    operationIds: events.filter(({ kind }) => kind === 'surgery').map(({ eventId }) => eventId),
    events: [agreement.origin, ...events.map((event) => event.origin)],
  };
}

/** What was settled, or what holds meanwhile: the latter admits nothing and is no precedent. */
const disputeInWords = ({ kind, dispute: { disputeId, split, days, on, origin, supposed } }: Extract<SplitSource, { dispute: unknown }>, words: Words) => ({
  kind,
  says:
    supposed === true
      ? `As if a dispute were settled from ${words.date(days.from)}: ${words.shares(split)}.`
      : kind === 'dispute-settlement'
        ? `As settled on ${words.date(on)}, from ${words.date(days.from)}: ${words.shares(split)}.`
        : `While its split is in dispute, without prejudice, from ${words.date(days.from)}: ${words.shares(split)}.`,
  disputeId,
  events: [origin],
});

type ByClause = Extract<SplitSource, { kind: 'standing-agreement' }>;

const textInWords = ({ version, inForceFrom }: AgreementFact, words: Words): string =>
  version === 1 ? '' : ` as varied from ${words.date(inForceFrom)}`;

const eventNames = { surgery: 'operation', discharge: 'discharge', placement: 'beginning of the placement' } as const;

/** `for 6 weeks after the operation of 6 October 2025 (day 1 is the day of the operation): Health 50 %, …, whatever the cost`. */
function clauseInWords({ clause, events, finding }: ByClause, words: Words): string {
  const cost = clause.cost === 'regardless-of-cost' ? 'whatever the cost' : `for a line of up to ${words.money(clause.cost.upToWeeklyPence)} a week`;
  const shared = `${words.shares(clause.split)}, ${cost}`;
  const { event } = clause.trigger;
  const forWhom = finding && (event === 'always' || finding.criterion !== 'complex-healthcare') ? foundInWords(finding, words) : '';
  if (event === 'always') return `as long as it is in force${forWhom}: ${shared}`;
  const after = events.map(({ on }) => words.date(on)).join(' and ');
  const dayOne = clause.dayOne === 'day-after-event' ? `the day after the ${eventNames[event]}` : `the day of the ${eventNames[event]}`;
  return `${lengthInWords(clause)} after the ${eventNames[event]} of ${after} (day 1 is ${dayOne})${forWhom}: ${shared}`;
}

/** `, for a child found from 3 November 2025 to have a severe level of need`. */
const foundInWords = ({ criterion, from }: CriterionFact, words: Words): string =>
  `, for a child found from ${words.date(from)} to have ${criterionInWords[criterion]}`;

export function lengthInWords({ duration }: Pick<Clause, 'duration'>): string {
  if (duration.unit === 'until-the-agreement-ends') return 'until it ends,';
  const { unit, count } = duration;
  return count === 1 ? `for one ${unit.slice(0, -1)}` : `for ${count} ${unit}`;
}

/** The answer, as it is given over HTTP and on the command line. */
export type WhoPaysAnswer = Awaited<ReturnType<WhoPays['answer']>>;
