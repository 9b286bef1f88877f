import { Inject, Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import type { Position } from '@accord/shared/event-store';
import { problem } from './problem';
import { READS } from './queries';
import { routeInputs } from './route-inputs';
import { READ_YOUR_WRITES } from './shell-ports';
import type { ReadYourWrites } from './shell-ports';

/** How long a question waits for a view before it is told to come back. */
export const LONGEST_WAIT_MS = 2_000;

const POSITION = /^(0|[1-9]\d{0,15})$/;

/** What a handler takes; worked out once. */
interface Takes {
  readonly body: boolean;
  readonly query: boolean;
  readonly reads: readonly string[] | undefined;
}

/**
 * Waits for `?after=`, and refuses what no handler would look at: query parameters and bodies sent to
 * routes that take none.
 */
@Injectable()
export class QueryInterceptor implements NestInterceptor<unknown, unknown> {
  private readonly known = new WeakMap<object, Takes>();

  constructor(
    private readonly reflector: Reflector,
    @Inject(READ_YOUR_WRITES) private readonly views: ReadYourWrites,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler<unknown>): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const takes = this.takenBy(context);
    refuseUnread(request, takes);
    // Fastify's query parser gives an object of texts and lists of texts.
    const { after } = request.query as Readonly<Record<string, unknown>>;
    if (after !== undefined && takes.reads !== undefined) await this.waitFor(takes.reads, positionOf(after));
    return next.handle();
  }

  private takenBy(context: ExecutionContext): Takes {
    const handler = context.getHandler();
    const known = this.known.get(handler);
    if (known !== undefined) return known;
    const inputs = routeInputs(context.getClass(), handler.name).map(({ kind }) => kind);
    const reads = this.reflector.get<readonly string[] | undefined>(READS, handler);
    const takes = { body: inputs.includes('body'), query: inputs.includes('query'), reads };
    this.known.set(handler, takes);
    return takes;
  }

  private async waitFor(projections: readonly string[], position: Position): Promise<void> {
    if (await this.views.waitFor(projections, position, LONGEST_WAIT_MS)) return;
    throw problem('projection-behind', 'This view has not come to that position yet. Where a write gave it to you, what you wrote is recorded: ask again shortly.', {
      headers: { 'Retry-After': '1' },
    });
  }
}

function refuseUnread(request: FastifyRequest, { body, query, reads }: Takes): void {
  const names = Object.keys(request.query ?? {});
  const unread = names.find((name) => (name === 'after' ? reads === undefined : !query));
  if (unread !== undefined) {
    const errors = [{ field: unread.slice(0, 100), code: 'unknown-parameter', detail: 'There is no such parameter here.' }];
    throw problem('unknown-parameter', 'Leave out what the description of this address does not name.', { errors });
  }
  if (!body && Object.keys(request.body ?? {}).length > 0) {
    throw problem('unknown-field', 'This address takes no body; send none, or an empty object.');
  }
}

function positionOf(after: unknown): Position {
  if (typeof after === 'string' && POSITION.test(after) && Number.isSafeInteger(Number(after))) return Number(after);
  throw problem('position-malformed', 'Give after as the whole number that Accord-Position gave.', {
    errors: [{ field: 'after', code: 'position-malformed', detail: 'Not a position.' }],
  });
}
