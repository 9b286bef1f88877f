import { Accounts, AccountsOnRecord, AreaStatements } from '@accord/funding/application';
import type { StatementProgress } from '@accord/funding/application';
import { AreaFactsReader, FundReader, beginStatement } from '@accord/funding/http';
import type { CommandRunner } from '@accord/shared/commands';
import type { Stores } from './stores';
import { caughtUpWith } from './caught-up';
import { eventCatalogue } from './catalogue';
import type { ProjectionWatch } from '@accord/shared/read-store';

/** The projections on which statements rest. */
export const statementProjections = ['funding-facts', 'pooled-funds'] as const;

export interface LedgerGround {
  readonly runner: CommandRunner;
  readonly stores: Pick<Stores, 'events' | 'read'>;
  readonly progress: ProjectionWatch;
  readonly onProgress?: StatementProgress;
}

/** What closes months and years, and gives the statements of every agency. */
export function ledgerParts({ runner, stores: { events, read }, progress, ...told }: LedgerGround) {
  const areaStatements = new AreaStatements(new AreaFactsReader(read, eventCatalogue), new FundReader(read, eventCatalogue));
  const caughtUp = caughtUpWith(events, progress);
  return {
    accounts: new Accounts({ runner, statements: areaStatements, begin: beginStatement, awaitFacts: () => caughtUp(statementProjections), ...told }),
    accountsOnRecord: new AccountsOnRecord(events, eventCatalogue),
    areaStatements,
  };
}
