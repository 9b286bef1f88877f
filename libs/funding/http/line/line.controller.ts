import { ALL_PAYABLE } from '@accord/funding/domain';
import type { LineCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer, idMadeBy, mayDo } from '@accord/shared/http';
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
export class LineController {
  constructor(private readonly bus: CommandBus) {}

  /** Who provides it from a day on: recorded by the agency that holds the contract and pays the provider. */
  @Post('arrangements')
  @Requires('line:record')
  arrange(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: ArrangementBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { from, providerId, vat = 'not-stated' } = body;
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'ArrangeLine', entryId, from, providerId, vat, ...of(id, lineId, caller) }, caller, { entryId });
  }

  /** It pauses, a stay in hospital say. All of it stays payable unless one that pays says otherwise. */
  @Post('suspensions')
  @Requires('line:suspend')
  suspend(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: SuspensionBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { from, retainedBasisPoints = ALL_PAYABLE, reason, because } = body;
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'SuspendLine', entryId, from, retainedBasisPoints, reason, because, ...turnsOnly(caller), ...of(id, lineId, caller) }, caller, { entryId });
  }

  /** What stays payable of it from a day on, for as long as it pauses: said by one that pays. */
  @Post('retained-part')
  @Requires('line:record')
  retain(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: RetainedPartBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { from, retainedBasisPoints, because } = body;
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'ChangeRetainedPart', entryId, from, retainedBasisPoints, because, ...of(id, lineId, caller) }, caller, { entryId });
  }

  @Post('resumption')
  @Requires('line:suspend')
  resume(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() { from }: ResumptionBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'ResumeLine', entryId, from, ...of(id, lineId, caller) }, caller, { entryId });
  }

  /** It ends without another decision. */
  @Post('ending')
  @Requires('line:record')
  end(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() { from, reason, because }: EndingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const entryId = idMadeBy('line-entry', caller);
    return this.record({ type: 'EndLine', entryId, from, reason, because, ...of(id, lineId, caller) }, caller, { entryId });
  }

  /** A sum that was paid out for days of the line, and not spent, came back. */
  @Post('recoveries')
  @Requires('line:record')
  recover(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: RecoveryBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { of: { from, to }, pence, on } = body;
    const recoveryId = idMadeBy('recovery', caller);
    return this.record({ type: 'RecoverUnspentSum', recoveryId, of: { from, to }, pence, on, ...of(id, lineId, caller) }, caller, { recoveryId });
  }

  /** Takes back what was recorded by mistake, by its id; whoever may only suspend takes back no more than that. */
  @Post('withdrawals')
  @Requires('line:suspend')
  withdraw(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: LineWithdrawalBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { withdraws, because, on = caller.today } = body;
    return this.record({ type: 'WithdrawLineEntry', withdraws, because, on, ...turnsOnly(caller), ...of(id, lineId, caller) }, caller, {});
  }

  private async record(command: LineCommand, caller: RequestContext, also: Readonly<Record<string, string>>): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new LineRequest(command, caller)), { also });
  }
}

const turnsOnly = ({ role }: RequestContext) => ({ turnsOnly: !mayDo(role, 'line:record') });

// The cast is the brand: the token's agency is an id of one.
export const of = (decisionId: Decision, lineId: Line, { agency, today }: RequestContext) => ({ decisionId, lineId, agencyId: agency as Id<'agency'>, today });
