import { setImmediate } from 'node:timers/promises';
import { Replay } from '@accord/funding/application';
import { ReplayReports, StoredFactsReader, StoredFundsReader, WhoPaysSeries } from '@accord/funding/http';
import type { FundingFacts } from '@accord/funding/http';
import type { Vocabulary } from '@accord/shared/http';
import { eventCatalogue } from './catalogue';
import type { Stores } from './stores';
import { whatIfParts } from './what-if-parts';

interface ReplayGround {
  readonly stores: Pick<Stores, 'events' | 'read'>;
  readonly vocabulary: Vocabulary;
  readonly fundingFacts: FundingFacts;
}

/** Replays with their verdict, who pays over time, and what if. */
export function replayParts({ stores, vocabulary, fundingFacts }: ReplayGround) {
  const { events, read } = stores;
  const replay = new Replay({
    ...{ events, catalogue: eventCatalogue, stored: new StoredFactsReader(read), storedFunds: new StoredFundsReader(read) },
    onProgress: () => undefined,
    pause: () => setImmediate(),
  });
  return {
    replayReports: new ReplayReports(replay, vocabulary),
    whoPaysSeries: new WhoPaysSeries(fundingFacts, vocabulary),
    ...whatIfParts({ stores, vocabulary, fundingFacts }),
  };
}
