import { IsCount, IsIdOf, IsInstantText, IsText, OneOf, Optional, fault, field } from '@accord/shared/http';
import type { Id, Instant } from '@accord/shared/kernel';

const POSITION = /^(0|[1-9]\d{0,14})$/;
const KNOWN_AT = 'Only what was recorded by then counts; left out, all does.';

export class MinutesQuery {
  @Optional()
  @IsInstantText(KNOWN_AT)
  readonly knownAt?: Instant;

  @Optional()
  @field((value) => (typeof value === 'string' && POSITION.test(value) ? undefined : fault('position-malformed', 'Give upTo as the whole number that Accord-Position gave.')), {
    type: 'integer',
    minimum: 0,
    description: 'Only events up to this position count: the text that an approval names.',
  })
  readonly upTo?: string;

  @Optional()
  @OneOf(['true'], 'The text that was approved, as it was approved; left out, everything on record.')
  readonly approved?: 'true';
}

export class LetterQuery {
  @Optional()
  @IsInstantText(KNOWN_AT)
  readonly knownAt?: Instant;

  @Optional()
  @IsText(500, 'How the family reaches its contact, as the letter says it: the office with its telephone number and email address. Left out, a marked place is left for it.')
  readonly contact?: string;
}

export class ApproveMinutesBody {
  @IsText(64, 'SHA-256 of the HTML that was read, hexadecimal, as its ETag gave it.')
  readonly sha256!: string;

  @IsCount({ min: 0, max: Number.MAX_SAFE_INTEGER }, 'Position of the last event that it takes in, as its Accord-Position gave it.')
  readonly upTo!: number;

  @IsIdOf('practitioner', 'Who approves them: somebody who sat in the meeting.')
  readonly practitionerId!: Id<'practitioner'>;

  @Optional()
  @IsIdOf('meeting', 'The later meeting that approves them; left out where the chair does between meetings.')
  readonly atMeetingId?: Id<'meeting'>;
}
