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
      seats: [{ seatId: id(201), agencyId: health, post: 'Head of continuing care', standing: 'voting', deputies: 'none', deputyPosts: [] }],
      ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [id(201)], ratifiers: [] },
      ...{ commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] }, papersNotice: 0, urgent: null },
    },
    draftId: null,
  },
};
const agreement: GivenEvent = {
  type: 'StandingAgreementRecorded',
  data: {
    ...{ agreementId, title: 'Personal care after surgery', kind: 'local-memorandum', parties: [health, care] },
    ...{ aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null },
    ...{ period: { from: '2025-04-01', to: null }, on: '2025-03-03' },
    clauses: [
      {
        ...{ clauseId: id(1001), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'] },
        ...{ split: { kind: 'ratio', parts: [{ agencyId: health, weight: 1 }] }, duration: { unit: 'weeks', count: 6 } },
        ...{ dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
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

  it('of an agency whose functions passed to another stay what they were: what it did keeps its name', () => {
    const succeeded: GivenEvent = {
      type: 'AgencySucceeded',
      data: { agencyId: health, on: '2026-04-01', successors: [{ agencyId: care, functions: 'All' }], basis: 'Order 2026' },
    };
    const closed: GivenEvent = { type: 'AgencyClosed', data: { agencyId: health, on: '2026-04-01', because: 'Wound up' } };
    expect(given(agency, succeeded, closed)).toEqual(given(agency));
  });

  it('of practitioners are never kept: they are personal', () => {
    const person: GivenEvent = { type: 'PractitionerRegistered', data: { practitionerId: id(501), on: '2025-04-01', name: 'Ada Moss' } };
    expect(given(person)).toEqual({ names: [] });
  });

  it('of children are never kept', () => {
    const child: GivenEvent = { type: 'ChildRecordOpened', data: { childId: id(800), openedOn: '2025-06-02', name: 'Robin', dateOfBirth: '2016-05-09' } };
    expect(given(child)).toEqual({ names: [] });
  });
});
