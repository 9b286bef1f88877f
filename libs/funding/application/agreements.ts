import { childEvents } from '@accord/child/contracts';
import {
  StandingAgreementApplied,
  StandingAgreementCameIntoForce,
  StandingAgreementRecorded,
  StandingAgreementSigned,
} from '@accord/funding/contracts';
import { agreementDecider, applicationDecider, childFundingView } from '@accord/funding/domain';
import type { AgreementCommand, ApplyClause } from '@accord/funding/domain';
import type { CommandOutcome, CommandRunner, RequestContext } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import { registeredAgencies } from './agencies';

export const agreementStream = {
  category: 'agreement',
  decider: agreementDecider,
  definitions: [StandingAgreementRecorded, StandingAgreementSigned, StandingAgreementCameIntoForce],
};
export const applicationStream = {
  category: 'clause-application',
  decider: applicationDecider,
  definitions: [StandingAgreementApplied],
};
const childFact = { category: 'child', decider: childFundingView, definitions: childEvents };

/** Which agreement and child a clause is applied to. */
export interface ApplicationOf {
  readonly agreementId: Id<'agreement'>;
  readonly childId: Id<'child'>;
}

/** Standing agreements: recorded, signed by each party, and applied to what happens to a child. */
export class Agreements {
  constructor(private readonly runner: CommandRunner) {}

  agreement(id: string, command: AgreementCommand, context: RequestContext): Promise<CommandOutcome> {
    const parties = command.type === 'RecordAgreement' ? command.parties : [];
    return this.runner.run({
      ...{ streamType: agreementStream, id, command, context },
      facts: async (loader) => ({ registered: await registeredAgencies(loader, parties) }),
    });
  }

  /** `id` names the application: the same agreement, clause and operation always give the same one. */
  application(
    id: string,
    request: ApplicationOf & { readonly command: ApplyClause },
    context: RequestContext,
  ): Promise<CommandOutcome> {
    const { agreementId, childId, command } = request;
    return this.runner.run({
      ...{ streamType: applicationStream, id, command, context },
      facts: async (loader) => {
        const [agreement, child] = await Promise.all([
          loader.load(agreementStream, agreementId),
          loader.load(childFact, childId),
        ]);
        const { operations, criteria } = child.state;
        return { agreement: agreement.state, childId, operations, criteria };
      },
    });
  }
}
