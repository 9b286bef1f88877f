import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestContext } from '@accord/shared/commands';
import type { Revision } from '@accord/shared/event-store';
import { londonDateOf } from '@accord/shared/kernel';
import { nameBasedId } from '@accord/shared/commands-store';
import { fingerprintOf } from './command-identity';
import { admissionOf } from './admission';
import { noteForDescription } from './api-notes';
import { problem } from './problem';

/** Who asks a question, and when; a command has the key, fingerprint and revision besides. */
export type ReaderContext = Omit<RequestContext, 'commandId' | 'fingerprint' | 'expectedRevision'>;

/** Marks a handler as a command for the description of the API. */
export const COMMAND = 'accord:command';

const VISIBLE_ASCII = /^[\x21-\x7e]{1,200}$/;
const ENTITY_TAG = /^"(0|[1-9]\d{0,14})"$/;
/** Accord processes for the statutory functions of its agencies (UK GDPR article 6(1)(e)). */
const LAWFUL_BASIS = 'public-task';

/** Who asks: from the verified token, the clock and the correlation id. Throws on a public route. */
export function readerOf(request: FastifyRequest): ReaderContext {
  const { person, now } = admissionOf(request);
  return {
    actor: nameBasedId('person', person.issuer, person.subject),
    agency: person.agency,
    role: person.role,
    lawfulBasis: LAWFUL_BASIS,
    correlationId: request.id,
    now,
    today: londonDateOf(now),
  };
}

/**
 * Who commands, under which key. The command's id is name-based on issuer, subject and
 * `Idempotency-Key`, so that a retry is recognised and nobody can use another person's key.
 * @throws Problem idempotency-key-missing, idempotency-key-malformed, if-match-malformed
 */
export function callerOf(request: FastifyRequest): RequestContext {
  const { person } = admissionOf(request);
  const expectedRevision = expectedRevisionOf(request.headers['if-match']);
  return {
    ...readerOf(request),
    commandId: nameBasedId('command', person.issuer, person.subject, idempotencyKeyOf(request)),
    fingerprint: fingerprintOf({
      method: request.method,
      path: request.url.split('?', 1).join(),
      body: request.body,
    }),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  };
}

function idempotencyKeyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') {
    throw problem(
      'idempotency-key-missing',
      'Send an Idempotency-Key header with a new value for each command, and the same value when repeating it.',
    );
  }
  if (typeof key !== 'string' || !VISIBLE_ASCII.test(key)) {
    throw problem('idempotency-key-malformed', 'An Idempotency-Key is 1 to 200 visible ASCII characters without spaces.');
  }
  return key;
}

/** The revision in `If-Match`: one strong entity tag as `ETag` gave it, `"3"`. */
function expectedRevisionOf(header: string | undefined): Revision | undefined {
  if (header === undefined) return undefined;
  const revision = ENTITY_TAG.exec(header)?.[1];
  if (revision !== undefined) return Number(revision);
  throw problem('if-match-malformed', 'Send If-Match as the ETag was given: one whole number in double quotes, "3".');
}

const requestOf = (host: ExecutionContext): FastifyRequest => host.switchToHttp().getRequest<FastifyRequest>();
const callerParameter = createParamDecorator((_data: unknown, host: ExecutionContext) => callerOf(requestOf(host)));
const readerParameter = createParamDecorator((_data: unknown, host: ExecutionContext) => readerOf(requestOf(host)));

/** Gives a handler the {@link ReaderContext} of a question. */
export const Reader = (): ParameterDecorator => readerParameter();

/** Gives a handler the `RequestContext` of a command, and describes the command's headers in the API. */
export const Caller = (): ParameterDecorator => (target, key, index) => {
  callerParameter()(target, key, index);
  if (key === undefined) throw new Error('Caller() belongs on a parameter of a route handler.');
  const descriptor = Object.getOwnPropertyDescriptor(target, key);
  if (descriptor === undefined) throw new Error(`There is no handler ${String(key)} to describe.`);
  noteForDescription(({ ApiHeader }) => {
    for (const header of COMMAND_HEADERS) ApiHeader(header)(target, key, descriptor);
  });
  // The descriptor's value is the handler itself: a method of the controller.
  Reflect.defineMetadata(COMMAND, true, descriptor.value as object);
};

const COMMAND_HEADERS = [
  {
    name: 'Idempotency-Key',
    required: true,
    description: 'Names the command: the same key and body give the first answer and no second effect.',
    schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
  },
  {
    name: 'If-Match',
    required: false,
    description: 'The ETag that the person saw; the command is refused if the record has moved on since.',
    schema: { type: 'string', pattern: '^"[0-9]+"$' },
  },
] as const;
