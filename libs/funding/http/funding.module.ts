import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AgreementController } from './agreement.controller';
import { AgreementRequestHandler, ApplicationRequestHandler } from './requests';
import { WhoPaysController } from './who-pays.controller';

/** Routes of agreements and of who pays. `Agreements` and `WhoPays` come from the composition. */
@Module({
  imports: [CqrsModule],
  controllers: [AgreementController, WhoPaysController],
  providers: [AgreementRequestHandler, ApplicationRequestHandler],
})
export class FundingHttpModule {}
