import type { Id, LondonDate } from '@accord/shared/kernel';

/** Finds agreements, from a read model; their own streams then say what they are. */
export interface AgreementsOnRecord {
  /** All that are no drafts, whoever their parties are. */
  agreed(): Promise<readonly Id<'agreement'>[]>;
  /** Those that have ended by that day without that being written down. */
  endedBy(day: LondonDate): Promise<readonly Id<'agreement'>[]>;
}
