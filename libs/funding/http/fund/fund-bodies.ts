import { fundMeans, fundPurposes, overspendSteps, underspendUses } from '@accord/funding/contracts';
import type { FundMeans, FundPurpose, OverspendStep, UnderspendUse } from '@accord/funding/contracts';
import { ArrayOf, IsCount, IsIdOf, IsLondonDate, IsPence, IsText, ListOf, Nested, OneOf, Optional, SplitBody, idRule, oneOfRule } from '@accord/shared/http';
import type { Id, LondonDate, Pence } from '@accord/shared/kernel';

const TODAY = 'Day on which it happened; left out for today.';
const YEAR = 'The financial year by its first day, a 1 April.';

export class EstablishFundBody {
  @IsText(200)
  readonly name!: string;
  @IsIdOf('agreement', 'The section 75 agreement that pools, in force.')
  readonly agreementId!: Id<'agreement'>;
  @IsIdOf('agency', 'The party that keeps the accounts of the fund.')
  readonly hostAgencyId!: Id<'agency'>;
  @IsText(200, 'The post, never a person, that manages the pool and reports on it.')
  readonly managerPost!: string;
  @Optional()
  @ListOf(idRule('clause'), { min: 1, max: 50 }, 'The clauses of the agreement that the fund pays for; left out: all of them.')
  readonly clauses?: Id<'clause'>[];
  @IsLondonDate('First day for which it pays.')
  readonly from!: LondonDate;
  @Optional()
  @IsCount({ min: 1, max: 10_000 }, 'The part of a year’s budget, in basis points, at which somebody is told; left out: 9000, which is 90 %.')
  readonly alertAtBasisPoints?: number;
  @Optional()
  @IsLondonDate(TODAY)
  readonly on?: LondonDate;
}

export class InstalmentBody {
  @IsLondonDate('Day on which it is due, within the year.')
  readonly dueOn!: LondonDate;
  @IsPence()
  readonly pence!: Pence;
}

export class ContributionBody {
  @IsIdOf('agency', 'A partner.')
  readonly agencyId!: Id<'agency'>;
  @IsPence('What it pays in the year.')
  readonly pence!: Pence;
  @Optional()
  @ArrayOf(() => InstalmentBody, { min: 1, max: 52 }, 'They make the contribution; left out: equal ones on the first day of each quarter in which the fund has a day, the first not before its own first day.')
  readonly instalments?: InstalmentBody[];
}

export class CapBody {
  @IsIdOf('agency', 'A partner.')
  readonly agencyId!: Id<'agency'>;
  @Optional()
  @IsPence('The most that it bears of an overspend; left out: no cap.')
  readonly capPence?: Pence;
}

export class RiskShareBody {
  @OneOf(['fixed-shares', 'pro-rata-to-contribution'], 'How the partners share an overspend.')
  readonly overspend!: 'fixed-shares' | 'pro-rata-to-contribution';
  @Optional()
  @Nested(() => SplitBody, 'Needed for fixed shares, and given for them only.')
  readonly shares?: SplitBody;
  @Optional()
  @ArrayOf(() => CapBody, { min: 0, max: 50 }, 'Given for pro rata only; a partner that is not named has no cap.')
  readonly caps?: CapBody[];
  @ListOf(oneOfRule(overspendSteps), { min: 1, max: 4 }, 'In which order an overspend is met; what is then left stays outside the pool.')
  readonly order!: OverspendStep[];
  @OneOf(underspendUses, 'What becomes of an underspend.')
  readonly underspend!: UnderspendUse;
}

export class AgreeContributionsBody {
  @IsLondonDate(YEAR)
  readonly year!: LondonDate;
  @IsText(200, 'The post through which the partner agrees.')
  readonly post!: string;
  @ArrayOf(() => ContributionBody, { min: 1, max: 50 })
  readonly contributions!: ContributionBody[];
  @Nested(() => RiskShareBody)
  readonly riskShare!: RiskShareBody;
  @Optional()
  @IsPence('A risk pool beside the contributions; left out: none.')
  readonly reservePence?: Pence;
  @Optional()
  @IsLondonDate(TODAY)
  readonly on?: LondonDate;
}

export class VaryContributionsBody extends AgreeContributionsBody {
  @IsText(2_000)
  readonly because!: string;
}

export class ConsentBody {
  @IsLondonDate(YEAR)
  readonly year!: LondonDate;
  @IsCount({ min: 1, max: 10_000 }, 'The version of the text that is agreed to.')
  readonly version!: number;
  @IsText(200, 'The post through which the partner agrees.')
  readonly post!: string;
  @Optional()
  @IsLondonDate(TODAY)
  readonly on?: LondonDate;
}

export class ReceiptBody {
  @IsLondonDate(YEAR)
  readonly year!: LondonDate;
  @IsIdOf('agency', 'The partner that paid.')
  readonly agencyId!: Id<'agency'>;
  @IsPence()
  readonly pence!: Pence;
  @IsCount({ min: 1, max: 52 }, 'Which of its instalments, from 1.')
  readonly instalment!: number;
  @Optional()
  @IsText(2_000, 'Where it makes more than the partner contributes: why it came. The receipt is then told as an overpayment.')
  readonly overpaidBecause?: string;
  @Optional()
  @IsLondonDate(TODAY)
  readonly on?: LondonDate;
}

export class SpendingBody {
  @IsPence()
  readonly pence!: Pence;
  @OneOf(fundPurposes)
  readonly for!: FundPurpose;
  @IsText(2_000, 'What was bought; names no child.')
  readonly because!: string;
  @Optional()
  @IsLondonDate('Day on which it was spent; left out for today.')
  readonly on?: LondonDate;
}

export class ReverseSpendingBody {
  @IsText(2_000)
  readonly because!: string;
  @Optional()
  @IsLondonDate('Day for which it counts; left out for today.')
  readonly on?: LondonDate;
}

export class MeansBody {
  @IsLondonDate(YEAR)
  readonly year!: LondonDate;
  @OneOf(fundMeans, 'An underspend elsewhere, or what is saved of things not committed yet.')
  readonly means!: FundMeans;
  @IsPence('All of that kind that was found, in place of a sum found before.')
  readonly pence!: Pence;
  @IsText(2_000)
  readonly because!: string;
  @Optional()
  @IsLondonDate(TODAY)
  readonly on?: LondonDate;
}

export class CloseFundYearBody {
  @IsLondonDate(YEAR)
  readonly year!: LondonDate;
  @Optional()
  @IsLondonDate(TODAY)
  readonly on?: LondonDate;
}

export class EndFundBody {
  @IsLondonDate('First day for which it is to pay nothing.')
  readonly from!: LondonDate;
  @IsText(2_000)
  readonly because!: string;
  @Optional()
  @IsLondonDate(TODAY)
  readonly on?: LondonDate;
}
