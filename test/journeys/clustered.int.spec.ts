import { agencies, demonstration } from '@accord/composition';
import { findPostgres, findRedis } from '@accord/shared/testing';
import { startClusteredArea } from './clustered-area';
import { done, freshKey, request } from './person';
import type { Answer } from './person';
import { until } from './waiting';

const missing = [findPostgres() ? [] : ['PostgreSQL'], findRedis() ? [] : ['Redis']].flat();
const title = 'An area on EventStoreDB (its stand-in), PostgreSQL and Redis';

(missing.length === 0 ? describe : describe.skip)(
  missing.length === 0 ? title : `${title} (not run: no ${missing.join(' and no ')} found)`,
  () => {
    let area: NonNullable<Awaited<ReturnType<typeof startClusteredArea>>>;
    let token: string;
    beforeAll(async () => {
      const started = await startClusteredArea();
      if (!started) throw new Error('PostgreSQL and Redis were found a moment ago.');
      area = started;
      token = await area.token({ sub: 'key-worker-1', agency: agencies.socialCare, role: 'key-worker' });
    }, 60_000);
    afterAll(() => area.stop(), 60_000);

    const { childId } = demonstration;
    const get = (path: string): Promise<Answer> => request(`${area.address}${path}`, { headers: { Authorization: `Bearer ${token}` } });
    const operation = (on: string, key = freshKey('operation')): Promise<Answer> =>
      request(`${area.address}/v1/children/${childId}/operations`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify({ on, procedure: 'Spinal fusion' }),
      });
    const window = 'from=2025-10-06&to=2025-11-17';
    /** What health and social care pay for personal care in the six weeks, as seen after that position. */
    const shares = async (position: unknown): Promise<readonly number[]> => {
      const { body } = done(await get(`/v1/children/${childId}/who-pays?${window}&after=${String(position)}`));
      // The answer's shape, as the description of the API has it.
      const liabilities = body['liabilities'] as readonly { category: string; amounts: readonly { pence: number }[] }[];
      return liabilities.filter(({ category }) => category === 'personal-care').flatMap(({ amounts }) => amounts.map(({ pence }) => pence));
    };

    it('shares personal care 50/50 for six weeks after the operation, to the penny, and says so in the timeline', async () => {
      const { body } = done(await operation('2025-10-06'));
      expect(await shares(body['position'])).toEqual([623_604, 623_604]);
      const sentence = await until(async () => (await get(`/v1/children/${childId}/timeline`)).text.includes('50 %') || undefined);
      expect(sentence).toBe(true);
    });

    it('closes a month, whose statement is what who pays says of its days, and reads as it was closed', async () => {
      const finance = { Authorization: `Bearer ${await area.token({ sub: 'finance-1', agency: agencies.icb, role: 'finance-officer' })}` };
      const month = JSON.stringify({ month: '2025-10' });
      const closed = done(await request(`${area.address}/v1/accounts/months`, { method: 'POST', headers: { ...finance, 'Content-Type': 'application/json', 'Idempotency-Key': freshKey('month') }, body: month }));
      const path = `${area.address}/v1/agencies/${agencies.icb}/statements/2025-10?after=${String(closed.body['position'])}`;
      const { body } = done(await request(path, { headers: finance }));
      expect(body).toMatchObject({ standing: 'closed', met: true });
      // The answers' shapes, as the description of the API has them.
      const rows = body['rows'] as readonly { readonly kind: string; readonly pence: number }[];
      const { totals } = done(await get(`/v1/children/${childId}/who-pays?from=2025-10-01&to=2025-11-01`)).body as unknown as { readonly totals: { readonly agencies: readonly { readonly agencyId: string; readonly pence: number }[] } };
      const paid = totals.agencies.find(({ agencyId }) => agencyId === agencies.icb)?.pence ?? 0;
      expect(paid).toBeGreaterThan(0);
      expect(rows.reduce((sum, { kind, pence }) => (kind === 'paid-directly' ? sum + pence : sum), 0)).toBe(paid);
      const table = () => request(path, { headers: { ...finance, Accept: 'text/csv' } });
      const [one, again] = [await table(), await table()];
      expect([one.headers.get('accord-statement-as-closed'), one.text === again.text]).toEqual(['yes', true]);
    });

    it('refuses a token of another issuer, and one that anybody could get in a demonstration', async () => {
      expect((await request(`${area.address}/demonstration/people`)).status).toBe(404);
      const forged = token.replace(/[^.]+$/, (signature) => [...signature].reverse().join(''));
      const answer = await request(`${area.address}/v1/agencies`, { headers: { Authorization: `Bearer ${forged}` } });
      expect([answer.status, answer.body['type']]).toEqual([401, 'urn:accord:problem:token-foreign']);
    });

    it('goes on by itself when PostgreSQL was away, and loses nothing', async () => {
      await area.postgres.kill();
      expect((await get(`/v1/children/${childId}/timeline`)).status).toBe(503);
      await area.postgres.restart();
      const key = freshKey('after-postgres');
      const recorded = await until(async () => {
        const answer = await operation('2025-12-01', key);
        return answer.status === 200 ? answer : undefined;
      }, 20_000);
      const seen = await until(async () => {
        const answer = await get(`/v1/children/${childId}/timeline?after=${String(recorded.body['position'])}`);
        return answer.status === 200 ? answer : undefined;
      }, 20_000);
      expect(seen.text).toContain('2025-12-01');
    }, 60_000);

    it('goes on by itself when EventStoreDB was away, and records a repeated request once', async () => {
      await area.events.stop();
      const key = freshKey('while-away');
      const waiting = operation('2026-01-05', key);
      await area.events.start();
      const first = await waiting;
      const settled = first.status === 200 ? first : done(await until(async () => {
        const answer = await operation('2026-01-05', key);
        return answer.status === 200 ? answer : undefined;
      }, 30_000));
      const again = done(await operation('2026-01-05', key));
      expect(again.body).toEqual(settled.body);
      const { text } = done(await get(`/v1/children/${childId}/timeline?after=${String(settled.body['position'])}`));
      expect(text.match(/"says":"Operation on 5 January 2026/g)).toHaveLength(1);
    }, 60_000);
  },
);
