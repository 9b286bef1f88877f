import { agreementEndings, agreementEvents, StandingAgreementApplied } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';

const ofAgreements = [...agreementEvents, ...agreementEndings];
const row = eventRows(ofAgreements);

type AgreementEvent = (typeof ofAgreements)[number];
type Handled = { [E in AgreementEvent as E['type']]: Recorded<E> }[AgreementEvent['type']] | Recorded<typeof StandingAgreementApplied>;

/**
 * The life of every standing agreement, event by event, so that it can be told as at any day and as known at any
 * instant; and the windows of its clauses as they were when each was applied: how long it lasts is for the texts to say.
 */
export const agreements = defineProjection<Handled>({
  name: 'agreements',
  version: 4,
  question: 'Which standing agreements are there, what do they say, who has signed, how long do they rule, and whose windows end when?',
  tables: {
    agreement_events: {
      columns: { agreement_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [['agreement_id', 'position']],
    },
    clause_windows: {
      columns: {
        application: 'text',
        child_id: 'text',
        agreement_id: 'text',
        clause_id: 'text',
        version: 'integer',
        from_day: 'text',
        to_day: 'text?',
      },
      key: ['application'],
      indexes: [['clause_id', 'from_day']],
    },
  },
  handles: [...ofAgreements, StandingAgreementApplied].map(({ type }) => type),
  project(event) {
    const { body, stream: application } = event;
    if (body.type !== 'StandingAgreementApplied') {
      return [{ put: 'agreement_events', row: { agreement_id: body.data.agreementId, ...row(event) } }];
    }
    const { childId: child_id, agreementId: agreement_id, clauseId: clause_id, version, from: from_day, to: to_day } = body.data;
    return [{ put: 'clause_windows', row: { application, child_id, agreement_id, clause_id, version, from_day, to_day } }];
  },
});
