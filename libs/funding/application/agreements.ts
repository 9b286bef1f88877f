import { childEvents } from '@accord/child/contracts';
import { agreementEndings, agreementEvents, StandingAgreementApplied } from '@accord/funding/contracts';
import { agreementDecider, applicationDecider, childFundingView, textsOnRecord } from '@accord/funding/domain';
import type { AgreementCommand, AgreementFacts, ApplyClause } from '@accord/funding/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import { inHandsOf, registeredAgencies } from './agencies';
import type { AgreementsOnRecord } from './agreements-on-record';

export const agreementStream = {
  category: 'agreement',
  decider: agreementDecider,
  definitions: [...agreementEvents, ...agreementEndings],
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

/** Standing agreements: recorded, signed by each party, varied, ended, and applied to what happens to a child. */
export class Agreements {
  constructor(
    private readonly runner: CommandRunner,
    private readonly onRecord: Pick<AgreementsOnRecord, 'agreed'>,
  ) {}

  agreement(id: string, command: AgreementCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: agreementStream, id, command, context },
      facts: (loader) => this.factsOf(id, command, loader),
    });
  }

  /** Whoever acts is held against the parties whose functions it has; a text, when it is given and when it is signed, against the agencies and all other texts of the area. */
  private async factsOf(id: string, command: AgreementCommand, loader: FactLoader): Promise<AgreementFacts> {
    if (command.type === 'RecordEnding') return { registered: new Set(), inherited: new Set(), others: [] };
    const { onRecord, parties } = await partiesOf(id, command, loader);
    const inherited = await inHandsOf(loader, onRecord.length > 0 ? onRecord : parties, command);
    if (parties.length === 0) return { registered: new Set(), inherited, others: [] };
    const [registered, agreed] = await Promise.all([registeredAgencies(loader, parties), this.onRecord.agreed()]);
    const others = await Promise.all(agreed.filter((other) => other !== id).map((other) => loader.load(agreementStream, other)));
    return { registered, inherited, others: others.flatMap(({ state }) => textsOnRecord(state)) };
  }

  /** `id` names the application: the same agreement, clause and event always give the same one. */
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
        const { lifeEvents, criteria } = child.state;
        return { agreement: agreement.state, childId, lifeEvents, criteria };
      },
    });
  }
}

interface Parties {
  /** Of the agreement as it is on record. */
  readonly onRecord: readonly Id<'agency'>[];
  /** Of the text that the command gives or signs; empty where it does neither. */
  readonly parties: readonly Id<'agency'>[];
}

async function partiesOf(id: string, command: AgreementCommand, loader: FactLoader): Promise<Parties> {
  const { state } = await loader.load(agreementStream, id);
  const onRecord = state.status === 'unknown' ? [] : state.parties;
  if (command.type === 'DraftAgreement' || command.type === 'RecordAgreement') return { onRecord, parties: command.parties };
  const needsTexts = command.type === 'AgreeDraft' || command.type === 'VaryAgreement' || command.type === 'SignAgreement';
  return { onRecord, parties: needsTexts ? onRecord : [] };
}
