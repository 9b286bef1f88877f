import { panelEvents } from '@accord/panel/contracts';
import type { EmploymentEnded, PractitionerEmployed, PractitionerRegistered, PractitionerSignInLinked } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import type { AgencyState } from './agency';
import { employmentsOn, isEmployedBy, postsOn, practitionerDecider, refuseNotOfAgency } from './practitioner';
import type { EmployPractitioner, EndEmployment, LinkSignIn, PractitionerFacts, RegisterPractitioner } from './practitioner';
import { day, health, numbered, socialCare } from './sample-panel';

const stream = { decider: practitionerDecider, definitions: panelEvents };
const practitioner = specification(stream);
const practitionerId = numbered<'practitioner'>(501);
const employmentId = numbered<'employment'>(551);
const another = numbered<'employment'>(552);

const agency: AgencyState = { status: 'registered', agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: day('2022-07-01') };
const facts: PractitionerFacts = { agency };
const unknown: PractitionerFacts = { agency: { status: 'unknown' } };

const register = (changes: Partial<RegisterPractitioner> = {}): RegisterPractitioner => ({
  ...{ type: 'RegisterPractitioner', practitionerId, on: '2025-04-01', name: 'Robin Marsh' },
  ...changes,
});
const registered = (changes: object = {}): New<typeof PractitionerRegistered> => ({
  type: 'PractitionerRegistered',
  data: { practitionerId, on: day('2025-04-01'), name: 'Robin Marsh', ...changes },
});
const post = 'Head of continuing care';
const employ = (changes: Partial<EmployPractitioner> = {}): EmployPractitioner => ({
  ...{ type: 'EmployPractitioner', employmentId, agencyId: health, post, roles: ['panel-member'], from: '2025-04-01' },
  ...changes,
});
const employed = (changes: Partial<New<typeof PractitionerEmployed>['data']> = {}): New<typeof PractitionerEmployed> => ({
  type: 'PractitionerEmployed',
  data: { practitionerId, employmentId, agencyId: health, post, roles: ['panel-member'], from: day('2025-04-01'), ...changes },
});
const end = (changes: Partial<EndEmployment> = {}): EndEmployment => ({ type: 'EndEmployment', employmentId, to: '2025-10-01', ...changes });
const ended: New<typeof EmploymentEnded> = {
  type: 'EmploymentEnded',
  data: { practitionerId, employmentId, agencyId: health, post, to: day('2025-10-01') },
};

describe('A practitioner', () => {
  it('is registered by name, with the sign-in where there is one', () => {
    practitioner.when(register(), unknown).then(registered());
    practitioner.when(register({ actorId: 'person-1' }), unknown).then(registered({ actorId: 'person-1' }));
  });

  it('is registered once, on a day that exists', () => {
    practitioner.given(registered()).when(register(), unknown).thenRefused('practitioner-already-registered');
    practitioner.when(register({ on: '2025-02-30' }), unknown).thenRefused('not-a-date');
  });
});

describe('The sign-in of a practitioner', () => {
  const link = (actorId: string, on = '2025-05-01'): LinkSignIn => ({ type: 'LinkSignIn', actorId, on });
  const linked = (actorId: string): New<typeof PractitionerSignInLinked> => ({
    ...{ type: 'PractitionerSignInLinked', data: { practitionerId, actorId, on: day('2025-05-01') } },
  });

  it('is linked to somebody who is registered, and a later one takes its place', () => {
    practitioner.given(registered()).when(link('person-1'), unknown).then(linked('person-1'));
    practitioner.given(registered(), linked('person-1')).when(link('person-2'), unknown).then(linked('person-2'));
    practitioner.when(link('person-1'), unknown).thenRefused('practitioner-unknown');
    practitioner.given(registered()).when(link('person-1', '2025-02-30'), unknown).thenRefused('not-a-date');
  });

  it('is linked once', () => {
    practitioner.given(registered({ actorId: 'person-1' })).when(link('person-1'), unknown).thenRefused('sign-in-already-linked');
    practitioner.given(registered(), linked('person-1')).when(link('person-1'), unknown).thenRefused('sign-in-already-linked');
  });

  it('is one, and those of before are not forgotten', () => {
    expect(stateAfter(stream, registered({ actorId: 'person-1' }), linked('person-2'), linked('person-3'))).toMatchObject({
      ...{ actorId: 'person-3', formerActorIds: ['person-1', 'person-2'] },
    });
    expect(stateAfter(stream, registered(), linked('person-1'))).toMatchObject({ actorId: 'person-1' });
  });
});

describe('A post', () => {
  const given = practitioner.given(registered());

  it('is taken up at an agency, with its roles, each once', () => {
    given.when(employ(), facts).then(employed());
    const roles = ['clinician' as const, 'panel-member' as const];
    given.when(employ({ roles: [...roles, 'clinician'] }), facts).then(employed({ roles }));
  });

  it('is taken up by somebody who is registered, at an agency that exists on that day', () => {
    practitioner.when(employ(), facts).thenRefused('practitioner-unknown', 'register the person first');
    given.when(employ(), unknown).thenRefused('agency-unknown');
    given.when(employ({ from: '2022-06-30' }), facts).thenRefused('agency-not-valid', '1 July 2022');
    given.when(employ({ from: 'soon' }), facts).thenRefused('not-a-date');
  });

  it('has a role', () => {
    given.when(employ({ roles: [] }), facts).thenRefused('employment-without-role');
  });

  it('is had once at a time, however it is written; another post beside it is another matter', () => {
    const has = practitioner.given(registered(), employed());
    has.when(employ({ employmentId: another, post: ' HEAD of continuing care' }), facts).thenRefused('employment-already-recorded', '1 April 2025');
    has.when(employ(), facts).thenRefused('employment-already-recorded');
    has.when(employ({ employmentId: another, post: 'Clinical lead' }), facts).then(employed({ employmentId: another, post: 'Clinical lead' }));
  });

  it('can be taken up again after its end, not before', () => {
    const left = practitioner.given(registered(), employed(), ended);
    left.when(employ({ employmentId: another, from: '2025-09-30' }), facts).thenRefused('employment-already-recorded');
    left.when(employ({ employmentId: another, from: '2025-10-01' }), facts).then(employed({ employmentId: another, from: day('2025-10-01') }));
  });

  it('is left on a day after it was taken up, once', () => {
    const has = practitioner.given(registered(), employed());
    has.when(end(), unknown).then(ended);
    has.when(end({ to: '2025-04-01' }), unknown).thenRefused('employment-ends-before-it-began', '1 April 2025');
    has.when(end({ to: 'soon' }), unknown).thenRefused('not-a-date');
    has.when(end({ employmentId: another }), unknown).thenRefused('employment-unknown');
    practitioner.given(registered(), employed(), ended).when(end(), unknown).thenRefused('employment-already-ended', '1 October 2025');
    practitioner.when(end(), unknown).thenRefused('practitioner-unknown');
  });
});

describe('Who employs a practitioner on a day', () => {
  const state = stateAfter(stream, registered(), employed(), ended, employed({ employmentId: another, agencyId: socialCare, from: day('2025-09-01') }));

  it('is told by the posts that hold on it', () => {
    expect(postsOn(state, health, day('2025-09-30'))).toEqual([post]);
    expect(postsOn(state, health, day('2025-10-01'))).toEqual([]);
    expect(employmentsOn(state, day('2025-09-30'))).toHaveLength(2);
    expect(isEmployedBy(state, socialCare, day('2025-08-31'))).toBe(false);
    expect(isEmployedBy(state, socialCare, day('2025-09-01'))).toBe(true);
    expect(employmentsOn({ status: 'unknown' }, day('2025-09-01'))).toEqual([]);
  });

  it('so that nobody acts for an agency without a post there', () => {
    expect(refuseNotOfAgency(state, health, day('2025-09-30'))).toBeUndefined();
    expect(refuseNotOfAgency(state, health, day('2025-10-01'))).toMatchObject({ refusal: 'practitioner-not-of-agency', kept: true });
    expect(refuseNotOfAgency({ status: 'unknown' }, health, day('2025-10-01'))).toMatchObject({ refusal: 'practitioner-unknown' });
  });
});
