import { agencyKinds, limitMeasures, limitPeriods, lineCategories, practitionerRoles } from '@accord/panel/contracts';
import type { AgencyKind, LimitMeasure, LimitPeriod, LineCategory, PractitionerRole } from '@accord/panel/contracts';
import { ArrayOf, AsAtPagedQuery, IsIdOf, IsLondonDate, IsPence, IsText, ListOf, Nested, OneOf, Optional, oneOfRule } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

export class RegisterAgencyBody {
  @IsText(200, 'Name of the organisation.')
  readonly name!: string;
  @OneOf(agencyKinds)
  readonly kind!: AgencyKind;
  @Optional()
  @IsText(20, 'ODS, GSS or DfE code.')
  readonly code?: string;
  @IsLondonDate('Day from which the organisation exists.')
  readonly validFrom!: LondonDate;
}

export class SuccessorBody {
  @IsIdOf('agency', 'The agency that took the functions over.')
  readonly agencyId!: Id<'agency'>;
  @IsText(500, 'Which functions passed to it.')
  readonly functions!: string;
}

export class SuccessionBody {
  @IsLondonDate('First day on which the successors have the functions.')
  readonly on!: LondonDate;
  @ArrayOf(() => SuccessorBody, { min: 1, max: 20 })
  readonly successors!: SuccessorBody[];
  @IsText(500, 'The instrument, for example: Health and Care Act 2022 s.14.')
  readonly basis!: string;
}

export class ClosureBody {
  @IsLondonDate('First day on which the organisation no longer exists.')
  readonly on!: LondonDate;
  @IsText(500, 'Why it ended, and where nothing passed on.')
  readonly because!: string;
}

export class RegisterPractitionerBody {
  @IsText(200, "The person's name; sealed under the person's own key.")
  readonly name!: string;
  @Optional()
  @IsLondonDate('Day of the registration; left out, today.')
  readonly on?: LondonDate;
  @Optional()
  @IsText(100, "The person's sign-in, as events name who acted; left out for somebody who does not sign in.")
  readonly actorId?: string;
}

export class SignInBody {
  @IsText(100, "The person's own sign-in, as events name who acted: the person reads it at GET /v1/me.")
  readonly actorId!: string;
}

export class EmploymentBody {
  @IsIdOf('agency')
  readonly agencyId!: Id<'agency'>;
  @IsText(200, 'The post, as terms of reference and schemes of delegation name it.')
  readonly post!: string;
  @ListOf(oneOfRule(practitionerRoles), { min: 1, max: practitionerRoles.length }, 'What the person does in it.')
  readonly roles!: PractitionerRole[];
  @IsLondonDate('First day in the post.')
  readonly from!: LondonDate;
}

export class EmploymentEndingBody {
  @IsLondonDate('First day no longer in the post.')
  readonly to!: LondonDate;
}

export class DelegatedToBody {
  @Optional()
  @IsIdOf('practitioner', 'The person, where it is delegated to one.')
  readonly practitionerId?: Id<'practitioner'>;
  @Optional()
  @IsText(200, 'The post, where it is delegated to whoever has it.')
  readonly post?: string;
}

export class DelegationLimitBody {
  @OneOf(limitPeriods, 'Over what it is measured: the highest week, all that one decision commits, or all that is in force for the child.')
  readonly per!: LimitPeriod;
  @IsPence('Whole pence: £1,500 is 150000.')
  readonly amountPence!: number;
  @OneOf(limitMeasures, "On the agency's own share, or on the whole cost.")
  readonly measuredOn!: LimitMeasure;
  @ListOf(oneOfRule(lineCategories), { min: 1, max: lineCategories.length }, 'The categories of line that it covers.')
  readonly categories!: LineCategory[];
}

export class DelegationBody {
  @Nested(() => DelegatedToBody, 'A person or a post: one of the two.')
  readonly to!: DelegatedToBody;
  @ArrayOf(() => DelegationLimitBody, { min: 1, max: 50 })
  readonly limits!: DelegationLimitBody[];
  @IsLondonDate('First day on which it holds.')
  readonly from!: LondonDate;
  @Optional()
  @IsLondonDate('First day on which it no longer holds; left out, until it is revoked.')
  readonly until?: LondonDate;
  @IsText(500, 'Where it stands, for example: Scheme of delegation 2025/26, section 4.2.')
  readonly reference!: string;
}

export class RevocationBody {
  @IsLondonDate('First day on which the delegation no longer holds.')
  readonly on!: LondonDate;
  @IsText(500)
  readonly because!: string;
}

export class PractitionersQuery extends AsAtPagedQuery {
  @Optional()
  @IsIdOf('agency', 'Only people with a post at this agency.')
  readonly agencyId?: Id<'agency'>;
}
