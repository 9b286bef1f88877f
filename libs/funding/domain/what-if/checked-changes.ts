import type { Clause } from '@accord/funding/contracts';
import type { PackageLine } from '@accord/panel/contracts';
import { period, ratesOfLine, shares, succeed } from '@accord/shared/kernel';
import type { Refusal, Result, Shares } from '@accord/shared/kernel';
import { refuseLength } from '../agreement-text';
import { refuseFunding } from '../refusals';
import type { Change, ClauseChanged, ClauseMeant, ClauseTerms, LineMeant, RatesChanged } from './change';

/** What is on record of the things that changes name. */
export interface NamedThings {
  /** The agencies named that are registered in this area. */
  readonly agencies: ReadonlySet<string>;
  /** The clause as each text in force has it; nothing of one that no text in force has. */
  clauses(named: ClauseMeant): readonly Clause[];
  line(named: LineMeant): PackageLine | undefined;
}

/**
 * The changes as they may be supposed, or the first reason why one may not: shares that do not make a whole, an agency
 * that is none of this area, a clause or a line that is not on record, a clause of no days, rates out of order. Checked
 * before anything is computed. Parties are not asked after: who would pay may be what is negotiated about.
 */
export function checkedChanges(changes: readonly Change[], things: NamedThings): Result<readonly Change[]> {
  const checked: Change[] = [];
  for (const change of changes) {
    const days = period(change.days.from, change.days.to);
    if (!days.ok) return days;
    const found = checkedChange(change, things);
    if (!found.ok) return found;
    checked.push(found.value);
  }
  return succeed(checked);
}

/** Every agency that the changes name as a payer. */
export const agenciesIn = (changes: readonly Change[]): string[] => changes.flatMap((change) => splitOf(change)?.parts.map(({ agencyId }) => agencyId) ?? []);

function splitOf(change: Change): Shares | undefined {
  if (change.kind === 'clause-changed') return change.terms.split;
  return 'split' in change ? change.split : undefined;
}

function checkedChange(change: Change, things: NamedThings): Result<Change> {
  switch (change.kind) {
    case 'clause-changed':
      return checkedClause(change, things);
    case 'clause-left-out':
      return refuseUnknownClause(change, things) ?? succeed(change);
    case 'split-changed': {
      const unknown = 'lineId' in change.of ? refuseUnknownLine(change.of, things) : undefined;
      return unknown ?? withSplit(change, change.split, things);
    }
    case 'rates-changed':
      return checkedRates(change, things);
    case 'rates-raised':
      return change.basisPoints >= -10_000 && change.basisPoints <= 100_000
        ? succeed(change)
        : refuseFunding('what-if-change-unclear', 'Rates can be supposed lower by all of them, 10000 basis points, or higher by ten times, 100000.');
    case 'settlement':
      return refuseUnknownLine(change, things) ?? withSplit(change, change.split, things);
  }
}

function withSplit<C extends Change>(change: C, split: Shares, { agencies }: NamedThings): Result<C> {
  const checked = shares(split);
  if (!checked.ok) return checked;
  const stranger = checked.value.parts.find(({ agencyId }) => !agencies.has(agencyId));
  if (stranger === undefined) return succeed({ ...change, split: checked.value });
  return refuseFunding('what-if-agency-unknown', `No agency with the id ${stranger.agencyId} is registered in this area, so it cannot be supposed to pay.`);
}

function refuseUnknownClause(named: ClauseMeant, things: NamedThings): Refusal | undefined {
  return things.clauses(named).length > 0
    ? undefined
    : refuseFunding('what-if-clause-unknown', `No text in force, as known then, has the clause ${named.clauseId} in the agreement ${named.agreementId}.`);
}

const refuseUnknownLine = (named: LineMeant, things: NamedThings): Refusal | undefined =>
  things.line(named) ? undefined : refuseFunding('what-if-line-unknown', `No decision ${named.decisionId} with the line ${named.lineId} was on record, as known then.`);

function checkedClause(change: ClauseChanged, things: NamedThings): Result<ClauseChanged> {
  const { terms } = change;
  const unknown = refuseUnknownClause(change, things) ?? refuseTerms(terms);
  if (unknown) return unknown;
  for (const clause of things.clauses(change)) {
    const refusal = refuseLength({ ...clause, ...terms }) ?? refuseDayOne(clause, terms);
    if (refusal) return refusal;
  }
  if (terms.split === undefined) return succeed(change);
  const split = withSplit({ ...change, split: terms.split }, terms.split, things);
  if (!split.ok) return split;
  const { split: checked, ...rest } = split.value;
  return succeed({ ...rest, terms: { ...terms, split: checked } });
}

const refuseTerms = (terms: ClauseTerms): Refusal | undefined =>
  Object.values(terms).every((term) => term === undefined)
    ? refuseFunding('what-if-change-unclear', 'Say what of the clause is to be otherwise: its split, its length, its day 1, its cap or its categories.')
    : undefined;

const refuseDayOne = ({ trigger }: Clause, { dayOne }: ClauseTerms): Refusal | undefined =>
  trigger.event === 'always' && dayOne !== undefined && dayOne !== null
    ? refuseFunding('clause-length-without-event', 'A clause that always rules is not counted from any event: leave its day 1 out.')
    : undefined;

function checkedRates(change: RatesChanged, things: NamedThings): Result<RatesChanged> {
  const line = things.line(change);
  if (!line) return refuseUnknownLine(change, things) ?? succeed(change);
  const first = change.days.from > line.period.from ? change.days.from : line.period.from;
  const rates = ratesOfLine(change.rates, { from: first, to: line.period.to });
  return rates.ok ? succeed({ ...change, rates: rates.value }) : rates;
}
