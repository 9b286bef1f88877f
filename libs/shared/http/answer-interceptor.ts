import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { CommandAnswer } from './answer';

/** Sends a {@link CommandAnswer} with its own status and headers; other answers pass unchanged. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor<unknown, unknown> {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      map((result) => {
        if (!isCommandAnswer(result)) return result;
        void context.switchToHttp().getResponse<FastifyReply>().status(result.status).headers({ ...result.headers });
        return result.body;
      }),
    );
  }
}

/** The class is generic, and what it says besides its receipt is all the same here. */
const isCommandAnswer = (result: unknown): result is CommandAnswer => result instanceof CommandAnswer;
