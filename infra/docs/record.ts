import { refusalEvents } from '@accord/assurance/contracts';
import { auditTrail, childTimeline, names } from '@accord/assurance/projections';
import { childEvents } from '@accord/child/contracts';
import { childRefusals } from '@accord/child/domain';
import { fundingEvents } from '@accord/funding/contracts';
import { fundingRefusals } from '@accord/funding/domain';
import { fundingFacts } from '@accord/funding/projections';
import { panelEvents } from '@accord/panel/contracts';
import { panelRefusals } from '@accord/panel/domain';
import { directory } from '@accord/panel/projections';
import { commandRefusals } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { kernelRefusals, type RefusalCatalogue } from '@accord/shared/kernel';
import type { Projection } from '@accord/shared/projections';

// Stands in for the lists of '@accord/composition' until that project exports them.
export const eventCatalogue = catalogueOf(panelEvents, fundingEvents, childEvents, refusalEvents);
export const projections: readonly Projection[] = [childTimeline, auditTrail, names, fundingFacts, directory];
export const refusalCatalogues: Readonly<Record<string, RefusalCatalogue>> = {
  panel: panelRefusals,
  funding: fundingRefusals,
  child: childRefusals,
  commands: commandRefusals,
  kernel: kernelRefusals,
};
