import { ALL_PAYABLE } from '@accord/funding/domain';
import type { LineCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer, idMadeBy, mayDo } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ArrangementBody, EndingBody, LineWithdrawalBody, RecoveryBody, ResumptionBody, RetainedPartBody, SuspensionBody } from './line-bodies';
import { LineRequest } from './line-requests';

type Decision = Id<'decision'>;
type Line = Id<'package-line'>;

/** What happens to a package line after its decision; an agency acts for itself alone. */
@Controller('v1/decisions/:id/lines/:lineId')
@About('Package lines')
export class LineController {
  constructor(private readonly bus: CommandBus) {}

  @Post('arrangements')
  @Says(
    'Records who provides a package line from a day on',
    'By the agency that holds the contract and pays the provider. The split of the line names it, be it with a share of nothing.',
  )
  @Requires('line:record')
  arrange(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: ArrangementBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly entryId: Id<'line-entry'> }>> {
    const { from, providerId, vat = 'not-stated' } = body;
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'ArrangeLine', entryId, from, providerId, vat, ...of(id, lineId, caller) }, caller, { entryId });
  }

  @Post('suspensions')
  @Says('Records that a package line pauses', 'A stay in hospital, say. All of it stays payable; that less of it does is for an agency that pays for the line to say.')
  @Requires('line:suspend')
  suspend(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: SuspensionBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly entryId: Id<'line-entry'> }>> {
    const { from, retainedBasisPoints = ALL_PAYABLE, reason, because } = body;
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'SuspendLine', entryId, from, retainedBasisPoints, reason, because, ...turnsOnly(caller), ...of(id, lineId, caller) }, caller, { entryId });
  }

  @Post('retained-part')
  @Says('Records what stays payable of a package line from a day on, while it pauses', 'For an agency that pays for the line to say. It holds until the line goes on.')
  @Requires('line:record')
  retain(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: RetainedPartBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly entryId: Id<'line-entry'> }>> {
    const { from, retainedBasisPoints, because } = body;
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'ChangeRetainedPart', entryId, from, retainedBasisPoints, because, ...of(id, lineId, caller) }, caller, { entryId });
  }

  @Post('resumption')
  @Says('Records that a package line goes on after a pause', 'From the first day after it. Refused where the line does not pause on the day before.')
  @Requires('line:suspend')
  resume(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() { from }: ResumptionBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly entryId: Id<'line-entry'> }>> {
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'ResumeLine', entryId, from, ...of(id, lineId, caller) }, caller, { entryId });
  }

  @Post('ending')
  @Says('Ends a package line without another decision', 'From a day on, by an agency that pays for it. Its rates stay as they are.')
  @Requires('line:record')
  end(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() { from, reason, because }: EndingBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly entryId: Id<'line-entry'> }>> {
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'EndLine', entryId, from, reason, because, ...of(id, lineId, caller) }, caller, { entryId });
  }

  @Post('recoveries')
  @Says(
    'Records that a sum paid out for days of a package line, and not spent, came back',
    'To the agency of the caller, of a budget that the family or a third party holds; it is credited to those who paid for the days, in statements by that agency, whichever commissions the line. Refused where more would have come back than the days cost.',
  )
  @Requires('line:record')
  recover(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: RecoveryBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly recoveryId: Id<'recovery'> }>> {
    const { of: { from, to }, pence, on } = body;
    const recoveryId = idMadeBy('recovery', caller);
    return this.record({ type: 'RecoverUnspentSum', recoveryId, of: { from, to }, pence, on, ...of(id, lineId, caller) }, caller, { recoveryId });
  }

  @Post('withdrawals')
  @Says(
    'Takes back something that was recorded of a package line by mistake',
    'By its id, for the agency that recorded it. Whoever may only report that a line pauses or goes on takes back no more than that; rates to which all agreed are not taken back.',
  )
  @Requires('line:suspend')
  withdraw(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: LineWithdrawalBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { withdraws, because, on = caller.today } = body;
    return this.record({ type: 'WithdrawLineEntry', withdraws, because, on, ...turnsOnly(caller), ...of(id, lineId, caller) }, caller, {});
  }

  private async record<Also extends object>(command: LineCommand, caller: RequestContext, also: Also): Promise<CommandAnswer<Also>> {
    return answer(await this.bus.execute(new LineRequest(command, caller)), { also });
  }
}

const turnsOnly = ({ role }: RequestContext) => ({ turnsOnly: !mayDo(role, 'line:record') });

// The cast is the brand: the token's agency is an id of one.
export const of = (decisionId: Decision, lineId: Line, { agency, today }: RequestContext) => ({ decisionId, lineId, agencyId: agency as Id<'agency'>, today });
