import type { AgencyCommand, SchemeCommand } from '@accord/panel/domain';
import { refusePanel } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { After, AsAtQuery, Caller, IdParam, RefusalProblem, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AgencyList } from './agency-list';
import type { AgencyEntry, AgencySuccession } from './agency-list';
import { ClosureBody, DelegationBody, RegisterAgencyBody, RevocationBody, SuccessionBody } from './people-bodies';
import { AgencyRequest, SchemeRequest } from './people-requests';
import { SchemeList } from './scheme-list';
import type { DelegationEntry } from './scheme-list';

/** The organisations of the area, what became of them, and their schemes of delegation. */
@Controller('v1/agencies')
export class AgencyController {
  constructor(
    private readonly bus: CommandBus,
    private readonly agencyList: AgencyList,
    private readonly schemes: SchemeList,
  ) {}

  @Post()
  @Requires('agency:register')
  async register(@Body() body: RegisterAgencyBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const agencyId = idMadeBy('agency', caller);
    const request = new AgencyRequest(agencyId, { type: 'RegisterAgency', agencyId, ...body }, caller);
    return answer(await this.bus.execute(request), { location: '/v1/agencies' });
  }

  @Get()
  @Requires('directory:read')
  @After('directory')
  agencies(@Query() query: AsAtQuery): Promise<{ readonly agencies: readonly AgencyEntry[] }> {
    return this.agencyList.agencies(query);
  }

  @Post(':id/succession')
  @Requires('agency:register')
  async succession(@IdParam('agency') id: Id<'agency'>, @Body() body: SuccessionBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command: AgencyCommand = { type: 'SucceedAgency', ...body };
    return answer(await this.bus.execute(new AgencyRequest(id, command, caller)), { location: `/v1/agencies/${id}/successors` });
  }

  @Post(':id/closure')
  @Requires('agency:register')
  async closure(@IdParam('agency') id: Id<'agency'>, @Body() body: ClosureBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command: AgencyCommand = { type: 'CloseAgency', ...body };
    return answer(await this.bus.execute(new AgencyRequest(id, command, caller)));
  }

  @Get(':id/successors')
  @Requires('directory:read')
  @After('directory')
  async successors(@IdParam('agency') id: Id<'agency'>, @Query() query: AsAtQuery): Promise<AgencySuccession> {
    const found = await this.agencyList.succession(id, query);
    if (found) return found;
    throw unknownAgency();
  }

  @Post(':id/delegations')
  @Requires('delegation:record')
  async delegate(@IdParam('agency') id: Id<'agency'>, @Body() body: DelegationBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const delegationId = idMadeBy('delegation', caller);
    const command: SchemeCommand = { type: 'DelegateAuthority', delegationId, agencyId: id, ...body, until: body.until ?? null };
    const location = `/v1/agencies/${id}/delegations`;
    return answer(await this.bus.execute(new SchemeRequest(id, command, caller)), { location, also: { delegationId } });
  }

  @Post(':id/delegations/:delegationId/revocation')
  @Requires('delegation:record')
  async revoke(
    @IdParam('agency') id: Id<'agency'>,
    @IdParam('delegation', 'delegationId') delegationId: Id<'delegation'>,
    @Body() body: RevocationBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command: SchemeCommand = { type: 'RevokeDelegation', delegationId, ...body };
    return answer(await this.bus.execute(new SchemeRequest(id, command, caller)));
  }

  @Get(':id/delegations')
  @Requires('directory:read')
  @After('directory', 'people')
  async delegations(
    @IdParam('agency') id: Id<'agency'>,
    @Query() query: AsAtQuery,
  ): Promise<{ readonly delegations: readonly DelegationEntry[] }> {
    const [agency, delegations] = await Promise.all([this.agencyList.agency(id, query), this.schemes.delegations(id, query)]);
    if (agency) return { delegations };
    throw unknownAgency();
  }
}

const unknownAgency = (): RefusalProblem =>
  new RefusalProblem(refusePanel('agency-unknown', 'There is no agency with this id; look it up at /v1/agencies.'));
