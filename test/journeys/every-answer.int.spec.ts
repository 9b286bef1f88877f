import { agencies, areaAnswers, describedArea } from '@accord/composition';
import type { AllPage, RecordedEvent } from '@accord/shared/event-store';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { describedRoutes } from './described-routes';
import type { DescribedRoute } from './described-routes';
import { wholeCastOf } from './eight-seats';
import type { WholeCast } from './eight-seats';
import { everyCommand } from './every-command';
import { Promised } from './held-to-description';
import type { Answer } from './person';

let area: AreaUnderTest;
let cast: WholeCast;
let questions: readonly DescribedRoute[];
/** Everything on record, by what it is: the ids of decisions, of funds. */
const recorded = new Map<string, Set<string>>();
/** The lines of each decision. */
const lines = new Map<string, readonly string[]>();

/** An area in which every command was carried out; whether each was accepted is for another journey to say. */
beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await wholeCastOf(area);
  const { commands } = await everyCommand(cast);
  for (const { person, path, body } of commands) await person.post(path, body);
  questions = (await describedRoutes(area.address)).filter(({ method }) => method === 'GET');
  for await (const { stream, data } of wholeRecord()) note(stream, data);
}, 90_000);
afterAll(() => area.stop());

async function* wholeRecord(): AsyncGenerator<RecordedEvent> {
  for (let page: AllPage | undefined; page?.end !== true; ) {
    page = await area.stores.events.readAll({ limit: 500, ...(page === undefined ? {} : { after: page.next }) });
    yield* page.events;
  }
}

function note(stream: string, data: Readonly<Record<string, unknown>>): void {
  const [kind, id] = [stream.slice(0, -37), stream.slice(-36)];
  recorded.set(kind, (recorded.get(kind) ?? new Set()).add(id));
  // The cast: the lines of a decision are a list of objects with ids.
  if (kind === 'decision' && Array.isArray(data['lines'])) lines.set(id, (data['lines'] as readonly { readonly lineId: string }[]).map(({ lineId }) => lineId));
}

const kinds: Readonly<Record<string, string>> = { agencies: 'agency', breaches: 'breach', children: 'child' };
/** Ids of some of them, from the first to the last: what was recorded early has had more happen to it. */
function idsFor(collection: string): readonly string[] {
  const ids = [...(recorded.get(kinds[collection] ?? collection.replace(/s$/, '')) ?? [])];
  return ids.filter((_, place) => place % Math.ceil(ids.length / SOME) === 0);
}
const SOME = 8;

/** The addresses at which a question can be asked of this area, of things on record. */
function addressesOf({ path, query }: DescribedRoute): readonly string[] {
  const window: Readonly<Record<string, string>> = path.endsWith('/precedents') || path.includes('/worklists/') ? {} : { from: '2025-04-01', to: '2026-04-01' };
  const known: Readonly<Record<string, string>> = { ...window, by: '2026-04-01', step: 'month', agency: agencies.icb, words: 'surgery', year: '2025-06-01', quarter: '1' };
  const asked = query.filter((name) => known[name] !== undefined).map((name) => `${name}=${known[name]}`);
  const written = path.replace('{month}', '2025-04') + (asked.length > 0 ? `?${asked.join('&')}` : '');
  if (!written.includes('{id}')) return [written];
  return idsFor(path.split('/')[2] ?? '').flatMap((id) => {
    const ofOne = written.replace('{id}', id);
    return ofOne.includes('{lineId}') ? (lines.get(id) ?? []).map((lineId) => ofOne.replace('{lineId}', lineId)) : [ofOne];
  });
}

describe('Every question that the description tells of', () => {
  it('is answered as it is described, of what is on record', async () => {
    const unanswered: string[] = [];
    for (const route of questions) {
      // An answer that departs from its description fails here, whoever asks.
      const answers: Answer[] = [];
      for (const address of addressesOf(route)) answers.push(await cast.auditor.send(address, { headers: { Accept: 'application/json' } }));
      if (!answers.some(({ status }) => status === 200)) unanswered.push(`${route.name}: ${answers[0]?.text ?? 'nothing to ask of'}`);
    }
    expect(unanswered).toEqual([]);
    expect(questions.length).toBeGreaterThan(70);
  }, 120_000);

  it('is told by the area as by the description that the journeys hold answers against', async () => {
    const served: unknown = JSON.parse((await cast.auditor.get('/v1/openapi.json')).text);
    expect(served).toEqual(JSON.parse(JSON.stringify(await describedArea(areaAnswers()))));
  });
});

describe('An answer', () => {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  let promised: Promised;
  let told: Record<string, unknown>;
  beforeAll(async () => {
    promised = await Promised.ofArea();
    ({ body: told } = await cast.auditor.get('/v1/me'));
  });
  const departure = (body: object, status = 200) => promised.departure('GET', `${area.address}/v1/me`, { status, headers, body: {}, text: JSON.stringify(body) });

  it('that is described is none to complain of', () => {
    expect(departure(told)).toBeUndefined();
  });

  it.each([
    ['with a field too many', { further: 1 }, 'unevaluatedProperty'],
    ['with a field of another type', { role: 7 }, '/role must be string'],
    ['without a field', { role: undefined }, "must have required property 'role'"],
  ])('%s is told to depart from the description', (_how, change, found) => {
    expect(departure({ ...told, ...change })).toContain(found);
  });

  it('of a status that is not described is told to depart from the description', () => {
    expect(departure(told, 202)).toContain('GET /v1/me answered 202 as application/json, of which the description says nothing');
  });
});
