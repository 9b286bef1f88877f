import { setImmediate } from 'node:timers/promises';
import { Accounts, AccountsOnRecord, AgenciesOnRecord, AreaStatements, NamedInRecord } from '@accord/funding/application';
import type { StatementProgress } from '@accord/funding/application';
import { AccountsList, AgencyStatements, AreaFactsReader, FundReader, OwnMoney, StatementDocuments, beginStatement } from '@accord/funding/http';
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

/** What gives the statements of every agency, and says which months are closed; it needs no keys. */
export function statementParts({ stores: { events, read }, vocabulary }: Pick<LedgerGround, 'stores' | 'vocabulary'>) {
  const funds = new FundReader(read, eventCatalogue);
  const areaStatements = new AreaStatements(new AreaFactsReader(read, eventCatalogue), funds);
  const [accounts, own] = [new AccountsOnRecord(events, eventCatalogue), new OwnMoney(new AgenciesOnRecord(events, eventCatalogue))];
  return {
    ...{ areaStatements, funds },
    accountsList: new AccountsList(accounts, vocabulary, own),
    agencyStatements: new AgencyStatements({ area: areaStatements, accounts, named: new NamedInRecord(events, eventCatalogue), own, vocabulary, pause: () => setImmediate() }),
  };
}

/** What closes months and years, and gives the statements of every agency. */
export function ledgerParts({ runner, stores, vocabulary, progress, ...told }: LedgerGround) {
  const { areaStatements, accountsList, agencyStatements, funds } = statementParts({ stores, vocabulary });
  const awaitWhole = awaitingWhole({ read: stores.read, caughtUp: caughtUpWith(stores.events, progress) });
  return {
    accounts: new Accounts({ runner, statements: areaStatements, begin: beginStatement, awaitFacts: () => awaitWhole(statementProjections), ...told }),
    accountsList,
    agencyStatements,
    statementDocuments: new StatementDocuments(agencyStatements, vocabulary, funds),
  };
}

/** The same for the routes. */
export const ledgerProviders = ({ accounts, accountsList, agencyStatements, statementDocuments }: ReturnType<typeof ledgerParts>) => [
  { provide: Accounts, useValue: accounts },
  { provide: AccountsList, useValue: accountsList },
  { provide: AgencyStatements, useValue: agencyStatements },
  { provide: StatementDocuments, useValue: statementDocuments },
];
