import type { StandingAgreementApplied } from '@accord/funding/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept } from '@accord/shared/kernel';
import type { Decider, Id, LondonDate } from '@accord/shared/kernel';
import type { Criterion } from '@accord/child/contracts';
import type { AgreementState } from './agreement';
import { meetsCriterion, rulingWindow } from './clause-window';
import type { FundingPicture } from './funding-picture';
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

/** A clause that rules after an operation, by the facts known. */
export interface CandidateApplication {
  readonly agreementId: Id<'agreement'>;
  readonly clauseId: Id<'clause'>;
  readonly operationId: Id<'operation'>;
}

/** Every clause in force and operation of the child for which the clause rules: what is to be applied. */
export function candidateApplications({ agreements, operations, criteria }: FundingPicture): CandidateApplication[] {
  return agreements.flatMap((agreement) =>
    agreement.clauses.flatMap((clause) =>
      operations
        .filter(({ on }) => meetsCriterion(criteria, clause, on) && rulingWindow(agreement, clause, on) !== undefined)
        .map(({ operationId }) => ({ agreementId: agreement.agreementId, clauseId: clause.clauseId, operationId })),
    ),
  );
}
