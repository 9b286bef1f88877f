import { kernelRefusals } from '@accord/shared/kernel';
import type { KernelRefusalCode, RefusalKind } from '@accord/shared/kernel';

/** What every answer with one problem code has in common. */
export interface ProblemDefinition {
  readonly status: number;
  /** A short sentence that never varies, the RFC 9457 `title`. */
  readonly title: string;
}

/** The HTTP status of each kind of refusal; exhaustive, so that a new kind cannot be forgotten. */
export const statusOfRefusal: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  conflict: 409,
  unknown: 404,
  forbidden: 403,
  stale: 412,
};

/** Declares problems once; the codes become a union type and part of the generated catalogue. */
const defineProblems = <const C extends Readonly<Record<string, ProblemDefinition>>>(catalogue: C): C => catalogue;

/** A rule that the kernel checks, found here while reading a body or query. */
const fromKernel = (code: KernelRefusalCode): ProblemDefinition => ({
  status: statusOfRefusal[kernelRefusals[code].kind],
  title: kernelRefusals[code].title,
});

/**
 * Every problem that the HTTP layer itself can answer; a context's refusals come from its own
 * catalogue. A code never changes its meaning: clients branch on it.
 */
export const problemCatalogue = defineProblems({
  // The token.
  'token-missing': { status: 401, title: 'No bearer token was given' },
  'token-malformed': { status: 401, title: 'The bearer token is not an access token' },
  'token-expired': { status: 401, title: 'The bearer token has expired' },
  'token-not-yet-valid': { status: 401, title: 'The bearer token is not valid yet' },
  'token-foreign': { status: 401, title: 'The bearer token was not issued for this service' },
  'token-claims-missing': { status: 401, title: 'The bearer token lacks claims' },
  'permission-missing': { status: 403, title: 'The role may not do this' },
  // The headers of a command.
  'idempotency-key-missing': { status: 400, title: 'No idempotency key was given' },
  'idempotency-key-malformed': { status: 400, title: 'The idempotency key is malformed' },
  'if-match-malformed': { status: 400, title: 'The revision in If-Match is malformed' },
  // The address.
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'The address does not answer this method' },
  'address-malformed': { status: 400, title: 'The address is malformed' },
  'request-malformed': { status: 400, title: 'The request is malformed' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'headers-too-large': { status: 431, title: 'The headers are too large' },
  'unknown-parameter': { status: 422, title: 'The query has an unknown parameter' },
  'parameter-repeated': { status: 422, title: 'A query parameter is given more than once' },
  'position-malformed': { status: 422, title: 'The position is malformed' },
  'cursor-malformed': { status: 422, title: 'The cursor is malformed' },
  'limit-out-of-range': { status: 422, title: 'The page size is out of range' },
  // The body as a whole.
  'body-too-large': { status: 413, title: 'The body is too large' },
  'body-too-deep': { status: 400, title: 'The body is nested too deeply' },
  'body-has-too-many-values': { status: 400, title: 'The body holds too many values' },
  'body-not-utf8': { status: 400, title: 'The body is not UTF-8' },
  'body-not-json': { status: 400, title: 'The body is not JSON' },
  'body-not-object': { status: 422, title: 'The body is not a JSON object' },
  'body-missing': { status: 422, title: 'The body is missing' },
  'body-key-forbidden': { status: 400, title: 'The body holds a reserved key' },
  'body-key-repeated': { status: 400, title: 'The body holds a key twice' },
  'content-type-unsupported': { status: 415, title: 'The body has an unsupported type' },
  'content-encoding-unsupported': { status: 415, title: 'The body has an unsupported encoding' },
  // The fields of a body or query.
  'field-missing': { status: 422, title: 'A field is missing' },
  'field-wrong-type': { status: 422, title: 'A field has the wrong type' },
  'field-invalid': { status: 422, title: 'A field is not valid' },
  'not-exactly-one': { status: 422, title: 'Not exactly one of the fields that stand for each other' },
  'unknown-field': { status: 422, title: 'The body has an unknown field' },
  'amount-not-whole-pence': fromKernel('amount-not-whole-pence'),
  'amount-negative': fromKernel('amount-negative'),
  'shares-not-whole-numbers': fromKernel('shares-not-whole-numbers'),
  'share-negative': fromKernel('share-negative'),
  'number-not-whole': { status: 422, title: 'A number is not whole' },
  'number-out-of-range': { status: 422, title: 'A number is out of range' },
  'not-a-date': fromKernel('not-a-date'),
  'not-an-instant': fromKernel('not-an-instant'),
  'not-an-id': { status: 422, title: 'Not an identifier' },
  'not-one-of': { status: 422, title: 'Not one of the allowed values' },
  'nhs-number-malformed': fromKernel('nhs-number-malformed'),
  'nhs-number-check-digit': fromKernel('nhs-number-check-digit'),
  'text-missing': { status: 422, title: 'A text is empty' },
  'text-too-long': { status: 422, title: 'A text is too long' },
  'text-not-plain': { status: 422, title: 'A text holds characters that cannot be shown' },
  'list-too-short': { status: 422, title: 'A list is too short' },
  'list-too-long': { status: 422, title: 'A list is too long' },
  // The service.
  'projection-behind': { status: 503, title: 'The view has not caught up' },
  'sweep-running': { status: 503, title: 'Another question of this size is being answered' },
  'views-unavailable': { status: 503, title: 'The views cannot be reached' },
  'personal-data-unavailable': { status: 503, title: 'The keys of personal data cannot be reached' },
  'record-unavailable': { status: 503, title: 'The record cannot be reached' },
  'record-too-large': { status: 413, title: 'The event is too large for the record' },
  'token-keys-unavailable': { status: 503, title: 'The keys of the token issuer cannot be fetched' },
  unexpected: { status: 500, title: 'Something went wrong' },
});

export type ProblemCode = keyof typeof problemCatalogue;

export const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problemCatalogue, code);
