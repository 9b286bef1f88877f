import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { Dossiers } from './decision-dossier';
import { DecisionHistory } from './decision-history';
import * as the from './sample-decision-record';
import { day, decision, decisionAsRead, groundOf } from './sample-decision-reading';
import type { DecisionAsRead } from './sample-decision-reading';

let read: DecisionAsRead['read'];
let stop: DecisionAsRead['stop'];

beforeAll(async () => {
  ({ read, stop } = await decisionAsRead());
});
afterAll(() => stop());

const ground = () => groundOf(read);

describe('The history of a decision', () => {
  const by = { actor: '', agencyId: '', agency: '', role: '' };
  const sentences = {
    entries: (rows: readonly EventRow[]) =>
      Promise.resolve(rows.map(({ position, event_id: eventId, type, stream, revision, effective_on: effectiveOn, recorded_at: recordedAt }) => ({ position, eventId, type, stream, revision, effectiveOn, recordedAt, says: '', by, details: {} }))),
  };
  const page = (limit: number, cursor?: number, asOf: object = {}) =>
    new DecisionHistory({ ...ground(), sentences }).page(decision, { personal: 'opened', page: { limit, cursor }, ...asOf });
  const whole = [
    ...['MatterRaised', 'PaperCirculated', 'PaperCirculated', 'ViewsRecorded', 'MeetingScheduled', 'MatterPutOnAgenda', 'MeetingOpened'],
    ...['PositionTaken', 'VoteCast', 'VoteCast', 'DecisionRecorded', 'MemberLeft', 'PaperCirculated', 'BreachRecorded'],
    ...['DecisionRatified', 'ProvisionDelayed', 'DecisionCorrectionRequested', 'DecisionCorrected', 'ConditionMet'],
  ];

  it('has everything of the decision, its matter and its meeting in the order of the record, nothing of another matter', async () => {
    expect((await page(200))?.entries.map(({ type }) => type)).toEqual(whole);
  });

  it.each([1, 4, 18, 19])('gives the same in pages of %d', async (limit) => {
    const found: string[] = [];
    let next: number | undefined;
    do {
      const each = await page(limit, next);
      found.push(...(each?.entries.map(({ type }) => type) ?? []));
      next = each?.next === undefined ? undefined : (JSON.parse(Buffer.from(each.next, 'base64url').toString()) as number);
    } while (next !== undefined);
    expect(found).toEqual(whole);
  });

  it('as at a day and as known at an instant has what there was', async () => {
    expect((await page(200, undefined, { asAt: day('2025-10-07') }))?.entries.map(({ type }) => type)).toEqual(whole.slice(0, 14));
    expect((await page(200, undefined, { knownAt: '2025-10-01T09:31:00.000Z' }))?.entries.map(({ type }) => type)).toEqual(whole.slice(0, 11));
    expect(await page(200, undefined, { knownAt: '2025-10-01T09:00:00.000Z' })).toBeUndefined();
  });
});

describe('What was before the panel', () => {
  const dossier = async () => {
    const found = await new Dossiers(ground()).before(decision, 'opened');
    if (found === undefined) throw new Error('It is on record.');
    return found;
  };

  it('has what was asked, and the views that were heard', async () => {
    expect((await dossier()).matter).toMatchObject({ asks: 'Waking nights', agency: 'Health', needs: ['breathing'], views: [{ of: 'child', views: 'Wants to sleep at home' }] });
  });

  it('has each paper in the version circulated by then, late or not; one recorded afterwards is set apart', async () => {
    const { papers, papersRecordedLater } = await dossier();
    expect(papers).toMatchObject([{ paperId: the.paperId, version: 2, title: 'Assessment, version 2', late: true, cited: true }]);
    expect(papersRecordedLater).toMatchObject([{ paperId: the.id(951), recordedAt: '2025-10-02T09:00:00.000Z' }]);
  });

  it('has the terms of reference in force, who was in the room, and what the decision rested on', async () => {
    const { terms, room, restsOn } = await dossier();
    expect(terms).toMatchObject({ version: 1, from: '2025-04-01', termsOfReference: { quorum: { members: 3 } } });
    expect(room?.sat).toHaveLength(3);
    expect(restsOn).toEqual([
      { stream: `matter-${the.matterId}`, revision: 4 },
      { stream: `meeting-${the.meetingId}`, revision: 1 },
    ]);
  });

  it('says so where attendance recorded later shows the room otherwise than the decision says', async () => {
    expect((await dossier()).roomOnRecord).toEqual({
      ...{ agrees: false, quorate: false, whyNot: '2 voting members are present; the terms of reference require 3.' },
      differences: [
        {
          seatId: the.schoolSeat,
          decisionSays: { is: 'in-the-room', practitionerId: the.holderOf(the.schoolSeat) },
          recordSays: { is: 'absent' },
        },
      ],
      says: 'What is on record of the attendance shows the room otherwise than the decision says.',
    });
  });

  it('has the lines in force for the child before the decision, not its own', async () => {
    expect((await dossier()).linesInForce).toEqual([
      {
        ...{ decisionId: the.earlierId, lineId: the.earlierLineId, category: 'nursing', period: { from: '2025-06-09', to: null } },
        ...{ words: 'Two nights', sharesInWords: 'Former body 1' },
      },
    ]);
  });

  it('of a decision recorded before matters were has what there is', async () => {
    expect(await new Dossiers(ground()).before(the.earlierId as Id<'decision'>, 'opened')).toMatchObject({
      ...{ matter: null, papers: [], room: null, roomOnRecord: null, linesInForce: [], terms: { version: 1 } },
    });
    expect(await new Dossiers(ground()).before(the.id(799) as Id<'decision'>, 'opened')).toBeUndefined();
  });
});
