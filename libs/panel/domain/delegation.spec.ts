import { panelEvents } from '@accord/panel/contracts';
import type { DelegationRevoked } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { isInForceOn, refuseEnded, schemeDecider } from './delegation';
import type { DelegateAuthority, RevokeDelegation, SchemeFacts } from './delegation';
import { authorityDelegated, delegation, delegationId, healthMember, limit } from './sample-people';
import { day, health, numbered, pounds, socialCare } from './sample-panel';

const stream = { decider: schemeDecider, definitions: panelEvents };
const scheme = specification(stream);
const employment = { employmentId: numbered<'employment'>(551), agencyId: health, post: 'Head of continuing care', roles: ['panel-member' as const] };
const facts = (changes: Partial<SchemeFacts> = {}): SchemeFacts => ({
  agency: { status: 'registered', agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: day('2022-07-01') },
  practitioner: { status: 'registered', practitionerId: healthMember, employments: [{ ...employment, from: day('2024-04-01') }] },
  actingAgency: health,
  ...changes,
});
const delegate = (changes: Partial<DelegateAuthority> = {}): DelegateAuthority => ({
  ...{ type: 'DelegateAuthority', delegationId: delegationId(900), agencyId: health, to: { practitionerId: healthMember } },
  ...{ limits: [limit()], from: '2025-04-01', until: null, reference: 'Scheme of delegation 2025/26, section 4.2' },
  ...changes,
});
const revoke = (changes: Partial<RevokeDelegation> = {}): RevokeDelegation => ({
  ...{ type: 'RevokeDelegation', delegationId: delegationId(900), on: '2025-10-01', because: 'Moved to another post.' },
  ...changes,
});
const revoked: New<typeof DelegationRevoked> = {
  type: 'DelegationRevoked',
  data: { delegationId: delegationId(900), agencyId: health, on: day('2025-10-01'), because: 'Moved to another post.' },
};

describe("An agency's scheme of delegation", () => {
  it('gives a person authority within limits, from a day and perhaps until one', () => {
    scheme.when(delegate(), facts()).then(authorityDelegated());
    scheme.when(delegate({ until: '2026-04-01' }), facts()).then(authorityDelegated({ until: day('2026-04-01') }));
  });

  it('gives it to whoever has a post', () => {
    const post = 'Chief nursing officer';
    scheme.when(delegate({ to: { post } }), facts({ practitioner: { status: 'unknown' } })).then(authorityDelegated({ to: { kind: 'post', post } }));
  });

  it('gives it to somebody: to a person or to a post, not to both', () => {
    scheme.when(delegate({ to: {} }), facts()).thenRefused('delegation-to-nobody');
    scheme.when(delegate({ to: { practitionerId: healthMember, post: 'Chief nursing officer' } }), facts()).thenRefused('delegation-to-nobody');
  });

  it('may give one person several delegations that overlap', () => {
    const wider = { delegationId: delegationId(901), limits: [limit({ amountPence: pounds(9_000) })] };
    scheme.given(authorityDelegated()).when(delegate(wider), facts()).then(authorityDelegated(wider));
  });

  it('holds each delegation once', () => {
    scheme.given(authorityDelegated()).when(delegate(), facts()).thenRefused('delegation-already-granted');
  });

  it('is for the agency itself to record: nobody delegates or revokes over the money of another', () => {
    scheme.when(delegate(), facts({ actingAgency: socialCare })).thenRefused('delegation-of-another-agency', 'its own money');
    scheme.given(authorityDelegated()).when(revoke(), facts({ actingAgency: socialCare })).thenRefused('delegation-of-another-agency');
  });

  it('is of an agency that exists on the first day, and for a person whom it employs', () => {
    scheme.when(delegate(), facts({ agency: { status: 'unknown' } })).thenRefused('agency-unknown');
    scheme.when(delegate({ from: '2022-06-30' }), facts()).thenRefused('agency-not-valid');
    scheme.when(delegate(), facts({ practitioner: { status: 'unknown' } })).thenRefused('practitioner-unknown');
    scheme.when(delegate({ from: '2024-03-31' }), facts()).thenRefused('practitioner-not-of-agency', '31 March 2024');
  });

  it('says up to how much and for what, each category once', () => {
    scheme.when(delegate({ limits: [] }), facts()).thenRefused('delegation-without-limits');
    scheme.when(delegate({ limits: [{ ...limit(), categories: [] }] }), facts()).thenRefused('delegation-without-limits');
    scheme.when(delegate({ limits: [{ ...limit(), amountPence: 0.5 }] }), facts()).thenRefused('amount-not-whole-pence');
    scheme.when(delegate({ limits: [{ ...limit(), amountPence: -1 }] }), facts()).thenRefused('amount-negative');
    const twice = limit({ categories: ['nursing', 'nursing'] });
    scheme.when(delegate({ limits: [twice] }), facts()).then(authorityDelegated({ limits: [limit({ categories: ['nursing'] })] }));
  });

  it('holds from a day until a later one', () => {
    scheme.when(delegate({ until: '2025-04-01' }), facts()).thenRefused('period-empty');
    scheme.when(delegate({ until: '2025-03-31' }), facts()).thenRefused('period-ends-before-it-begins');
    scheme.when(delegate({ from: 'now' }), facts()).thenRefused('not-a-date');
    scheme.when(delegate({ until: 'later' }), facts()).thenRefused('not-a-date');
  });
});

describe('A delegation', () => {
  const given = scheme.given(authorityDelegated());

  it('is revoked from a day, with the reason', () => {
    given.when(revoke(), facts()).then(revoked);
  });

  it('can be revoked from its very first day, not from before it', () => {
    given.when(revoke({ on: '2025-04-01' }), facts()).then({ ...revoked, data: { ...revoked.data, on: day('2025-04-01') } });
    given.when(revoke({ on: '2025-03-31' }), facts()).thenRefused('delegation-revoked-before-it-began', '1 April 2025');
    given.when(revoke({ on: 'now' }), facts()).thenRefused('not-a-date');
  });

  it('that is in no scheme cannot be revoked', () => {
    given.when(revoke({ delegationId: delegationId(901) }), facts()).thenRefused('delegation-unknown');
  });

  it('that has ended is not revoked again: the refusal names the day', () => {
    scheme.given(authorityDelegated(), revoked).when(revoke({ on: '2025-11-01' }), facts()).thenRefused('delegation-ended', '1 October 2025');
    scheme.given(authorityDelegated({ until: day('2025-09-01') })).when(revoke(), facts()).thenRefused('delegation-ended', '1 September 2025');
  });

  it('can be revoked from an earlier day than was first said', () => {
    const earlier = { ...revoked, data: { ...revoked.data, on: day('2025-09-01') } };
    scheme.given(authorityDelegated(), revoked).when(revoke({ on: '2025-09-01' }), facts()).then(earlier);
    expect(stateAfter(stream, authorityDelegated(), revoked, earlier).delegations).toMatchObject([{ until: '2025-09-01' }]);
  });

  it('commits until the day before its end', () => {
    const ended = delegation({ until: day('2025-10-01') });
    expect([isInForceOn(ended, day('2025-09-30')), isInForceOn(ended, day('2025-10-01'))]).toEqual([true, false]);
    expect(refuseEnded(ended, day('2025-09-30'))).toBeUndefined();
    expect(refuseEnded(ended, day('2025-10-01'))).toMatchObject({ refusal: 'delegation-ended', because: expect.stringContaining('1 October 2025'), kept: true });
    expect(refuseEnded(delegation(), day('2099-01-01'))).toBeUndefined();
  });
});
