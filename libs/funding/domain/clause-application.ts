import type { Clause, StandingAgreementApplied } from '@accord/funding/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, addDays } from '@accord/shared/kernel';
import type { Decider, Id, LondonDate, Period } from '@accord/shared/kernel';
import { rulingTexts } from './agreement-life';
import type { AgreedAgreement, AgreementState } from './agreement-state';
import { refuseWithdrawnAgreement } from './agreement-withdrawal';
import { candidateRulings, WITHOUT_END } from './clause-rulings';
import { daysAfterEvent, daysAlways } from './clause-window';
import type { Finding, LifeEvent } from './clause-window';
import type { ApplicationFact, FundingPicture } from './funding-picture';
import { segmentsUnder } from './ruling-split';
import { refuseFunding } from './refusals';

/** Records that a clause took over a child's lines, after an event or always: an application, not a panel's vote. */
export interface ApplyClause {
  readonly type: 'ApplyClause';
  readonly clauseId: Id<'clause'>;
  /** The operation, discharge or placement; `null` for a clause that always rules. */
  readonly eventId: Id<'life-event'> | null;
}

export type ApplicationState = { readonly status: 'none' } | { readonly status: 'applied' };

/** The agreement and the child's record, each read from its own stream. */
export interface ApplicationFacts {
  readonly agreement: AgreementState;
  readonly childId: Id<'child'>;
  readonly lifeEvents: readonly LifeEvent[];
  readonly criteria: readonly Finding[];
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
  decide(command, state, facts) {
    const { agreement, childId } = facts;
    if (state.status === 'applied') {
      return refuseFunding('clause-already-applied', 'This clause was already applied to this event.');
    }
    if (agreement.status === 'unknown') return refuseFunding('agreement-unknown', 'There is no such agreement to apply.');
    if (agreement.status !== 'in-force') {
      return refuseWithdrawnAgreement(agreement) ?? refuseFunding('agreement-not-signed', 'The agreement is not in force: it rules once every party has signed it, until its end.');
    }
    const found = applicationOf(command, agreement, facts);
    if (!found) {
      return refuseFunding(
        'clause-does-not-apply',
        'On the day of the event no text with such a clause was in force, the child had no such event, or did not meet the criterion of the clause.',
      );
    }
    const { clause, version, days } = found;
    const { clauseId, trigger, categories, split, cost, atEnd } = clause;
    return accept({
      type: 'StandingAgreementApplied',
      data: {
        ...{ childId, agreementId: agreement.agreementId, version, clauseId },
        trigger: { event: trigger.event, eventId: command.eventId },
        ...{ from: days.from, to: days.to, categories: [...categories], split, cost, atEnd },
      },
    });
  },
};

interface Application {
  readonly clause: Clause;
  readonly version: number;
  readonly days: Period;
}

/** The clause as the text has it on the first day, and its days under all texts that have it. */
function applicationOf({ clauseId, eventId }: ApplyClause, { life, versions }: AgreedAgreement, facts: ApplicationFacts): Application | undefined {
  const { lifeEvents, criteria: findings } = facts;
  const inForce = rulingTexts(life).flatMap(({ version, days }) =>
    versions
      .filter((text) => text.version === version)
      .flatMap(({ clauses }) => clauses.filter((clause) => clause.clauseId === clauseId).map((clause) => ({ clause, version, days }))),
  );
  const event = lifeEvents.find((candidate) => candidate.eventId === eventId);
  const everywhere = inForce.map(({ days }) => days);
  const ruled = inForce.flatMap((text): Application[] => {
    if (eventId === null) return daysAlways(text, findings).map(({ days }) => ({ ...text, days }));
    const met = event && daysAfterEvent(text, event, { findings, everywhere });
    return met ? [{ ...text, days: met.days }] : [];
  });
  const [first] = ruled;
  return first && { ...first, days: { from: first.days.from, to: ruled.at(-1)?.days.to ?? null } };
}

/**
 * The clauses that rule some day of some line of the child, by the same rule that decides who pays, and that are
 * not yet recorded as applied.
 */
export function candidateApplications(picture: FundingPicture): readonly ApplicationFact[] {
  const until = endOfRulings(picture);
  if (until === undefined) return [];
  const segmentsOf = segmentsUnder(picture);
  const applied = new Set(picture.applications.map(keyOf));
  const due = new Map<string, ApplicationFact>();
  for (const line of picture.lines) {
    for (const { source } of segmentsOf(line, until)) {
      if (source.kind !== 'standing-agreement') continue;
      for (const eventId of source.events.length === 0 ? [null] : source.events.map((event) => event.eventId)) {
        const application = { agreementId: source.agreement.agreementId, clauseId: source.clause.clauseId, eventId };
        if (!applied.has(keyOf(application))) due.set(keyOf(application), application);
      }
    }
  }
  return [...due.values()];
}

const keyOf = ({ agreementId, clauseId, eventId }: ApplicationFact): string => [agreementId, clauseId, eventId ?? 'always'].join(' ');

/** A day after which nothing changes who rules: the last boundary of any clause or line; none where no clause rules. */
function endOfRulings(picture: FundingPicture): LondonDate | undefined {
  const rulings = candidateRulings(picture);
  if (rulings.length === 0) return undefined;
  const ofLines = picture.lines.flatMap(({ rates, days }) => [...days.map(({ from }) => from), ...rates.map(({ from }) => from)]);
  const bounds = [...rulings.flatMap(({ period }) => [period.from, period.to]), ...ofLines].filter((day) => day !== WITHOUT_END);
  return addDays(bounds.reduce((last, day) => (day > last ? day : last)), 1);
}
