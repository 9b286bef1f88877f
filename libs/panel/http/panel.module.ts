import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CalendarController } from './calendar.controller';
import { MeetingRequestHandler } from './meeting-requests';
import { MeetingController } from './meeting.controller';
import { PanelController } from './panel.controller';
import { AgencyRequestHandler, DecisionRequestHandler } from './requests';
import { TermsController } from './terms.controller';
import { PanelRequestHandler, TermsDraftRequestHandler } from './terms-requests';

/** Routes of the panel room. `PanelRoom` and `Directory` come from the composition. */
@Module({
  imports: [CqrsModule],
  controllers: [PanelController, TermsController, CalendarController, MeetingController],
  providers: [AgencyRequestHandler, PanelRequestHandler, TermsDraftRequestHandler, MeetingRequestHandler, DecisionRequestHandler],
})
export class PanelHttpModule {}
