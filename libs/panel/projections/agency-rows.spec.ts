import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected } from '@accord/shared/testing';
import type { GivenEvent } from '@accord/shared/testing';
import { directory } from './index';

const id = (number: number) => `01940000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [group, board, trust] = [101, 102, 103].map(id);
const { given } = projected(directory, catalogueOf(panelEvents));

const registered: GivenEvent = {
  type: 'AgencyRegistered',
  recordedAt: '2025-01-06T09:00:00.000Z',
  data: { agencyId: group, name: 'Northshire CCG', kind: 'clinical-commissioning-group', validFrom: '2013-04-01' },
};
const succeeded: GivenEvent = {
  type: 'AgencySucceeded',
  recordedAt: '2025-01-07T09:00:00.000Z',
  data: {
    ...{ agencyId: group, on: '2022-07-01', basis: 'Health and Care Act 2022 s.14' },
    successors: [
      { agencyId: trust, functions: 'Nursing' },
      { agencyId: board, functions: 'Everything else' },
    ],
  },
};
const closed: GivenEvent = {
  type: 'AgencyClosed',
  recordedAt: '2025-01-08T09:00:00.000Z',
  data: { agencyId: group, on: '2022-07-01', because: 'The trustees wound it up.' },
};

describe('Agencies in the directory', () => {
  it('keep their name and kind when they end', () => {
    expect(given(registered, succeeded)['agencies']).toEqual([
      {
        ...{ agency_id: group, name: 'Northshire CCG', kind: 'clinical-commissioning-group', code: null },
        ...{ valid_from: '2013-04-01', recorded_at: '2025-01-06T09:00:00.000Z' },
      },
    ]);
  });

  it('that were succeeded are told with the day, the instrument and the successors in the order in which they were named', () => {
    const rows = given(registered, succeeded);
    expect(rows['agency_ends']).toEqual([
      { agency_id: group, ends_on: '2022-07-01', because: 'Health and Care Act 2022 s.14', recorded_at: '2025-01-07T09:00:00.000Z' },
    ]);
    expect(rows['agency_successors']).toEqual([
      { agency_id: group, successor_id: board, functions: 'Everything else', place: 1 },
      { agency_id: group, successor_id: trust, functions: 'Nursing', place: 0 },
    ]);
  });

  it('that were closed are told with the day and the reason, and have no successor', () => {
    expect(given(registered, closed)).toMatchObject({
      agency_ends: [{ agency_id: group, ends_on: '2022-07-01', because: 'The trustees wound it up.', recorded_at: '2025-01-08T09:00:00.000Z' }],
      agency_successors: [],
    });
  });

  it('are the same however often an event is delivered', () => {
    const events = [registered, succeeded].map((event, position) => ({ ...event, position, revision: position }));
    expect(given(...events, ...events)).toEqual(given(...events));
  });
});
