import type { Clause } from '@accord/funding/contracts';
import { contains, cutAt, financialYearOf } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Shares } from '@accord/shared/kernel';
import { meetsCriterion, rulingWindow } from './clause-window';
import type { AgreementFact, FundingPicture, LineFact, OperationFact } from './funding-picture';

/** Why a split rules: the panel's decision, or a clause of a standing agreement and what set it going. */
export type SplitSource =
  | { readonly kind: 'panel-decision'; readonly line: LineFact }
  | {
      readonly kind: 'standing-agreement';
      readonly agreement: AgreementFact;
      readonly clause: Clause;
      /** Operations whose windows make up the segment, in order of their day. */
      readonly operations: readonly OperationFact[];
    };

/** Days of one line under one split, within one financial year: rounding starts anew at its first day. */
export interface SplitSegment {
  readonly period: ClosedPeriod;
  readonly split: Shares;
  readonly source: SplitSource;
}

interface Candidate {
  readonly window: ClosedPeriod;
  readonly agreement: AgreementFact;
  readonly clause: Clause;
  readonly operation: OperationFact;
}

/**
 * The segments of a line from its first day until `until` (or its end): which split rules which days, and
 * why. A standing agreement's clause goes before the panel's decision (design, section 5; a dispute's
 * settled and interim splits will go before both). Where the clauses of two agreements cover one day, the
 * one that came into force later rules; of two on one day, the later in the order of ids.
 *
 * A segment starts anew where the split or the agreement that rules changes and on each 1 April, and
 * nowhere else: it does not depend on the window that somebody asks about.
 */
export function splitSegments(fact: LineFact, picture: FundingPicture, until: LondonDate): SplitSegment[] {
  const { period, split } = fact.line;
  const to = period.to !== null && period.to < until ? period.to : until;
  if (to <= period.from) return [];
  const whole: ClosedPeriod = { from: period.from, to };
  const candidates = candidatesFor(fact, picture);
  const pieces = cutAt(whole, [
    ...candidates.flatMap(({ window }) => [window.from, window.to]),
    ...financialYearStarts(whole),
  ]);
  const segments: SplitSegment[] = [];
  for (const piece of pieces) {
    const ruling = rulingOn(candidates, piece.from);
    const next: SplitSegment = ruling
      ? { period: piece, split: ruling.clause.split, source: standing(ruling) }
      : { period: piece, split, source: { kind: 'panel-decision', line: fact } };
    const joined = join(segments.at(-1), next);
    if (joined) segments.pop();
    segments.push(joined ?? next);
  }
  return segments;
}

const standing = ({ agreement, clause, operation }: Candidate): SplitSource => ({
  kind: 'standing-agreement',
  agreement,
  clause,
  operations: [operation],
});

/** Every clause and operation whose window could rule the line. */
function candidatesFor({ line }: LineFact, { agreements, operations, criteria }: FundingPicture): Candidate[] {
  return agreements.flatMap((agreement) =>
    agreement.clauses
      .filter((clause) => clause.categories.includes(line.category))
      .flatMap((clause) =>
        operations.flatMap((operation): Candidate[] => {
          const met = meetsCriterion(criteria, clause, operation.on);
          const window = met ? rulingWindow(agreement, clause, operation.on) : undefined;
          return window ? [{ window, agreement, clause, operation }] : [];
        }),
      ),
  );
}

function rulingOn(candidates: readonly Candidate[], day: LondonDate): Candidate | undefined {
  return candidates
    .filter(({ window }) => contains(window, day))
    .reduce<Candidate | undefined>((best, next) => (best === undefined || precedes(next, best) ? next : best), undefined);
}

/** Whether `next` rules rather than `best`: later in force, then higher id, then the later operation. */
function precedes(next: Candidate, best: Candidate): boolean {
  const key = ({ agreement, clause, operation }: Candidate) =>
    [agreement.inForceFrom, agreement.agreementId, clause.clauseId, operation.on, operation.operationId].join('|');
  return key(next) > key(best);
}

/** Joins a piece to the segment before it where the same split rules on and no financial year begins. */
function join(before: SplitSegment | undefined, next: SplitSegment): SplitSegment | undefined {
  if (!before || financialYearOf(before.period.from).from !== financialYearOf(next.period.from).from) return undefined;
  const period = { from: before.period.from, to: next.period.to };
  const [one, two] = [before.source, next.source];
  if (one.kind === 'panel-decision' && two.kind === 'panel-decision') return { ...before, period };
  if (one.kind !== 'standing-agreement' || two.kind !== 'standing-agreement') return undefined;
  if (one.agreement !== two.agreement || one.clause !== two.clause) return undefined;
  const operations = [...new Set([...one.operations, ...two.operations])];
  return { ...before, period, source: { ...one, operations } };
}

function financialYearStarts({ from, to }: ClosedPeriod): LondonDate[] {
  const starts: LondonDate[] = [];
  for (let next = financialYearOf(from).to; next < to; next = financialYearOf(next).to) starts.push(next);
  return starts;
}
