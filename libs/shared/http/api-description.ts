import { Controller, Get, Injectable } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import type { DocumentBuilder, OpenAPIObject } from '@nestjs/swagger';
import { describeAnswers } from './api-answers';
import { noteForDescription, swaggerWithNotes } from './api-notes';
import type { AnswerSchemas } from './answer-schemas';
import { Public } from './requires';
import { Says } from './says';

export const DESCRIPTION_PATH = 'v1/openapi.json';

/** The description of the API, generated from the controllers the first time that somebody asks. */
@Injectable()
export class ApiDescription {
  private app: INestApplication | undefined;
  private answers: LoadAnswers | undefined;
  private made: Promise<OpenAPIObject> | undefined;

  /** `answers` is called once, when somebody asks: no start should pay for what the schemas take. */
  describes(app: INestApplication, answers?: LoadAnswers): void {
    this.app = app;
    this.answers = answers;
  }

  document(): Promise<OpenAPIObject> {
    this.made ??= this.make();
    return this.made;
  }

  private async make(): Promise<OpenAPIObject> {
    if (this.app === undefined) throw new Error('The description was asked for before the application was made.');
    return describedApi(this.app, this.answers?.());
  }
}

/** Gives what all routes answer. */
export type LoadAnswers = () => AnswerSchemas;

/** Describes the routes of an application, which may be one that is only previewed. Without `answers`, not what they answer. */
export async function describedApi(app: INestApplication, answers?: AnswerSchemas): Promise<OpenAPIObject> {
  const { DocumentBuilder, SwaggerModule } = await swaggerWithNotes();
  return describeAnswers(SwaggerModule.createDocument(app, heading(new DocumentBuilder()), { autoTagControllers: false }), answers);
}

const heading = (builder: DocumentBuilder) =>
  builder
    .setTitle('Accord')
    .setDescription('Records what agencies decide together about a child, and tells who pays, since when, and why.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();

@Controller()
export class ApiDescriptionController {
  constructor(private readonly description: ApiDescription) {}

  @Get(DESCRIPTION_PATH)
  @Says('Describes every route of the API')
  @Public()
  read(): Promise<OpenAPIObject> {
    return this.description.document();
  }
}

noteForDescription(({ ApiExcludeController }) => ApiExcludeController()(ApiDescriptionController));
