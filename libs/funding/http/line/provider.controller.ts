import type { RequestContext } from '@accord/shared/commands';
import { About, After, Caller, Requires, Says, answer, idMadeBy, pageOf } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ProvidersQuery, RegisterProviderBody } from './line-bodies';
import { LineLives, isProviderCursor } from './line-lives';
import { ProviderRequest } from './line-requests';

/** The organisations that provide what package lines pay for. */
@Controller('v1/providers')
@About('Package lines')
export class ProviderController {
  constructor(
    private readonly bus: CommandBus,
    private readonly lives: LineLives,
  ) {}

  @Post()
  @Says('Registers an organisation that provides what package lines pay for')
  @Requires('line:record')
  async register(@Body() { name, kind, on }: RegisterProviderBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { today } = caller;
    const providerId = idMadeBy('provider', caller);
    return answer(await this.bus.execute(new ProviderRequest({ type: 'RegisterProvider', providerId, name, kind, on: on ?? today, today }, caller)), { location: '/v1/providers' });
  }

  @Get()
  @Says('Lists the providers of the area by name')
  @Requires('directory:read')
  @After('package-lines')
  all(@Query() query: ProvidersQuery) {
    return this.lives.providers(pageOf(query, isProviderCursor));
  }
}
