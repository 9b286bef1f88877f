import { catalogueOf, UnreadableEvent } from '@accord/shared/event-contracts';
import type { Recorded, Words } from '@accord/shared/event-contracts';
import { sealedData } from '@accord/shared/testing';
import { AgencyRegistered, DecisionRecorded, MeetingClosed, MeetingOpened, MeetingScheduled, PanelConstituted, panelEvents } from './index';

const words: Words = {
  agency: () => 'Somerset ICB',
  panel: () => 'The continuing care panel',
  agreement: () => 'Personal care after surgery',
  date: (date) => `<${date}>`,
  money: (pence) => `${pence}p`,
  shares: ({ parts }) => parts.map(({ weight }) => `${weight / 100} %`).join(' and '),
  personal: () => '[withheld]',
};
const catalogue = catalogueOf(panelEvents);
const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [agencyId, panelId, meetingId, seatId, lineId] = [1, 2, 3, 4, 5].map(id);
const meeting = { meetingId, panelId, on: '2025-10-01' };

const line = {
  ...{ lineId, category: 'short-breaks', period: { from: '2025-10-06', to: null } },
  rates: [{ from: '2025-10-06', weeklyPence: 184_735 }],
  split: { kind: 'basis-points', parts: [6_500, 3_500].map((weight, place) => ({ agencyId: id(10 + place), weight })) },
};
const decision = {
  ...{ decisionId: id(6), panelId, meetingId, childId: id(7), on: '2025-10-01', outcome: 'approved', reasons: 'Needs at night' },
  ...{ positions: [{ agencyId, position: 'supports' }], lines: [line], provisions: [{ lineId, words: 'Two nights a month' }] },
};
const opened = (people: number) => ({
  ...{ ...meeting, openedAt: '2025-10-01T09:30:00.000Z', chairSeatId: seatId },
  present: Array.from({ length: people }, (_, place) => ({ seatId: id(20 + place), practitionerId: id(30 + place) })),
});

/** The event as it is stored and read back, personal fields sealed. */
const read = (type: string, data: object) => {
  const definition = catalogue.check(type, data);
  return catalogue.read({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
};
// The catalogue has validated the data against the contract from which the type is inferred.
const decided = (data: object) => read('DecisionRecorded', data) as Recorded<typeof DecisionRecorded>['data'];

describe('The timeline says', () => {
  it('that an organisation was registered', () => {
    const data = { agencyId, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' };
    const stored = read('AgencyRegistered', data) as Recorded<typeof AgencyRegistered>['data'];
    expect(AgencyRegistered.sentence(stored, words)).toBe('Somerset ICB was registered.');
  });

  it('that a panel was constituted', () => {
    const seats = [{ seatId, agencyId, post: 'Chair', standing: 'voting' }];
    const termsOfReference = { seats, quorum: { members: 1, agencies: [agencyId] }, decisionMode: 'consensus' };
    const data = { panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', termsOfReference };
    const stored = read('PanelConstituted', data) as Recorded<typeof PanelConstituted>['data'];
    expect(PanelConstituted.sentence(stored, words)).toBe('Continuing care panel was constituted.');
  });

  it('that a meeting was planned, held by how many, and closed', () => {
    const planned = read('MeetingScheduled', meeting) as Recorded<typeof MeetingScheduled>['data'];
    expect(MeetingScheduled.sentence(planned, words)).toBe('A meeting of The continuing care panel was planned for <2025-10-01>.');
    const held = (people: number) => read('MeetingOpened', opened(people)) as Recorded<typeof MeetingOpened>['data'];
    expect(MeetingOpened.sentence(held(1), words)).toBe('The continuing care panel met, with 1 member present.');
    expect(MeetingOpened.sentence(held(5), words)).toBe('The continuing care panel met, with 5 members present.');
    const closed = read('MeetingClosed', { ...meeting, closedAt: '2025-10-01T12:00:00.000Z' }) as Recorded<typeof MeetingClosed>['data'];
    expect(MeetingClosed.sentence(closed, words)).toBe('The meeting of The continuing care panel was closed.');
  });

  it('what was approved from which day and who pays', () => {
    expect(DecisionRecorded.sentence(decided(decision), words)).toBe(
      'The continuing care panel approved the request: short breaks from <2025-10-06>, 65 % and 35 %.',
    );
  });

  it('that a matter was declined or deferred', () => {
    const without = { ...decision, lines: [], provisions: [] };
    expect(DecisionRecorded.sentence(decided({ ...without, outcome: 'declined' }), words)).toBe('The continuing care panel declined the request.');
    expect(DecisionRecorded.sentence(decided({ ...without, outcome: 'deferred' }), words)).toBe('The continuing care panel deferred the matter.');
  });
});

describe('A decision on the record', () => {
  it('has its reasons and its words sealed, its figures not', () => {
    const stored = decided(decision);
    expect([stored.reasons, stored.provisions]).toEqual([expect.stringMatching(/^sealed:/), expect.stringMatching(/^sealed:/)]);
    expect(stored.lines).toEqual([line]);
    expect(JSON.stringify(stored)).not.toContain('night');
  });

  it.each<[string, object]>([
    ['an unknown field', { mood: 'good' }],
    ['a fraction of a penny', { lines: [{ ...line, rates: [{ from: '2025-10-06', weeklyPence: 0.5 }] }] }],
    ['a day that is none', { on: '2025-02-30' }],
    ['a line without a rate', { lines: [{ ...line, rates: [] }] }],
    ['a category that nobody knows', { lines: [{ ...line, category: 'holidays' }] }],
    ['an outcome that nobody knows', { outcome: 'approved-perhaps' }],
    ['an id that is none', { childId: 'Robin' }],
  ])('never holds %s', (_case, changes) => {
    expect(() => catalogue.check('DecisionRecorded', { ...decision, ...changes })).toThrow(UnreadableEvent);
  });
});
