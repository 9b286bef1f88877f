import type { AttemptsAsked } from './audit-trail';
import type { AuditTrail } from './index';
import { alex, cursorIn, day, decisionId, history, id, meetingId, recordAsRead } from './sample-history';
import type { RecordAsRead } from './sample-history';

let trail: RecordAsRead['trail'];
let happened: RecordAsRead['happened'];
let stop: RecordAsRead['stop'];

beforeAll(async () => {
  ({ trail, happened, stop } = await recordAsRead());
  await history(happened);
});
afterAll(() => stop());

describe("A decision's audit trail", () => {
  const asked = (asOf: Partial<Parameters<AuditTrail['ofDecision']>[1]> = {}, of = decisionId) =>
    trail.ofDecision(of, { withAttempts: true, ...asOf });

  it('holds the decision in the clear, and what it rested on as it was read', async () => {
    const found = await asked();
    expect(found?.decision.map(({ type, details }) => [type, details['reasons']])).toEqual([['DecisionRecorded', 'Papers late']]);
    expect(found?.restedOn.map(({ type, revision }) => [type, revision])).toEqual([
      ['ChildRecordOpened', 0],
      ['MatterRaised', 0],
      ['MeetingScheduled', 0],
    ]);
  });

  it('says nothing personal of what it rested on', async () => {
    const found = await asked();
    expect(found?.restedOn[0]).toMatchObject({ says: 'The record of [withheld] was opened.', details: { childId: alex, openedOn: '2025-06-02' } });
    expect(JSON.stringify(found?.restedOn)).not.toMatch(/Alex|2016|sealed:/);
  });

  it('holds what was refused about this child or matter in the same meeting, and nothing about another child', async () => {
    const found = await asked();
    expect(found?.refusedAttempts?.map(({ says }) => says)).toEqual([
      'An attempt (record decision) was refused: Too few are present.',
      'An attempt (record decision) was refused: No views are recorded.',
    ]);
  });

  it('holds no refused attempts for somebody who may not read them', async () => {
    expect(await asked({ withAttempts: false })).not.toHaveProperty('refusedAttempts');
  });

  it('as known at an instant before the decision is none', async () => {
    expect(await asked({ knownAt: '2025-10-12T09:01:59.999Z' })).toBeUndefined();
    expect(await asked({ asAt: day('2025-09-30') })).toBeUndefined();
    expect(await asked({ knownAt: '2025-10-12T09:02:00.000Z' })).toBeDefined();
  });

  it('of a decision that nobody made is none', async () => {
    expect(await asked({}, id(799))).toBeUndefined();
  });

  it('of any other thing holds the events of its stream, in order; of nothing, none', async () => {
    expect((await trail.ofStream(`meeting-${meetingId}`, {})).map(({ type }) => type)).toEqual(['MeetingScheduled', 'MeetingClosed']);
    expect(await trail.ofStream(`meeting-${meetingId}`, { knownAt: '2025-10-12T09:00:00.000Z' })).toHaveLength(1);
    expect(await trail.ofStream(`meeting-${id(499)}`, {})).toEqual([]);
  });
});

describe('Refused attempts', () => {
  const asked = async (which: Partial<AttemptsAsked> = {}) => trail.refusedAttempts({ page: { limit: 50, cursor: undefined }, ...which });
  const why = async (which: Partial<AttemptsAsked>) => (await asked(which)).entries.map(({ details }) => details['because']);

  it('come newest first, page by page, each once', async () => {
    const first = await asked({ page: { limit: 2, cursor: undefined } });
    expect(first.entries.map(({ details }) => details['because'])).toEqual(['Shares are not whole.', 'No views are recorded.']);
    const second = await asked({ page: { limit: 2, cursor: cursorIn(first.next) } });
    expect(second.entries.map(({ details }) => details['because'])).toEqual(['Too few are present.']);
    expect(second).not.toHaveProperty('next');
    expect((await asked()).entries).toHaveLength(3);
  });

  it('can be asked for by what they rested on, all of it where several things are named', async () => {
    expect(await why({ about: [`matter-${id(350)}`] })).toContain('No views are recorded.');
    expect(await why({ about: [`meeting-${meetingId}`, `child-${alex}`] })).toEqual(['Too few are present.']);
    expect(await why({ about: [`meeting-${id(499)}`] })).toEqual([]);
  });

  it('can be asked for by what they were aimed at', async () => {
    expect(await why({ about: [`decision-${id(701)}`] })).toEqual(expect.arrayContaining(['No views are recorded.', 'Too few are present.']));
    expect(await why({ about: [`decision-${id(799)}`] })).toEqual([]);
  });

  it('can be asked for by who tried, by the rule, by the day, and as known at an instant', async () => {
    expect(await why({ person: 'person-1' })).toHaveLength(3);
    expect(await why({ person: 'person-9' })).toEqual([]);
    expect(await why({ code: 'meeting-not-quorate' })).toContain('Too few are present.');
    expect(await why({ code: 'no-such-code' })).toEqual([]);
    expect(await why({ from: day('2025-10-01'), to: day('2025-10-02') })).toHaveLength(3);
    expect(await why({ to: day('2025-10-01') })).toEqual([]);
    expect(await why({ from: day('2025-10-02') })).toEqual([]);
    expect(await why({ knownAt: '2025-10-12T09:01:00.000Z' })).toEqual(['Too few are present.']);
  });
});
