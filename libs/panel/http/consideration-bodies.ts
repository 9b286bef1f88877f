import { positionsTaken, voteKinds } from '@accord/panel/contracts';
import type { PositionKind, VoteKind } from '@accord/panel/contracts';
import { IsFlag, IsIdOf, IsInstantText, IsText, OneOf, Optional } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';

class SaidBody {
  @IsInstantText('The minute in the sitting.')
  readonly at!: string;
  @Optional()
  @IsFlag('Whether it is about the urgent decision on the matter, which the panel is asked to ratify. Left out: it is not.')
  readonly ofUrgent?: boolean;
}

class SpokenBody extends SaidBody {
  @IsIdOf('seat', 'The seat whose member speaks for the agency.')
  readonly seatId!: Id<'seat'>;
}

export class DiscussionBody extends SaidBody {
  @IsText(4000, 'What was said, for the minutes.')
  readonly note!: string;
}

export class TakePositionBody extends SpokenBody {
  @OneOf(positionsTaken)
  readonly position!: PositionKind;
  @Optional()
  @IsText(4000, 'Why the agency stands there.')
  readonly reasons?: string;
}

export class VoteBody extends SaidBody {
  @IsIdOf('seat', 'The seat that votes.')
  readonly seatId!: Id<'seat'>;
  @OneOf(voteKinds)
  readonly vote!: VoteKind;
}

export class CastingVoteBody extends SaidBody {
  @OneOf(['for', 'against'])
  readonly vote!: 'for' | 'against';
  @Optional()
  @IsText(4000, 'Why the chair settles the tie so; without reasons it is refused.')
  readonly reasons?: string;
}

export class DeclinedContributionBody extends SpokenBody {
  @Optional()
  @IsText(4000, 'Why the agency declines to contribute; without reasons it is refused.')
  readonly reasons?: string;
}
