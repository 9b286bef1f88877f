import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { MeetingController } from './meeting.controller';
import { PanelController } from './panel.controller';
import { AgencyRequestHandler, DecisionRequestHandler, MeetingRequestHandler, PanelRequestHandler } from './requests';

/** Routes of the panel room. `PanelRoom` and `Directory` come from the composition. */
@Module({
  imports: [CqrsModule],
  controllers: [PanelController, MeetingController],
  providers: [AgencyRequestHandler, PanelRequestHandler, MeetingRequestHandler, DecisionRequestHandler],
})
export class PanelHttpModule {}
