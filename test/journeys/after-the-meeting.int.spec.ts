import { agencies } from '@accord/composition';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { delegate, eightSeats, registerNeighbours, wholeCastOf } from './eight-seats';
import type { EightSeats, Neighbours, WholeCast } from './eight-seats';
import { done, problemIn } from './person';
import type { Answer } from './person';
import { holdSitting, lines } from './six-matters';
import type { SixMatters } from './six-matters';
import { SittingStory, bring, lineBody } from './sitting-story';
import * as story from './story';
import { instantBetween } from './waiting';

const { icb, socialCare, trust } = agencies;

let area: AreaUnderTest;
let cast: WholeCast;
let neighbours: Neighbours;
let panel: EightSeats;
let held: SixMatters;
let next: SittingStory;

type Json = Readonly<Record<string, unknown>>;
/** What a client reads from a list in an answer. */
const listIn = (answer: Answer, member: string): readonly Json[] => done(answer).body[member] as readonly Json[];
const read = async (answer: Answer, query = ''): Promise<Json> =>
  done(await cast.inspector.get(`/v1/decisions/${story.idIn(answer)}?after=${await area.stores.events.head()}${query}`)).body;
const worklist = async (name: string, query: string): Promise<readonly Json[]> =>
  listIn(await cast.auditor.get(`/v1/worklists/${name}?${query}&after=${await area.stores.events.head()}`), 'entries');
const lineOf = ({ body }: Answer): string => String((body['lines'] as readonly Json[])[0]?.['lineId']);
const totals = async (childId: string, from: string, to: string): Promise<unknown> => {
  const asked = `from=${from}&to=${to}&after=${await area.stores.events.head()}`;
  return done(await cast.auditor.get(`/v1/children/${childId}/who-pays?${asked}`)).body['totals'];
};

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await wholeCastOf(area);
  neighbours = await registerNeighbours(cast);
  panel = await eightSeats(cast, neighbours);
  await delegate(cast);
  held = await holdSitting(cast, panel);
  const planned = done(await cast.administrator.post(`/v1/panels/${panel.panelId}/meetings`, { on: '2025-10-08', startsAt: '09:30' }));
  next = new SittingStory(cast, panel, { day: '2025-10-08', meetingId: story.idIn(planned) });
}, 60_000);
afterAll(() => area.stop());

describe('At the next meeting', () => {
  const words = { decided: 'A taxi with an escort is agreed.', reasons: 'Cem cannot travel with others.', evidence: 'The report of the occupational therapist.' };

  it('a matter that was put off comes back on its day, and is approved', async () => {
    const on = { meetingId: next.meetingId, place: 1, on: '2025-09-12' };
    done(await cast.administrator.post(`/v1/matters/${held.matter.c}/agenda`, on));
    await next.opens('09:30', [1, 2, 3, 4, 5, 6, 7, 8]);
    await next.votes('09:40', held.matter.c, { 1: 'for', 2: 'for', 3: 'for', 4: 'for' });
    const answer = done(await next.triesOn(held.matter.c, 'outcome', { at: next.at('09:45'), outcome: 'approved', lines: [lines.c], ...words }));
    expect(await read(answer)).toMatchObject({ outcome: 'approved', standing: 'in-effect', reads: { reasons: words.reasons } });
    // What the panel first made of it stays as it was.
    expect(await read(held.outcome.c)).toMatchObject({ outcome: 'deferred', returnsOn: '2025-10-08' });
    expect(done(await cast.inspector.get(`/v1/matters/${held.matter.c}`)).body).toMatchObject({ decisions: [{ outcome: 'deferred' }, { outcome: 'approved' }] });
  });

  it('what is decided is not decided again', async () => {
    const again = await cast.administrator.post(`/v1/matters/${held.matter.a}/agenda`, { meetingId: next.meetingId, place: 3, on: '2025-09-12' });
    expect(problemIn(again)).toEqual({ status: 409, code: 'matter-already-decided' });
  });
});

describe('A decision beyond the authority in the room', () => {
  let variation: Answer;
  let beforeRatification: string;
  const replaces = () => ({ decisionId: story.idIn(held.outcome.a), lineId: lineOf(held.outcome.a) });

  beforeAll(async () => {
    const dearer = { ...lineBody(['personal-care', 'Two carers by day and by night.', 324_000], [icb, 5_000], [socialCare, 5_000]), from: '2025-10-13', rates: [{ from: '2025-10-13', weeklyPence: 324_000 }] };
    const asked = { meetingId: next.meetingId, place: 2, panelId: panel.panelId, childId: held.child.a, kind: 'variation', asks: 'Carers at night too.', lines: [dearer] };
    const matterId = await bring(cast, asked);
    await next.votes('09:50', matterId, { 1: 'for', 2: 'for', 3: 'for', 4: 'for' });
    const words = { decided: 'Carers by day and by night are agreed.', reasons: 'Ada wakes ten times a night.', evidence: 'The night log of September.' };
    variation = done(await next.triesOn(matterId, 'outcome', { at: next.at('09:55'), outcome: 'approved', lines: [{ ...dearer, replaces: replaces() }], ...words }));
    await next.closes('10:00');
    beforeRatification = await instantBetween();
  });

  it('awaits the ratification of the agency whose member went beyond the delegation, and of no other', async () => {
    expect(await read(variation)).toMatchObject({
      ...{ effect: 'awaiting-ratification', standing: 'awaiting-ratification', awaiting: [{ agencyId: icb }] },
      authority: [
        { agencyId: icb, withinAuthority: false },
        { agencyId: socialCare, withinAuthority: true },
      ],
    });
    expect(await worklist('ratifications', 'asAt=2025-10-10')).toMatchObject([{ decisionId: story.idIn(variation), agencyId: icb }]);
    expect(await worklist('ratifications', `asAt=2025-10-10&agency=${socialCare}`)).toEqual([]);
  });

  it('lets what was in force go on', async () => {
    expect(await totals(held.child.a, '2025-10-13', '2025-10-20')).toMatchObject({ costPence: 162_000, agencies: [{ pence: 81_000 }, { pence: 81_000 }] });
  });

  it('is not ratified by somebody who decided it, nor for another agency', async () => {
    const path = `/v1/decisions/${story.idIn(variation)}/ratification`;
    const by = (practitionerId: string) => ({ practitionerId, on: '2025-10-20' });
    expect(problemIn(await cast.health.post(path, by(String(panel.members[0]))))).toEqual({ status: 403, code: 'ratified-by-decider' });
    expect(problemIn(await cast.care.post(path, by(panel.careDirector)))).toEqual({ status: 403, code: 'ratification-not-of-agency' });
    expect(problemIn(await cast.health.post(path, by(panel.nurse)))).toEqual({ status: 403, code: 'ratified-in-anothers-name' });
    expect(problemIn(await cast.health.post(path, by(panel.director)))).toEqual({ status: 403, code: 'authority-not-delegated' });
  });

  it('has effect from the day of the ratification by the named post, and takes the place of the line before', async () => {
    const body = { practitionerId: panel.nurse, on: '2025-10-20', reasons: 'Within the budget of the year.' };
    done(await cast.ratifyingOfficer.post(`/v1/decisions/${story.idIn(variation)}/ratification`, body));
    expect(await read(variation)).toMatchObject({ standing: 'in-effect', effectiveFrom: '2025-10-20', awaiting: [] });
    expect(await totals(held.child.a, '2025-10-13', '2025-10-20')).toMatchObject({ costPence: 162_000 });
    expect(await totals(held.child.a, '2025-10-20', '2025-10-27')).toMatchObject({ costPence: 324_000, agencies: [{ pence: 162_000 }, { pence: 162_000 }] });
    expect(await read(held.outcome.a, '&asAt=2025-10-21')).toMatchObject({ supersededBy: [{ decisionId: story.idIn(variation) }] });
    expect(await worklist('ratifications', 'asAt=2025-10-20')).toEqual([]);
  });

  it('still awaited it on the day before, and as was known before', async () => {
    expect(await read(variation, '&asAt=2025-10-19')).toMatchObject({ standing: 'awaiting-ratification' });
    expect(await read(variation, `&knownAt=${beforeRatification}`)).toMatchObject({ standing: 'awaiting-ratification', ratifications: [] });
  });
});

describe('What was decided', () => {
  const report = (answer: Answer, what: string, body: object) => cast.keyWorker.post(`/v1/decisions/${story.idIn(answer)}/lines/${lineOf(answer)}/${what}`, body);
  const undelivered = async (asAt: string) => (await worklist('undelivered', `asAt=${asAt}`)).map(({ category, is }) => [category, is]).toSorted();

  it('is seen not to have happened until somebody reports it', async () => {
    expect(await undelivered('2025-09-16')).toEqual([
      ['equipment', 'not-started'],
      ['nursing', 'not-started'],
      ['personal-care', 'not-started'],
      ['short-breaks', 'not-started'],
    ]);
  });

  it('starts, is late, or cannot be had, each with its reason', async () => {
    done(await report(held.urgent, 'start', { on: '2025-09-03', provider: 'Breathing Space Ltd' }));
    done(await report(held.outcome.a, 'start', { on: '2025-09-15', provider: 'Northshire Carers' }));
    done(await report(held.outcome.b, 'delay', { on: '2025-09-15', barrier: 'no-staff', because: 'Two nurses left.', expectedOn: '2025-10-06' }));
    done(await report(held.outcome.e, 'unavailability', { on: '2025-09-17', barrier: 'no-provider', because: 'Hollybank has closed.' }));
    expect(await undelivered('2025-09-20')).toEqual([
      ['nursing', 'delayed'],
      ['short-breaks', 'not-available'],
    ]);
    done(await report(held.outcome.b, 'start', { on: '2025-10-07', provider: 'Community nurses' }));
    expect(await undelivered('2025-10-07')).toEqual([['short-breaks', 'not-available']]);
    expect(problemIn(await report(held.outcome.a, 'start', { on: '2025-09-16', provider: 'Northshire Carers' }))).toEqual({ status: 409, code: 'provision-already-started' });
  });

  it('had a condition, which was due, and was met', async () => {
    const [condition] = (await read(held.outcome.b))['conditions'] as readonly Json[];
    const path = `/v1/decisions/${story.idIn(held.outcome.b)}/conditions/${String(condition?.['conditionId'])}`;
    expect(await worklist('conditions', `asAt=2025-10-01&agency=${trust}`)).toMatchObject([{ post: 'Community nursing lead', dueOn: '2025-09-30', daysOverdue: 1 }]);
    done(await cast.keyWorker.post(`${path}/fulfilment`, { on: '2025-10-02', evidence: 'Certificates of all four carers.' }));
    expect(await worklist('conditions', 'asAt=2025-10-02')).toEqual([]);
    expect(await read(held.outcome.b)).toMatchObject({ conditions: [{ is: 'met', settledOn: '2025-10-02', because: 'Certificates of all four carers.' }] });
    expect(problemIn(await cast.administrator.post(`${path}/waiver`, { on: '2025-10-03', because: 'No longer needed.' }))).toEqual({ status: 409, code: 'condition-already-settled' });
  });
});

describe('The record of a decision', () => {
  it('is put right by two people, and both readings stay', async () => {
    const path = `/v1/decisions/${story.idIn(held.outcome.e)}/corrections`;
    const because = 'The minutes of the clerk have October.';
    const answer = done(await cast.administrator.post(path, { because, reasons: 'The parents are worn out since the spring.' }));
    const correction = `${path}/${String(answer.body['correctionId'])}`;
    expect(problemIn(await cast.administrator.post(`${correction}/approval`, {}))).toEqual({ status: 403, code: 'corrected-by-requester' });
    const before = await instantBetween();
    done(await cast.chair.post(`${correction}/approval`, {}));
    expect(await read(held.outcome.e)).toMatchObject({
      reads: { reasons: 'The parents are worn out since the spring.' },
      firstRead: { reasons: 'The parents are worn out.' },
      corrections: [{ is: 'approved', because }],
    });
    expect(await read(held.outcome.e, `&knownAt=${before}`)).toMatchObject({ reads: { reasons: 'The parents are worn out.' }, corrections: [{ is: 'requested' }] });
  });

  it('can hold a breach, with who says so', async () => {
    const body = { panelId: panel.panelId, meetingId: held.sitting.meetingId, matterId: held.matter.d, on: '2025-09-11', rule: 'meeting-inquorate' };
    const told = { account: 'The family was told that hydrotherapy was agreed.', saidBy: 'The family, by telephone.' };
    const breach = done(await cast.inspector.post('/v1/breaches', { ...body, ...told }));
    expect(await read(held.outcome.d)).toMatchObject({ outcome: 'deferred', breaches: [{ about: 'matter', rule: 'meeting-inquorate', ...told }] });
    const trail = done(await cast.inspector.get(`/v1/breaches/${story.idIn(breach)}/audit-trail`));
    expect(trail.text).toContain('The family was told that hydrotherapy was agreed.');
    expect(problemIn(await cast.inspector.post('/v1/breaches', { ...body, ...told, rule: 'no-such-rule' }))).toEqual({ status: 422, code: 'breach-rule-unknown' });
  });
});

describe('An agency that passes its functions on', () => {
  it('keeps its name in what was decided; who asks today finds the successor', async () => {
    const { charity } = neighbours;
    const body = { name: 'Northshire Families First', kind: 'voluntary-sector', validFrom: '2026-01-01' };
    const successor = story.idIn(done(await cast.administrator.post('/v1/agencies', body)));
    const basis = 'Merger agreement of 1 December 2025';
    done(await cast.administrator.post(`/v1/agencies/${charity}/succession`, { on: '2026-01-01', successors: [{ agencyId: successor, functions: 'All.' }], basis }));
    const after = `after=${await area.stores.events.head()}`;
    expect(listIn(await cast.inspector.get(`/v1/agencies/${charity}/successors?${after}`), 'successors')).toMatchObject([{ agencyId: successor, name: body.name, is: 'present' }]);
    const found = listIn(await cast.inspector.get(`/v1/decisions?agency=${successor}&outcome=part-approved&${after}`), 'decisions');
    expect(found).toMatchObject([{ decisionId: story.idIn(held.outcome.b) }]);
    expect(JSON.stringify(await read(held.outcome.b))).toContain('Northshire Short Breaks');
  });
});
