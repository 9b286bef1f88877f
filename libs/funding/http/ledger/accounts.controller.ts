import type { AccountsCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { After, Caller, Reader, Requires, answer } from '@accord/shared/http';
import type { CommandAnswer, ReaderContext } from '@accord/shared/http';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CloseMonthBody, CloseYearBody } from './accounts-bodies';
import { AccountsList } from './accounts-list';
import { AccountsRequest } from './accounts-requests';

/** The closed months and financial years of the area. */
@Controller('v1/accounts')
export class AccountsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly accounts: AccountsList,
  ) {}

  @Get()
  @Requires('statement:read')
  @After('names')
  all(@Reader() reader: ReaderContext) {
    return this.accounts.all(reader);
  }

  /** Closes a month for every agency of the area at once; it never opens again. */
  @Post('months')
  @Requires('accounts:close')
  closeMonth(@Body() { month }: CloseMonthBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.ask({ type: 'CloseAccountingMonth', month, today: caller.today }, caller);
  }

  /** Closes a financial year, all its months being closed. */
  @Post('years')
  @Requires('accounts:close')
  closeYear(@Body() { year }: CloseYearBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.ask({ type: 'CloseFinancialYear', year, today: caller.today }, caller);
  }

  private async ask(command: AccountsCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new AccountsRequest(command, caller)), { location: '/v1/accounts' });
  }
}
