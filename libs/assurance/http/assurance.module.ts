import { Module } from '@nestjs/common';
import { AssuranceController } from './assurance.controller';

/** Routes of timelines and audit trails. `Timeline` and `AuditTrail` come from the composition. */
@Module({ controllers: [AssuranceController] })
export class AssuranceHttpModule {}
