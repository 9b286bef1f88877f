import { day, education, health, numbered, socialCare, stranger } from './sample-panel';
import { functionsOf, predecessorsOf, successorsOf } from './succession';
import type { AgencyInTime } from './succession';

const group = numbered<'agency'>(110);
type Agency = typeof health;
const ends = (agencyId: Agency, on: string, ...successors: [Agency, string][]): AgencyInTime => ({
  agencyId,
  end: { on: day(on), successors: successors.map(([successor, functions]) => ({ agencyId: successor, functions })) },
});
const record = (...agencies: AgencyInTime[]): ReadonlyMap<string, AgencyInTime> => new Map(agencies.map((agency) => [agency.agencyId, agency]));

/** A commissioning group that passed to the ICB in 2022, whose functions were divided in 2026. */
const divided = record(
  ends(group, '2022-07-01', [health, 'Commissioning']),
  ends(health, '2026-04-01', [socialCare, 'Personal care'], [education, 'Therapies']),
  { agencyId: socialCare },
  { agencyId: education },
);

describe('Where the functions of an agency are', () => {
  it('is with itself while it goes on, by no passage', () => {
    expect(functionsOf(divided, socialCare)).toEqual([{ agencyId: socialCare, is: 'present', by: [] }]);
  });

  it('is found along the chain, with each passage, and split where they were divided', () => {
    const first = { on: '2022-07-01', from: group, to: health, functions: 'Commissioning' };
    expect(functionsOf(divided, group)).toEqual([
      { agencyId: socialCare, is: 'present', by: [first, { on: '2026-04-01', from: health, to: socialCare, functions: 'Personal care' }] },
      { agencyId: education, is: 'present', by: [first, { on: '2026-04-01', from: health, to: education, functions: 'Therapies' }] },
    ]);
    expect(successorsOf(divided, group)).toEqual([socialCare, education]);
  });

  it('is nowhere once the last that had them was closed', () => {
    const closed = record(ends(group, '2022-07-01', [health, 'Commissioning']), ends(health, '2026-04-01'));
    expect(functionsOf(closed, group)).toMatchObject([{ agencyId: health, is: 'closed' }]);
    expect(successorsOf(closed, group)).toEqual([]);
    expect(functionsOf(closed, health)).toEqual([{ agencyId: health, is: 'closed', by: [] }]);
  });

  it('names an agency once to which they came on two ways', () => {
    const together = record(ends(group, '2022-07-01', [health, 'Nursing'], [socialCare, 'Care']), ends(socialCare, '2023-04-01', [health, 'Care']));
    expect(functionsOf(together, group).map(({ agencyId, by }) => [agencyId, by.length])).toEqual([
      [health, 1],
      [health, 2],
    ]);
    expect(successorsOf(together, group)).toEqual([health]);
  });

  it('is answered of a record that goes in a circle as well', () => {
    const circle = record(ends(health, '2022-07-01', [socialCare, 'Care']), ends(socialCare, '2023-04-01', [health, 'Care']));
    expect(functionsOf(circle, health)).toEqual([]);
    expect(predecessorsOf(circle, health)).toEqual([socialCare]);
  });
});

describe('The predecessors of an agency', () => {
  it('are all whose functions came to it, so that it finds what they decided', () => {
    expect(predecessorsOf(divided, education)).toEqual([health, group]);
    expect(predecessorsOf(divided, group)).toEqual([]);
    expect(predecessorsOf(divided, stranger)).toEqual([]);
  });
});
