import { PersonalDataUnavailable } from '@accord/shared/commands';
import type { PersonalCategory } from '@accord/shared/event-contracts';
import type { Instant } from '@accord/shared/kernel';
import { migrate, type Migrations, type ReadStore } from '@accord/shared/read-store';

/** A child's key of one category as it is stored: wrapped by the key-encryption key. */
export interface StoredKey {
  readonly keyId: string;
  readonly child: string;
  readonly category: PersonalCategory;
  readonly wrapped: string;
}

/** Who has an identifier, and when that child last claimed it. */
export interface Claim {
  readonly child: string;
  readonly claimedAt: Instant;
}

interface Tables {
  personal_area_keys: { name: string; wrapped: string };
  personal_child_keys: { key_id: string; child_id: string; category: PersonalCategory; wrapped: string };
  personal_child_lookup: { kind: string; hash: string; child_id: string; claimed_at: string };
}

/** To erase a person is to delete their rows here; nothing else need change. */
const migrations: Migrations = {
  owner: 'personal-data',
  migrations: [
    {
      name: '1-keys',
      async up({ schema }) {
        await schema
          .createTable('personal_area_keys')
          .addColumn('name', 'text', (column) => column.primaryKey())
          .addColumn('wrapped', 'text', (column) => column.notNull())
          .execute();
        await schema
          .createTable('personal_child_keys')
          .addColumn('key_id', 'text', (column) => column.primaryKey())
          .addColumn('child_id', 'text', (column) => column.notNull())
          .addColumn('category', 'text', (column) => column.notNull())
          .addColumn('wrapped', 'text', (column) => column.notNull())
          .addUniqueConstraint('personal_child_keys_one_each', ['child_id', 'category'])
          .execute();
        await schema
          .createTable('personal_child_lookup')
          .addColumn('kind', 'text', (column) => column.notNull())
          .addColumn('hash', 'text', (column) => column.notNull())
          .addColumn('child_id', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('personal_child_lookup_key', ['kind', 'hash'])
          .execute();
        await schema.createIndex('personal_child_lookup_child').on('personal_child_lookup').column('child_id').execute();
      },
    },
    {
      name: '2-claimed-at',
      async up({ schema }) {
        // A claim from before is as old as can be: free for another where its record was never opened.
        await schema
          .alterTable('personal_child_lookup')
          .addColumn('claimed_at', 'text', (column) => column.notNull().defaultTo(''))
          .execute();
      },
    },
  ],
};

/**
 * Whether a first start left its keys here. Creates nothing, not even tables: their pages in a write-ahead
 * log left behind by a refused start would be written over the file of keys that is then restored.
 * @throws PersonalDataUnavailable where the database cannot be used
 */
export async function holdsAreaKeys(store: ReadStore): Promise<boolean> {
  if (!(await reachable(() => hasAreaTable(store)))) return false;
  return (await areaKeys(store).areaKey('check')) !== undefined;
}

async function hasAreaTable({ engine, withTables }: ReadStore): Promise<boolean> {
  if (engine === 'sqlite') {
    const schema = withTables<{ sqlite_master: { type: string; name: string } }>().selectFrom('sqlite_master');
    const table = schema.select('name').where('type', '=', 'table').where('name', '=', 'personal_area_keys');
    return (await table.executeTakeFirst()) !== undefined;
  }
  const table = withTables<Tables>().selectNoFrom(({ fn, val }) =>
    fn<string | null>('to_regclass', [val('personal_area_keys')]).as('found'),
  );
  return (await table.executeTakeFirstOrThrow()).found !== null;
}

/**
 * Where keys are kept. `...OrRead` stores what it is given unless another was first, and gives what is
 * stored: one statement, so that two processes end with one key.
 * Every method @throws PersonalDataUnavailable where the database cannot be used.
 */
export interface KeyTables {
  areaKey(name: string): Promise<string | undefined>;
  insertAreaKeyOrRead(name: string, wrapped: string): Promise<string>;
  childKey(child: string, category: PersonalCategory): Promise<StoredKey | undefined>;
  insertChildKeyOrRead(key: StoredKey): Promise<StoredKey>;
  keyById(keyId: string): Promise<StoredKey | undefined>;
  claimOf(kind: string, hash: string): Promise<Claim | undefined>;
  insertClaimOrRead(kind: string, hash: string, claim: Claim): Promise<Claim>;
  /** Puts the claim in the place of the one held, unless that one has changed; gives what stands. */
  replaceClaimOrRead(change: ClaimChange): Promise<Claim>;
}

export interface ClaimChange {
  readonly kind: string;
  readonly hash: string;
  readonly held: Claim;
  readonly claim: Claim;
}

const stored = (row: Tables['personal_child_keys'] | undefined): StoredKey | undefined =>
  row && { keyId: row.key_id, child: row.child_id, category: row.category, wrapped: row.wrapped };

export async function keyTables(store: ReadStore): Promise<KeyTables> {
  await migrate(store, migrations);
  const db = store.withTables<Tables>();
  const keys = () => db.selectFrom('personal_child_keys').selectAll();
  return {
    ...areaKeys(store),
    ...claims(store),
    childKey: (child, category) =>
      reachable(async () =>
        stored(await keys().where('child_id', '=', child).where('category', '=', category).executeTakeFirst()),
      ),
    keyById: (keyId) => reachable(async () => stored(await keys().where('key_id', '=', keyId).executeTakeFirst())),
    insertChildKeyOrRead: ({ keyId, child, category, wrapped }) =>
      reachable(async () => {
        const row = await db
          .insertInto('personal_child_keys')
          .values({ key_id: keyId, child_id: child, category, wrapped })
          .onConflict((conflict) =>
            conflict
              .columns(['child_id', 'category'])
              .doUpdateSet((held) => ({ category: held.ref('personal_child_keys.category') })),
          )
          .returningAll()
          .executeTakeFirstOrThrow();
        return { keyId: row.key_id, child, category, wrapped: row.wrapped };
      }),
  };
}

function areaKeys(store: ReadStore): Pick<KeyTables, 'areaKey' | 'insertAreaKeyOrRead'> {
  const db = store.withTables<Tables>();
  const keys = db.selectFrom('personal_area_keys').select('wrapped');
  return {
    areaKey: (name) => reachable(async () => (await keys.where('name', '=', name).executeTakeFirst())?.wrapped),
    insertAreaKeyOrRead: (name, wrapped) =>
      reachable(async () => {
        const row = await db
          .insertInto('personal_area_keys')
          .values({ name, wrapped })
          .onConflict((conflict) =>
            conflict.column('name').doUpdateSet((held) => ({ name: held.ref('personal_area_keys.name') })),
          )
          .returning('wrapped')
          .executeTakeFirstOrThrow();
        return row.wrapped;
      }),
  };
}

const claimed = (row: Pick<Tables['personal_child_lookup'], 'child_id' | 'claimed_at'>): Claim => ({
  child: row.child_id,
  claimedAt: row.claimed_at,
});

function claims(store: ReadStore): Pick<KeyTables, 'claimOf' | 'insertClaimOrRead' | 'replaceClaimOrRead'> {
  const db = store.withTables<Tables>();
  const ofHash = (kind: string, hash: string) =>
    db.selectFrom('personal_child_lookup').select(['child_id', 'claimed_at']).where('kind', '=', kind).where('hash', '=', hash);
  return {
    claimOf: (kind, hash) =>
      reachable(async () => {
        const row = await ofHash(kind, hash).executeTakeFirst();
        return row && claimed(row);
      }),
    insertClaimOrRead: (kind, hash, { child, claimedAt }) =>
      reachable(async () => {
        const row = await db
          .insertInto('personal_child_lookup')
          .values({ kind, hash, child_id: child, claimed_at: claimedAt })
          .onConflict((conflict) =>
            conflict
              .columns(['kind', 'hash'])
              .doUpdateSet((held) => ({ kind: held.ref('personal_child_lookup.kind') })),
          )
          .returning(['child_id', 'claimed_at'])
          .executeTakeFirstOrThrow();
        return claimed(row);
      }),
    replaceClaimOrRead: ({ kind, hash, held, claim }) =>
      reachable(async () => {
        const row = await db
          .updateTable('personal_child_lookup')
          .set({ child_id: claim.child, claimed_at: claim.claimedAt })
          .where('kind', '=', kind)
          .where('hash', '=', hash)
          .where('child_id', '=', held.child)
          .where('claimed_at', '=', held.claimedAt)
          .returning(['child_id', 'claimed_at'])
          .executeTakeFirst();
        return claimed(row ?? (await ofHash(kind, hash).executeTakeFirstOrThrow()));
      }),
  };
}

async function reachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new PersonalDataUnavailable('The keys of personal data cannot be reached.', { cause });
  }
}
