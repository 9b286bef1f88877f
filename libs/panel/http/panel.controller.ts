import type { RequestContext } from '@accord/shared/commands';
import { After, Caller, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RegisterAgencyBody } from './bodies';
import { Directory } from './directory';
import type { AgencyEntry } from './directory';
import { AgencyRequest } from './requests';

/** Agencies. */
@Controller('v1')
export class PanelController {
  constructor(
    private readonly bus: CommandBus,
    private readonly directory: Directory,
  ) {}

  @Post('agencies')
  @Requires('agency:register')
  async registerAgency(@Body() body: RegisterAgencyBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const agencyId = idMadeBy('agency', caller);
    const request = new AgencyRequest(agencyId, { type: 'RegisterAgency', agencyId, ...body }, caller);
    return answer(await this.bus.execute(request), { location: '/v1/agencies' });
  }

  @Get('agencies')
  @Requires('directory:read')
  @After('directory')
  agencies(): Promise<{ readonly agencies: readonly AgencyEntry[] }> {
    return this.directory.agencies();
  }
}
