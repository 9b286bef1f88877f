import type {
  StandingAgreementCameIntoForce,
  StandingAgreementRecorded,
  StandingAgreementSigned,
} from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection } from '@accord/shared/projections';

type AgreementEvent =
  | Recorded<typeof StandingAgreementRecorded>
  | Recorded<typeof StandingAgreementSigned>
  | Recorded<typeof StandingAgreementCameIntoForce>;

/** The standing agreements of the area: their text, who has signed, and since when they rule. */
export const agreements = defineProjection<AgreementEvent>({
  name: 'agreements',
  version: 1,
  question: 'Which standing agreements are there, who has signed them, and since when do they rule?',
  tables: {
    agreements: {
      columns: {
        agreement_id: 'text',
        title: 'text',
        kind: 'text',
        parties: 'json',
        clauses: 'json',
        valid_from: 'text',
        valid_to: 'text?',
        in_force_from: 'text?',
        revision: 'integer',
      },
      key: ['agreement_id'],
    },
    agreement_signatures: {
      columns: { agreement_id: 'text', agency_id: 'text', post: 'text', signed_on: 'text' },
      key: ['agreement_id', 'agency_id'],
    },
  },
  handles: ['StandingAgreementRecorded', 'StandingAgreementSigned', 'StandingAgreementCameIntoForce'],
  project({ body, revision }) {
    const key = { agreement_id: body.data.agreementId };
    switch (body.type) {
      case 'StandingAgreementRecorded': {
        const { title, kind, parties, clauses, period } = body.data;
        const texts = { parties: JSON.stringify(parties), clauses: JSON.stringify(clauses) };
        const days = { valid_from: period.from, valid_to: period.to, in_force_from: null };
        return [{ put: 'agreements', row: { ...key, title, kind, ...texts, ...days, revision } }];
      }
      case 'StandingAgreementSigned': {
        const { agencyId: agency_id, post, on: signed_on } = body.data;
        return [
          { put: 'agreement_signatures', row: { ...key, agency_id, post, signed_on } },
          { patch: 'agreements', key, set: { revision } },
        ];
      }
      case 'StandingAgreementCameIntoForce':
        return [{ patch: 'agreements', key, set: { in_force_from: body.data.from, revision } }];
    }
  },
});
