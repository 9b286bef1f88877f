import { FundSweep, PooledFunds } from '@accord/funding/application';
import { AreaFactsReader, FundDocuments, FundPositions, FundReader } from '@accord/funding/http';
import type { CommandRunner } from '@accord/shared/commands';
import type { Vocabulary } from '@accord/shared/http';
import type { ReadStore } from '@accord/shared/read-store';
import { eventCatalogue } from './catalogue';
import { awaitingWhole } from './whole-views';

/** The projections on which funds rest. */
const fundProjections = ['funding-facts', 'pooled-funds'] as const;

interface FundGround {
  readonly runner: CommandRunner;
  readonly read: ReadStore;
  readonly vocabulary: Vocabulary;
  readonly caughtUp: (projections: readonly string[]) => Promise<void>;
}

/** Everything that answers commands and questions about pooled funds. */
export function fundParts({ runner, read, vocabulary, caughtUp }: FundGround) {
  const onRecord = new FundReader(read, eventCatalogue);
  const sweep = new FundSweep(new AreaFactsReader(read, eventCatalogue));
  const awaitWhole = awaitingWhole({ read, caughtUp });
  const positions = new FundPositions(onRecord, sweep, vocabulary);
  return {
    pooledFunds: new PooledFunds({ runner, onRecord, sweep, caughtUp: () => caughtUp(fundProjections), awaitFacts: () => awaitWhole(fundProjections) }),
    fundReader: onRecord,
    fundSweep: sweep,
    fundPositions: positions,
    fundDocuments: new FundDocuments({ funds: onRecord, sweep, vocabulary }),
  };
}

/** The same for the routes. */
export const fundProviders = ({ pooledFunds, fundPositions, fundDocuments }: ReturnType<typeof fundParts>) => [
  { provide: PooledFunds, useValue: pooledFunds },
  { provide: FundPositions, useValue: fundPositions },
  { provide: FundDocuments, useValue: fundDocuments },
];
