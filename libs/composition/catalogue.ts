import { refusalEvents } from '@accord/assurance/contracts';
import { demonstrationRefusals } from '@accord/access/tokens';
import { auditTrail, childTimeline, names } from '@accord/assurance/projections';
import { childEvents } from '@accord/child/contracts';
import { childRefusals } from '@accord/child/domain';
import { fundingEvents } from '@accord/funding/contracts';
import { fundingRefusals } from '@accord/funding/domain';
import { agreements, fundingFacts, fundingSchedules, money, packageLines, pooledFunds } from '@accord/funding/projections';
import { panelEvents } from '@accord/panel/contracts';
import { panelRefusals } from '@accord/panel/domain';
import { decisionWorklists, decisions, directory, matters, people } from '@accord/panel/projections';
import { precedentRefusals } from '@accord/panel/precedents';
import { catalogueOf } from '@accord/shared/event-contracts';
import { commandRefusals } from '@accord/shared/commands';
import { kernelRefusals } from '@accord/shared/kernel';
import type { RefusalCatalogue } from '@accord/shared/kernel';
import { masterKeyRefusals } from '@accord/shared/personal-data';
import type { Projection } from '@accord/shared/projections';
import { tableRefusals } from '@accord/shared/tables';

/** Every event that Accord records. A new context adds its list here, and nowhere else. */
export const eventCatalogue = catalogueOf(panelEvents, childEvents, fundingEvents, refusalEvents);

/** Every question that has a read model of its own. */
export const projections: readonly Projection[] = [
  directory,
  people,
  names,
  childTimeline,
  auditTrail,
  fundingFacts,
  agreements,
  fundingSchedules,
  pooledFunds,
  money,
  packageLines,
  decisions,
  decisionWorklists,
  matters,
];

/** Every refusal, by the context that gives it. */
export const refusalCatalogues: Readonly<Record<string, RefusalCatalogue>> = {
  panel: panelRefusals,
  precedents: precedentRefusals,
  funding: fundingRefusals,
  child: childRefusals,
  commands: commandRefusals,
  kernel: kernelRefusals,
  'personal data': masterKeyRefusals,
  tables: tableRefusals,
  demonstration: demonstrationRefusals,
};
