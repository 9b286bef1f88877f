import { createHmac, type KeyObject } from 'node:crypto';
import type { ChildLookup } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import type { KeyTables } from './key-tables';

/**
 * Look-up through HMAC-SHA-256 under the area's lookup key: the billion possible NHS numbers cannot be
 * tried without it. A child's rows are deleted with the child's identity key.
 */
export function childLookup(tables: KeyTables, lookupKey: KeyObject): ChildLookup {
  const hashOf = (kind: string, identifier: string) =>
    createHmac('sha256', lookupKey).update(JSON.stringify([kind, identifier])).digest('base64url');
  return {
    async find(kind, identifier) {
      const child = await tables.childOf(kind, hashOf(kind, identifier));
      return child === undefined ? undefined : childId(child);
    },
    async claim(kind, identifier, child) {
      const hash = hashOf(kind, identifier);
      return childId((await tables.childOf(kind, hash)) ?? (await tables.insertLookupOrRead(kind, hash, child)));
    },
  };
}

// The column is written from ids of children only.
const childId = (text: string): Id<'child'> => text as Id<'child'>;
