import type { KeyObject } from 'node:crypto';
import type { ChildLookup, PersonalData } from '@accord/shared/commands';
import { succeed, type Result } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';
import { ChildKeys } from './child-keys';
import { childLookup } from './child-lookup';
import { keyTables, type KeyTables } from './key-tables';
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
  /** How many unwrapped keys stay in memory. Default 5,000. */
  readonly cachedKeys?: number;
}

export interface OpenedPersonalData {
  readonly personalData: PersonalData;
  readonly lookup: ChildLookup;
  /**
   * The key store was empty before this start. Where the record already holds events, its keys are
   * lost or elsewhere, and everything would read as erased: the process must not go on then.
   */
  readonly isNew: boolean;
}

/**
 * Opens the keys. Refuses a master key that is not the one under which they were stored.
 * @throws PersonalDataUnavailable, or what `migrate` throws, where the database cannot be used
 */
export async function openPersonalData(options: PersonalDataOptions): Promise<Result<OpenedPersonalData>> {
  const tables = await keyTables(options.store);
  const wrapping = new Wrapping(options.masterKey);
  const check = await areaKey(tables, wrapping, 'check');
  if (!check.key) {
    return refuseMasterKey(
      'master-key-wrong',
      'The stored keys were made under another master key. Configure that one; with any other, nothing of them can be read.',
    );
  }
  const lookup = await areaKey(tables, wrapping, 'lookup');
  const lookupKey = lookup.key ?? wrapping.unwrapOrThrow(lookup.wrapped, 'area', 'lookup');
  const keys = new ChildKeys({ tables, wrapping, most: options.cachedKeys ?? 5_000 });
  return succeed({ personalData: new SealedFields(keys), lookup: childLookup(tables, lookupKey), isNew: check.isNew });
}

interface AreaKey {
  readonly wrapped: string;
  /** `undefined` where it does not open under this master key. */
  readonly key: KeyObject | undefined;
  readonly isNew: boolean;
}

/** A key of the whole area, made at the first start: `check` only tells whether the master key is right. */
async function areaKey(tables: KeyTables, wrapping: Wrapping, name: 'check' | 'lookup'): Promise<AreaKey> {
  const stored = await tables.areaKey(name);
  const candidate = wrapping.newKey('area', name);
  const wrapped = stored ?? (await tables.insertAreaKeyOrRead(name, candidate));
  return { wrapped, key: wrapping.unwrap(wrapped, 'area', name), isNew: wrapped === candidate };
}
