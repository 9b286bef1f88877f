import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { describedRoutes } from './described-routes';
import type { DescribedRoute, Schema } from './described-routes';
import { wholeCastOf } from './eight-seats';
import type { WholeCast } from './eight-seats';
import { everyCommand } from './every-command';
import type { Command } from './every-ground';
import { problemIn, request } from './person';

let area: AreaUnderTest;
let cast: WholeCast;
let childId: string;
let commands: readonly Command[];
let routes: readonly DescribedRoute[];

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await wholeCastOf(area);
  const every = await everyCommand(cast);
  ({ commands } = every);
  ({ childId } = every.ground);
  routes = (await describedRoutes(area.address)).filter(({ body }) => body !== undefined);
}, 60_000);
afterAll(() => area.stop());

type Place = readonly (string | number)[];
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Every place in a body: each field, and each entry of each list with its fields. */
function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (!isObject(value)) return [];
  const inner: readonly (readonly [string | number, unknown])[] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return inner.flatMap(([key, found]) => [[...at, key], ...placesIn(found, [...at, key])]);
}

/** Names a place as the description does, whichever entry of a list it is in: entries may say different things. */
const named = (place: Place): string => place.map((key) => (typeof key === 'number' ? 0 : key)).join('.');

/** Every place that the description names, lists by their first entry. */
function placesOf(schema: Schema, at: Place = []): readonly Place[] {
  const fields = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => [[...at, name], ...placesOf(inner, [...at, name])]);
  return schema.items ? [[...at, 0], ...placesOf(schema.items, [...at, 0])] : fields;
}

const LEFT_OUT = Symbol('left out');
/** Stands for a number that JSON can write and no program can hold. */
const BEYOND = '@beyond@';

/** A copy with another value at one place. */
function changed(value: unknown, [key, ...rest]: Place, to: unknown): unknown {
  if (key === undefined) return to;
  const replaced = changed((value as Readonly<Record<string | number, unknown>>)[key], rest, to);
  if (Array.isArray(value)) return value.flatMap((entry: unknown, index) => (index !== key ? [entry] : replaced === LEFT_OUT ? [] : [replaced]));
  const copy = { ...(value as Readonly<Record<string, unknown>>), [key]: replaced };
  return Object.fromEntries(Object.entries(copy).filter(([, kept]) => kept !== LEFT_OUT));
}

/** Values no field of any body can have. */
const neverRight: readonly unknown[] = [null, true, {}, [[]], -1, 1.5, BEYOND, { a: 1 }, [null], 'x\u0000y', '\ud800', '9'.repeat(5_000)];
/** Values that a field here or there may have: a fault of the service is still none of the answers. */
const perhapsRight: readonly unknown[] = [LEFT_OUT, [], '', '0', 0, 2 ** 60, '2025-02-30', '__proto__', "'; DROP TABLE events; --", '٣', '\u202e'];

const written = (body: unknown): string => JSON.stringify(body).replaceAll(`"${BEYOND}"`, '1e400');

/** A flag may be set. */
const isFlag = (place: Place, value: unknown): boolean => value === true && ['ofUrgent', 'withoutPrejudice'].includes(String(place.at(-1)));

describe('Whatever is sent in any field of any body', () => {
  let filled: readonly Command[];
  beforeAll(() => {
    filled = commands.filter(({ body }) => Object.keys(body).length > 0);
  });

  it('every field that the description names is tried', () => {
    expect([...new Set(filled.map(({ name }) => name))].sort()).toEqual(routes.map(({ name }) => name).sort());
    const texts = (places: readonly Place[]) => [...new Set(places.map(named))].sort();
    const tried = routes.map(({ name }) => [name, ...texts(filled.filter((command) => command.name === name).flatMap(({ body }) => placesIn(body)))]);
    expect(tried).toEqual(routes.map(({ name, body }) => [name, ...texts(placesOf(body ?? {}))]));
  });

  it('is answered with a problem and a sentence, never with a fault of the service', async () => {
    const seen = new Set<string>();
    const isNew = (place: string): boolean => !seen.has(place) && seen.add(place).size > 0;
    const tries = filled.flatMap((command) =>
      placesIn(command.body).filter((place) => isNew(`${command.name} ${named(place)}`)).flatMap((place) =>
        [...neverRight, ...perhapsRight].map((value, at) => ({ command, place, value, wrong: at < neverRight.length && !isFlag(place, value) })),
      ),
    );
    const faults: string[] = [];
    const attempt = async ({ command, place, value, wrong }: (typeof tries)[number]): Promise<void> => {
      const answer = await command.person.post(command.path, written(changed(command.body, place, value)));
      const told = `${command.name} ${place.join('.')} = ${value === LEFT_OUT ? '(left out)' : written(value).slice(0, 40)}: ${answer.status}`;
      if (answer.status >= 500 || (wrong && answer.status < 400)) faults.push(`${told} ${answer.text.slice(0, 200)}`);
      else if (answer.status >= 400) problemIn(answer);
    };
    for (let from = 0; from < tries.length; from += 16) await Promise.all(tries.slice(from, from + 16).map(attempt));
    expect(faults).toEqual([]);
    expect(tries.length).toBeGreaterThan(5_000);
  }, 180_000);

  it('leaves nothing in the record that cannot be read', async () => {
    const position = await area.stores.events.head();
    const paths = [`/v1/children/${childId}/timeline`, `/v1/agencies`, `/v1/panels`, `/v1/refused-attempts`];
    for (const path of paths) expect((await cast.auditor.get(`${path}?after=${position}`)).status).toBe(200);
    expect((await request(`${area.address}/health/ready`)).body).toMatchObject({ ready: true });
  });
});

describe('Whatever is asked in any parameter of any question', () => {
  const values = ['', '0', '-1', '1e400', 'null', '2025-02-30', '%00', '%F0%9F', '%ED%A0%80', 'x'.repeat(5_000), '[]', '9'.repeat(30)];

  it('is answered with a problem and a sentence, never with a fault of the service', async () => {
    const right: Readonly<Record<string, string>> = { from: '2025-10-06', to: '2025-11-17' };
    const questions = (await describedRoutes(area.address)).filter(({ method, secured }) => method === 'GET' && secured);
    expect(questions.length).toBeGreaterThan(5);
    const asked = questions.flatMap(({ path, query }) =>
      [...query, 'unknown', '__proto__', 'constructor'].flatMap((name) =>
        values.map((value) => {
          const others = query.filter((other) => other !== name && right[other] !== undefined).map((other) => `${other}=${right[other]}`);
          return `${path.replaceAll(/\{\w+\}/g, childId)}?${[...others, `${name}=${value}`].join('&')}`;
        }),
      ),
    );
    for (let from = 0; from < asked.length; from += 16) {
      const answers = await Promise.all(asked.slice(from, from + 16).map((path) => cast.auditor.get(path)));
      for (const answer of answers) if (answer.status >= 400) expect(problemIn(answer).status).toBeLessThan(500);
    }
  }, 90_000);

  it.each(['x', '%00', '..%2f..%2fetc', '__proto__', 'x'.repeat(150), '%F0%9F', '00000000-0000-0000-0000-000000000000'])('also where the id is %s', async (id) => {
    for (const path of [`/v1/children/${id}/timeline`, `/v1/children/${id}/who-pays?from=2025-01-01&to=2025-01-02`, `/v1/decisions/${id}/audit-trail`]) {
      expect([400, 404, 422]).toContain(problemIn(await cast.auditor.get(path)).status);
    }
  });
});
