import { people } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { describedRoutes } from './described-routes';
import type { DescribedRoute } from './described-routes';
import { freshKey, problemIn, request } from './person';
import type { Answer, Person } from './person';

const administrator = ['administrator'];
const panel = ['administrator', 'chair'];
const commissioners = ['health-commissioner', 'care-commissioner'];
const everyone = ['administrator', 'chair', ...commissioners, 'key-worker', 'auditor', 'inspector'];
const PUBLIC = 'public';

/** Who may do what, as a panel would read it; written by hand, so that a slip in the code is seen. */
const mayDo: Readonly<Record<string, readonly string[] | typeof PUBLIC>> = {
  'POST /v1/agencies': administrator,
  'GET /v1/agencies': everyone,
  'POST /v1/panels': administrator,
  'GET /v1/panels': everyone,
  'GET /v1/panels/{id}/audit-trail': everyone,
  'GET /v1/panels/{id}/meetings': everyone,
  'POST /v1/panels/{id}/meetings': panel,
  'GET /v1/meetings/{id}/audit-trail': everyone,
  'POST /v1/meetings/{id}/opening': panel,
  'POST /v1/meetings/{id}/closing': panel,
  'POST /v1/decisions': panel,
  'GET /v1/decisions/{id}/audit-trail': everyone,
  'POST /v1/children': ['administrator', 'key-worker'],
  'POST /v1/children/search': everyone,
  'POST /v1/children/{id}/criteria': ['key-worker'],
  'POST /v1/children/{id}/operations': ['key-worker'],
  'GET /v1/children/{id}/timeline': everyone,
  'GET /v1/children/{id}/who-pays': everyone,
  'GET /v1/agreements': everyone,
  'GET /v1/agreements/{id}': everyone,
  'GET /v1/agreements/{id}/audit-trail': everyone,
  'POST /v1/agreements': commissioners,
  'POST /v1/agreements/{id}/signatures': commissioners,
  'POST /v1/agreements/{id}/applications': commissioners,
  'GET /v1/refused-attempts': ['chair', 'auditor', 'inspector'],
  'GET /demonstration/people': PUBLIC,
  'POST /demonstration/tokens': PUBLIC,
};
/** Not part of the description: for load balancers, and the description itself. */
const undescribed = ['/health/live', '/health/ready', '/v1/openapi.json'];

let area: AreaUnderTest;
let routes: readonly DescribedRoute[];
let persons: readonly Person[];

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  routes = await describedRoutes(area.address);
  persons = await Promise.all(everyone.map((name) => area.person(name)));
});
afterAll(() => area.stop());

const address = ({ path }: DescribedRoute): string => path.replace('{id}', nameBasedId('journey', 'anything'));
/** An empty body: who may not is told so before anything of the request is read. */
const bodyOf = ({ method }: DescribedRoute): RequestInit & { readonly headers: Record<string, string> } =>
  method === 'GET'
    ? { method, headers: {} }
    : { method, headers: { 'Content-Type': 'application/json', 'Idempotency-Key': freshKey('permission') }, body: '{}' };

const verdict = (answer: Answer): string => {
  if (answer.status !== 401 && answer.status !== 403) return 'may';
  return problemIn(answer).code;
};

describe('Who may do what', () => {
  it('is written down for every route that there is', () => {
    expect(routes.map(({ name }) => name).sort()).toEqual(Object.keys(mayDo).sort());
    expect(people.map(({ person }) => person).sort()).toEqual([...everyone].sort());
  });

  it.each(Object.entries(mayDo))('%s', async (name, allowed) => {
    const route = routes.find((described) => described.name === name);
    if (route === undefined) throw new Error('There is no such route.');
    const found = await Promise.all(persons.map(async (person) => [person.name, verdict(await person.send(address(route), bodyOf(route)))]));
    const expected = everyone.map((person) => [person, allowed === PUBLIC || allowed.includes(person) ? 'may' : 'permission-missing']);
    expect(found).toEqual(expected);
    expect(route.secured).toBe(allowed !== PUBLIC);
    expect(verdict(await request(`${area.address}${address(route)}`, bodyOf(route)))).toBe(allowed === PUBLIC ? 'may' : 'token-missing');
  });

  it('lets nobody find out without a token whether a thing exists', async () => {
    for (const route of routes.filter(({ secured }) => secured)) {
      const answer = await request(`${area.address}${address(route)}?nonsense=1`, bodyOf(route));
      expect([route.name, problemIn(answer)]).toEqual([route.name, { status: 401, code: 'token-missing' }]);
    }
  });

  it('leaves no other method open at any address', async () => {
    const paths = [...new Set(routes.map(({ path }) => path))];
    for (const path of paths) {
      const known = routes.filter((route) => route.path === path).map(({ method }) => method);
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !known.includes(method));
      const answers = await Promise.all(
        others.map((method) => request(`${area.address}${path.replace('{id}', nameBasedId('journey', 'anything'))}`, { method })),
      );
      // Under another address of the same shape (`/v1/children/search`) nothing is there at all.
      for (const answer of answers) expect([404, 405]).toContain(problemIn(answer).status);
    }
  });

  it('needs no token for health and the description', async () => {
    for (const path of undescribed) expect((await request(`${area.address}${path}`)).status).toBe(200);
  });
});
