import type { Asked, FundingPicture } from '@accord/funding/domain';
import type { Id } from '@accord/shared/kernel';
import type { ClosedRecharges, ClosedStretch } from './closed-recharges';

/** What of a child's closed statements falls on the days asked about. */
export interface RechargesAsked extends Asked {
  readonly childId: Id<'child'>;
  /** As known at the last closing. */
  readonly picture: FundingPicture;
  readonly closed: ClosedStretch;
}

/** Tells what closed statements recharge. */
export type Recharges = Pick<ClosedRecharges, 'closed' | 'of'>;
