import type { AgencyCommand, SchemeCommand } from '@accord/panel/domain';
import { refusePanel } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, After, AsAtQuery, Caller, IdParam, RefusalProblem, Requires, Says, answer, idMadeBy } from '@accord/shared/http';
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
@About('Agencies and people')
export class AgencyController {
  constructor(
    private readonly bus: CommandBus,
    private readonly agencyList: AgencyList,
    private readonly schemes: SchemeList,
  ) {}

  @Post()
  @Says('Registers an organisation of the area', 'From the day on which it exists.')
  @Requires('agency:register')
  async register(@Body() body: RegisterAgencyBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const agencyId = idMadeBy('agency', caller);
    const request = new AgencyRequest(agencyId, { type: 'RegisterAgency', agencyId, ...body }, caller);
    return answer(await this.bus.execute(request), { location: '/v1/agencies' });
  }

  @Get()
  @Says('Lists the agencies of the area', 'As at a day (`asAt`), those that exist on it; otherwise all that ever were, with their ends and successors.')
  @Requires('directory:read')
  @After('directory')
  agencies(@Query() query: AsAtQuery): Promise<{ readonly agencies: readonly AgencyEntry[] }> {
    return this.agencyList.agencies(query);
  }

  @Post(':id/succession')
  @Says(
    'Records that an agency ended and which agencies took its functions over',
    'What was recorded under its name keeps that name. Refused where the functions would pass back to it in a circle.',
  )
  @Requires('agency:register')
  async succession(@IdParam('agency') id: Id<'agency'>, @Body() body: SuccessionBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command: AgencyCommand = { type: 'SucceedAgency', ...body };
    return answer(await this.bus.execute(new AgencyRequest(id, command, caller)), { location: `/v1/agencies/${id}/successors` });
  }

  @Post(':id/closure')
  @Says('Records that an agency ended and nobody took its functions over')
  @Requires('agency:register')
  async closure(@IdParam('agency') id: Id<'agency'>, @Body() body: ClosureBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command: AgencyCommand = { type: 'CloseAgency', ...body };
    return answer(await this.bus.execute(new AgencyRequest(id, command, caller)));
  }

  @Get(':id/successors')
  @Says(
    'Tells who has the functions of an agency that ended, and how they passed',
    'Each passage on the way, to the agencies that have them on the day; nobody where the agency goes on or was closed.',
  )
  @Requires('directory:read')
  @After('directory')
  async successors(@IdParam('agency') id: Id<'agency'>, @Query() query: AsAtQuery): Promise<AgencySuccession> {
    const found = await this.agencyList.succession(id, query);
    if (found) return found;
    throw unknownAgency();
  }

  @Post(':id/delegations')
  @Says(
    "Delegates authority over an agency's money to a person or a post, within limits",
    'Recorded by somebody who acts for that very agency. What no limit covers is not delegated; a person has a post at the agency on the first day.',
  )
  @Requires('delegation:record')
  async delegate(@IdParam('agency') id: Id<'agency'>, @Body() body: DelegationBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly delegationId: Id<'delegation'> }>> {
    const delegationId = idMadeBy('delegation', caller);
    const command: SchemeCommand = { type: 'DelegateAuthority', delegationId, agencyId: id, ...body, until: body.until ?? null };
    const location = `/v1/agencies/${id}/delegations`;
    return answer(await this.bus.execute(new SchemeRequest(id, command, caller)), { location, also: { delegationId } });
  }

  @Post(':id/delegations/:delegationId/revocation')
  @Says('Revokes a delegation of authority from a day on', 'Recorded by somebody who acts for the agency that granted it.')
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
  @Says('Lists to whom an agency delegated authority over its money, and up to how much', 'As at a day (`asAt`), those in force on it; otherwise all that ever were.')
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
