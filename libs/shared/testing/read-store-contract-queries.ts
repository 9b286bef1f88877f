import type { Migrations } from '@accord/shared/read-store';
import type { Scene } from './read-store-contract-samples';

interface Tables {
  answer: { id: string; words: string | null; pence: number };
}

const ANSWERS: Migrations = {
  owner: 'answers',
  migrations: [
    {
      name: '1-answer',
      up: async (transaction) => {
        await transaction.schema
          .createTable('answer')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('words', 'text')
          .addColumn('pence', 'bigint', (column) => column.notNull())
          .execute();
      },
    },
  ],
};

export function queryContract(scene: () => Scene): void {
  describe('as a database behind one query builder', () => {
    it('gives back texts, empty values and whole numbers up to 2^53 - 1 as they were written', async () => {
      const { store, library } = scene();
      await library.migrate(store, ANSWERS);
      const row = { id: 'a', words: null, pence: Number.MAX_SAFE_INTEGER };
      await store.withTables<Tables>().insertInto('answer').values(row).execute();
      expect(await store.withTables<Tables>().selectFrom('answer').selectAll().execute()).toEqual([row]);
    });

    it('says how many rows a change has touched', async () => {
      const { store, library } = scene();
      await library.migrate(store, ANSWERS);
      const db = store.withTables<Tables>();
      await db.insertInto('answer').values([{ id: 'a', words: 'x', pence: 1 }, { id: 'b', words: 'y', pence: 2 }]).execute();
      const [changed] = await db.updateTable('answer').set({ pence: 3 }).where('pence', '>', 1).execute();
      expect(changed?.numUpdatedRows).toBe(1n);
    });

    it('undoes a transaction whose work fails', async () => {
      const { store, library } = scene();
      await library.migrate(store, ANSWERS);
      const work = store.transaction(async (transaction) => {
        await transaction.insertInto('answer').values({ id: 'a', words: 'x', pence: 1 }).execute();
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await store.db.selectFrom('answer').selectAll().execute()).toEqual([]);
    });

    it('lets writers of one process take turns, and readers never wait for them', async () => {
      const { store, library, open } = scene();
      await library.migrate(store, ANSWERS);
      const other = await open();
      let finish: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (finish = resolve));
      const first = store.transaction(async (transaction) => {
        await transaction.insertInto('answer').values({ id: 'a', words: 'x', pence: 1 }).execute();
        await held;
      });
      const second = other.withTables<Tables>().insertInto('answer').values({ id: 'b', words: 'y', pence: 2 }).execute();
      expect(await store.db.selectFrom('answer').selectAll().execute()).toEqual(expect.not.arrayContaining([{ id: 'a' }]));
      finish();
      await Promise.all([first, second]);
      expect(await other.db.selectFrom('answer').select('id').orderBy('id').execute()).toEqual([{ id: 'a' }, { id: 'b' }]);
    });

    it('runs each migration once, however many processes start at the same moment', async () => {
      const { library, open } = scene();
      let ran = 0;
      const counted: Migrations = {
        owner: 'counted',
        migrations: [{ name: '1', up: async (transaction) => {
          ran += 1;
          await transaction.schema.createTable('counted').addColumn('id', 'text').execute();
        } }],
      };
      const stores = await Promise.all([open(), open(), open(), open()]);
      await Promise.all(stores.map((store) => library.migrate(store, counted)));
      expect(ran).toBe(1);
    });

    it('refuses a database that a newer build has migrated', async () => {
      const { store, library } = scene();
      await library.migrate(store, ANSWERS);
      await expect(library.migrate(store, { owner: 'answers', migrations: [] })).rejects.toThrow(library.DatabaseIsNewer);
    });

    it('leaves nothing of a migration that fails', async () => {
      const { store, library } = scene();
      const failing: Migrations = {
        owner: 'answers',
        migrations: [...ANSWERS.migrations, { name: '2', up: () => Promise.reject(new Error('no')) }],
      };
      await expect(library.migrate(store, failing)).rejects.toThrow('no');
      await library.migrate(store, ANSWERS);
      expect(await store.db.selectFrom('answer').selectAll().execute()).toEqual([]);
    });
  });
}
