import { candidateApplications } from '@accord/funding/domain';
import type { ApplicationFact, FundingPicture } from '@accord/funding/domain';
import type { NameBasedId, RequestContext } from '@accord/shared/commands';
import type { RecordedEvent } from '@accord/shared/event-store';
import { londonDateOf } from '@accord/shared/kernel';
import type { Clock, Id } from '@accord/shared/kernel';
import type { Agreements } from './agreements';

/** The events after which a clause may have to be applied. */
export const standingAgreementTriggers = [
  'DecisionRecorded',
  'DecisionRatified',
  'UrgentDecisionRatified',
  'DecisionCorrected',
  'OperationRecorded',
  'DischargeRecorded',
  'PlacementBegun',
  'CriterionMet',
  'CriterionNoLongerMet',
  // Other rates may bring a line under the cap of a clause; an ending that is withdrawn gives days back.
  'LineRatesVariationProposed',
  'LineRatesVariationAgreed',
  'LineEntryWithdrawn',
  'StandingAgreementCameIntoForce',
  'StandingAgreementVariationCameIntoForce',
] as const;

/** The child that the event is about, or the event itself where it is about an agreement. */
export const standingAgreementSubject = (event: RecordedEvent): string => {
  const child = event.data['childId'];
  return typeof child === 'string' ? child : event.id;
};

/**
 * Names an application by what it applies to what, so that it is made once however often it is asked for: by the
 * event that set the clause going, or by the child where the clause always rules.
 */
export const applicationId = (
  nameBasedId: NameBasedId,
  { agreementId, clauseId, eventId, childId }: ApplicationFact & { readonly childId: string },
): string => nameBasedId('clause-application', agreementId, clauseId, eventId ?? childId);

/** What the reaction reads; answers only once the facts hold everything up to the position. */
export interface FundingFactsReader {
  /** Children to whom the event may matter: its own child, or all whose lines the agreement may rule. */
  childrenConcerned(event: RecordedEvent): Promise<readonly Id<'child'>[]>;
  picture(childId: Id<'child'>, upTo: number): Promise<FundingPicture>;
}

export interface StandingAgreementReactionOptions {
  readonly agreements: Agreements;
  readonly facts: FundingFactsReader;
  readonly nameBasedId: NameBasedId;
  readonly clock: Clock;
}

/**
 * Records, after an event of a child's life, a finding or a signature, that a clause took over a child's lines. Money does
 * not wait for it: who pays is computed from the same facts by the same rule. Repeating it changes nothing.
 */
export function standingAgreementReaction({ agreements, facts, nameBasedId, clock }: StandingAgreementReactionOptions) {
  return async (event: RecordedEvent): Promise<void> => {
    for (const childId of await facts.childrenConcerned(event)) {
      const picture = await facts.picture(childId, event.position);
      for (const candidate of candidateApplications(picture)) {
        const id = applicationId(nameBasedId, { ...candidate, childId });
        const { agreementId, clauseId, eventId } = candidate;
        const command = { type: 'ApplyClause' as const, clauseId, eventId };
        const request = { agreementId, childId, command };
        const outcome = await agreements.application(id, request, contextOf({ id, event, nameBasedId, now: clock.now() }));
        // Any other refusal is an answer for good, e.g. that the clause was applied by hand.
        if (!outcome.ok && outcome.refusal === 'stream-busy') throw new ApplicationBusy();
      }
    }
  };
}

/** Others were at this application too; whoever runs the reaction tries it again. */
class ApplicationBusy extends Error {
  override readonly name = 'ApplicationBusy';
  constructor() {
    super('The application of a clause was busy; nothing was changed.');
  }
}

interface ContextOf {
  readonly id: string;
  readonly event: RecordedEvent;
  readonly nameBasedId: NameBasedId;
  readonly now: string;
}

/** The system acts for the agencies that signed, because of the event, in the name of nobody. */
function contextOf({ id, event, nameBasedId, now }: ContextOf): RequestContext {
  return {
    commandId: nameBasedId('command', 'standing-agreement', id),
    fingerprint: id,
    actor: nameBasedId('person', 'accord', 'standing-agreement'),
    agency: event.metadata.agency,
    role: 'standing-agreement',
    lawfulBasis: event.metadata.lawfulBasis,
    correlationId: event.metadata.correlationId,
    causationId: event.id,
    now,
    today: londonDateOf(now),
  };
}
