import {
  commitmentAuthorities,
  decisionModes,
  deputyRules,
  lineCategories,
  panelKinds,
  seatStandings,
} from '@accord/panel/contracts';
import type { CommitmentAuthority, DecisionMode, DeputyRule, LineCategory, PanelKind, SeatStanding } from '@accord/panel/contracts';
import {
  ArrayOf,
  AsAtQuery,
  IsCount,
  IsIdOf,
  IsLondonDate,
  IsPence,
  IsText,
  ListOf,
  Nested,
  OneOf,
  Optional,
  fault,
  field,
  idRule,
  oneOfRule,
  textRule,
} from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';

const MOST_SEATS = 100;
const OUT_OF_RANGE = fault('number-out-of-range', `Give numbers of seats, from 1 to ${MOST_SEATS}: the first seat of the list is 1.`);

/** Numbers of seats by their place in the list, the first being 1. Refuses `list-too-short`, `number-out-of-range`. */
const SeatNumbers = (description: string): PropertyDecorator =>
  field(
    (value) => {
      if (!Array.isArray(value)) return fault('field-wrong-type', 'Give a JSON list.');
      if (value.length === 0) return fault('list-too-short', 'Give at least 1.');
      const fits = value.every((each) => Number.isSafeInteger(each) && each >= 1 && each <= MOST_SEATS);
      return fits && value.length <= MOST_SEATS ? undefined : OUT_OF_RANGE;
    },
    { type: 'array', items: { type: 'integer', minimum: 1, maximum: MOST_SEATS }, minItems: 1, maxItems: MOST_SEATS, description },
  );

export class SeatBody {
  @Optional()
  @IsIdOf('seat', 'Of a seat that goes on from the terms of reference before; left out for a new seat.')
  readonly seatId?: Id<'seat'>;
  @IsIdOf('agency')
  readonly agencyId!: Id<'agency'>;
  @IsText(200, 'The post that fills the seat.')
  readonly post!: string;
  @OneOf(seatStandings, 'Only voting seats count towards the quorum and decide.')
  readonly standing!: SeatStanding;
  @OneOf(deputyRules, 'Who may fill the seat when its member is away.')
  readonly deputies!: DeputyRule;
  @Optional()
  @ListOf(textRule(200), { min: 1, max: 20 }, 'The posts that may deputise, where the rule is named-posts.')
  readonly deputyPosts?: string[];
}

export class QuorumBody {
  @IsCount({ min: 1, max: MOST_SEATS }, 'How many voting members must be present.')
  readonly members!: number;
  @ListOf(idRule('agency'), { min: 0, max: 50 }, 'Agencies of which a voting member must be present.')
  readonly agencies!: Id<'agency'>[];
}

export class CommitmentBody {
  @OneOf(commitmentAuthorities, 'Whose authority commits money.')
  readonly authority!: CommitmentAuthority;
  @Optional()
  @IsPence('Whole cost a week that the panel may commit for one decision, in whole pence; left out without a limit.')
  readonly weeklyLimitPence?: number;
  @ListOf(oneOfRule(lineCategories), { min: 1, max: lineCategories.length }, 'Categories of line that the panel may commit.')
  readonly categories!: LineCategory[];
}

export class PostOfAgencyBody {
  @IsIdOf('agency')
  readonly agencyId!: Id<'agency'>;
  @IsText(200)
  readonly post!: string;
}

export class UrgentProcedureBody {
  @ArrayOf(() => PostOfAgencyBody, { min: 1, max: 50 }, 'The posts that may decide between meetings.')
  readonly officers!: PostOfAgencyBody[];
  @IsCount({ min: 1, max: 50 }, 'How many of them decide together.')
  readonly officersNeeded!: number;
  @IsCount({ min: 1, max: 366 }, 'Within how many days the panel ratifies.')
  readonly ratifyWithinDays!: number;
}

/** Terms of reference but for who sits. */
export class TermsBody {
  @Nested(() => QuorumBody)
  readonly quorum!: QuorumBody;
  @OneOf(decisionModes)
  readonly decisionMode!: DecisionMode;
  @Optional()
  @IsCount({ min: 1, max: MOST_SEATS }, 'Number of the seat that decides, where the panel advises; the first seat of the list is 1.')
  readonly decisionMaker?: number;
  @SeatNumbers('Numbers of the seats that may chair, in order of precedence; the first seat of the list is 1.')
  readonly chairs!: number[];
  @Nested(() => CommitmentBody)
  readonly commitment!: CommitmentBody;
  @ArrayOf(() => PostOfAgencyBody, { min: 0, max: 50 }, 'The posts that ratify for their agency what was beyond the authority in the room.')
  readonly ratifiers!: PostOfAgencyBody[];
  @IsCount({ min: 0, max: 60 }, 'Working days before the meeting by which papers are circulated.')
  readonly papersNotice!: number;
  @Optional()
  @Nested(() => UrgentProcedureBody, 'Left out where nothing is decided between meetings.')
  readonly urgent?: UrgentProcedureBody;
}

export class ConstitutePanelBody extends TermsBody {
  @IsText(200)
  readonly name!: string;
  @OneOf(panelKinds)
  readonly kind!: PanelKind;
  @IsLondonDate('Day from which the terms of reference hold.')
  readonly from!: LondonDate;
  @Optional()
  @ArrayOf(() => SeatBody, { min: 1, max: MOST_SEATS }, 'Left out where the seats come from a printed composition.')
  readonly seats?: SeatBody[];
  @Optional()
  @IsIdOf('terms-draft', 'The printed composition from which the seats come, row by row, all of its questions answered.')
  readonly draftId?: Id<'terms-draft'>;
}

export class ReviseTermsBody extends TermsBody {
  @IsLondonDate('Day from which the new terms of reference hold.')
  readonly from!: LondonDate;
  @ArrayOf(() => SeatBody, { min: 1, max: MOST_SEATS })
  readonly seats!: SeatBody[];
  @IsText(1000, 'Why they are revised.')
  readonly because!: string;
}

export class ReadTermsBody {
  @IsText(200, 'What the composition is called.')
  readonly title!: string;
  @field((value) => (typeof value === 'string' && value !== '' ? undefined : fault('field-wrong-type', 'Give the table as a text.')), {
    type: 'string',
    description: 'The table as CSV with the columns role, number and voting, as printed.',
  })
  readonly table!: string;
}

/** An answer to one question; exactly one of the three is given. */
export class AnswerTermsBody {
  @IsCount({ min: 1, max: 1_000_000 }, 'The row, as the question names it.')
  readonly row!: number;
  @Optional()
  @IsCount({ min: 0, max: MOST_SEATS }, 'How many seats the row has; 0 for a line that is none.')
  readonly count?: number;
  @Optional()
  @OneOf(seatStandings)
  readonly standing?: SeatStanding;
  @Optional()
  @IsIdOf('agency', 'Of which agency the seats of the row are.')
  readonly agencyId?: Id<'agency'>;
  @IsText(500, 'Who says so, or where it stands.')
  readonly because!: string;
}

/** Asks for terms of reference as at a day, as known at an instant. */
export class TermsQuery extends AsAtQuery {}
