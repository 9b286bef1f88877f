import { deliveryBarriers } from '@accord/panel/contracts';
import type { DeliveryBarrier } from '@accord/panel/contracts';
import { IsIdOf, IsLondonDate, IsText, OneOf, Optional } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

class ReportedBody {
  @IsLondonDate('The day on which it happened, or became known.')
  readonly on!: LondonDate;
}
class BecauseBody extends ReportedBody {
  @IsText(1000, 'Why.')
  readonly because!: string;
}

export class FulfilmentBody extends ReportedBody {
  @IsText(1000, 'What shows that the condition is met.')
  readonly evidence!: string;
}
export class WaiverBody extends BecauseBody {}

export class StartBody extends ReportedBody {
  @IsText(200, 'The organisation that provides it.')
  readonly provider!: string;
}
export class UnavailabilityBody extends BecauseBody {
  @OneOf(deliveryBarriers)
  readonly barrier!: DeliveryBarrier;
}
export class DelayBody extends UnavailabilityBody {
  @Optional()
  @IsLondonDate('The day on which it is now expected; left out where nobody can say.')
  readonly expectedOn?: LondonDate;
}
export class EndBody extends BecauseBody {}

export class BreachBody extends ReportedBody {
  @IsIdOf('panel')
  readonly panelId!: Id<'panel'>;
  @Optional()
  @IsIdOf('meeting')
  readonly meetingId?: Id<'meeting'>;
  @Optional()
  @IsIdOf('matter')
  readonly matterId?: Id<'matter'>;
  @Optional()
  @IsIdOf('decision')
  readonly decisionId?: Id<'decision'>;
  @Optional()
  @IsIdOf('child', 'The child concerned; left out where the matter or decision says it, or none is.')
  readonly childId?: Id<'child'>;
  @IsText(100, 'Code of the refusal that would have stopped it, for example meeting-inquorate.')
  readonly rule!: string;
  @IsText(4000, 'What happened.')
  readonly account!: string;
  @IsText(200, 'Who says so.')
  readonly saidBy!: string;
}
