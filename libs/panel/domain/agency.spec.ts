import { panelEvents } from '@accord/panel/contracts';
import type { AgencyClosed, AgencySucceeded } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { agencyDecider, isValidOn, refuseInvalidAgency } from './agency';
import type { AgencyFacts, AgencyState, CloseAgency, RegisterAgency, SucceedAgency } from './agency';
import { agencyRegistered, day, education, health, socialCare, stranger } from './sample-panel';

const stream = { decider: agencyDecider, definitions: panelEvents };
const agency = specification(stream);
const nobody: AgencyFacts = { agencies: new Map() };

const register = (changes: Partial<RegisterAgency> = {}): RegisterAgency => ({
  ...{ type: 'RegisterAgency', agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' },
  ...changes,
});
const successor = (agencyId: typeof health, from = '2020-04-01'): [string, AgencyState] => [
  agencyId,
  { status: 'registered', agencyId, name: 'Another', kind: 'integrated-care-board', validFrom: day(from) },
];
const facts: AgencyFacts = { agencies: new Map([successor(socialCare), successor(education, '2024-04-01')]) };
const passes = (agencyId: typeof health, functions = 'All functions') => ({ agencyId, functions });
const succeed = (changes: Partial<SucceedAgency> = {}): SucceedAgency => ({
  ...{ type: 'SucceedAgency', on: '2025-04-01', successors: [passes(socialCare)], basis: 'Health and Care Act 2022 s.14' },
  ...changes,
});
const succeeded = (...successors: ReturnType<typeof passes>[]): New<typeof AgencySucceeded> => ({
  type: 'AgencySucceeded',
  data: { agencyId: health, on: day('2025-04-01'), successors, basis: 'Health and Care Act 2022 s.14' },
});
const close = (on = '2025-04-01'): CloseAgency => ({ type: 'CloseAgency', on, because: 'The trustees wound it up.' });
const closed: New<typeof AgencyClosed> = {
  type: 'AgencyClosed',
  data: { agencyId: health, on: day('2025-04-01'), because: 'The trustees wound it up.' },
};

describe('An organisation of the area', () => {
  it('is registered with its kind and the day from which it exists', () => {
    agency.when(register(), nobody).then(agencyRegistered());
  });

  it('is registered with its code, where it has one', () => {
    agency.when(register({ code: 'QSL' }), nobody).then(agencyRegistered('QSL'));
  });

  it('is registered once: a second registration is refused, whatever it says and even after its end', () => {
    agency.given(agencyRegistered()).when(register(), nobody).thenRefused('agency-already-registered', 'present record');
    agency.given(agencyRegistered()).when(register({ name: 'Another name' }), nobody).thenRefused('agency-already-registered');
    agency.given(agencyRegistered(), closed).when(register(), nobody).thenRefused('agency-already-registered');
  });

  it('cannot exist from a day that is none', () => {
    agency.when(register({ validFrom: '2025-02-30' }), nobody).thenRefused('not-a-date', '30 February');
  });
});

describe('The functions of an organisation', () => {
  const given = agency.given(agencyRegistered());

  it('pass to another on a day', () => {
    given.when(succeed(), facts).then(succeeded(passes(socialCare)));
  });

  it('are divided among several, where a council is split', () => {
    const halves = [passes(socialCare, 'Social care of the east'), passes(education, 'Education of the east')];
    given.when(succeed({ successors: halves }), facts).then(succeeded(...halves));
  });

  it('pass only to organisations that are registered and exist on that day', () => {
    given.when(succeed({ successors: [passes(stranger)] }), facts).thenRefused('agency-unknown', stranger);
    given.when(succeed({ on: '2024-01-01', successors: [passes(education)] }), facts).thenRefused('agency-not-valid', '1 April 2024');
    const ended: AgencyState = { status: 'closed', agencyId: stranger, name: 'A school', kind: 'school', validFrom: day('2020-01-01'), until: day('2025-04-01'), successors: [] };
    given.when(succeed({ successors: [passes(stranger)] }), { agencies: new Map([[stranger, ended]]) }).thenRefused('agency-not-valid', 'no successor');
  });

  it('pass to somebody, to each once, and not to itself', () => {
    given.when(succeed({ successors: [] }), facts).thenRefused('succession-without-successor');
    given.when(succeed({ successors: [passes(socialCare), passes(socialCare)] }), facts).thenRefused('successor-repeated');
    given.when(succeed({ successors: [passes(health)] }), facts).thenRefused('succession-into-itself');
  });

  it('never pass back in a circle, however long', () => {
    const until = day('2026-04-01');
    const on = (agencyId: typeof health, to: typeof health): [string, AgencyState] => [
      agencyId,
      { status: 'succeeded', agencyId, name: 'Another', kind: 'council-social-care', validFrom: day('2020-04-01'), until, successors: [passes(to)] },
    ];
    const circle: AgencyFacts = { agencies: new Map([on(socialCare, education), on(education, health)]) };
    given.when(succeed(), circle).thenRefused('succession-in-circle', 'which of the two');
    // A circle among others, which the record should not hold, ends the search all the same.
    const others: AgencyFacts = { agencies: new Map([on(socialCare, education), on(education, socialCare)]) };
    given.when(succeed(), others).then(succeeded(passes(socialCare)));
  });

  it('pass once: what has ended does not end again', () => {
    const after = agency.given(agencyRegistered(), succeeded(passes(socialCare)));
    after.when(succeed({ successors: [passes(education)] }), facts).thenRefused('agency-already-ended', '1 April 2025');
    after.when(close(), nobody).thenRefused('agency-already-ended');
    agency.given(agencyRegistered(), closed).when(succeed(), facts).thenRefused('agency-already-ended');
  });

  it('pass on a day after the organisation began', () => {
    given.when(succeed({ on: '2022-07-01' }), facts).thenRefused('agency-ends-before-it-began', '1 July 2022');
    given.when(succeed({ on: 'soon' }), facts).thenRefused('not-a-date');
  });

  it('do not pass from an organisation that nobody registered', () => {
    agency.when(succeed(), facts).thenRefused('agency-unknown');
  });
});

describe('An organisation without a successor', () => {
  it('is closed from a day, with the reason', () => {
    agency.given(agencyRegistered()).when(close(), nobody).then(closed);
  });

  it('is closed after it began, and only where it is registered', () => {
    agency.given(agencyRegistered()).when(close('2022-07-01'), nobody).thenRefused('agency-ends-before-it-began');
    agency.when(close(), nobody).thenRefused('agency-unknown');
  });
});

describe('Whether an organisation exists on a day', () => {
  const registered = stateAfter(stream, agencyRegistered());
  const ended = stateAfter(stream, agencyRegistered(), succeeded(passes(socialCare)));

  it('it does from its first day until the day on which its functions passed', () => {
    expect(['2022-06-30', '2022-07-01', '2025-03-31', '2025-04-01'].map((text) => isValidOn(ended, day(text)))).toEqual([false, true, true, false]);
    expect(isValidOn(registered, day('2026-11-23'))).toBe(true);
    expect(isValidOn(agencyDecider.initial, day('2026-11-23'))).toBe(false);
  });

  it('whoever names it on another day is told from when or until when it existed', () => {
    expect(refuseInvalidAgency(ended, health, day('2025-03-31'))).toBeUndefined();
    expect(refuseInvalidAgency(ended, health, day('2025-04-01'))).toMatchObject({ refusal: 'agency-not-valid', because: expect.stringContaining('name the agency') });
    expect(refuseInvalidAgency(registered, health, day('2022-06-30'))).toMatchObject({ because: expect.stringContaining('1 July 2022') });
    expect(refuseInvalidAgency(agencyDecider.initial, stranger, day('2025-01-01'))).toMatchObject({ refusal: 'agency-unknown' });
  });
});
