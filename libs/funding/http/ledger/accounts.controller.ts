import type { AccountsCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, After, Caller, Reader, Requires, Says, answer } from '@accord/shared/http';
import type { CommandAnswer, ReaderContext } from '@accord/shared/http';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { SweepTurn } from '../sweep-turn';
import { CloseMonthBody, CloseYearBody } from './accounts-bodies';
import { AccountsList } from './accounts-list';
import { AccountsRequest } from './accounts-requests';

/** The closed months and financial years of the area. */
@Controller('v1/accounts')
@About('Statements and accounts')
export class AccountsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly accounts: AccountsList,
    private readonly turn: SweepTurn,
  ) {}

  @Get()
  @Says('Lists the closed months and financial years of the area, and which close next', 'Totals are told of the agencies whose statements the caller may read.')
  @Requires('statement:read')
  @After('names')
  all(@Reader() reader: ReaderContext) {
    return this.accounts.all(reader);
  }

  @Post('months')
  @Says(
    'Closes a month for every agency of the area at once',
    'In order, once it is over. It never opens again: what becomes known of it later is adjusted in the month in which that did.',
  )
  @Requires('accounts:close')
  closeMonth(@Body() { month }: CloseMonthBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    // Every statement of the month is computed while it closes.
    return this.turn.take(() => this.ask({ type: 'CloseAccountingMonth', month, today: caller.today }, caller));
  }

  @Post('years')
  @Says('Closes a financial year of the area', 'In order, once all its months are closed.')
  @Requires('accounts:close')
  closeYear(@Body() { year }: CloseYearBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.ask({ type: 'CloseFinancialYear', year, today: caller.today }, caller);
  }

  private async ask(command: AccountsCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new AccountsRequest(command, caller)), { location: '/v1/accounts' });
  }
}
