import { londonDateOf } from '@accord/shared/kernel';
import type { Instant } from '@accord/shared/kernel';
import type { NameBasedId, RequestContext } from './ports';

/** A job that writes down what time or commitments have made true, and what it does that about. */
export interface JobAct {
  /** The job's name: the role in which it acts, and a part of every id that it makes. */
  readonly job: string;
  readonly about: string;
  readonly now: Instant;
}

/**
 * Nobody acts, for no agency: people agreed beforehand that it happens. The key is of each day, so that what is refused
 * as too early is not refused for ever.
 */
export function actingAlone({ job, about, now }: JobAct, nameBasedId: NameBasedId): RequestContext {
  const today = londonDateOf(now);
  const commandId = nameBasedId('command', job, about, today);
  return {
    ...{ commandId, fingerprint: about, now, today, role: job, lawfulBasis: 'public-task', correlationId: commandId },
    actor: nameBasedId('person', 'accord', job),
    agency: nameBasedId('agency', 'accord'),
  };
}
