import { createHmac } from 'node:crypto';
import type { ChildLookup, PersonalData } from '@accord/shared/commands';
import { succeed, type Result } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';
import { ChildKeys } from './child-keys';
import { childLookup, type Reservations } from './child-lookup';
import { holdsAreaKeys, keyTables, type KeyTables } from './key-tables';
import type { MasterKey } from './master-key';
import { refuseMasterKey } from './refusals';
import { SealedFields } from './sealed-fields';
import { Wrapping } from './wrapping';

export interface PersonalDataOptions {
  /**
   * The keys' own database: a SQLite file with `synchronous: 'FULL'` and `secureDelete`, or PostgreSQL
   * with `synchronous: 'FULL'`. Whoever opened it closes it.
   */
  readonly store: ReadStore;
  readonly masterKey: MasterKey;
  /** How the look-up knows which records were opened. Absent: whatever is claimed counts as opened. */
  readonly reservations?: Reservations;
  /**
   * Whether the record that these keys open holds no event yet. Asked only where no keys are stored,
   * before any is made: new keys for an old record would show everything in it as erased.
   */
  recordIsEmpty(): Promise<boolean>;
  /** How many unwrapped keys stay in memory. Default 5,000. */
  readonly cachedKeys?: number;
}

export interface OpenedPersonalData {
  readonly personalData: PersonalData;
  readonly lookup: ChildLookup;
  /**
   * HMAC-SHA-256 of the text under a key of the area, as base64url; another for another purpose. What
   * personal data leaves behind may be kept in this form, never as a plain digest, which can be guessed.
   */
  keyedHash(purpose: string, text: string): string;
}

/**
 * Opens the keys. Refuses a master key that is not the one under which they were stored, and a record
 * whose keys are not here: nothing is stored then, so that every further start is refused as well.
 * @throws PersonalDataUnavailable, or what `migrate` and `recordIsEmpty` throw, where a database cannot be used
 */
export async function openPersonalData(options: PersonalDataOptions): Promise<Result<OpenedPersonalData>> {
  if (await keysAreLost(options)) {
    return refuseMasterKey(
      'keys-lost',
      'The record holds events, but the store of keys is empty: their personal data could not be read. ' +
        'Restore the keys that belong to this record, or start with an empty record.',
    );
  }
  const tables = await keyTables(options.store);
  const wrapping = new Wrapping(options.masterKey);
  if (!wrapping.unwrap(await areaKey(tables, wrapping, 'check'), 'area', 'check')) {
    return refuseMasterKey(
      'master-key-wrong',
      'The stored keys were made under another master key. Configure that one; with any other, nothing of them can be read.',
    );
  }
  const keyOf = async (name: AreaKey) => wrapping.unwrapOrThrow(await areaKey(tables, wrapping, name), 'area', name);
  const [lookupKey, hashKey] = [await keyOf('lookup'), await keyOf('hash')];
  const keys = new ChildKeys({ tables, wrapping, most: options.cachedKeys ?? 5_000 });
  return succeed({
    personalData: new SealedFields(keys),
    lookup: childLookup(tables, lookupKey, options.reservations ?? allOpened),
    keyedHash: (purpose, text) =>
      createHmac('sha256', hashKey).update(JSON.stringify([purpose, text])).digest('base64url'),
  });
}

/**
 * No keys here though the record holds events. Looks for keys a second time: another process may have had
 * its first start, and recorded something, after the first look.
 */
async function keysAreLost({ store, recordIsEmpty }: PersonalDataOptions): Promise<boolean> {
  return !(await holdsAreaKeys(store)) && !(await recordIsEmpty()) && !(await holdsAreaKeys(store));
}

/** With every record opened no reservation ends, and no moment matters. */
const allOpened: Reservations = { clock: { now: () => '' }, isOpened: () => Promise.resolve(true) };

/** Keys of the whole area. `check` only tells whether the master key is right; it is stored first. */
type AreaKey = 'check' | 'lookup' | 'hash';

/** The key of that name, wrapped; made at the first start that needs it. */
async function areaKey(tables: KeyTables, wrapping: Wrapping, name: AreaKey): Promise<string> {
  return (await tables.areaKey(name)) ?? tables.insertAreaKeyOrRead(name, wrapping.newKey('area', name));
}
