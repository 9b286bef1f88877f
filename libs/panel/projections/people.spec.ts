import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { openedForTests, projected } from '@accord/shared/testing';
import type { GivenEvent } from '@accord/shared/testing';
import { people } from './index';

const id = (number: number) => `01940000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [health, practitionerId, employmentId, delegationId] = [101, 501, 551, 901].map(id);
const { given } = projected(people, catalogueOf(panelEvents));

const registered = (changes: object = {}): GivenEvent => ({
  type: 'PractitionerRegistered',
  data: { practitionerId, on: '2025-04-01', name: 'Robin Marsh', ...changes },
});
const ofPost = { practitionerId, employmentId, agencyId: health, post: 'Head of continuing care' };
const employed: GivenEvent = { type: 'PractitionerEmployed', data: { ...ofPost, roles: ['panel-member'], from: '2025-04-01' } };
const left: GivenEvent = { type: 'EmploymentEnded', data: { ...ofPost, to: '2025-10-01' } };
const limits = [{ per: 'week', amountPence: 150_000, measuredOn: 'own-share', categories: ['nursing'] }];
const delegated = (to: object): GivenEvent => ({
  type: 'AuthorityDelegated',
  data: { delegationId, agencyId: health, to, limits, from: '2025-04-01', until: null, reference: 'Scheme 4.2' },
});
const revoked = (on: string): GivenEvent => ({ type: 'DelegationRevoked', data: { delegationId, agencyId: health, on, because: 'Moved on.' } });

describe('The people of an area', () => {
  it('are kept with the event of their registration, in which the name stays sealed', () => {
    const [row] = given(registered({ actorId: 'person-1' }))['practitioners'] ?? [];
    expect(row).toMatchObject({ practitioner_id: practitionerId, type: 'PractitionerRegistered', effective_on: '2025-04-01' });
    expect(JSON.stringify(row)).not.toContain('Robin');
    // JSON columns come parsed.
    const { name } = row?.['data'] as { readonly name: unknown };
    expect(openedForTests(name)).toBe('Robin Marsh');
  });

  it('may have no sign-in', () => {
    expect(given(registered())['sign_ins']).toEqual([]);
  });

  it('sign in as was said last, at their registration or later; what was said before is kept', () => {
    const linked = { type: 'PractitionerSignInLinked', data: { practitionerId, actorId: 'person-2', on: '2025-05-01' } };
    expect(given(registered({ actorId: 'person-1' }), linked)['sign_ins']).toMatchObject([
      { position: 0, practitioner_id: practitionerId, actor_id: 'person-1' },
      { position: 1, practitioner_id: practitionerId, actor_id: 'person-2', recorded_at: '2025-01-06T09:01:00.000Z' },
    ]);
  });

  it('have posts over time', () => {
    expect(given(registered(), employed, left)).toMatchObject({
      employments: [
        {
          ...{ employment_id: employmentId, practitioner_id: practitionerId, agency_id: health, post: 'Head of continuing care' },
          ...{ roles: ['panel-member'], from_day: '2025-04-01', recorded_at: '2025-01-06T09:01:00.000Z' },
        },
      ],
      employment_ends: [{ employment_id: employmentId, to_day: '2025-10-01', recorded_at: '2025-01-06T09:02:00.000Z' }],
    });
  });

  it('hold delegations, in person or in their post', () => {
    const granted = { delegation_id: delegationId, agency_id: health, limits, from_day: '2025-04-01', until_day: null, reference: 'Scheme 4.2' };
    expect(given(delegated({ kind: 'person', practitionerId }))['delegations']).toMatchObject([
      { ...granted, practitioner_id: practitionerId, post: null },
    ]);
    expect(given(delegated({ kind: 'post', post: 'Chief nursing officer' }))['delegations']).toMatchObject([
      { ...granted, practitioner_id: null, post: 'Chief nursing officer' },
    ]);
  });

  it('hold them until they are revoked; every revocation is kept', () => {
    const rows = given(delegated({ kind: 'person', practitionerId }), revoked('2025-10-01'), revoked('2025-09-01'));
    expect(rows['delegation_revocations']).toMatchObject([
      { position: 1, delegation_id: delegationId, revoked_on: '2025-10-01', because: 'Moved on.' },
      { position: 2, delegation_id: delegationId, revoked_on: '2025-09-01' },
    ]);
  });

  it('are the same however often an event is delivered', () => {
    const events = [registered(), employed, left, delegated({ kind: 'person', practitionerId }), revoked('2025-10-01')].map((event, position) => ({
      ...event,
      ...{ position, revision: position, recordedAt: `2025-01-06T09:0${position}:00.000Z`, stream: streamOf(event.type) },
    }));
    expect(given(...events, ...events)).toEqual(given(...events));
  });
});

const streamOf = (type: string): string => (type.includes('Auth') || type.includes('Deleg') ? `delegation-${health}` : `practitioner-${practitionerId}`);
