import type { PractitionerCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, After, Caller, IdParam, Requires, Says, answer, idMadeBy, pageOf } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import { isId } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EmploymentBody, EmploymentEndingBody, PractitionersQuery, RegisterPractitionerBody, SignInBody } from './people-bodies';
import { PeopleList } from './people-list';
import type { PractitionerEntry } from './people-list';
import { PractitionerRequest } from './people-requests';

/** People who work with children or sit on panels, and their posts over time. */
@Controller('v1/practitioners')
@About('Agencies and people')
export class PractitionerController {
  constructor(
    private readonly bus: CommandBus,
    private readonly people: PeopleList,
  ) {}

  @Post()
  @Says('Registers a person who works with children or sits on panels', "The name is sealed under the person's own key.")
  @Requires('practitioner:record')
  async register(@Body() body: RegisterPractitionerBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const practitionerId = idMadeBy('practitioner', caller);
    const command: PractitionerCommand = { type: 'RegisterPractitioner', practitionerId, ...body, on: body.on ?? caller.today };
    return answer(await this.bus.execute(new PractitionerRequest(practitionerId, command, caller)), { location: '/v1/practitioners' });
  }

  @Post(':id/sign-in')
  @Says(
    'Links a person to the sign-in with which the person acts',
    'The person reads it at `GET /v1/me`. One at a time: a later one takes its place. Whoever ratifies does so with the sign-in that is linked to them.',
  )
  @Requires('practitioner:record')
  async linkSignIn(@IdParam('practitioner') id: Id<'practitioner'>, @Body() { actorId }: SignInBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command: PractitionerCommand = { type: 'LinkSignIn', actorId, on: caller.today };
    return answer(await this.bus.execute(new PractitionerRequest(id, command, caller)));
  }

  @Post(':id/employments')
  @Says(
    'Records that a person took up a post at an agency',
    'One person may have several posts at once, at one agency or at several. Refused where the person has that very post already.',
  )
  @Requires('practitioner:record')
  async employ(
    @IdParam('practitioner') id: Id<'practitioner'>,
    @Body() body: EmploymentBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly employmentId: Id<'employment'> }>> {
    const employmentId = idMadeBy('employment', caller);
    const command: PractitionerCommand = { type: 'EmployPractitioner', employmentId, ...body };
    return answer(await this.bus.execute(new PractitionerRequest(id, command, caller)), { also: { employmentId } });
  }

  @Post(':id/employments/:employmentId/ending')
  @Says('Records that a person left a post', 'From the first day without it.')
  @Requires('practitioner:record')
  async end(
    @IdParam('practitioner') id: Id<'practitioner'>,
    @IdParam('employment', 'employmentId') employmentId: Id<'employment'>,
    @Body() body: EmploymentEndingBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command: PractitionerCommand = { type: 'EndEmployment', employmentId, ...body };
    return answer(await this.bus.execute(new PractitionerRequest(id, command, caller)));
  }

  @Get()
  @Says('Lists the people of the area with their posts', 'As at a day (`asAt`), with the posts held on it; otherwise with all that they ever held.')
  @Requires('directory:read')
  @After('people')
  practitioners(
    @Query() { limit, cursor, ...asked }: PractitionersQuery,
  ): Promise<{ readonly practitioners: readonly PractitionerEntry[]; readonly next?: string }> {
    const isCursor = (value: unknown): value is string => isId(value);
    const page = { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) };
    return this.people.practitioners(asked, pageOf(page, isCursor));
  }
}
