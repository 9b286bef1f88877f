import { Controller, Get, Injectable } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { ApiExcludeController, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeAnswers } from './api-answers';
import { Public } from './requires';

export const DESCRIPTION_PATH = 'v1/openapi.json';

/** The description of the API, generated from the controllers the first time that somebody asks. */
@Injectable()
export class ApiDescription {
  private app: INestApplication | undefined;
  private made: OpenAPIObject | undefined;

  describes(app: INestApplication): void {
    this.app = app;
  }

  document(): OpenAPIObject {
    if (this.app === undefined) throw new Error('The description was asked for before the application was made.');
    this.made ??= describeAnswers(SwaggerModule.createDocument(this.app, heading(), { autoTagControllers: false }));
    return this.made;
  }
}

const heading = () =>
  new DocumentBuilder()
    .setTitle('Accord')
    .setDescription('Records what agencies decide together about a child, and tells who pays, since when, and why.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();

@ApiExcludeController()
@Controller()
export class ApiDescriptionController {
  constructor(private readonly description: ApiDescription) {}

  @Get(DESCRIPTION_PATH)
  @Public()
  read(): OpenAPIObject {
    return this.description.document();
  }
}
