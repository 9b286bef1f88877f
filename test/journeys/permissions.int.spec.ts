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
const commissioners = ['health-commissioner', 'care-commissioner', 'education-commissioner'];
const keyWorker = ['key-worker'];
const finance = ['health-finance', 'care-finance'];
const pooling = [...commissioners, ...finance];
/** Those who read about children and decisions. */
const readers = ['administrator', 'chair', ...commissioners, 'panel-member', 'ratifying-officer', ...keyWorker, 'auditor', 'inspector'];
const everyone = ['administrator', 'chair', ...commissioners, ...finance, 'panel-member', 'ratifying-officer', ...keyWorker, 'auditor', 'inspector'];
const asking = [...panel, ...commissioners, ...keyWorker];
const recording = [...panel, 'panel-member', ...keyWorker];
const ratifying = [...commissioners, 'ratifying-officer'];
const correcting = [...panel, ...commissioners, 'panel-member'];
const delivering = [...panel, ...keyWorker];
const PUBLIC = 'public';

type Allowed = readonly string[] | typeof PUBLIC;
/** The same people for each of these routes. */
const each = (allowed: Allowed, ...routes: readonly string[]): Readonly<Record<string, Allowed>> =>
  Object.fromEntries(routes.map((route) => [route, allowed]));

/** Who may do what, as a panel would read it; written by hand, so that a slip in the code is seen. */
const mayDo: Readonly<Record<string, Allowed>> = {
  ...each(administrator, 'POST /v1/agencies', 'POST /v1/agencies/{id}/succession', 'POST /v1/agencies/{id}/closure'),
  ...each(administrator, 'POST /v1/practitioners', 'POST /v1/practitioners/{id}/employments', 'POST /v1/practitioners/{id}/sign-in'),
  ...each(administrator, 'POST /v1/practitioners/{id}/employments/{employmentId}/ending'),
  ...each(administrator, 'POST /v1/panels', 'POST /v1/panels/{id}/terms-of-reference'),
  ...each(administrator, 'POST /v1/terms-drafts', 'POST /v1/terms-drafts/{id}/answers'),
  ...each(commissioners, 'POST /v1/agencies/{id}/delegations', 'POST /v1/agencies/{id}/delegations/{delegationId}/revocation'),
  ...each(everyone, 'GET /v1/agencies', 'GET /v1/agencies/{id}/successors', 'GET /v1/agencies/{id}/delegations'),
  ...each(everyone, 'GET /v1/me', 'GET /v1/practitioners', 'GET /v1/panels', 'GET /v1/panels/{id}', 'GET /v1/terms-drafts/{id}', 'GET /v1/panels/{id}/meetings'),

  ...each(panel, 'POST /v1/panels/{id}/meetings', 'POST /v1/meetings/{id}/move', 'POST /v1/meetings/{id}/cancellation'),
  ...each(panel, 'POST /v1/meetings/{id}/opening', 'POST /v1/meetings/{id}/adjournment', 'POST /v1/meetings/{id}/resumption'),
  ...each(panel, 'POST /v1/meetings/{id}/closing', 'POST /v1/meetings/{id}/arrivals', 'POST /v1/meetings/{id}/departures'),
  ...each(panel, 'POST /v1/meetings/{id}/chair', 'POST /v1/meetings/{id}/interests', 'POST /v1/meetings/{id}/recusals', 'POST /v1/meetings/{id}/returns'),
  ...each(asking, 'POST /v1/matters', 'POST /v1/matters/{id}/withdrawal'),
  ...each(recording, 'POST /v1/matters/{id}/views', 'POST /v1/matters/{id}/views-not-obtained', 'POST /v1/matters/{id}/papers'),
  ...each(panel, 'POST /v1/matters/{id}/agenda', 'POST /v1/matters/{id}/agenda-removal'),
  ...each(readers, 'GET /v1/meetings/{id}', 'GET /v1/meetings/{id}/agenda', 'GET /v1/matters/{id}', 'POST /v1/matters/{id}/papers/{paperId}/check'),

  ...each(panel, 'POST /v1/meetings/{id}/matters/{matterId}/discussion', 'POST /v1/meetings/{id}/matters/{matterId}/positions'),
  ...each(panel, 'POST /v1/meetings/{id}/matters/{matterId}/votes', 'POST /v1/meetings/{id}/matters/{matterId}/casting-vote'),
  ...each(panel, 'POST /v1/meetings/{id}/matters/{matterId}/declined-contributions', 'POST /v1/meetings/{id}/matters/{matterId}/outcome'),
  ...each(ratifying, 'POST /v1/matters/{id}/urgent-decision', 'POST /v1/decisions/{id}/ratification', 'POST /v1/decisions/{id}/ratification-refusal'),
  ...each(panel, 'POST /v1/decisions/{id}/panel-ratification', 'POST /v1/decisions/{id}/conditions/{conditionId}/waiver'),
  ...each(correcting, 'POST /v1/decisions/{id}/corrections', 'POST /v1/decisions/{id}/corrections/{correctionId}/approval'),
  ...each(correcting, 'POST /v1/decisions/{id}/corrections/{correctionId}/refusal'),
  ...each(delivering, 'POST /v1/decisions/{id}/conditions/{conditionId}/fulfilment', 'POST /v1/decisions/{id}/lines/{lineId}/start'),
  ...each(delivering, 'POST /v1/decisions/{id}/lines/{lineId}/delay', 'POST /v1/decisions/{id}/lines/{lineId}/unavailability'),
  ...each(delivering, 'POST /v1/decisions/{id}/lines/{lineId}/end'),
  ...each([...panel, 'panel-member', ...keyWorker, 'inspector'], 'POST /v1/breaches'),
  ...each(readers, 'GET /v1/decisions', 'GET /v1/decisions/{id}', 'GET /v1/decisions/{id}/history', 'GET /v1/decisions/{id}/before-the-panel'),
  ...each(readers, 'GET /v1/worklists/ratifications', 'GET /v1/worklists/conditions', 'GET /v1/worklists/undelivered', 'GET /v1/worklists/urgent'),
  ...each(readers, 'GET /v1/worklists/returns', 'GET /v1/breaches'),
  ...each(readers, 'GET /v1/precedents', 'GET /v1/meetings/{id}/minutes', 'GET /v1/decisions/{id}/letter'),
  ...each(['chair'], 'POST /v1/meetings/{id}/minutes-approval'),

  ...each(['administrator', 'key-worker'], 'POST /v1/children'),
  ...each(keyWorker, 'POST /v1/children/{id}/criteria', 'POST /v1/children/{id}/criterion-endings', 'POST /v1/children/{id}/operations'),
  ...each(keyWorker, 'POST /v1/children/{id}/discharges', 'POST /v1/children/{id}/placements'),
  ...each(readers, 'POST /v1/children/search', 'GET /v1/children/{id}/timeline'),
  ...each(everyone, 'GET /v1/children/{id}/who-pays', 'GET /v1/children/{id}/who-pays/series'),
  ...each(everyone, 'GET /v1/agreements', 'GET /v1/agreements/{id}', 'GET /v1/worklists/agreements'),
  ...each(commissioners, 'POST /v1/agreement-drafts', 'POST /v1/agreement-drafts/{id}/redraft', 'POST /v1/agreement-drafts/{id}/agreement'),
  ...each(commissioners, 'POST /v1/agreements/{id}/variations', 'POST /v1/agreements/{id}/notice', 'POST /v1/agreements/{id}/notice-withdrawal'),
  ...each(commissioners, 'POST /v1/agreements/{id}/reviews', 'POST /v1/agreements/{id}/ending'),
  ...each(commissioners, 'POST /v1/agreements', 'POST /v1/agreements/{id}/signatures', 'POST /v1/agreements/{id}/withdrawal', 'POST /v1/agreements/{id}/applications'),
  ...each(commissioners, 'POST /v1/funding-schedules', 'POST /v1/funding-schedules/{id}/answers'),
  ...each(commissioners, 'POST /v1/funding-schedules/{id}/release', 'POST /v1/funding-schedules/{id}/withdrawal'),
  ...each(commissioners, 'POST /v1/providers', 'POST /v1/decisions/{id}/lines/{lineId}/arrangements', 'POST /v1/decisions/{id}/lines/{lineId}/retained-part', 'POST /v1/decisions/{id}/lines/{lineId}/ending'),
  ...each(commissioners, 'POST /v1/decisions/{id}/lines/{lineId}/rate-variations', 'POST /v1/decisions/{id}/lines/{lineId}/rate-variations/{variationId}/agreement'),
  ...each(commissioners, 'POST /v1/decisions/{id}/lines/{lineId}/rate-variations/{variationId}/refusal', 'POST /v1/decisions/{id}/lines/{lineId}/recoveries'),
  ...each([...commissioners, ...keyWorker], 'POST /v1/decisions/{id}/lines/{lineId}/suspensions', 'POST /v1/decisions/{id}/lines/{lineId}/resumption', 'POST /v1/decisions/{id}/lines/{lineId}/withdrawals'),
  ...each(everyone, 'GET /v1/providers', 'GET /v1/decisions/{id}/lines/{lineId}/life', 'GET /v1/worklists/rate-variations'),
  ...each(everyone, 'GET /v1/funding-schedules', 'GET /v1/funding-schedules/{id}', 'GET /v1/funding-schedules/{id}/contributions'),
  ...each(pooling, 'POST /v1/funds', 'POST /v1/funds/{id}/contributions', 'POST /v1/funds/{id}/contribution-variations', 'POST /v1/funds/{id}/consents'),
  ...each(pooling, 'POST /v1/funds/{id}/receipts', 'POST /v1/funds/{id}/spending', 'POST /v1/funds/{id}/spending/{spendingId}/reversal'),
  ...each(pooling, 'POST /v1/funds/{id}/receipts/{receiptId}/reversal'),
  ...each(pooling, 'POST /v1/funds/{id}/means', 'POST /v1/funds/{id}/year-closings', 'POST /v1/funds/{id}/ending'),
  ...each(everyone, 'GET /v1/funds', 'GET /v1/funds/{id}', 'GET /v1/funds/{id}/series', 'GET /v1/worklists/funds'),
  ...each(everyone, 'GET /v1/funds/{id}/quarterly-report', 'GET /v1/funds/{id}/annual-return', 'GET /v1/funds/{id}/audit-trail'),

  ...each(finance, 'POST /v1/invoices', 'POST /v1/invoices/{id}/release', 'POST /v1/invoices/{id}/credits'),
  ...each(finance, 'POST /v1/payments', 'POST /v1/payments/{id}/reversal'),
  ...each([...commissioners, ...finance, 'auditor', 'inspector'], 'GET /v1/invoices', 'GET /v1/payments', 'GET /v1/invoices/{id}', 'GET /v1/payments/{id}', 'GET /v1/worklists/unpaid-invoices'),
  ...each([...commissioners, ...finance, 'auditor', 'inspector'], 'GET /v1/agencies/{id}/figures', 'GET /v1/agencies/{id}/who-pays/series'),
  ...each(everyone, 'GET /v1/children/{id}/figures'),

  ...each(readers, 'GET /v1/decisions/{id}/audit-trail', 'GET /v1/meetings/{id}/audit-trail'),
  ...each(everyone, 'GET /v1/agreements/{id}/audit-trail'),
  ...each(everyone, 'GET /v1/panels/{id}/audit-trail'),
  ...each(readers, 'GET /v1/matters/{id}/audit-trail', 'GET /v1/breaches/{id}/audit-trail'),
  ...each(everyone, 'GET /v1/agencies/{id}/audit-trail', 'GET /v1/agencies/{id}/delegations/audit-trail'),
  ...each([...commissioners, ...finance, 'auditor', 'inspector'], 'GET /v1/invoices/{id}/audit-trail', 'GET /v1/payments/{id}/audit-trail'),
  ...each(everyone, 'GET /v1/providers/{id}/audit-trail'),
  ...each(everyone, 'GET /v1/practitioners/{id}/audit-trail', 'GET /v1/terms-drafts/{id}/audit-trail', 'GET /v1/funding-schedules/{id}/audit-trail'),
  ...each(['chair', 'auditor', 'inspector'], 'GET /v1/refused-attempts'),
  ...each(['chair', 'auditor', 'inspector'], 'GET /v1/children/{id}/replay', 'GET /v1/decisions/{id}/replay', 'GET /v1/agreements/{id}/replay', 'GET /v1/funds/{id}/replay'),
  ...each(['chair', ...commissioners, 'auditor'], 'POST /v1/what-if'),
  ...each(finance, 'POST /v1/accounts/months', 'POST /v1/accounts/years'),
  ...each([...commissioners, ...finance, 'auditor', 'inspector'], 'GET /v1/accounts'),
  ...each([...commissioners, ...finance, 'auditor', 'inspector'], 'GET /v1/agencies/{id}/statements/{month}', 'GET /v1/agencies/{id}/statements/{month}/document'),
  ...each(PUBLIC, 'GET /demonstration/people', 'POST /demonstration/tokens'),
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

const address = ({ path }: DescribedRoute): string => path.replaceAll(/\{\w+\}/g, nameBasedId('journey', 'anything'));
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
        others.map((method) => request(`${area.address}${path.replaceAll(/\{\w+\}/g, nameBasedId('journey', 'anything'))}`, { method })),
      );
      // Under another address of the same shape (`/v1/children/search`) nothing is there at all.
      for (const answer of answers) expect([404, 405]).toContain(problemIn(answer).status);
    }
  });

  it('needs no token for health and the description', async () => {
    for (const path of undescribed) expect((await request(`${area.address}${path}`)).status).toBe(200);
  });
});
