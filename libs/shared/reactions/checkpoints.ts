import { START } from '@accord/shared/event-store';
import type { Position } from '@accord/shared/event-store';
import { migrate } from '@accord/shared/read-store';
import type { Migrations, ReadStore } from '@accord/shared/read-store';

interface CheckpointTable {
  reaction_checkpoints: { name: string; position: number };
}

const migrations: Migrations = {
  owner: 'reactions',
  migrations: [
    {
      name: '1-checkpoints',
      up: async (transaction) => {
        await transaction.schema
          .createTable('reaction_checkpoints')
          .addColumn('name', 'text', (column) => column.primaryKey())
          .addColumn('position', 'bigint', (column) => column.notNull())
          .execute();
      },
    },
  ],
};

/** How far each reaction has come, kept beside the read models. */
export class Checkpoints {
  private constructor(private readonly store: ReadStore) {}

  static async in(store: ReadStore): Promise<Checkpoints> {
    await migrate(store, migrations);
    return new Checkpoints(store);
  }

  async load(name: string): Promise<Position> {
    const tables = this.store.withTables<CheckpointTable>();
    const row = await tables.selectFrom('reaction_checkpoints').select('position').where('name', '=', name).executeTakeFirst();
    return row ? Number(row.position) : START;
  }

  async save(name: string, position: Position): Promise<void> {
    await this.store
      .withTables<CheckpointTable>()
      .insertInto('reaction_checkpoints')
      .values({ name, position })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ position }))
      .execute();
  }
}
