import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected, type GivenEvent } from '@accord/shared/testing';
import { names } from './index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [health, care, panelId, agreementId] = [101, 102, 300, 1000].map(id);

const agency: GivenEvent = {
  type: 'AgencyRegistered',
  data: { agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' },
};
const panel: GivenEvent = {
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01' },
    termsOfReference: {
      seats: [{ seatId: id(201), agencyId: health, post: 'Head of continuing care', standing: 'voting' }],
      ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus' },
    },
  },
};
const agreement: GivenEvent = {
  type: 'StandingAgreementRecorded',
  data: {
    ...{ agreementId, title: 'Personal care after surgery', kind: 'local-memorandum', parties: [health, care] },
    ...{ period: { from: '2025-04-01', to: null }, on: '2025-03-03' },
    clauses: [
      {
        ...{ clauseId: id(1001), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'] },
        ...{ split: { kind: 'ratio', parts: [{ agencyId: health, weight: 1 }] }, weeks: 6, dayOne: 'day-of-event', cost: 'regardless-of-cost' },
      },
    ],
  },
};

const { given } = projected(names, catalogueOf(panelEvents, childEvents, fundingEvents));

describe('Names', () => {
  it.each<[string, GivenEvent, string | undefined, string]>([
    ['agency', agency, health, 'Somerset ICB'],
    ['panel', panel, panelId, 'Continuing care panel'],
    ['agreement', agreement, agreementId, 'Personal care after surgery'],
  ])('of an %s are known once it is recorded', (kind, event, named, name) => {
    expect(given(event)).toEqual({ names: [{ kind, id: named, name }] });
  });

  it('are the same however often an event is delivered', () => {
    expect(given(agency, panel, agreement, agreement, panel, agency)).toEqual(given(agency, panel, agreement));
    expect(given(agency, panel, agreement)['names']).toHaveLength(3);
  });

  it('of children are never kept', () => {
    const child: GivenEvent = { type: 'ChildRecordOpened', data: { childId: id(800), openedOn: '2025-06-02', name: 'Robin', dateOfBirth: '2016-05-09' } };
    expect(given(child)).toEqual({ names: [] });
  });
});
