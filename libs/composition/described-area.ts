import { DemonstrationTokensModule } from '@accord/access/tokens';
import type { DevelopmentIssuer } from '@accord/access/tokens';
import { describedApi } from '@accord/shared/http';
import type { AnswerSchemas } from '@accord/shared/http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Area } from './area';
import { AreaModule } from './area-module';

/** What the routes of an area answer. It is large, and loaded only when somebody asks for the description of the API. */
export const areaAnswers = (): AnswerSchemas =>
  // A plain require, because an import would load it at every start. The cast is what the file exports.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  (require('./answer-schemas') as { readonly answerSchemas: AnswerSchemas }).answerSchemas;

/**
 * The description of the API as an area with the development issuer serves it, without one that runs. Without
 * `answers`, it does not tell what the routes answer: so it is read before that is known.
 */
export async function describedArea(answers?: AnswerSchemas): Promise<OpenAPIObject> {
  // A preview reads which modules and controllers there are, and makes none of them: nothing asks the area for its parts.
  const module = AreaModule.around({} as Area, [DemonstrationTokensModule.of({} as DevelopmentIssuer)]);
  return describedApi(await NestFactory.create(module, new FastifyAdapter(), { preview: true, logger: false, abortOnError: false }), answers);
}
