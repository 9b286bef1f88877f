import { monthToClose } from '@accord/funding/domain';
import type { AccountsCommand, AccountsFacts, AccountsState, CloseAccountingMonth, StatementsOfClosing } from '@accord/funding/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { provisionalBasis } from './area-statements';
import type { AreaStatements, StatementProgress } from './area-statements';
import { accountsId, accountsStream } from './accounts-stream';
import { StatementDigests } from './statement-digests';
import type { BeginTable } from './statement-digests';

export interface AccountsParts {
  readonly runner: CommandRunner;
  readonly statements: AreaStatements;
  readonly begin: BeginTable;
  /** Waits until every fact of the record can be counted. */
  readonly awaitFacts: () => Promise<void>;
  readonly onProgress?: StatementProgress;
}

/** Closes months and years of the area. A month's statements are computed while it is closed, and kept as their hashes and totals. */
export class Accounts {
  constructor(private readonly parts: AccountsParts) {}

  close(command: AccountsCommand, context: RequestContext): Promise<CommandOutcome> {
    const { runner } = this.parts;
    return runner.run({ streamType: accountsStream, id: accountsId, command, context, facts: (loader) => this.facts(loader, command) });
  }

  private async facts(loader: FactLoader, command: AccountsCommand): Promise<AccountsFacts> {
    if (command.type === 'CloseFinancialYear') return { statements: undefined };
    const { state } = await loader.load(accountsStream, accountsId);
    return { statements: await this.statements(command, state) };
  }

  /** Nothing is computed for a month that cannot be closed. */
  private async statements(command: CloseAccountingMonth, state: AccountsState): Promise<StatementsOfClosing | undefined> {
    const month = monthToClose(command, state);
    if (!month.ok) return undefined;
    const { statements, begin, awaitFacts, onProgress } = this.parts;
    await awaitFacts();
    const basis = provisionalBasis(month.value.from, state, await statements.position());
    const yearsClosed = state.years.map(({ year }) => year);
    const digests = new StatementDigests((agencyId) => begin({ agencyId, month: basis.month.from, yearsClosed }));
    const of = onProgress ? await statements.count() : 0;
    let done = 0;
    for await (const child of statements.children(basis)) {
      digests.add(child);
      done += 1;
      onProgress?.({ done, of });
    }
    return { upTo: basis.upTo, agencies: digests.digests() };
  }
}
