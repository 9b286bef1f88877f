import { lineEndingReasons, providerKinds, suspensionReasons, vatStatuses } from '@accord/funding/contracts';
import type { LineEndingReason, ProviderKind, SuspensionReason, VatStatus } from '@accord/funding/contracts';
import { AsAtQuery, IsCount, IsIdOf, IsLondonDate, IsPence, IsText, Nested, OneOf, Optional, PagedQuery, RatesOfLine } from '@accord/shared/http';
import type { RateBody } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { DaysBody } from '../days-body';

export class RegisterProviderBody {
  @IsText(200, 'What the organisation is called; never a person.')
  readonly name!: string;
  @OneOf(providerKinds)
  readonly kind!: ProviderKind;
  @Optional()
  @IsLondonDate('Day from which it is registered; left out for today.')
  readonly on?: LondonDate;
}

class FromBody {
  @IsLondonDate('First day on which it holds.')
  readonly from!: LondonDate;
}

export class ArrangementBody extends FromBody {
  @IsIdOf('provider')
  readonly providerId!: Id<'provider'>;
  @Optional()
  @OneOf(vatStatuses, 'How the charge of the provider stands to value added tax; left out where nobody has said.')
  readonly vat?: VatStatus;
}

export class SuspensionBody extends FromBody {
  @Optional()
  @IsCount({ min: 0, max: 10_000 }, 'The part of the running cost that stays payable, in basis points: 5000 is a half; left out for all of it. Less than all is for an agency that pays to say.')
  readonly retainedBasisPoints?: number;
  @OneOf(suspensionReasons)
  readonly reason!: SuspensionReason;
  @Optional()
  @IsText(1000, 'Why, in words; needed where the reason is another.')
  readonly because?: string;
}

export class RetainedPartBody extends FromBody {
  @IsCount({ min: 0, max: 10_000 }, 'The part of the running cost that stays payable from that day on, in basis points: 0 is nothing, 5000 a half.')
  readonly retainedBasisPoints!: number;
  @IsText(1000, 'Why.')
  readonly because!: string;
}

export class ResumptionBody extends FromBody {}

export class EndingBody {
  @IsLondonDate('First day on which it is no longer provided.')
  readonly from!: LondonDate;
  @OneOf(lineEndingReasons)
  readonly reason!: LineEndingReason;
  @IsText(1000, 'Why, in words.')
  readonly because!: string;
}

class OnBody {
  @Optional()
  @IsLondonDate('Day on which it was said or done; left out for today.')
  readonly on?: LondonDate;
}
class WithReasonBody extends OnBody {
  @IsText(1000, 'Why.')
  readonly because!: string;
}

export class RateVariationBody extends WithReasonBody {
  @RatesOfLine()
  readonly rates!: RateBody[];
}
export class RateAgreementBody extends OnBody {}
export class RateRefusalBody extends WithReasonBody {}

export class RecoveryBody {
  @Nested(() => DaysBody, 'The days for which it had been paid out.')
  readonly of!: DaysBody;
  @IsPence('The sum that came back, in pence.')
  readonly pence!: number;
  @IsLondonDate('Day on which it came back.')
  readonly on!: LondonDate;
}

export class LineWithdrawalBody extends WithReasonBody {
  @IsIdOf('entry', 'The id of the arrangement, suspension, retained part, resumption, ending, recovery or proposal.')
  readonly withdraws!: Id<'line-entry'>;
}

/** Asks what happened to a line, as at a day, as known at an instant. */
export class LineLifeQuery extends AsAtQuery {}

export class RateVariationsQuery extends PagedQuery {
  @Optional()
  @IsIdOf('agency', 'Only what awaits this agency, or one whose functions have come to it; left out, what awaits any.')
  readonly agency?: Id<'agency'>;
}

export class ProvidersQuery extends PagedQuery {}
