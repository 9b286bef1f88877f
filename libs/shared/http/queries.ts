import { applyDecorators, Param, SetMetadata } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { idFrom } from '@accord/shared/kernel';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import { describedBy, noteForDescription } from './api-notes';
import { fault, field, Optional } from './field-rule';
import { idRule, IsInstantText, IsLondonDate } from './fields';
import { problem } from './problem';

/** Metadata key of the projections that a route reads. */
export const READS = 'accord:reads';

/**
 * The route answers from these projections and takes `?after=<position>`: it waits until they have
 * applied that position, so that people see what they wrote. Too long a wait is `projection-behind`.
 */
export const After = (...projections: readonly [string, ...string[]]): MethodDecorator =>
  applyDecorators(
    SetMetadata(READS, projections),
    describedBy(({ ApiQuery }) =>
      ApiQuery({
        name: 'after',
        required: false,
        description: 'Position of a write that the answer must show, as Accord-Position gave it.',
        schema: { type: 'integer', minimum: 0 },
      }),
    ),
  );

/** A query that can be asked as at a date and as known at an instant. */
export class AsAtQuery {
  @Optional()
  @IsLondonDate('Only what was true in the world by that day counts; left out, all does, later days included.')
  readonly asAt?: LondonDate;

  @Optional()
  @IsInstantText('Only what was recorded by then counts; left out, all does.')
  readonly knownAt?: Instant;
}

/** Largest page that a query can ask for, and the page where it does not say. */
export const LARGEST_PAGE = 200;
export const USUAL_PAGE = 50;

const LIMIT = /^[1-9]\d{0,2}$/;
const CURSOR = /^[A-Za-z0-9_-]{1,1000}$/;

/** A query that is answered in pages. Extend it, or {@link AsAtPagedQuery}; read it with `pageOf`. */
export class PagedQuery {
  @Optional()
  @field(limitFault, { type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: USUAL_PAGE })
  readonly limit?: string;

  @Optional()
  @field(cursorFault, { type: 'string', description: 'From `next` of the page before.' })
  readonly cursor?: string;
}

/** A query as at a date, as known at an instant, answered in pages. */
export class AsAtPagedQuery extends AsAtQuery {
  @Optional()
  @field(limitFault, { type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: USUAL_PAGE })
  readonly limit?: string;

  @Optional()
  @field(cursorFault, { type: 'string', description: 'From `next` of the page before.' })
  readonly cursor?: string;
}

function limitFault(value: unknown) {
  const fits = typeof value === 'string' && LIMIT.test(value) && Number(value) <= LARGEST_PAGE;
  return fits ? undefined : fault('limit-out-of-range', `Ask for 1 to ${LARGEST_PAGE} entries in a page.`);
}

const CURSOR_ADVICE = 'Use the cursor exactly as the page before gave it, or leave it out to begin again.';

function cursorFault(value: unknown) {
  return typeof value === 'string' && CURSOR.test(value) ? undefined : fault('cursor-malformed', CURSOR_ADVICE);
}

/** One page's size and where it begins: `cursor` is `undefined` for the first page. */
export interface Page<C> {
  readonly limit: number;
  readonly cursor: C | undefined;
}

/**
 * Reads the page from a query. `isCursor` tells whether the decoded JSON is a cursor of this very query.
 * @throws Problem cursor-malformed
 */
export function pageOf<C>(
  query: { readonly limit?: string; readonly cursor?: string },
  isCursor: (value: unknown) => value is C,
): Page<C> {
  const limit = query.limit === undefined ? USUAL_PAGE : Number(query.limit);
  if (query.cursor === undefined) return { limit, cursor: undefined };
  const cursor = decoded(query.cursor);
  if (!isCursor(cursor)) throw problem('cursor-malformed', CURSOR_ADVICE);
  return { limit, cursor };
}

function decoded(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The opaque cursor of the entry after which the next page begins. Holds no personal data. */
export const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Gives a handler an id from the path; `@IdParam('child')` reads `:id`. Refuses `not-an-id`. */
export const IdParam =
  (kind: string, name = 'id'): ParameterDecorator =>
  (target, key, index) => {
    Param(name, new IdPipe(kind, name))(target, key, index);
    const descriptor = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (key === undefined || descriptor === undefined) throw new Error('IdParam() belongs on a parameter of a handler.');
    const description = { name, schema: { type: 'string', format: 'uuid' }, description: `The id of the ${kind.replaceAll('-', ' ')}.` };
    noteForDescription(({ ApiParam }) => void ApiParam(description)(target, key, descriptor));
  };

class IdPipe implements PipeTransform<unknown, Id<string>> {
  constructor(
    private readonly kind: string,
    private readonly name: string,
  ) {}

  transform(value: unknown): Id<string> {
    const id = idFrom(value);
    if (id !== undefined) return id;
    const detail = idRule(this.kind)(value)?.detail ?? '';
    throw problem('not-an-id', detail, { errors: [{ field: this.name, code: 'not-an-id', detail }] });
  }
}
