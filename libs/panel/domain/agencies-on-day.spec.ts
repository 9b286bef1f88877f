import { endedBy, refuseSeatOfEnded, refuseStranger } from './agencies-on-day';
import type { AgenciesOnDay } from './agencies-on-day';
import type { AgencyState } from './agency';
import { packageLines } from './package-line';
import { panelRefusals } from './refusals';
import { day, education, health, numbered, proposedLine, registered, socialCare, stranger, terms } from './sample-panel';
import { refuseTerms } from './terms-of-reference';

const closed = numbered<'agency'>(198);
const known = (agencyId: typeof health, name: string) => ({ agencyId, name, kind: 'integrated-care-board' as const, validFrom: day('2013-04-01') });
const passing = (to: typeof health, on: string) => ({ status: 'succeeded' as const, until: day(on), successors: [{ agencyId: to, functions: 'All' }] });
/** Health passed to social care in 2026, and social care to education in 2027; one more was closed in 2026. */
const agencies: ReadonlyMap<string, AgencyState> = new Map<string, AgencyState>([
  [health, { ...known(health, 'Somerset ICB'), ...passing(socialCare, '2026-04-01') }],
  [socialCare, { ...known(socialCare, 'Wessex ICB'), ...passing(education, '2027-04-01') }],
  [education, { ...known(education, 'South West ICB'), status: 'registered' }],
  [closed, { ...known(closed, 'A charity'), status: 'closed', until: day('2026-04-01'), successors: [] }],
]);
const on = (text: string): AgenciesOnDay => ({ has: (id) => id === education, ended: endedBy(agencies, [health, education, closed, stranger], day(text)) });

describe('An agency that has ended', () => {
  it('has not ended the day before, and is told from then on with those that have its functions on that day', () => {
    expect(on('2026-03-31').ended?.size).toBe(0);
    expect(on('2026-04-01').ended?.get(health)).toEqual({ name: 'Somerset ICB', on: '2026-04-01', passedTo: ['Wessex ICB'] });
    expect(on('2027-04-01').ended?.get(health)).toEqual({ name: 'Somerset ICB', on: '2026-04-01', passedTo: ['South West ICB'] });
    expect(on('2027-04-01').ended?.get(closed)?.passedTo).toEqual([]);
  });

  it('pays nothing any more: a split that names it is told of its end and of the successor', () => {
    const ended = { ...on('2026-04-01'), has: (id: string) => id !== health };
    expect(packageLines([proposedLine()], ended)).toMatchObject({
      ...{ ok: false, refusal: 'agency-ended', kept: true },
      because: 'Somerset ICB ended on 1 April 2026; its functions passed to Wessex ICB: name the successor.',
    });
    expect(panelRefusals['agency-ended'].kept).toBe(true);
  });

  it('is named in no new terms of reference', () => {
    expect(refuseTerms(terms(), { ...on('2026-04-01'), has: (id: string) => id !== health })).toMatchObject({ refusal: 'agency-ended' });
    expect(refuseTerms(terms(), registered)).toBeUndefined();
  });

  it('seats nobody, whether it has a successor or was closed', () => {
    expect(refuseSeatOfEnded(health, on('2026-04-01'))).toMatchObject({
      because: 'Somerset ICB ended on 1 April 2026; its functions passed to Wessex ICB. Nobody sits for it from that day on: revise the terms of reference.',
    });
    expect(refuseSeatOfEnded(closed, on('2026-04-01'))).toMatchObject({ because: expect.stringContaining('no agency has its functions') as unknown });
    expect(refuseSeatOfEnded(education, on('2026-04-01'))).toBeUndefined();
  });

  it('is told apart from one that nobody registered', () => {
    expect(refuseStranger(stranger, on('2026-04-01'))).toMatchObject({ refusal: 'agency-unknown' });
    expect(refuseStranger(education, on('2026-04-01'))).toBeUndefined();
    expect(refuseStranger(closed, on('2026-04-01'))).toMatchObject({ because: expect.stringContaining('name an agency that exists') as unknown });
  });
});
