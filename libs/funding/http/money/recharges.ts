import type { Asked, FigureEntry, FundingPicture } from '@accord/funding/domain';
import type { Position } from '@accord/shared/event-store';
import type { ClosedPeriod, Id } from '@accord/shared/kernel';
import type { MoneyAsOf } from './money-reader';

/** The months whose statements are closed, as one stretch, and up to where in the record they count. */
export interface ClosedStretch {
  readonly months: ClosedPeriod;
  readonly upTo: Position;
}

/** What of a child's closed statements falls on the days asked about. */
export interface RechargesAsked extends Asked {
  readonly childId: Id<'child'>;
  /** As known at the last closing. */
  readonly picture: FundingPicture;
  readonly closed: ClosedStretch;
}

/** Tells what closed statements recharge. */
export abstract class Recharges {
  /** `undefined` where no month is closed. */
  abstract closed(asOf: MoneyAsOf): Promise<ClosedStretch | undefined>;
  abstract of(asked: RechargesAsked): FigureEntry[];
}

/** Where no month was ever closed. */
export class NothingRecharged extends Recharges {
  closed(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  of(): FigureEntry[] {
    return [];
  }
}
