import { HttpException } from '@nestjs/common';
import { PersonalDataUnavailable } from '@accord/shared/commands';
import { AppendFateUnknown, AppendTooLarge, EventStoreUnavailable } from '@accord/shared/event-store';
import { Problem, problem } from './problem';
import { TokenKeysUnavailable } from './token-verifier';

const RETRY_SOON = { headers: { 'Retry-After': '2' } };

/**
 * The problem that an error is answered with. Whatever is not known becomes `unexpected`, which tells the
 * caller nothing but the correlation id.
 */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof AppendTooLarge) {
    return problem('record-too-large', 'Shorten the texts of the command: together they are too large to be recorded.');
  }
  if (error instanceof EventStoreUnavailable) {
    return problem('record-unavailable', 'Nothing was recorded. Repeat the request with the same key a little later.', RETRY_SOON);
  }
  if (error instanceof AppendFateUnknown) {
    return problem(
      'record-unavailable',
      'The record did not say whether the command was stored. Repeat it with the same Idempotency-Key: it is never recorded twice.',
      RETRY_SOON,
    );
  }
  if (error instanceof TokenKeysUnavailable) {
    return problem('token-keys-unavailable', 'The keys of the token issuer cannot be fetched. Try again a little later.', RETRY_SOON);
  }
  if (error instanceof PersonalDataUnavailable) {
    return problem('personal-data-unavailable', 'The keys of personal data cannot be reached. Try again a little later.', RETRY_SOON);
  }
  if (areViewsNotBuilt(error)) {
    return problem('views-unavailable', 'The views have not been built yet. Try again a little later.', RETRY_SOON);
  }
  if (isDatabaseAway(error)) {
    return problem('views-unavailable', 'The database of the views does not answer. Try again a little later.', RETRY_SOON);
  }
  return frameworkProblem(error) ?? problem('unexpected', 'The fault is ours. Quote the instance when you report it.');
}

/**
 * A database that cannot be reached, by the codes of Node's sockets and of PostgreSQL (class 08 and 57P,
 * 53300 too many connections): its client throws its own errors, and this layer knows no client.
 */
const AWAY = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|08\w{3}|57P0[1-5]|53300)$/;

function isDatabaseAway(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && AWAY.test(error.code);
}

/** A table of the views that no projector has made yet: PostgreSQL names it by a code, SQLite in words alone. */
function areViewsNotBuilt(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  return error.code === '42P01' || (error.code === 'ERR_SQLITE_ERROR' && error.message.startsWith('no such table:'));
}

/** Problems found by Fastify or Nest before a handler runs; an HttpException carries Fastify's as its cause. */
function frameworkProblem(error: unknown): Problem | undefined {
  const cause = error instanceof HttpException ? error.cause : error;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('body-too-large', 'Send at most 1 MB (1,048,576 bytes).');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('content-type-unsupported', 'Send the body as JSON, with Content-Type: application/json.');
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return problem('address-malformed', 'Check the percent signs and the length of the address.');
    default:
      return error instanceof HttpException && error.getStatus() < 500 ? httpProblem(error.getStatus()) : undefined;
  }
}

function httpProblem(status: number): Problem {
  if (status === 404) return problem('not-found', 'Check the address against the description at /v1/openapi.json.');
  return problem('request-malformed', 'Check the request against the description at /v1/openapi.json.');
}
