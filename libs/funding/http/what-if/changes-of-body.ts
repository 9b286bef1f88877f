import type { Clause } from '@accord/funding/contracts';
import { FROM_THE_START, refuseFunding } from '@accord/funding/domain';
import type { Change, ClauseTerms } from '@accord/funding/domain';
import { RefusalProblem, granted, proposedRate } from '@accord/shared/http';
import { ratesOfLine } from '@accord/shared/kernel';
import type { LondonDate, Period } from '@accord/shared/kernel';
import type { ChangeBody, ClauseChangedBody, LineRatesBody, RatesRaisedBody } from './what-if-bodies';

/** The changes that a body or a file supposes. @throws RefusalProblem where it is not clear what one of them is */
export const changesOf = (bodies: readonly ChangeBody[]): Change[] => bodies.map(changeOf);

function changeOf(body: ChangeBody): Change {
  const { from, to = null, ...kinds } = body;
  const given = Object.values(kinds).filter((kind) => kind !== undefined);
  if (given.length !== 1) {
    throw unclear('Give in each change exactly one of clause, clauseLeftOut, lineSplit, categorySplit, lineRates, ratesRaised and settlement.');
  }
  const days: Period = { from: from ?? FROM_THE_START, to };
  const { clause, clauseLeftOut, lineSplit, categorySplit, lineRates, ratesRaised, settlement } = kinds;
  if (clause) return { kind: 'clause-changed', agreementId: clause.agreementId, clauseId: clause.clauseId, terms: termsOf(clause), days };
  if (clauseLeftOut) return { kind: 'clause-left-out', ...clauseLeftOut, days };
  if (lineSplit) return { kind: 'split-changed', of: { decisionId: lineSplit.decisionId, lineId: lineSplit.lineId }, split: lineSplit.split, days };
  if (categorySplit) return { kind: 'split-changed', of: { categories: categorySplit.categories, panelId: categorySplit.panelId ?? null }, split: categorySplit.split, days };
  if (lineRates) return ratesChanged(lineRates, from, to);
  if (ratesRaised) return { kind: 'rates-raised', of: { categories: ratesRaised.categories, panelId: ratesRaised.panelId ?? null }, basisPoints: basisPointsOf(ratesRaised), days };
  if (settlement) return { kind: 'settlement', ...settlement, days };
  throw unclear('Say what is supposed.');
}

const unclear = (because: string): RefusalProblem => new RefusalProblem(refuseFunding('what-if-change-unclear', because));

function termsOf({ split, dayOne, categories, ...body }: ClauseChangedBody): ClauseTerms {
  const [duration, cost] = [durationOf(body), costOf(body)];
  return {
    ...(split === undefined ? {} : { split }),
    ...(duration === undefined ? {} : { duration }),
    ...(dayOne === undefined ? {} : { dayOne }),
    ...(cost === undefined ? {} : { cost }),
    ...(categories === undefined ? {} : { categories }),
  };
}

function durationOf({ weeks, days, lasts }: Pick<ClauseChangedBody, 'weeks' | 'days' | 'lasts'>): Clause['duration'] | undefined {
  if ([weeks, days, lasts].filter((length) => length !== undefined).length > 1) {
    throw new RefusalProblem(refuseFunding('clause-of-two-lengths', 'Give the length of the clause in weeks, in days, or as lasting until the agreement ends.'));
  }
  if (weeks !== undefined) return { unit: 'weeks', count: weeks };
  if (days !== undefined) return { unit: 'days', count: days };
  return lasts === undefined ? undefined : { unit: lasts };
}

function costOf({ cost, upToWeeklyPence }: Pick<ClauseChangedBody, 'cost' | 'upToWeeklyPence'>): Clause['cost'] | undefined {
  if ((cost === 'up-to-weekly-rate') !== (upToWeeklyPence !== undefined)) {
    throw new RefusalProblem(refuseFunding('clause-cap-unclear', 'Give the weekly rate up to which the clause is to rule together with up-to-weekly-rate, or neither.'));
  }
  return upToWeeklyPence === undefined ? cost && 'regardless-of-cost' : { upToWeeklyPence };
}

/** The first of the rates says from when; that they cover the line's days is for the rules to say. */
function ratesChanged({ decisionId, lineId, rates: bodies }: LineRatesBody, from: LondonDate | undefined, to: LondonDate | null): Change {
  const since = from ?? bodies[0]?.from ?? FROM_THE_START;
  const rates = granted(ratesOfLine(bodies.map(proposedRate), { from: since, to: null }));
  return { kind: 'rates-changed', decisionId, lineId, rates, days: { from: since, to } };
}

function basisPointsOf({ raisedBasisPoints, loweredBasisPoints }: RatesRaisedBody): number {
  if ((raisedBasisPoints === undefined) === (loweredBasisPoints === undefined)) throw unclear('Give either raisedBasisPoints or loweredBasisPoints: 250 is 2.5 %.');
  return raisedBasisPoints ?? -(loweredBasisPoints ?? 0);
}
