import * as fc from 'fast-check';
import { example } from './example-app';
import { AGENCY, startExample } from './example-shell';
import type { ExampleShell } from './example-shell';

// Whatever is sent, the caller is told what is wrong in a way that was declared, and never gets a 500.

let shell: ExampleShell;
beforeAll(async () => {
  shell = await startExample();
  example.outcome = { ok: true, stream: `decision-${AGENCY}`, revision: 0, position: 1, events: [] };
});
afterAll(() => shell.app.close());

const post = (payload: string | Buffer) =>
  shell.app.inject({
    method: 'POST',
    url: '/v1/decisions',
    headers: { authorization: 'Bearer panel-chair', 'idempotency-key': 'k', 'content-type': 'application/json' },
    payload,
  });

/** A body of the right shape in which any field may hold anything. */
const oddBody = fc.record(
  {
    weeklyCost: fc.oneof(fc.nat(), fc.double(), fc.jsonValue()),
    period: fc.oneof(fc.record({ from: fc.oneof(fc.constant('2026-04-01'), fc.jsonValue()), to: fc.jsonValue() }, { requiredKeys: [] }), fc.jsonValue()),
    shares: fc.oneof(fc.array(fc.oneof(fc.record({ agencyId: fc.constantFrom(AGENCY, 'x', null), weight: fc.jsonValue() }), fc.jsonValue())), fc.jsonValue()),
    reason: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
    outcome: fc.oneof(fc.constantFrom('approved', 'deferred'), fc.jsonValue()),
    nhsNumber: fc.jsonValue(),
    present: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

describe('Noise', () => {
  it('in the fields of a body is refused at its fields, or taken', async () => {
    await fc.assert(
      fc.asyncProperty(oddBody, async (body) => {
        const { statusCode } = await post(JSON.stringify(body));
        return [200, 400, 422].includes(statusCode);
      }),
      { numRuns: 200 },
    );
  });

  it('for a body is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.uint8Array()), async (body) => {
        const { statusCode } = await post(typeof body === 'string' ? body : Buffer.from(body));
        return [400, 422].includes(statusCode);
      }),
      { numRuns: 200 },
    );
  });

  it('in a query is refused', async () => {
    const value = fc.oneof(fc.constantFrom('2026-01-01', '1', ''), fc.string({ unit: 'binary-ascii' }).map(encodeURIComponent));
    const name = fc.constantFrom('asAt', 'knownAt', 'limit', 'cursor', 'after', 'colour', '__proto__', '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 4 }), async (pairs) => {
        const url = `/v1/decisions?${pairs.map(([key, text]) => `${key}=${text}`).join('&')}`;
        const { statusCode } = await shell.app.inject({ url, headers: { authorization: 'Bearer panel-chair' } });
        return [200, 422].includes(statusCode);
      }),
      { numRuns: 200 },
    );
  });
});
