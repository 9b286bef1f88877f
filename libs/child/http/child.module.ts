import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ChildController } from './child.controller';
import { ChildRequestHandler } from './requests';

/** Routes of children's records. `ChildRecords` comes from the composition. */
@Module({ imports: [CqrsModule], controllers: [ChildController], providers: [ChildRequestHandler] })
export class ChildHttpModule {}
