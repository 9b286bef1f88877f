import { fundingEvents } from '@accord/funding/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { openedForTests, projected } from '@accord/shared/testing';
import type { GivenEvent } from '@accord/shared/testing';
import { packageLines } from '../index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [health, care, third] = [id(101), id(102), id(103)];
const line = { lineId: id(600), decisionId: id(700), childId: id(800), agencyId: health };
const suspended: GivenEvent = { type: 'PackageLineSuspended', data: { ...line, entryId: id(1), from: '2025-10-06', retainedBasisPoints: 5_000, reason: 'hospital-stay', because: 'Fell ill' } };
const variation = { ...line, variationId: id(11), on: '2025-10-01' };
const proposed: GivenEvent = { type: 'LineRatesVariationProposed', data: { ...variation, rates: [{ from: '2025-11-03', weeklyPence: 84_000 }], stillAwaited: [care, third], because: 'A third carer' } };
const agreed = (...stillAwaited: string[]): GivenEvent => ({ type: 'LineRatesVariationAgreed', data: { ...variation, agencyId: care, stillAwaited } });

const { given } = projected(packageLines, catalogueOf(fundingEvents));
const open = (...events: GivenEvent[]) => given(...events)['rate_variations_open'] ?? [];

describe('What happened to package lines', () => {
  it('is kept whole under the line, from its day, and sealed where it is personal', () => {
    const [row] = given({ ...suspended, position: 7, revision: 0 })['package_line_events'] ?? [];
    expect(row).toMatchObject({ line_id: id(600), decision_id: id(700), child_id: id(800), type: 'PackageLineSuspended', effective_on: '2025-10-06', position: 7 });
    // JSON of the stored event.
    expect(openedForTests((row?.['data'] as Record<string, unknown>)['because'])).toBe('Fell ill');
  });

  it('is the same however often an event is delivered', () => {
    const events = [suspended, proposed, agreed(third)].map((event, place) => ({ ...event, position: place, revision: place, recordedAt: `2025-12-01T09:0${place}:00.000Z` }));
    expect(given(...events, ...events)).toEqual(given(...events));
  });
});

describe('Rates that wait for an agreement', () => {
  it('are listed with those that have still to agree', () => {
    expect(open(proposed)).toEqual([
      { variation_id: id(11), line_id: id(600), decision_id: id(700), child_id: id(800), proposed_by: health, proposed_on: '2025-10-01', awaited: [care, third] },
    ]);
    expect(open(proposed, agreed(third))).toMatchObject([{ awaited: [third] }]);
  });

  it.each<[string, GivenEvent]>([
    ['all have agreed', agreed()],
    ['one refuses', { type: 'LineRatesVariationRefused', data: { ...variation, agencyId: care, because: 'Too dear' } }],
    ['they are withdrawn', { type: 'LineEntryWithdrawn', data: { ...line, withdraws: id(11), because: 'A slip', on: '2025-10-02' } }],
  ])('are listed no more once %s', (_what, settled) => {
    expect(open(proposed, settled)).toEqual([]);
  });

  it('are not listed where nobody is awaited, nor for what else is withdrawn', () => {
    expect(open({ ...proposed, data: { ...proposed.data, stillAwaited: [] } })).toEqual([]);
    expect(open(proposed, suspended, { type: 'LineEntryWithdrawn', data: { ...line, withdraws: id(1), because: 'A slip', on: '2025-10-07' } })).toHaveLength(1);
  });
});

it('Providers are listed by name', () => {
  const registered: GivenEvent = { type: 'ProviderRegistered', data: { providerId: id(41), name: 'Home Care Limited', kind: 'care-agency', on: '2025-04-01' }, recordedAt: '2025-04-01T09:00:00.000Z' };
  expect(given(registered)['providers']).toEqual([{ provider_id: id(41), name: 'Home Care Limited', kind: 'care-agency', registered_on: '2025-04-01', recorded_at: '2025-04-01T09:00:00.000Z' }]);
});
