import { IsIdOf, IsInstantText, IsLondonDate, IsText, Optional, PagedQuery } from '@accord/shared/http';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';

/** Which refused attempts are asked about: of what is named, those aimed at it or refused on what was read of it. */
export class AttemptsQuery extends PagedQuery {
  @Optional()
  @IsIdOf('panel')
  readonly panel?: Id<'panel'>;
  @Optional()
  @IsIdOf('meeting')
  readonly meeting?: Id<'meeting'>;
  @Optional()
  @IsIdOf('matter')
  readonly matter?: Id<'matter'>;
  @Optional()
  @IsIdOf('decision')
  readonly decision?: Id<'decision'>;
  @Optional()
  @IsText(100, 'The sign-in of whoever tried, as `by.actor` names it.')
  readonly person?: string;
  @Optional()
  @IsText(100, 'Code of the refusal, for example meeting-inquorate.')
  readonly code?: string;
  @Optional()
  @IsLondonDate('First day of recording asked about.')
  readonly from?: LondonDate;
  @Optional()
  @IsLondonDate('First day of recording no longer asked about.')
  readonly to?: LondonDate;
  @Optional()
  @IsInstantText('Only what was recorded by then counts; left out, all does.')
  readonly knownAt?: Instant;
}
