import type { ChildRecordOpened } from '@accord/child/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { accept } from '@accord/shared/kernel';
import type { Decider } from '@accord/shared/kernel';

/** What a panel needs to know of a child's record before deciding: that it is open. Decides nothing. */
export const childView: Decider<
  never,
  { readonly known: boolean },
  never,
  Pick<Recorded<typeof ChildRecordOpened>, 'data'> & { readonly type: string }
> = {
  initial: { known: false },
  // A record begins with its opening, so any event of it says that it is open.
  evolve: () => ({ known: true }),
  decide: () => accept(),
};
