import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '@accord/shared/observability';
import { admittedPerson } from './admission';
import { BODY_LIMIT, parseBody } from './body-parser';
import { nameBasedId } from '@accord/shared/commands-store';
import { problem, problemBody } from './problem';
import type { Problem } from './problem';
import { sendProblem } from './problem-filter';
import { problemOf } from './problem-of-error';
import type { RouteTable } from './route-table';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Slow senders hold a connection, not a process: headers must arrive in this time, the whole request in that. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;

const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  // Everything under /v1 may be about a child; the rest is small and changes with every release.
  'cache-control': 'no-store',
};

/** The correlation id that the caller chose, where it is a UUID; else a new one. */
function correlationIdOf(request: IncomingMessage): string {
  const chosen = request.headers['x-correlation-id'];
  return typeof chosen === 'string' && UUID.test(chosen) ? chosen.toLowerCase() : randomUUID();
}

/** A Fastify adapter with the limits of this service. */
export const fastifyAdapter = (): FastifyAdapter =>
  new FastifyAdapter({
    logger: false,
    bodyLimit: BODY_LIMIT,
    // The body's own parser refuses these keys; this holds for any other that were ever added.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: 65_000,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: 5_000 },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    // Requests on open connections are still answered while the server closes, then the connection ends.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    genReqId: correlationIdOf,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers({ ...SECURITY_HEADERS, 'x-correlation-id': request.id });
      sendProblem(reply, problemOf(error), request.id);
    },
    clientErrorHandler: answerClientError,
  });

export interface ShellHooks {
  readonly log: Log;
  readonly routes: RouteTable;
}

/** Adds what happens around every request: headers, strict bodies, one log line. Before routes are added. */
export function addHooks(adapter: FastifyAdapter, { log, routes }: ShellHooks): void {
  const fastify = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_request, body, done) => {
    try {
      done(null, parseBody(Buffer.isBuffer(body) ? body : Buffer.from(body)));
    } catch (error) {
      done(error instanceof Error ? error : new Error('A body parser threw no error.'));
    }
  });
  fastify.addHook('onRoute', ({ url, method }) => routes.add(url, Array.isArray(method) ? method : [method]));
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ ...SECURITY_HEADERS, 'x-correlation-id': request.id });
    done(encodingProblem(request));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logRequest(log, request, reply);
    done();
  });
}

/** A compressed body could be a thousand times its size; no body here is large enough to need it. */
function encodingProblem({ headers }: FastifyRequest): Error | undefined {
  const encoding = headers['content-encoding'];
  return encoding === undefined || encoding === 'identity'
    ? undefined
    : problem('content-encoding-unsupported', 'Send the body without Content-Encoding.');
}

function logRequest(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  const person = admittedPerson(request);
  log.info('request', {
    method: request.method,
    route: request.routeOptions.url ?? 'none',
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    correlationId: request.id,
    actor: person && nameBasedId('person', person.issuer, person.subject),
  });
}

/** Requests that are no HTTP, or too slow, never reach a handler; they get a problem too. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Pick<Socket, 'destroyed' | 'end'>): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const found = clientProblem(error.code);
  const body = JSON.stringify(problemBody(found, randomUUID()));
  socket.end(
    [
      `HTTP/1.1 ${found.status} ${STATUS_CODES[found.status] ?? ''}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function clientProblem(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return problem('request-timeout', 'Send the whole request within 30 seconds.');
  if (code === 'HPE_HEADER_OVERFLOW') return problem('headers-too-large', 'Send fewer or shorter headers.');
  return problem('request-malformed', 'What was sent is not an HTTP request.');
}
