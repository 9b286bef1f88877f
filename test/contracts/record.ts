import { refusalEvents } from '@accord/assurance/contracts';
import { auditTrail, childTimeline, names } from '@accord/assurance/projections';
import { childEvents } from '@accord/child/contracts';
import { fundingEvents } from '@accord/funding/contracts';
import { fundingFacts } from '@accord/funding/projections';
import { panelEvents } from '@accord/panel/contracts';
import { directory } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Projection } from '@accord/shared/projections';

// Stands in for the lists of @accord/composition until that project exports them.
export const eventCatalogue = catalogueOf(panelEvents, fundingEvents, childEvents, refusalEvents);
export const projections: readonly Projection[] = [childTimeline, auditTrail, names, fundingFacts, directory];
