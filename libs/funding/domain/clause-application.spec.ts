import { fundingEvents } from '@accord/funding/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { agreementDecider } from './agreement';
import { applicationDecider } from './clause-application';
import type { ApplicationFacts, ApplyClause } from './clause-application';
import {
  agreementApplied,
  agreementRecorded,
  cameIntoForce,
  childId,
  clause,
  day,
  health,
  numbered,
  operationEvent,
  signed,
  socialCare,
} from './sample-agreement';

const application = specification({ decider: applicationDecider, definitions: fundingEvents });
const agreements = { decider: agreementDecider, definitions: fundingEvents };
const apply: ApplyClause = { type: 'ApplyClause', clauseId: clause().clauseId, eventId: operationEvent };

const inForce = (changes: Parameters<typeof agreementRecorded>[0] = {}, from = '2025-04-01') =>
  stateAfter(
    agreements,
    agreementRecorded(changes),
    signed(health, '2025-03-10'),
    signed(socialCare, from < '2025-04-01' ? from : '2025-03-17'),
    cameIntoForce(from),
  );
const facts = (changes: Partial<ApplicationFacts> = {}): ApplicationFacts => ({
  agreement: inForce(),
  childId,
  lifeEvents: [{ kind: 'surgery', eventId: operationEvent, on: day('2025-10-06') }],
  criteria: [{ criterion: 'complex-healthcare', from: day('2025-07-14'), to: null }],
  ...changes,
});

describe('The application of a standing agreement after an operation', () => {
  it('takes over six weeks from the day of the operation (worked example 1)', () => {
    application.when(apply, facts()).then(agreementApplied('2025-10-06', '2025-11-17'));
  });

  it('takes over six weeks from the day after, where the clause says so', () => {
    const agreement = inForce({ clauses: [clause({ dayOne: 'day-after-event' })] });
    application.when(apply, facts({ agreement })).then(agreementApplied('2025-10-07', '2025-11-18'));
  });

  it('ends with the agreement', () => {
    application.when(apply, facts({ agreement: inForce({ to: '2025-11-01' }) })).then(agreementApplied('2025-10-06', '2025-11-01'));
  });

  it('is made where the child met the criterion on the very day of the operation', () => {
    const criteria = [{ criterion: 'complex-healthcare' as const, from: day('2025-10-06'), to: null }];
    application.when(apply, facts({ criteria })).then(agreementApplied('2025-10-06', '2025-11-17'));
  });

  it('is made once', () => {
    application.given(agreementApplied('2025-10-06', '2025-11-17')).when(apply, facts()).thenRefused('clause-already-applied');
  });

  it('needs an agreement', () => {
    application.when(apply, facts({ agreement: agreementDecider.initial })).thenRefused('agreement-unknown');
  });

  it('needs the signature of every party', () => {
    const agreement = stateAfter(agreements, agreementRecorded(), signed(health, '2025-03-10'));
    application.when(apply, facts({ agreement })).thenRefused('agreement-not-signed');
  });

  it.each<[string, ApplyClause, Partial<ApplicationFacts>]>([
    ['the agreement has no such clause', { ...apply, clauseId: numbered<'clause'>(1099) }, {}],
    ['the child had no such operation', apply, { lifeEvents: [] }],
    ['the child did not meet the criterion', apply, { criteria: [] }],
    ['the child met it only later', apply, { criteria: [{ criterion: 'complex-healthcare', from: day('2025-10-07'), to: null }] }],
    ['the agreement came into force only later', apply, { agreement: inForce({}, '2025-10-07') }],
    ['the agreement had ended', apply, { agreement: inForce({ to: '2025-10-06' }) }],
  ])('is refused where %s', (_case, command, changes) => {
    application.when(command, facts(changes)).thenRefused('clause-does-not-apply');
  });
});
