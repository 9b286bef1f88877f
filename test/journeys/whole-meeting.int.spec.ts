import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { delegate, eightSeats, registerNeighbours, wholeCastOf } from './eight-seats';
import type { EightSeats, Neighbours, WholeCast } from './eight-seats';
import { done, problemIn } from './person';
import type { Answer } from './person';
import { children, holdSitting } from './six-matters';
import type { Letter, SixMatters } from './six-matters';
import * as story from './story';
import { instantBetween } from './waiting';

const { icb, socialCare, education, trust } = agencies;

let area: AreaUnderTest;
let cast: WholeCast;
let neighbours: Neighbours;
let panel: EightSeats;
let held: SixMatters;
let closed: string;
let decisionIds: Readonly<Record<Letter, string>>;
/** Before anything of the six matters was on record. */
let beforehand: string;

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await wholeCastOf(area);
  neighbours = await registerNeighbours(cast);
  panel = await eightSeats(cast, neighbours);
  await delegate(cast);
  beforehand = await instantBetween();
  held = await holdSitting(cast, panel);
  closed = await instantBetween();
  const { a, b, c, d, e } = held.outcome;
  const { urgent: f } = held;
  decisionIds = { a: story.idIn(a), b: story.idIn(b), c: story.idIn(c), d: story.idIn(d), e: story.idIn(e), f: story.idIn(f) };
  // What was recorded last can be read from here on.
  await cast.auditor.get(`/v1/decisions?after=${await area.stores.events.head()}`);
}, 60_000);
afterAll(() => area.stop());

type Json = Readonly<Record<string, unknown>>;
/** What a client reads from a list in an answer. */
const listIn = (answer: Answer, member: string): readonly Json[] => done(answer).body[member] as readonly Json[];
const decision = async (letter: Letter, person = cast.inspector, query = '') =>
  done(await person.get(`/v1/decisions/${decisionIds[letter]}?${query}`)).body;
const saysOf = async (letter: Letter): Promise<readonly unknown[]> =>
  listIn(await cast.inspector.get(`/v1/decisions/${decisionIds[letter]}/history?limit=200`), 'entries').map(({ says }) => says);
/** Each seat with its number, from 1. */
const numbered = (seatIds: readonly unknown[]): readonly number[] =>
  seatIds.map((seatId) => panel.seats.findIndex((seat) => seat.seatId === seatId) + 1);
const roomOf = (read: Json) => read['room'] as Json & { readonly sat: readonly Json[] };

describe('The agenda pack of the meeting', () => {
  let items: readonly Json[];
  beforeAll(async () => {
    items = listIn(await cast.inspector.get(`/v1/meetings/${held.sitting.meetingId}/agenda`), 'items');
  });

  it('has the six matters in their places, with the names of the children and what the meeting made of each', () => {
    const told = items.map(({ place, child, decision: made }) => [place, child, (made as Json | null)?.['outcome']]);
    expect(told).toEqual([
      [1, children[5], undefined],
      [2, children[0], 'approved'],
      [3, children[1], 'part-approved'],
      [4, children[2], 'deferred'],
      [5, children[3], 'deferred'],
      [6, children[4], 'approved'],
    ]);
    expect(items[0]?.['otherDecisions']).toMatchObject([{ decisionId: decisionIds.f, outcome: 'approved', on: '2025-09-02' }]);
  });

  it('shows the views of child and family, and which paper came too late', () => {
    const bela = items[2];
    expect(bela).toMatchObject({ views: { child: { how: 'through-a-worker' }, family: { how: 'in-person' } } });
    expect((bela?.['papers'] as readonly Json[]).map(({ title, late }) => [title, late])).toEqual([
      ['Assessment of the community nurses', false],
      ['Letter of the consultant', true],
    ]);
  });

  it('names the interest that was declared, and that the member withdrew', () => {
    expect(items[4]?.['interests']).toMatchObject([
      { seatId: held.sitting.seat(1), kind: 'non-financial-personal', withdrew: true, interest: 'My sister is the hydrotherapist who would give it.' },
    ]);
  });

  it('is not known before it was made', async () => {
    const path = `/v1/meetings/${held.sitting.meetingId}/agenda?knownAt=${beforehand}`;
    expect(problemIn(await cast.inspector.get(path))).toEqual({ status: 404, code: 'not-found' });
  });
});

describe('The meeting by minute', () => {
  let meeting: Json;
  beforeAll(async () => {
    meeting = done(await cast.inspector.get(`/v1/meetings/${held.sitting.meetingId}`)).body;
  });

  it('sat from 9.30 to 11.15, with a deputy until the member came, one who came late and one who left early', () => {
    expect(meeting).toMatchObject({ status: 'closed', on: '2025-09-10', startsAt: '09:30', place: 'Room 2, County Hall' });
    const times = (meeting['attendance'] as readonly Json[]).map(({ seatId, as, from, to }) => [...numbered([seatId]), as, String(from).slice(11, 16), String(to).slice(11, 16)]);
    // As stored, in UTC: an hour before London's summer time.
    expect(times.toSorted()).toEqual([
      [1, 'member', '08:30', '10:15'],
      [2, 'member', '08:30', '10:15'],
      [3, 'deputy', '08:30', '09:20'],
      [3, 'member', '09:21', '10:15'],
      [4, 'member', '08:30', '10:15'],
      [5, 'member', '08:30', '10:10'],
      [6, 'member', '08:30', '10:15'],
      [7, 'member', '08:34', '10:15'],
      [8, 'member', '08:30', '10:15'],
    ]);
  });

  it('was chaired by another while the chair was out for the matter in which she had an interest', () => {
    const chairs = (meeting['chairs'] as readonly Json[]).map(({ seatId, from, to }) => [...numbered([seatId]), String(from).slice(11, 16), String(to).slice(11, 16)]);
    expect(chairs).toEqual([
      [1, '08:30', '09:36'],
      [2, '09:36', '09:46'],
      [1, '09:46', '10:15'],
    ]);
    expect(meeting['recusals']).toMatchObject([{ seatId: held.sitting.seat(1), matterId: held.matter.d }]);
  });
});

describe('An approval within delegated authority', () => {
  it('has effect at once, every payer’s share covered by the member’s own delegation', async () => {
    const read = await decision('a');
    expect(read).toMatchObject({ outcome: 'approved', effect: 'at-once', standing: 'in-effect', dissent: [], awaiting: [] });
    expect((read['authority'] as readonly Json[]).map(({ agency, withinAuthority }) => [agency, withinAuthority])).toEqual([
      ['Northshire Integrated Care Board', true],
      ["Northshire Council Children's Social Care", true],
    ]);
    expect(roomOf(read)).toMatchObject({ quorate: true, votes: { for: 4, against: 0, abstained: 0, casting: null } });
  });

  it('is paid from its first day', async () => {
    const { body } = done(await cast.auditor.get(`/v1/children/${held.child.a}/who-pays?from=2025-09-08&to=2025-09-22`));
    expect(body['totals']).toMatchObject({ costPence: 162_000, agencies: [{ pence: 81_000 }, { pence: 81_000 }] });
  });

  it('tells its history in sentences', async () => {
    expect((await saysOf('a')).slice(-11, -6)).toEqual([
      'A member of Northshire Integrated Care Board voted for.',
      "A member of Northshire Council Children's Social Care voted for.",
      'A member of Northshire Council Education voted for.',
      "A member of Northshire Council Children's Social Care voted for.",
      'Northshire Complex Needs Panel approved the request: personal care from 15 September 2025, ' +
        "Northshire Integrated Care Board 50 %, Northshire Council Children's Social Care 50 %.",
    ]);
  });
});

describe('An approval in part', () => {
  it('says what was not approved and why, and names the owner and the day of its condition', async () => {
    const read = await decision('b');
    expect(read).toMatchObject({
      ...{ outcome: 'part-approved', effect: 'at-once' },
      notApproved: 'Two further nights: the assessment does not show a need for them.',
      reads: {
        reasons: 'Bela needs suction at night.',
        conditions: [{ dueOn: '2025-09-30', owner: { agencyId: trust, post: 'Community nursing lead' }, words: 'The night carers are trained in suction.' }],
      },
      conditions: [{ is: 'open', dueOn: '2025-09-30' }],
    });
  });

  it('keeps who stood against it, with the reasons; totals equal the voters present, the deputy among them', async () => {
    const read = await decision('b');
    expect(read['dissent']).toMatchObject([
      { agencyId: education, by: 'position', reasons: 'Two nights leave the parents without sleep on five.' },
      { agencyId: education, by: 'vote', practitionerId: panel.deputy },
    ]);
    const { votes, sat } = roomOf(read);
    expect(votes).toEqual({ for: 2, against: 1, abstained: 1, casting: null });
    expect(numbered(sat.filter(({ voting }) => voting).map(({ seatId }) => seatId)).toSorted()).toEqual([1, 2, 3, 4]);
    expect(sat.find(({ practitionerId }) => practitionerId === panel.deputy)).toMatchObject({ as: 'deputy', voting: true });
  });

  it('had both papers before it, one of them late', async () => {
    const before = done(await cast.inspector.get(`/v1/decisions/${decisionIds.b}/before-the-panel`)).body;
    expect((before['papers'] as readonly Json[]).map(({ paperId, late }) => [paperId === held.latePaperId, late])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(before).toMatchObject({ terms: { version: 1 }, roomOnRecord: { agrees: true, quorate: true }, matter: { asks: 'Nursing on four nights a week.' } });
  });

  it('is found as a precedent by the words of its principle, in which nothing names the child', async () => {
    const [found] = listIn(await cast.inspector.get('/v1/precedents?words=suction'), 'precedents');
    expect(found).toMatchObject({ decisionId: decisionIds.b, outcome: 'part-approved', principle: 'Nights are nursed where suction is needed.' });
    const text = JSON.stringify(found);
    for (const secret of [held.child.b, 'Bela', 'Example']) expect(text).not.toContain(secret);
  });
});

describe('A matter for which too few were left in the room', () => {
  it('is not approved, in a sentence, and the attempt is kept', async () => {
    expect(problemIn(held.inquorate)).toEqual({ status: 409, code: 'meeting-inquorate' });
    const refused = listIn(await cast.inspector.get('/v1/refused-attempts'), 'entries');
    expect(refused).toMatchObject([
      {
        says:
          'An attempt (record outcome) was refused: No voting member is present of 1 of the agencies that the terms of reference require. ' +
          'The matter can be deferred.',
        details: { refusal: 'meeting-inquorate', source: 'Terms of reference, quorum', target: `decision-${decisionIds.d}` },
        by: { role: 'panel-administrator' },
      },
    ]);
    const trail = done(await cast.inspector.get(`/v1/decisions/${decisionIds.d}/audit-trail`));
    expect(trail.body['refusedAttempts']).toMatchObject([{ details: { refusal: 'meeting-inquorate' } }]);
  });

  it('can be put off; the record says that the room was not quorate, and who had withdrawn', async () => {
    const read = await decision('d');
    expect(read).toMatchObject({ outcome: 'deferred', effect: 'none', returnsOn: '2025-10-08', missing: 'A member for health without an interest.' });
    expect(roomOf(read)).toMatchObject({ quorate: false, recused: [{ seatId: held.sitting.seat(1) }], chairSeatId: held.sitting.seat(2) });
  });

  it('holds up none of the others', () => {
    for (const answer of Object.values(held.outcome)) expect(answer.body['events']).toMatchObject([{ type: 'DecisionRecorded' }]);
  });
});

describe('A tie', () => {
  it('is settled by the chair, with reasons; who voted against stays on record', async () => {
    const read = await decision('e');
    expect(roomOf(read)).toMatchObject({ votes: { for: 2, against: 2, abstained: 0, casting: 'for' } });
    expect((read['votes'] as readonly Json[]).at(-1)).toMatchObject({ casting: true, vote: 'for', seatId: held.sitting.seat(1), reasons: 'The family has had no night off since March.' });
    expect((read['dissent'] as readonly Json[]).map(({ by, agencyId, reasons }) => [by, agencyId, reasons])).toEqual([
      ['position', education, 'The school can offer the same at half the cost.'],
      ['vote', education, undefined],
      ['vote', socialCare, undefined],
    ]);
    expect(await saysOf('e')).toContain('The votes being equal, the chair gave the casting vote for.');
  });
});

describe('An urgent decision', () => {
  it('names the officers and why it could not wait, and was ratified by the panel in time', async () => {
    const read = await decision('f');
    expect(read).toMatchObject({
      ...{ effect: 'urgent-until-ratified', standing: 'in-effect', meetingId: null, room: null },
      urgent: {
        ratifyBy: '2025-09-16',
        urgency: 'The ward closes on Thursday, and there is no other bed.',
        officers: [
          { agencyId: icb, practitionerId: panel.director },
          { agencyId: socialCare, practitionerId: panel.careDirector },
        ],
      },
      ratifications: [{ on: '2025-09-10', reasons: 'The panel would have decided the same.' }],
    });
    expect(held.ratified.body['events']).toMatchObject([{ type: 'UrgentDecisionRatified' }]);
  });

  it('was on the worklist until then, and is paid from the day of the officers on', async () => {
    const urgent = async (asAt: string) => listIn(await cast.auditor.get(`/v1/worklists/urgent?asAt=${asAt}`), 'entries');
    expect(await urgent('2025-09-09')).toMatchObject([{ decisionId: decisionIds.f }]);
    expect(await urgent('2025-09-10')).toEqual([]);
    const { body } = done(await cast.auditor.get(`/v1/children/${held.child.f}/who-pays?from=2025-09-02&to=2025-09-30`));
    expect(body['totals']).toMatchObject({ costPence: 160_000 });
  });
});

describe('The list of what was decided', () => {
  const outcomes = async (query: string) => listIn(await cast.auditor.get(`/v1/decisions?${query}`), 'decisions').map((each) => [each['on'], each['outcome']]);

  it('has all six, by panel, by outcome, by agency and by child', async () => {
    expect((await outcomes(`panel=${panel.panelId}`)).toSorted()).toEqual([
      ['2025-09-02', 'approved'],
      ['2025-09-10', 'approved'],
      ['2025-09-10', 'approved'],
      ['2025-09-10', 'deferred'],
      ['2025-09-10', 'deferred'],
      ['2025-09-10', 'part-approved'],
    ]);
    expect(await outcomes('outcome=part-approved')).toEqual([['2025-09-10', 'part-approved']]);
    expect(await outcomes(`child=${held.child.e}`)).toEqual([['2025-09-10', 'approved']]);
    // An agency that only observed sat in the meeting that decided five and ratified the sixth.
    expect(await outcomes(`agency=${neighbours.school}`)).toHaveLength(6);
    expect(await outcomes(`agency=${education}&outcome=deferred`)).toHaveLength(2);
    expect(await outcomes('from=2025-09-10&to=2025-09-11')).toHaveLength(5);
  });

  it('has on an earlier day, or as known at an earlier instant, what there was then', async () => {
    expect(await outcomes('asAt=2025-09-09')).toEqual([['2025-09-02', 'approved']]);
    expect(await outcomes(`knownAt=${beforehand}`)).toEqual([]);
    expect(await outcomes(`knownAt=${closed}`)).toHaveLength(6);
  });
});
