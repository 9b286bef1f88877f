import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationFrom, loadDemonstration, openArea, openStores, serve, startProjecting, startWorking } from '@accord/composition';
import { noLog } from '@accord/shared/observability';
import { startEventStoreDbStandIn, startPostgres, startRedis } from '@accord/shared/testing';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';
import { holdAnswersToDescription } from './held-to-description';

/** An identity provider of a journey's own: its keys over HTTP, and tokens signed with them. */
async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'journey', alg: 'ES256', use: 'sig' }] });
  const server = createServer((_request, answer) => answer.setHeader('Content-Type', 'application/json').end(keys));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has such an address.
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}/`;
  const token = (claims: { readonly sub: string; readonly agency: string; readonly role: string }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'journey' })
      .setIssuer(issuer)
      .setAudience('accord')
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(privateKey);
  return { issuer, keys: `${issuer}keys`, token, stop: () => void server.close() };
}

/**
 * An area in the clustered profile: the protocol stand-in of EventStoreDB, a real PostgreSQL and a real Redis,
 * with API, projector and worker as they are composed for production. `undefined` where a server is missing.
 */
export async function startClusteredArea() {
  await holdAnswersToDescription();
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  if (!postgres || !redis) return undefined;
  const [events, issuer] = await Promise.all([startEventStoreDbStandIn(), startIssuer()]);
  const folder = await mkdtemp(join(tmpdir(), 'accord-clustered-'));
  const configuration = configurationFrom({
    ...{ ACCORD_PROFILE: 'clustered', ACCORD_DATA: folder, ACCORD_PORT: '0' },
    ACCORD_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...{ EVENTSTOREDB_URL: events.url, DATABASE_URL: postgres.connectionString, REDIS_URL: redis.url },
    ...{ ACCORD_TOKEN_ISSUER: issuer.issuer, ACCORD_TOKEN_KEYS: issuer.keys },
  });
  const stores = await openStores(configuration);
  const area = await openArea(configuration, stores);
  const projector = startProjecting(stores, noLog);
  await projector.ready;
  await loadDemonstration(area);
  const working = await startWorking(configuration, area, { stores, log: noLog });
  const onClose = async () => {
    await working.stop();
    await projector.stop();
    await stores.close();
  };
  const { address, close } = await serve({ configuration, stores, area, log: noLog, onClose, reactions: working.reactions });
  const stop = async () => {
    await close();
    issuer.stop();
    await Promise.all([events.stop(), postgres.stop(), redis.stop(), rm(folder, { recursive: true, force: true })]);
  };
  return { address, events, postgres, redis, token: issuer.token, stop };
}
