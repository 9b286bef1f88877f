import type { RequestContext } from '@accord/shared/commands';
import { After, Caller, IdParam, RefusalProblem, Requires, answer, idMadeBy, nameBasedId } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import { applicationId } from '@accord/funding/application';
import { refuseFunding } from '@accord/funding/domain';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AgreementList } from './agreement-list';
import type { AgreementEntry } from './agreement-list';
import { ApplyClauseBody, RecordAgreementBody, SignAgreementBody } from './bodies';
import { AgreementRequest, ApplicationRequest } from './requests';

/** Standing agreements: recorded, signed by each party for itself, applied to what happens to a child. */
@Controller('v1/agreements')
export class AgreementController {
  constructor(
    private readonly bus: CommandBus,
    private readonly list: AgreementList,
  ) {}

  @Get()
  @Requires('agreement:read')
  @After('agreements')
  async all(): Promise<{ readonly agreements: readonly AgreementEntry[] }> {
    return { agreements: await this.list.all() };
  }

  @Get(':id')
  @Requires('agreement:read')
  @After('agreements')
  async one(@IdParam('agreement') agreementId: Id<'agreement'>): Promise<AgreementEntry> {
    const agreement = await this.list.one(agreementId);
    if (agreement) return agreement;
    throw new RefusalProblem(refuseFunding('agreement-unknown', 'There is no agreement with this id.'));
  }

  @Post()
  @Requires('agreement:record')
  async record(@Body() body: RecordAgreementBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const agreementId = idMadeBy('agreement', caller);
    const clauses = body.clauses.map((clause, place) => ({ ...clause, clauseId: idMadeBy('clause', caller, place) }));
    const command = { type: 'RecordAgreement' as const, agreementId, ...body, to: body.to ?? null, clauses, today: caller.today };
    const outcome = await this.bus.execute(new AgreementRequest(agreementId, command, caller));
    return answer(outcome, { also: { clauses: clauses.map(({ clauseId }) => ({ clauseId })) } });
  }

  /** Signs for the agency of the person who asks: nobody signs for another. */
  @Post(':id/signatures')
  @Requires('agreement:sign')
  async sign(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: SignAgreementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'SignAgreement' as const, agencyId: caller.agency, ...body, today: caller.today };
    return answer(await this.bus.execute(new AgreementRequest(agreementId, command, caller)));
  }

  /** Applies a clause by hand where the standing reaction has not; the same application is never made twice. */
  @Post(':id/applications')
  @Requires('agreement:record')
  async apply(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: ApplyClauseBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const { childId, clauseId, operationId } = body;
    const id = applicationId(nameBasedId, { agreementId, clauseId, operationId });
    const command = { type: 'ApplyClause' as const, clauseId, operationId };
    return answer(await this.bus.execute(new ApplicationRequest(id, { agreementId, childId, command }, caller)));
  }
}
