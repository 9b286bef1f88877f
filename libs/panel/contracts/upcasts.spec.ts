import { lineCategories } from './terms';
import { catalogue, examples, health, line, meetingId, panelId, seatId, practitionerId } from './sample-events';

/** An event of version 1 as it was stored, read today. */
const read = (type: string, data: object) => catalogue.read({ type, schemaVersion: 1, data });
const observer = '00000000-0000-7000-8000-000000000099';
const sealed = 'sealed:test:e30';

describe('What was recorded in version 1', () => {
  it('of an agency reads the same', () => {
    expect(read('AgencyRegistered', { ...examples['AgencyRegistered'] })).toEqual(examples['AgencyRegistered']);
  });

  it('of a panel allows what was allowed then: any deputy, any chair but observers, any category, no notice, nothing urgent', () => {
    const seat = { seatId, agencyId: health, post: 'Chair', standing: 'voting' };
    const watching = { ...seat, seatId: observer, standing: 'observer' };
    const first = { panelId, name: 'Panel', kind: 'continuing-care', from: '2025-01-01' };
    const quorum = { members: 1, agencies: [health] };
    const data = { ...first, termsOfReference: { seats: [seat, watching], quorum, decisionMode: 'consensus' } };
    expect(read('PanelConstituted', data)).toEqual({
      ...first,
      draftId: null,
      termsOfReference: {
        seats: [seat, watching].map((each) => ({ ...each, deputies: 'anyone-of-the-agency', deputyPosts: [] })),
        ...{ quorum, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [seatId] },
        commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: [...lineCategories] },
        ...{ ratifiers: [], papersNotice: 0, urgent: null },
      },
    });
  });

  it('of a meeting had neither time nor place, and only members', () => {
    const meeting = { meetingId, panelId, on: '2025-10-01' };
    expect(read('MeetingScheduled', meeting)).toEqual({ ...meeting, startsAt: null, place: null });
    const opened = { ...meeting, openedAt: '2025-10-01T09:30:00.000Z', chairSeatId: seatId };
    expect(read('MeetingOpened', { ...opened, present: [{ seatId, practitionerId }] })).toEqual({
      ...{ ...opened, present: [{ seatId, practitionerId, as: 'member' }] },
    });
  });

  const { replaces: _replaces, needs: _needs, budget: _budget, ...lineThen } = line;
  const decided = {
    ...{ decisionId: meetingId, panelId, meetingId, childId: observer, on: '2025-10-01', outcome: 'approved', reasons: sealed },
    ...{ positions: [{ agencyId: health, position: 'supports' }], lines: [lineThen], provisions: sealed },
  };

  it('of an approval had effect at once, on no matter that was recorded, and replaced nothing', () => {
    expect(read('DecisionRecorded', decided)).toEqual({
      ...decided,
      ...{ matterId: null, at: null, effect: 'at-once', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null },
      ...{ urgent: null, sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
      lines: [{ ...lineThen, replaces: null, needs: [], budget: null }],
    });
  });

  it.each(['declined', 'deferred'])('of a matter that was %s had no effect', (outcome) => {
    expect(read('DecisionRecorded', { ...decided, outcome, lines: [] })).toMatchObject({ outcome, effect: 'none', lines: [] });
  });
});
