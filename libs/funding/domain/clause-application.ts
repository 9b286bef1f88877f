import type { StandingAgreementApplied } from '@accord/funding/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, addDays, addWeeks } from '@accord/shared/kernel';
import type { Decider, Id, LondonDate } from '@accord/shared/kernel';
import type { Criterion } from '@accord/child/contracts';
import type { AgreementState } from './agreement';
import { meetsCriterion, rulingWindow } from './clause-window';
import type { AgreementFact, ApplicationFact, FundingPicture, OperationFact } from './funding-picture';
import { segmentsUnder } from './ruling-split';
import { refuseFunding } from './refusals';

/** Records that a clause took over a child's lines after an operation: an application, not a panel's vote. */
export interface ApplyClause {
  readonly type: 'ApplyClause';
  readonly clauseId: Id<'clause'>;
  readonly operationId: Id<'operation'>;
}

export type ApplicationState = { readonly status: 'none' } | { readonly status: 'applied' };

/** The agreement and the child's record, each read from its own stream. */
export interface ApplicationFacts {
  readonly agreement: AgreementState;
  readonly childId: Id<'child'>;
  readonly operations: readonly { readonly operationId: string; readonly on: LondonDate }[];
  readonly criteria: readonly { readonly criterion: Criterion; readonly from: LondonDate }[];
}

export const applicationDecider: Decider<
  ApplyClause,
  ApplicationState,
  New<typeof StandingAgreementApplied>,
  Recorded<typeof StandingAgreementApplied>,
  ApplicationFacts
> = {
  initial: { status: 'none' },
  evolve: () => ({ status: 'applied' }),
  decide({ clauseId, operationId }, state, { agreement, childId, operations, criteria }) {
    if (state.status === 'applied') {
      return refuseFunding('clause-already-applied', 'This clause was already applied to this operation.');
    }
    if (agreement.status === 'unknown') return refuseFunding('agreement-unknown', 'There is no such agreement to apply.');
    if (agreement.inForceFrom === undefined) {
      return refuseFunding('agreement-not-signed', 'The agreement is not in force: it rules once every party has signed it, until its end.');
    }
    const clause = agreement.clauses.find((candidate) => candidate.clauseId === clauseId);
    const operation = operations.find((candidate) => candidate.operationId === operationId);
    if (!clause || !operation) {
      return refuseFunding('clause-does-not-apply', 'The agreement has no such clause, or the child had no such operation.');
    }
    const met = meetsCriterion(criteria, clause, operation.on);
    const window = met ? rulingWindow({ ...agreement, inForceFrom: agreement.inForceFrom }, clause, operation.on) : undefined;
    if (!window) {
      return refuseFunding(
        'clause-does-not-apply',
        'On the day of the operation the agreement was not in force, or the child did not meet the criterion of the clause.',
      );
    }
    const { categories, split } = clause;
    return accept({
      type: 'StandingAgreementApplied',
      data: {
        ...{ childId, agreementId: agreement.agreementId, clauseId, operationId },
        ...{ from: window.from, to: window.to, categories: [...categories], split },
      },
    });
  },
};

/**
 * The clauses that rule some day of some line of the child after an operation, by the same rule that decides
 * who pays, and that are not yet recorded as applied.
 */
export function candidateApplications(picture: FundingPicture): readonly ApplicationFact[] {
  const [first, ...others] = picture.operations;
  if (first === undefined) return [];
  const until = endOfRulings(picture.agreements, [first, ...others]);
  const segmentsOf = segmentsUnder(picture);
  const applied = new Set(picture.applications.map(keyOf));
  const due = new Map<string, ApplicationFact>();
  for (const line of picture.lines) {
    for (const { source } of segmentsOf(line, until)) {
      if (source.kind !== 'standing-agreement') continue;
      for (const { operationId } of source.operations) {
        const { agreementId } = source.agreement;
        const application = { agreementId, clauseId: source.clause.clauseId, operationId };
        if (!applied.has(keyOf(application))) due.set(keyOf(application), application);
      }
    }
  }
  return [...due.values()];
}

const keyOf = ({ agreementId, clauseId, operationId }: ApplicationFact): string => [agreementId, clauseId, operationId].join(' ');

/** A day after which no clause can rule because of the operations known. */
function endOfRulings(agreements: readonly AgreementFact[], operations: readonly [OperationFact, ...OperationFact[]]): LondonDate {
  const weeks = Math.max(0, ...agreements.flatMap(({ clauses }) => clauses.map((clause) => clause.weeks)));
  const [first, ...others] = operations;
  const last = others.reduce((latest, { on }) => (on > latest ? on : latest), first.on);
  return addDays(addWeeks(last, weeks), 1);
}
