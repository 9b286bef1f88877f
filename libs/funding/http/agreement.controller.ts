import type { RequestContext } from '@accord/shared/commands';
import { After, AsAtQuery, Caller, IdParam, Reader, RefusalProblem, Requires, answer, idMadeBy, nameBasedId, problem } from '@accord/shared/http';
import type { CommandAnswer, ReaderContext } from '@accord/shared/http';
import { applicationId } from '@accord/funding/application';
import { refuseFunding } from '@accord/funding/domain';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApplyClauseBody, RecordAgreementBody, SignAgreementBody, VaryAgreementBody } from './agreement-bodies';
import type { AgreementEntry } from './agreement-entry';
import { AgreementList } from './agreement-list';
import { AgreementRequest, ApplicationRequest } from './requests';
import { clausesOf, precedencesOf } from './text-of-body';

/** Standing agreements: recorded, signed by each party for itself, varied, applied to what happens to a child. */
@Controller('v1/agreements')
export class AgreementController {
  constructor(
    private readonly bus: CommandBus,
    private readonly list: AgreementList,
  ) {}

  @Get()
  @Requires('agreement:read')
  @After('agreements')
  async all(@Query() query: AsAtQuery, @Reader() { today }: ReaderContext): Promise<{ readonly agreements: readonly AgreementEntry[] }> {
    const { asAt, knownAt } = query;
    return { agreements: await this.list.all({ asAt, knownAt, today }) };
  }

  @Get(':id')
  @Requires('agreement:read')
  @After('agreements')
  async one(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Query() query: AsAtQuery,
    @Reader() { today }: ReaderContext,
  ): Promise<AgreementEntry> {
    const { asAt, knownAt } = query;
    const agreement = await this.list.one(agreementId, { asAt, knownAt, today });
    if (agreement) return agreement;
    throw new RefusalProblem(refuseFunding('agreement-unknown', 'There is no agreement with this id.'));
  }

  @Post()
  @Requires('agreement:record')
  async record(@Body() body: RecordAgreementBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const agreementId = idMadeBy('agreement', caller);
    const clauses = clausesOf(body.clauses, caller);
    const precedences = precedencesOf(body.precedences ?? [], clauses);
    const text = { ...body, to: body.to ?? null, clauses, precedences };
    const command = { type: 'RecordAgreement' as const, agreementId, ...text, today: caller.today };
    const outcome = await this.bus.execute(new AgreementRequest(agreementId, command, caller));
    return answer(outcome, { also: { clauses: clauses.map(({ clauseId }) => ({ clauseId })) } });
  }

  /** A new version of the text: it rules once every party has signed it, and not before its day. */
  @Post(':id/variations')
  @Requires('agreement:record')
  async vary(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: VaryAgreementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const clauses = clausesOf(body.clauses, caller);
    const { precedences: stated, ...said } = body;
    const precedences = stated && { precedences: precedencesOf(stated, clauses) };
    const command = { type: 'VaryAgreement' as const, ...said, clauses, ...precedences, today: caller.today };
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
    const { childId, clauseId } = body;
    const eventId = eventOf(body);
    const id = applicationId(nameBasedId, { agreementId, clauseId, eventId, childId });
    const command = { type: 'ApplyClause' as const, clauseId, eventId };
    return answer(await this.bus.execute(new ApplicationRequest(id, { agreementId, childId, command }, caller)));
  }
}

/** The event after which the clause rules: an operation is one of them. */
function eventOf({ eventId, operationId }: ApplyClauseBody): Id<'life-event'> | null {
  // The cast is the brand: an operation is an event of the child's life.
  const operation = operationId as string as Id<'life-event'> | undefined;
  if (eventId !== undefined && operation !== undefined && eventId !== operation) {
    throw problem('not-exactly-one', 'Name one event after which the clause rules: operationId and eventId are of two.');
  }
  return eventId ?? operation ?? null;
}
