import { START } from '@accord/shared/event-store';
import type { Position, RecordedEvent } from '@accord/shared/event-store';
import { migrate } from '@accord/shared/read-store';
import type { Migrations, ReadStore } from '@accord/shared/read-store';

interface CheckpointTable {
  reaction_checkpoints: { name: string; position: number };
  reaction_parked: { name: string; position: number; event_id: string; reason: string };
}

/** Where a reaction stands. */
export interface ReactionStanding {
  readonly position: Position;
  readonly parked: number;
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
        await transaction.schema
          .createTable('reaction_parked')
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('position', 'bigint', (column) => column.notNull())
          .addColumn('event_id', 'text', (column) => column.notNull())
          .addColumn('reason', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('reaction_parked_key', ['name', 'position'])
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

  async load(name: string): Promise<ReactionStanding> {
    const tables = this.store.withTables<CheckpointTable>();
    const row = await tables.selectFrom('reaction_checkpoints').select('position').where('name', '=', name).executeTakeFirst();
    const parked = await tables.selectFrom('reaction_parked').select('position').where('name', '=', name).execute();
    return { position: row ? Number(row.position) : START, parked: parked.length };
  }

  /** Sets an event aside, once. */
  async park(name: string, { position, id: event_id }: Pick<RecordedEvent, 'position' | 'id'>, reason: string): Promise<void> {
    await this.store
      .withTables<CheckpointTable>()
      .insertInto('reaction_parked')
      .values({ name, position, event_id, reason })
      .onConflict((conflict) => conflict.columns(['name', 'position']).doNothing())
      .execute();
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
