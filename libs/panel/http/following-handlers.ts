import { CorrectionRequestHandler } from './correction-requests';
import { BreachRequestHandler, DeliveryRequestHandler } from './delivery-requests';
import { RatificationRequestHandler, UrgentDecisionRequestHandler, UrgentRatificationRequestHandler } from './ratification-requests';

/** Handlers of everything that follows a decision, and of what is decided between meetings. */
export const followingHandlers = [
  ...[UrgentDecisionRequestHandler, RatificationRequestHandler, UrgentRatificationRequestHandler],
  ...[CorrectionRequestHandler, DeliveryRequestHandler, BreachRequestHandler],
];
