import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { FundHttpModule } from './fund/fund.module';
import { AgreementController } from './agreement.controller';
import { AgreementDraftController } from './agreement-draft.controller';
import { AgreementEndingController } from './agreement-ending.controller';
import { AgreementWorklistController } from './agreement-worklist.controller';
import { LineHttpModule } from './line/line.module';
import { AgreementRequestHandler, ApplicationRequestHandler } from './requests';
import { ScheduleRequestHandler } from './schedule-requests';
import { ScheduleController } from './schedule.controller';
import { MoneyHttpModule } from './money/money.module';
import { LedgerHttpModule } from './ledger/ledger.module';
import { ReplayController } from './replay.controller';
import { WhoPaysController } from './who-pays.controller';
import { WhoPaysSeriesController } from './who-pays-series.controller';

/** Routes of agreements, of who pays and of funding schedules. What answers them comes from the composition. */
@Module({
  imports: [CqrsModule, FundHttpModule, LineHttpModule, MoneyHttpModule, LedgerHttpModule],
  controllers: [AgreementController, AgreementDraftController, AgreementEndingController, AgreementWorklistController, ScheduleController, WhoPaysController, WhoPaysSeriesController, ReplayController],
  providers: [AgreementRequestHandler, ApplicationRequestHandler, ScheduleRequestHandler],
})
export class FundingHttpModule {}
