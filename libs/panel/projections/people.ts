import { AuthorityDelegated, DelegationRevoked, EmploymentEnded, PractitionerEmployed, PractitionerRegistered, PractitionerSignInLinked } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';
import type { RowChange } from '@accord/shared/projections';

const definitions = [PractitionerRegistered, PractitionerSignInLinked, PractitionerEmployed, EmploymentEnded, AuthorityDelegated, DelegationRevoked];
type PeopleEvent = Recorded<(typeof definitions)[number]>;
const registration = eventRows([PractitionerRegistered]);

/**
 * Practitioners with their posts over time, and the schemes of delegation. Ends and revocations stand in tables of
 * their own, each with the moment at which it was recorded. A name stays sealed in the event that holds it.
 */
export const people = defineProjection<PeopleEvent>({
  name: 'people',
  version: 2,
  question: 'Who works for which agency in which post, and who may commit how much of its money?',
  tables: {
    practitioners: { columns: { practitioner_id: 'text', ...eventColumns }, key: ['practitioner_id'] },
    /** As whom a practitioner signs in: the last recorded counts. */
    sign_ins: {
      columns: { position: 'integer', practitioner_id: 'text', actor_id: 'text', recorded_at: 'text' },
      key: ['position'],
      indexes: [['practitioner_id', 'position'], ['actor_id', 'position']],
    },
    employments: {
      columns: {
        ...{ employment_id: 'text', practitioner_id: 'text', agency_id: 'text', post: 'text', roles: 'json' },
        ...{ from_day: 'text', position: 'integer', recorded_at: 'text' },
      },
      key: ['employment_id'],
      indexes: [['practitioner_id'], ['agency_id', 'practitioner_id']],
    },
    employment_ends: {
      columns: { employment_id: 'text', to_day: 'text', recorded_at: 'text' },
      key: ['employment_id'],
    },
    delegations: {
      columns: {
        ...{ delegation_id: 'text', agency_id: 'text', practitioner_id: 'text?', post: 'text?', limits: 'json' },
        ...{ from_day: 'text', until_day: 'text?', reference: 'text', position: 'integer', recorded_at: 'text' },
      },
      key: ['delegation_id'],
      indexes: [['agency_id', 'position']],
    },
    /** One may be revoked again, from an earlier day: the last recorded counts. */
    delegation_revocations: {
      columns: {
        ...{ position: 'integer', delegation_id: 'text', agency_id: 'text' },
        ...{ revoked_on: 'text', because: 'text', recorded_at: 'text' },
      },
      key: ['position'],
      indexes: [['agency_id', 'position']],
    },
  },
  handles: definitions.map(({ type }) => type),
  project(event) {
    const { body, position, recordedAt: recorded_at } = event;
    switch (body.type) {
      case 'PractitionerRegistered': {
        const { practitionerId: practitioner_id, actorId } = body.data;
        const registered: RowChange = { put: 'practitioners', row: { practitioner_id, ...registration(event) } };
        return actorId === undefined ? [registered] : [registered, { put: 'sign_ins', row: { position, practitioner_id, actor_id: actorId, recorded_at } }];
      }
      case 'PractitionerSignInLinked': {
        const { practitionerId: practitioner_id, actorId: actor_id } = body.data;
        return [{ put: 'sign_ins', row: { position, practitioner_id, actor_id, recorded_at } }];
      }
      case 'PractitionerEmployed': {
        const { practitionerId: practitioner_id, employmentId: employment_id, agencyId: agency_id, post, from: from_day } = body.data;
        const roles = JSON.stringify(body.data.roles);
        return [{ put: 'employments', row: { employment_id, practitioner_id, agency_id, post, roles, from_day, position, recorded_at } }];
      }
      case 'EmploymentEnded':
        return [{ put: 'employment_ends', row: { employment_id: body.data.employmentId, to_day: body.data.to, recorded_at } }];
      case 'AuthorityDelegated':
        return [delegationRow(body.data, { position, recorded_at })];
      case 'DelegationRevoked': {
        const { delegationId: delegation_id, agencyId: agency_id, on: revoked_on, because } = body.data;
        return [{ put: 'delegation_revocations', row: { position, delegation_id, agency_id, revoked_on, because, recorded_at } }];
      }
    }
  },
});

function delegationRow(
  { delegationId: delegation_id, agencyId: agency_id, to, limits, from: from_day, until: until_day, reference }: Recorded<typeof AuthorityDelegated>['data'],
  place: { readonly position: number; readonly recorded_at: string },
): RowChange {
  const holder = to.kind === 'person' ? { practitioner_id: to.practitionerId, post: null } : { practitioner_id: null, post: to.post };
  return {
    put: 'delegations',
    row: { delegation_id, agency_id, ...holder, limits: JSON.stringify(limits), from_day, until_day, reference, ...place },
  };
}
