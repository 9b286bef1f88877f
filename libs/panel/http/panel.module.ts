import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AgencyController } from './agency.controller';
import { CalendarController } from './calendar.controller';
import { DecisionReadingController } from './decision-reading.controller';
import { MatterReadingController } from './matter-reading.controller';
import { MatterRequestHandler } from './matter-requests';
import { MatterController } from './matter.controller';
import { MeetingRequestHandler } from './meeting-requests';
import { MeetingController } from './meeting.controller';
import { peopleHandlers } from './people-requests';
import { PractitionerController } from './practitioner.controller';
import { DecisionRequestHandler } from './requests';
import { TermsController } from './terms.controller';
import { PanelRequestHandler, TermsDraftRequestHandler } from './terms-requests';
import { WorklistController } from './worklist.controller';

/** Routes of the panel room. What answers them comes from the composition. */
@Module({
  imports: [CqrsModule],
  controllers: [
    AgencyController,
    PractitionerController,
    TermsController,
    CalendarController,
    MeetingController,
    MatterController,
    MatterReadingController,
    DecisionReadingController,
    WorklistController,
  ],
  providers: [MatterRequestHandler, ...peopleHandlers, PanelRequestHandler, TermsDraftRequestHandler, MeetingRequestHandler, DecisionRequestHandler],
})
export class PanelHttpModule {}
