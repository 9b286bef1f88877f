import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { FundController } from './fund.controller';
import { FundDocumentsController } from './fund-documents.controller';
import { FundRecordController } from './fund-record.controller';
import { FundRequestHandler } from './fund-requests';

/** Routes of pooled funds. What answers them comes from the composition. */
@Module({
  imports: [CqrsModule],
  controllers: [FundController, FundRecordController, FundDocumentsController],
  providers: [FundRequestHandler],
})
export class FundHttpModule {}
