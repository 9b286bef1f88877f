import { refuseFunding } from '@accord/funding/domain';
import { RefusalProblem, mayDo } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';

/**
 * Sums of an agency over all children are for itself and for those who audit, as its statements are.
 * @throws RefusalProblem statement-of-another
 */
export function ownMoneyOnly(agencyId: string, reader: Pick<ReaderContext, 'agency' | 'role'>): void {
  if (reader.agency === agencyId || mayDo(reader.role, 'audit:read')) return;
  throw new RefusalProblem(refuseFunding('statement-of-another', 'These are sums of another agency: ask for those of your own.'));
}
