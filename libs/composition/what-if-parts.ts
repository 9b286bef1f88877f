import { setImmediate } from 'node:timers/promises';
import { NamedInRecord, WhatIf } from '@accord/funding/application';
import { AgencySeries, AreaFactsReader, SweepTurn, WhatIfReports } from '@accord/funding/http';
import type { FundingFacts } from '@accord/funding/http';
import type { Vocabulary } from '@accord/shared/http';
import { eventCatalogue } from './catalogue';
import type { Stores } from './stores';

interface WhatIfGround {
  readonly stores: Pick<Stores, 'events' | 'read'>;
  readonly vocabulary: Vocabulary;
  readonly fundingFacts: FundingFacts;
}

/** What if, and what an agency pays over time: questions that may go through a whole area. */
export function whatIfParts({ stores: { events, read }, vocabulary, fundingFacts }: WhatIfGround) {
  const facts = new AreaFactsReader(read, eventCatalogue);
  const pause = () => setImmediate();
  const whatIf = new WhatIf({ events, catalogue: eventCatalogue, facts, pictures: fundingFacts, pause });
  return {
    sweepTurn: new SweepTurn(),
    whatIfReports: new WhatIfReports(whatIf, vocabulary),
    agencySeries: new AgencySeries({ facts, named: new NamedInRecord(events, eventCatalogue), vocabulary, pause }),
  };
}

/** For the routes. */
export const whatIfProviders = ({ sweepTurn, whatIfReports, agencySeries }: ReturnType<typeof whatIfParts>) => [
  { provide: SweepTurn, useValue: sweepTurn },
  { provide: WhatIfReports, useValue: whatIfReports },
  { provide: AgencySeries, useValue: agencySeries },
];
