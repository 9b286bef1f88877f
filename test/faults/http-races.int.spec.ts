import { agencies } from '@accord/composition';
import { startArea } from '../journeys/area-under-test';
import type { AreaUnderTest } from '../journeys/area-under-test';
import { bringMatter, matterBody, outcomeBody, positionBody, sittingPath, supportedMatter } from '../journeys/matter-story';
import { done, freshKey, problemIn } from '../journeys/person';
import type { Answer } from '../journeys/person';
import * as story from '../journeys/story';
import type { Cast } from '../journeys/story';

const AT_ONCE = 50;
const RACERS = 100;

interface Share {
  readonly pence: number;
}
interface Liability {
  readonly costPence: number;
  readonly amounts: readonly Share[];
}

let area: AreaUnderTest;
let cast: Cast;
let panel: story.PanelMade;
let meetingId: string;

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  panel = await story.constitutePanel(cast);
  meetingId = await story.holdMeeting(cast, panel);
});
afterAll(() => area.stop());

const many = (count: number, ask: (place: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: count }, (_none, place) => ask(place)));
/** Without what names this very request. */
const told = ({ status, text }: Answer): string => `${status} ${text.replace(/"instance":"[^"]*"/, '')}`;

describe('The same command many times at once', () => {
  it('has one effect and one answer, and the same after a restart', async () => {
    const childId = await story.openChild(cast);
    const unknownShare = { ...outcomeBody, lines: [{ ...story.linesBody[0], split: story.split(['', 0]) }] };
    const supported = sittingPath(await supportedMatter(cast, { panel, meetingId, childId }));
    const opposed = sittingPath(await bringMatter(cast, meetingId, matterBody(panel.panelId, childId)));
    for (const { seatId } of panel.seats.slice(0, 3)) done(await cast.administrator.post(`${opposed}/positions`, positionBody(seatId, 'opposes')));
    const asked = [
      ['keyWorker', '/v1/children', { ...story.childBody, nhsNumber: story.nhsNumberOf(77) }],
      ['keyWorker', `/v1/children/${childId}/operations`, story.operationBody],
      ['administrator', `${supported}/outcome`, outcomeBody],
      ['administrator', '/v1/agencies', story.agencyBody],
      ['administrator', `${opposed}/outcome`, unknownShare],
      ['administrator', `${opposed}/outcome`, outcomeBody],
      ['administrator', `${opposed}/positions`, positionBody(String(panel.seats[3]?.seatId))],
    ] as const;
    const answered: { readonly by: keyof Cast; readonly path: string; readonly body: object; readonly key: Record<string, string>; readonly answer: Answer }[] = [];
    for (const [by, path, body] of asked) {
      const key = { 'Idempotency-Key': freshKey('race') };
      const before = await area.stores.events.head();
      const answers = await many(AT_ONCE, () => cast[by].post(path, body, key));
      const [answer] = answers;
      if (answer === undefined) throw new Error('Nothing was asked.');
      expect([...new Set(answers.map(told))]).toEqual([told(answer)]);
      const { events } = await area.stores.events.readAll({ after: before, limit: 1_000 });
      const effects = events.filter(({ metadata }) => metadata.role !== 'standing-agreement');
      expect([path, effects.length]).toEqual([path, answer.status < 300 || answer.status === 409 ? 1 : 0]);
      answered.push({ by, path, body, key, answer });
    }
    expect(answered.map(({ answer }) => answer.status)).toEqual([201, 200, 200, 201, 422, 409, 409]);

    const { folder } = area;
    await area.stop('keep-files');
    area = await startArea({ kept: folder, loaded: 'agencies' });
    const started = await area.stores.events.head();
    for (const { by, path, body, key, answer } of answered) {
      const person = cast[by].with({ address: area.address });
      const answers = await many(AT_ONCE, () => person.post(path, body, key));
      expect([...new Set(answers.map(told))]).toEqual([told(answer)]);
    }
    expect(await area.stores.events.head()).toBe(started);
    cast = await story.castOf(area);
  });

  it('of two requests with one NHS number under different keys, one record is opened', async () => {
    const body = { ...story.childBody, nhsNumber: story.nhsNumberOf(78) };
    const answers = await many(AT_ONCE, () => cast.keyWorker.post('/v1/children', body));
    const opened = answers.filter(({ status }) => status === 201);
    expect(opened).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 201).map((answer) => problemIn(answer));
    expect(refused).toEqual(Array(AT_ONCE - 1).fill({ status: 409, code: 'nhs-number-already-recorded' }));
  });

  it('of two bodies under one key, one is carried out and the other refused', async () => {
    const key = { 'Idempotency-Key': freshKey('two-bodies') };
    const before = await area.stores.events.head();
    const answers = await many(AT_ONCE, (place) => cast.administrator.post('/v1/agencies', { ...story.agencyBody, name: `Agency ${place % 2}` }, key));
    const kinds = new Set(answers.map((answer) => (answer.status === 201 ? answer.text : problemIn(answer).code)));
    expect(kinds.size).toBe(2);
    expect(kinds).toContain('idempotency-key-reused');
    expect(await area.stores.events.head()).toBe(before + 1);
  });
});

describe('Many decisions about one child at once', () => {
  it('each accepted one is on the record once, and who pays always makes the whole', async () => {
    const childId = await story.openChild(cast);
    const linesOf = (place: number) => [
      {
        ...{ category: 'therapy', provision: `Line ${place}`, from: '2025-09-01', to: '2026-09-01' },
        rates: [{ from: '2025-09-01', weeklyPence: 10_001 + place }],
        split: story.split([agencies.icb, 3_333], [agencies.socialCare, 3_333], [agencies.education, 3_334]),
      },
    ];
    const matters = await Promise.all(Array.from({ length: RACERS }, () => supportedMatter(cast, { panel, meetingId, childId })));
    const answers = await many(RACERS, async (place) => {
      const taken = matters[place];
      if (taken === undefined) throw new Error('There are as many matters as racers.');
      const decision = await cast.administrator.post(`${sittingPath(taken)}/outcome`, { ...outcomeBody, lines: linesOf(place) });
      // Asked in the middle of the race: what is shown must make the whole at every moment.
      if (place % 10 === 0) await expectWhole(childId, '');
      return decision;
    });
    const positions = answers.map((answer) => Number(done(answer).body['position']));
    expect(new Set(positions).size).toBe(RACERS);
    const last = Math.max(...positions);
    const decided = (await wholeTimeline(childId, last)).filter(({ type }) => type === 'DecisionRecorded');
    expect(decided.map(({ position }) => position)).toEqual([...positions].sort((one, two) => one - two));
    expect(new Set(decided.map(({ eventId }) => eventId)).size).toBe(RACERS);
    const lines = await expectWhole(childId, `&after=${last}`);
    expect(lines).toBe(RACERS);
  });

  async function wholeTimeline(childId: string, after: number) {
    const entries: { readonly type: string; readonly eventId: string; readonly position: number }[] = [];
    for (let cursor = `&after=${after}`; ; ) {
      const { body } = done(await cast.auditor.get(`/v1/children/${childId}/timeline?limit=200${cursor}`));
      entries.push(...(body['entries'] as typeof entries));
      if (typeof body['next'] !== 'string') return entries;
      cursor = `&cursor=${body['next']}`;
    }
  }

  async function expectWhole(childId: string, after: string): Promise<number> {
    const answer = done(await cast.auditor.get(`/v1/children/${childId}/who-pays?from=2025-09-01&to=2026-01-05${after}`));
    const liabilities = answer.body['liabilities'] as readonly Liability[];
    const sum = (shares: readonly Share[]): number => shares.reduce((total, { pence }) => total + pence, 0);
    for (const { costPence, amounts } of liabilities) expect(sum(amounts)).toBe(costPence);
    const totals = answer.body['totals'] as { readonly costPence: number; readonly agencies: readonly Share[] };
    expect(sum(totals.agencies)).toBe(totals.costPence);
    return liabilities.length;
  }
});

describe('Many people who write and read at once', () => {
  it('each sees at once what they wrote', async () => {
    const children = await Promise.all(Array.from({ length: 10 }, () => story.openChild(cast)));
    const unseen: string[] = [];
    await many(RACERS, async (place) => {
      const childId = String(children[place % children.length]);
      const written = done(await cast.keyWorker.post(`/v1/children/${childId}/operations`, { ...story.operationBody, procedure: `Operation ${place}` }));
      const seen = await cast.keyWorker.get(`/v1/children/${childId}/timeline?limit=200&after=${story.positionIn(written)}`);
      if (!seen.text.includes(`Operation ${place}`)) unseen.push(`${place}: ${seen.text.slice(0, 200)}`);
      return seen;
    });
    expect(unseen).toEqual([]);
  });

  it('a question about a position that is still to come waits for it', async () => {
    const next = (await area.stores.events.head()) + 1;
    const asked = cast.inspector.get(`/v1/agencies?after=${next}`);
    // Long enough for an answer that does not wait to have come back.
    await cast.inspector.get('/v1/agencies');
    const registered = done(await cast.administrator.post('/v1/agencies', { ...story.agencyBody, name: 'Registered while somebody waits' }));
    expect(story.positionIn(registered)).toBe(next);
    expect((await asked).text).toContain('Registered while somebody waits');
  });
});

describe('Many people at one thing at once', () => {
  const winners = (answers: readonly Answer[]): Answer[] => answers.filter(({ status }) => status < 300);

  it('a signature is given once, and the others are told so', async () => {
    const { agreementId } = await story.recordAgreement(cast);
    const path = `/v1/agreements/${agreementId}/signatures`;
    const answers = await many(RACERS, (place) => (place % 2 === 0 ? cast.health : cast.care).post(path, story.signatureBody));
    expect(winners(answers)).toHaveLength(2);
    const others = answers.filter(({ status }) => status >= 300).map((answer) => problemIn(answer));
    expect(others).toEqual(Array(RACERS - 2).fill({ status: 409, code: 'agreement-already-signed' }));
    const recorded = await area.stores.events.readStream(`agreement-${agreementId}`);
    expect(recorded?.map(({ type }) => type)).toEqual([
      'StandingAgreementRecorded',
      'StandingAgreementSigned',
      'StandingAgreementSigned',
      'StandingAgreementCameIntoForce',
    ]);
  });

  it('a meeting is closed once, also while decisions are taken in it', async () => {
    const childId = await story.openChild(cast);
    const closing = await story.holdMeeting(cast, panel);
    const matters = await Promise.all(Array.from({ length: RACERS / 10 }, () => supportedMatter(cast, { panel, meetingId: closing, childId })));
    const outcomes = matters.map((taken) => `${sittingPath(taken)}/outcome`);
    const path = `/v1/meetings/${closing}/closing`;
    const answers = await many(RACERS, (place) =>
      place % 10 === 9
        ? cast.administrator.post(String(outcomes[(place - 9) / 10]), outcomeBody)
        : cast.administrator.post(path, { closedAt: '2025-09-01T12:00:00+01:00' }),
    );
    const closings = answers.filter((_answer, place) => place % 10 !== 9);
    expect(winners(closings)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status >= 300)) expect(problemIn(answer)).toEqual({ status: 409, code: 'meeting-not-open' });
    const recorded = await area.stores.events.readStream(`meeting-${closing}`);
    expect(recorded?.filter(({ type }) => type === 'MeetingClosed')).toHaveLength(1);
    // A decision that was accepted rested on the meeting while it was open, and says so.
    for (const decision of winners(answers.filter((_answer, place) => place % 10 === 9))) {
      const event = (await area.stores.events.readStream(`decision-${story.idIn(decision)}`))?.at(-1);
      expect(event?.type).toBe('DecisionRecorded');
      expect(event?.metadata.restsOn).toContainEqual({ stream: `meeting-${closing}`, revision: 1 });
    }
  });

  it('of those who saw the same revision, one changes it', async () => {
    const childId = await story.openChild(cast);
    const answers = await many(RACERS, () => cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody, { 'If-Match': '"0"' }));
    expect(winners(answers)).toHaveLength(1);
    const others = answers.filter(({ status }) => status >= 300).map((answer) => problemIn(answer));
    expect(others).toEqual(Array(RACERS - 1).fill({ status: 412, code: 'revision-stale' }));
  });
});
