import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DocumentsController } from './documents.controller';
import { MinutesRequestHandler } from './minutes-requests';

/** Routes of minutes and letters. `PanelDocuments` and `Minutes` come from the composition. */
@Module({ imports: [CqrsModule], controllers: [DocumentsController], providers: [MinutesRequestHandler] })
export class PanelDocumentsHttpModule {}
