import { outcomes } from '@accord/panel/contracts';
import type { Outcome } from '@accord/panel/contracts';
import { AsAtPagedQuery, IsIdOf, IsLondonDate, OneOf, Optional, PagedQuery } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

/** Which decisions are asked about. */
export class DecisionsQuery extends AsAtPagedQuery {
  @Optional()
  @IsIdOf('child')
  readonly child?: Id<'child'>;
  @Optional()
  @IsIdOf('panel')
  readonly panel?: Id<'panel'>;
  @Optional()
  @IsIdOf('agency', 'An agency that sat, took a position, pays, declined to contribute or ratified; those whose functions it has are included.')
  readonly agency?: Id<'agency'>;
  @Optional()
  @OneOf(outcomes)
  readonly outcome?: Outcome;
  @Optional()
  @IsLondonDate('First day of deciding asked about.')
  readonly from?: LondonDate;
  @Optional()
  @IsLondonDate('First day of deciding no longer asked about.')
  readonly to?: LondonDate;
}

const AS_AT = 'As at the end of that day; left out, today.';

/** What is still to be ratified. */
export class RatificationsQuery extends PagedQuery {
  @Optional()
  @IsLondonDate(AS_AT)
  readonly asAt?: LondonDate;
  @Optional()
  @IsIdOf('agency', 'The agency whose named post is awaited; those whose functions it has are included.')
  readonly agency?: Id<'agency'>;
  @Optional()
  @IsIdOf('panel')
  readonly panel?: Id<'panel'>;
}

/** Which conditions are due. */
export class ConditionsQuery extends PagedQuery {
  @Optional()
  @IsLondonDate(AS_AT)
  readonly asAt?: LondonDate;
  @Optional()
  @IsLondonDate('Those due by that day; left out, those due or overdue on the day asked about.')
  readonly dueBy?: LondonDate;
  @Optional()
  @IsIdOf('agency', 'The agency whose condition it is to meet; those whose functions it has are included.')
  readonly agency?: Id<'agency'>;
  @Optional()
  @IsIdOf('panel')
  readonly panel?: Id<'panel'>;
}

/** What was agreed and is not delivered. */
export class UndeliveredQuery extends PagedQuery {
  @Optional()
  @IsLondonDate(AS_AT)
  readonly asAt?: LondonDate;
  @Optional()
  @IsIdOf('panel')
  readonly panel?: Id<'panel'>;
  @Optional()
  @IsIdOf('decision')
  readonly decision?: Id<'decision'>;
}

/** Which urgent decisions the panel has not ratified. */
export class UrgentQuery extends PagedQuery {
  @Optional()
  @IsLondonDate(AS_AT)
  readonly asAt?: LondonDate;
  @Optional()
  @IsIdOf('panel')
  readonly panel?: Id<'panel'>;
}

/** Which deferred matters are due back and have not been decided again. */
export class ReturnsQuery extends AsAtPagedQuery {
  @Optional()
  @IsLondonDate('Those due back by that day; left out, those due or overdue on the day asked about.')
  readonly by?: LondonDate;
  @Optional()
  @IsIdOf('panel')
  readonly panel?: Id<'panel'>;
}
