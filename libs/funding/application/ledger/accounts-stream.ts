import { accountsEvents } from '@accord/funding/contracts';
import { accountsDecider } from '@accord/funding/domain';
import type { Id } from '@accord/shared/kernel';

/** The closed months and years of the area. Load it as a fact: `loader.load(accountsStream, accountsId)`. */
export const accountsStream = { category: 'accounts', decider: accountsDecider, definitions: accountsEvents };

// The brand: the name-based id of `accounts`, as a spec of the composition says; an area has one stream of accounts.
export const accountsId = 'b12c4cb4-de8c-8c4b-8559-3231ac629020' as Id<'accounts'>;
