import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccountsController } from './accounts.controller';
import { AccountsRequestHandler } from './accounts-requests';
import { StatementController } from './statement.controller';

/** Routes of the accounts that months and years close, and of statements. */
@Module({ imports: [CqrsModule], controllers: [AccountsController, StatementController], providers: [AccountsRequestHandler] })
export class LedgerHttpModule {}
