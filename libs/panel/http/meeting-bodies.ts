import { interestKinds } from '@accord/panel/contracts';
import type { InterestKind } from '@accord/panel/contracts';
import { ArrayOf, IsIdOf, IsInstantText, IsLondonDate, IsText, OneOf, Optional } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

const AT = 'The moment at which it happened; not before anything that the meeting has on record.';
const STARTS_AT = 'Time of day in London, for example 09:30.';

export class ScheduleMeetingBody {
  @IsLondonDate()
  readonly on!: LondonDate;
  @Optional()
  @IsText(5, STARTS_AT)
  readonly startsAt?: string;
  @Optional()
  @IsText(200, 'Where it sits: a room, or a link.')
  readonly place?: string;
}

export class MoveMeetingBody {
  @IsLondonDate('The day on which it is to sit.')
  readonly on!: LondonDate;
  @Optional()
  @IsText(5, `${STARTS_AT} Left out, it stays as it was.`)
  readonly startsAt?: string;
  @Optional()
  @IsText(200, 'Where it sits. Left out, it stays as it was.')
  readonly place?: string;
  @IsText(500, 'Why it is moved.')
  readonly because!: string;
}

export class CancelMeetingBody {
  @IsText(500, 'Why it is cancelled.')
  readonly because!: string;
}

export class AttendanceBody {
  @IsIdOf('seat')
  readonly seatId!: Id<'seat'>;
  @IsIdOf('practitioner')
  readonly practitionerId!: Id<'practitioner'>;
  @Optional()
  @OneOf(['member', 'deputy'], 'Whether the person is the member of the seat, as where it is left out, or deputises.')
  readonly as?: 'member' | 'deputy';
}

export class OpenMeetingBody {
  @IsInstantText('When the sitting began.')
  readonly openedAt!: string;
  @IsIdOf('seat', 'The seat that chairs.')
  readonly chairSeatId!: Id<'seat'>;
  @ArrayOf(() => AttendanceBody, { min: 1, max: 100 })
  readonly present!: AttendanceBody[];
}

export class ResumeMeetingBody {
  @IsInstantText('When the sitting went on.')
  readonly at!: string;
  @IsIdOf('seat', 'The seat that chairs.')
  readonly chairSeatId!: Id<'seat'>;
  @ArrayOf(() => AttendanceBody, { min: 1, max: 100 }, 'Everybody who is there then.')
  readonly present!: AttendanceBody[];
}

export class AdjournMeetingBody {
  @IsInstantText(AT)
  readonly at!: string;
  @Optional()
  @IsLondonDate('The day on which it is to go on, where one is set.')
  readonly resumesOn?: LondonDate;
  @IsText(500, 'Why it is adjourned.')
  readonly because!: string;
}

export class CloseMeetingBody {
  @IsInstantText('When the meeting ended.')
  readonly closedAt!: string;
}

export class ArrivalBody extends AttendanceBody {
  @IsInstantText(AT)
  readonly at!: string;
}

/** Whoever fills the seat: leaves, or takes the chair. */
export class SeatAtBody {
  @IsIdOf('seat')
  readonly seatId!: Id<'seat'>;
  @IsInstantText(AT)
  readonly at!: string;
}

/** Whoever fills the seat, and a matter on the agenda: withdraws from it, or comes back. */
export class SeatAndMatterBody extends SeatAtBody {
  @IsIdOf('matter')
  readonly matterId!: Id<'matter'>;
}

export class InterestBody extends SeatAndMatterBody {
  @OneOf(interestKinds)
  readonly kind!: InterestKind;
  @IsText(1000, 'The interest, in words; kept sealed.')
  readonly interest!: string;
}
