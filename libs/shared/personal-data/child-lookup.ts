import { createHmac, type KeyObject } from 'node:crypto';
import type { ChildLookup } from '@accord/shared/commands';
import type { Clock, Id, Instant } from '@accord/shared/kernel';
import type { Claim, KeyTables } from './key-tables';

/** What frees a number that was reserved for a record which was then never opened. */
export interface Reservations {
  readonly clock: Clock;
  /** Whether there is a record of the child. */
  isOpened(child: Id<'child'>): Promise<boolean>;
}

/**
 * How long a number stays reserved for a record that is not there: far longer than any request runs, so that
 * none appends after its number went to another.
 */
const RESERVED_FOR_MS = 10 * 60 * 1_000;

/**
 * Look-up through HMAC-SHA-256 under the area's lookup key: the billion possible NHS numbers cannot be
 * tried without it. A child's rows are deleted with the child's identity key.
 *
 * A claim comes before the record is opened. A process that ends between the two leaves a reservation
 * without a record; after ten minutes the next claim may take it over, by compare and set on the moment of
 * the claim, which every new try of its owner renews: whoever comes first has the number, alone.
 */
export function childLookup(tables: KeyTables, lookupKey: KeyObject, { clock, isOpened }: Reservations): ChildLookup {
  const hashOf = (kind: string, identifier: string) =>
    createHmac('sha256', lookupKey).update(JSON.stringify([kind, identifier])).digest('base64url');
  const isLapsed = async ({ child, claimedAt }: Claim, now: Instant) =>
    Date.parse(now) - (Date.parse(claimedAt) || 0) > RESERVED_FOR_MS && !(await isOpened(childId(child)));
  return {
    async find(kind, identifier) {
      const held = await tables.claimOf(kind, hashOf(kind, identifier));
      return held !== undefined && (await isOpened(childId(held.child))) ? childId(held.child) : undefined;
    },
    async claim(kind, identifier, child) {
      const hash = hashOf(kind, identifier);
      const claim: Claim = { child, claimedAt: clock.now() };
      const held = (await tables.claimOf(kind, hash)) ?? (await tables.insertClaimOrRead(kind, hash, claim));
      if (held.child !== child && !(await isLapsed(held, claim.claimedAt))) return childId(held.child);
      return childId((await tables.replaceClaimOrRead({ kind, hash, held, claim })).child);
    },
  };
}

// The column is written from ids of children only.
const childId = (text: string): Id<'child'> => text as Id<'child'>;
