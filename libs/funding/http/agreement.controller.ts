import type { RequestContext } from '@accord/shared/commands';
import { About, After, AsAtQuery, Caller, IdParam, Reader, RefusalProblem, Requires, Says, answer, idMadeBy, nameBasedId, problem } from '@accord/shared/http';
import type { CommandAnswer, ReaderContext } from '@accord/shared/http';
import { applicationId } from '@accord/funding/application';
import { refuseFunding } from '@accord/funding/domain';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApplyClauseBody, RecordAgreementBody, SignAgreementBody, VaryAgreementBody, WithdrawTextBody } from './agreement-bodies';
import type { AgreementEntry } from './agreement-entry';
import { AgreementList } from './agreement-list';
import { AgreementRequest, ApplicationRequest } from './requests';
import { clausesOf, precedencesOf } from './text-of-body';

/** Standing agreements: recorded, signed by each party for itself, varied, applied to what happens to a child. */
@Controller('v1/agreements')
@About('Agreements')
export class AgreementController {
  constructor(
    private readonly bus: CommandBus,
    private readonly list: AgreementList,
  ) {}

  @Get()
  @Says('Lists the standing agreements of the area and where each stands', 'As at a day and as known at an instant.')
  @Requires('agreement:read')
  @After('agreements')
  async all(@Query() query: AsAtQuery, @Reader() { today }: ReaderContext): Promise<{ readonly agreements: readonly AgreementEntry[] }> {
    const { asAt, knownAt } = query;
    return { agreements: await this.list.all({ asAt, knownAt, today }) };
  }

  @Get(':id')
  @Says('Tells one agreement for its whole life, every version with its days', 'As at a day and as known at an instant.')
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
  @Says(
    'Records the text of a standing agreement on which its parties agreed',
    'By one of them. It rules nothing until every party has signed it. Refused where a payer is no party, or two clauses could rule the same line on the same day and the text does not say which goes first.',
  )
  @Requires('agreement:record')
  async record(@Body() body: RecordAgreementBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly clauses: readonly { readonly clauseId: Id<'clause'> }[] }>> {
    const agreementId = idMadeBy('agreement', caller);
    const clauses = clausesOf(body.clauses, caller);
    const precedences = precedencesOf(body.precedences ?? [], clauses);
    const text = { ...body, to: body.to ?? null, clauses, precedences };
    const command = { type: 'RecordAgreement' as const, agreementId, ...text, agencyId: caller.agency, today: caller.today };
    const outcome = await this.bus.execute(new AgreementRequest(agreementId, command, caller));
    return answer(outcome, { also: { clauses: clauses.map(({ clauseId }) => ({ clauseId })) } });
  }

  @Post(':id/variations')
  @Says(
    'Records a new version of the text of an agreement',
    'By a party. It rules once every party has signed it, and not before its day; what it leaves out stays as it is. A clause that goes on keeps its id.',
  )
  @Requires('agreement:record')
  async vary(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: VaryAgreementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly clauses: readonly { readonly clauseId: Id<'clause'> }[] }>> {
    const clauses = clausesOf(body.clauses, caller);
    const { precedences: stated, ...said } = body;
    const precedences = stated && { precedences: precedencesOf(stated, clauses) };
    const command = { type: 'VaryAgreement' as const, ...said, clauses, ...precedences, agencyId: caller.agency, today: caller.today };
    const outcome = await this.bus.execute(new AgreementRequest(agreementId, command, caller));
    return answer(outcome, { also: { clauses: clauses.map(({ clauseId }) => ({ clauseId })) } });
  }

  @Post(':id/signatures')
  @Says(
    'Signs the newest text of an agreement, for the agency of the caller',
    'Nobody signs for another. The text comes into force with the signature of the last party, which is refused where another text came into force meanwhile that could rule the same line.',
  )
  @Requires('agreement:sign')
  async sign(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: SignAgreementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'SignAgreement' as const, agencyId: caller.agency, ...body, today: caller.today };
    return answer(await this.bus.execute(new AgreementRequest(agreementId, command, caller)));
  }

  @Post(':id/withdrawal')
  @Says(
    'Withdraws a text of an agreement that has not come into force',
    'A recorded text or a variation, by any of the parties: one recorded by mistake, or one that the agency will not sign. It is signed no more and stands in the way of no other text; what was in force goes on. Refused where every party has signed it.',
  )
  @Requires('agreement:sign')
  async withdraw(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: WithdrawTextBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'WithdrawText' as const, agencyId: caller.agency, ...body, today: caller.today };
    return answer(await this.bus.execute(new AgreementRequest(agreementId, command, caller)));
  }

  @Post(':id/applications')
  @Says(
    'Applies a clause of an agreement to a child by hand',
    'Where that has not happened by itself; the same application is never made twice. Refused where the clause does not apply to what happened to the child.',
  )
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
