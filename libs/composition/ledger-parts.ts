import { Accounts, AccountsOnRecord, AreaStatements, NamedInRecord } from '@accord/funding/application';
import type { StatementProgress } from '@accord/funding/application';
import { AccountsList, AgencyStatements, AreaFactsReader, FundReader, StatementDocuments, beginStatement } from '@accord/funding/http';
import type { Vocabulary } from '@accord/shared/http';
import type { CommandRunner } from '@accord/shared/commands';
import type { Stores } from './stores';
import { caughtUpWith } from './caught-up';
import { awaitingWhole } from './whole-views';
import { eventCatalogue } from './catalogue';
import type { ProjectionWatch } from '@accord/shared/read-store';

/** The projections on which statements rest. */
export const statementProjections = ['funding-facts', 'pooled-funds'] as const;

export interface LedgerGround {
  readonly runner: CommandRunner;
  readonly stores: Pick<Stores, 'events' | 'read'>;
  readonly vocabulary: Vocabulary;
  readonly progress: ProjectionWatch;
  readonly onProgress?: StatementProgress;
}

/** What closes months and years, and gives the statements of every agency. */
export function ledgerParts({ runner, stores: { events, read }, vocabulary, progress, ...told }: LedgerGround) {
  const areaStatements = new AreaStatements(new AreaFactsReader(read, eventCatalogue), new FundReader(read, eventCatalogue));
  const awaitWhole = awaitingWhole({ read, caughtUp: caughtUpWith(events, progress) });
  const accountsOnRecord = new AccountsOnRecord(events, eventCatalogue);
  const agencyStatements = new AgencyStatements({ area: areaStatements, accounts: accountsOnRecord, named: new NamedInRecord(events, eventCatalogue), vocabulary });
  return {
    accounts: new Accounts({ runner, statements: areaStatements, begin: beginStatement, awaitFacts: () => awaitWhole(statementProjections), ...told }),
    accountsList: new AccountsList(accountsOnRecord, vocabulary),
    agencyStatements,
    statementDocuments: new StatementDocuments(agencyStatements, vocabulary),
  };
}

/** The same for the routes. */
export const ledgerProviders = ({ accounts, accountsList, agencyStatements, statementDocuments }: ReturnType<typeof ledgerParts>) => [
  { provide: Accounts, useValue: accounts },
  { provide: AccountsList, useValue: accountsList },
  { provide: AgencyStatements, useValue: agencyStatements },
  { provide: StatementDocuments, useValue: statementDocuments },
];
