import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AgencyController } from './agency.controller';
import { BreachReadingController } from './breach-reading.controller';
import { CalendarController } from './calendar.controller';
import { ConsiderationRequestHandler, OutcomeRequestHandler } from './consideration-requests';
import { ConsiderationController } from './consideration.controller';
import { CorrectionController } from './correction.controller';
import { DecisionReadingController } from './decision-reading.controller';
import { DeliveryController } from './delivery.controller';
import { followingHandlers } from './following-handlers';
import { MatterReadingController } from './matter-reading.controller';
import { MatterRequestHandler } from './matter-requests';
import { MatterController } from './matter.controller';
import { MeController } from './me.controller';
import { MeetingRequestHandler } from './meeting-requests';
import { MeetingController } from './meeting.controller';
import { peopleHandlers } from './people-requests';
import { PractitionerController } from './practitioner.controller';
import { RatificationController } from './ratification.controller';
import { TermsController } from './terms.controller';
import { PanelRequestHandler, TermsDraftRequestHandler } from './terms-requests';
import { WorklistController } from './worklist.controller';

/** Routes of the panel room. What answers them comes from the composition. */
@Module({
  imports: [CqrsModule],
  controllers: [
    AgencyController,
    PractitionerController,
    MeController,
    TermsController,
    CalendarController,
    MeetingController,
    MatterController,
    MatterReadingController,
    ConsiderationController,
    DecisionReadingController,
    BreachReadingController,
    WorklistController,
    RatificationController,
    CorrectionController,
    DeliveryController,
  ],
  providers: [MatterRequestHandler, ...peopleHandlers, PanelRequestHandler, TermsDraftRequestHandler, MeetingRequestHandler, ConsiderationRequestHandler, OutcomeRequestHandler, ...followingHandlers],
})
export class PanelHttpModule {}
