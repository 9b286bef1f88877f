import { Catch, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '@accord/shared/observability';
import { problem, problemBody } from './problem';
import type { Problem } from './problem';
import { problemOf } from './problem-of-error';
import { RouteTable } from './route-table';
import { SHELL_LOG } from './shell-ports';

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter<unknown> {
  constructor(
    @Inject(SHELL_LOG) private readonly log: Log,
    private readonly routes: RouteTable,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const found = this.refined(problemOf(error), request);
    if (found.status >= 500) this.log.error('request failed', { correlationId: request.id, code: found.code, error });
    sendProblem(reply, found, request.id);
  }

  /** An address that exists but under other methods is told as such (RFC 9110 section 15.5.6). */
  private refined(found: Problem, request: FastifyRequest): Problem {
    const allowed = found.code === 'not-found' ? this.routes.methodsAt(request.url) : [];
    if (allowed.length === 0 || allowed.includes(request.method)) return found;
    const methods = allowed.join(', ');
    return problem('method-not-allowed', `This address answers to: ${methods}.`, { headers: { Allow: methods } });
  }
}

/** Sends a problem, unless part of an answer has already left. */
export function sendProblem(reply: FastifyReply, found: Problem, correlationId: string): void {
  if (reply.sent || reply.raw.headersSent) return;
  void reply
    .status(found.status)
    .headers({ ...found.headers })
    .header('content-type', 'application/problem+json')
    // As bytes: to a text Fastify would add a charset, which JSON types do not have.
    .send(Buffer.from(JSON.stringify(problemBody(found, correlationId))));
}
