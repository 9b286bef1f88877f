import { randomUUID, type KeyObject } from 'node:crypto';
import type { PersonalCategory } from '@accord/shared/event-contracts';
import type { KeyTables, StoredKey } from './key-tables';
import { Recent } from './recent';
import type { Wrapping } from './wrapping';

/** A child's key of one category, unwrapped. */
export interface ChildKey {
  readonly keyId: string;
  readonly key: KeyObject;
}

export interface ChildKeysOptions {
  readonly tables: KeyTables;
  readonly wrapping: Wrapping;
  /** How many unwrapped keys stay in memory. */
  readonly most: number;
}

/** Children's keys, made at first use, unwrapped once and kept while they are used. */
export class ChildKeys {
  private readonly byOwner: Recent<ChildKey>;
  private readonly byId: Recent<ChildKey>;

  constructor(private readonly options: ChildKeysOptions) {
    this.byOwner = new Recent(options.most);
    this.byId = new Recent(options.most);
  }

  /** The key that seals for that child and category; of two processes at first use, both get one key. */
  async toSeal(child: string, category: PersonalCategory): Promise<ChildKey> {
    const key = await this.byOwner.get(`${category} ${child}`, () => this.makeOrRead(child, category));
    if (!key) throw new Error('A key that was made is there.');
    return key;
  }

  /** The key of that id, or `undefined` where it was destroyed. */
  toOpen(keyId: string): Promise<ChildKey | undefined> {
    return this.byId.get(keyId, async () => {
      const stored = await this.options.tables.keyById(keyId);
      return stored && this.unwrap(stored);
    });
  }

  private async makeOrRead(child: string, category: PersonalCategory): Promise<ChildKey> {
    const { tables, wrapping } = this.options;
    const there = await tables.childKey(child, category);
    if (there) return this.unwrap(there);
    const keyId = randomUUID();
    const wrapped = wrapping.newKey(keyId, child, category);
    return this.unwrap(await tables.insertChildKeyOrRead({ keyId, child, category, wrapped }));
  }

  private unwrap({ keyId, child, category, wrapped }: StoredKey): ChildKey {
    return { keyId, key: this.options.wrapping.unwrapOrThrow(wrapped, keyId, child, category) };
  }
}
