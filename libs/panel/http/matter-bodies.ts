import { matterKinds, needCategories, paperKinds, viewHolders, viewsGiven } from '@accord/panel/contracts';
import type { MatterKind, NeedCategory, PaperKind, ViewHolder, ViewsGiven } from '@accord/panel/contracts';
import { ArrayOf, IsCount, IsIdOf, IsInstantText, IsLondonDate, IsText, ListOf, OneOf, Optional, oneOfRule, textRule } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { RequestedLineBody } from './line-bodies';

/** The day on which something was done; today where it is left out. */
class DatedBody {
  @Optional()
  @IsLondonDate('The day on which it was done; left out, today.')
  readonly on?: LondonDate;
}

export class RaiseMatterBody extends DatedBody {
  @IsIdOf('child')
  readonly childId!: Id<'child'>;
  @IsIdOf('panel', 'The panel that is asked to decide.')
  readonly panelId!: Id<'panel'>;
  @OneOf(matterKinds)
  readonly kind!: MatterKind;
  @ListOf(oneOfRule(needCategories), { min: 1, max: needCategories.length }, `Needs: ${needCategories.join(', ')}.`)
  readonly needs!: NeedCategory[];
  @IsText(4000, 'What is asked for, in words.')
  readonly asks!: string;
  @ListOf(textRule(1000), { min: 0, max: 20 }, 'What is to become better for the child.')
  readonly outcomesWanted!: string[];
  @ArrayOf(() => RequestedLineBody, { min: 0, max: 50 }, 'The lines asked for.')
  readonly lines!: RequestedLineBody[];
}

export class ViewsBody extends DatedBody {
  @OneOf(viewHolders)
  readonly of!: ViewHolder;
  @OneOf(viewsGiven)
  readonly how!: ViewsGiven;
  @IsText(4000, 'Their views, as near to their own words as can be.')
  readonly views!: string;
}

export class ViewsNotObtainedBody extends DatedBody {
  @OneOf(viewHolders)
  readonly of!: ViewHolder;
  @IsText(1000, 'Why their views could not be had.')
  readonly because!: string;
}

export class PaperBody {
  @Optional()
  @IsIdOf('paper', 'The paper of which this is a further version; left out for a new paper.')
  readonly paperId?: Id<'paper'>;
  @IsCount({ min: 1, max: 1000 }, 'From 1; the next version takes the place of the one before.')
  readonly version!: number;
  @OneOf(paperKinds)
  readonly kind!: PaperKind;
  @IsText(300)
  readonly title!: string;
  @IsText(64, 'SHA-256 of the paper: 64 hexadecimal digits in lower case.')
  readonly sha256!: string;
  @IsCount({ min: 1, max: 10_000_000_000 }, 'Its length in bytes.')
  readonly bytes!: number;
  @Optional()
  @IsText(1000, 'Where it is kept.')
  readonly location?: string;
  @IsInstantText('When it was circulated to the members.')
  readonly circulatedAt!: string;
}

export class PaperCheckBody {
  @IsText(64, 'SHA-256 of the paper at hand: 64 hexadecimal digits in lower case.')
  readonly sha256!: string;
}

export class AgendaBody extends DatedBody {
  @IsIdOf('meeting')
  readonly meetingId!: Id<'meeting'>;
  @IsCount({ min: 1, max: 500 }, 'Place on the agenda, from 1.')
  readonly place!: number;
  @Optional()
  @IsText(5, 'Time of day in London, HH:mm; left out where none is set.')
  readonly startsAt?: string;
}

export class AgendaRemovalBody extends DatedBody {
  @IsIdOf('meeting')
  readonly meetingId!: Id<'meeting'>;
  @IsText(500, 'Why; name nobody, for everybody who reads the agenda reads it.')
  readonly because!: string;
}

export class WithdrawalBody extends DatedBody {
  @IsText(1000, 'Why it is withdrawn.')
  readonly because!: string;
}
