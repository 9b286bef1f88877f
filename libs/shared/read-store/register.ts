import { sql } from 'kysely';
import { GENERATIONS, PARKED } from './generation-writer';
import { migrate, type Migrations } from './migrate';
import type { ReadStore } from './read-store';

const MACHINERY: Migrations = {
  owner: 'projections',
  migrations: [
    {
      name: '1-generations-and-parked-events',
      up: async (transaction) => {
        await sql`create table ${sql.table(GENERATIONS)} (
          projection text not null, generation integer not null, role text not null, version integer not null,
          tables text not null, position bigint not null, events bigint not null,
          started_at text not null, primary key (projection, generation))`.execute(transaction);
        await sql`create unique index accord_generations_live on ${sql.table(GENERATIONS)} (projection)
          where role = 'live'`.execute(transaction);
        await sql`create table ${sql.table(PARKED)} (
          projection text not null, generation integer not null, position bigint not null,
          event_id text not null, stream text not null, revision bigint not null, type text not null,
          schema_version integer not null, reason text not null, parked_at text not null,
          primary key (projection, generation, position))`.execute(transaction);
      },
    },
  ],
};

const prepared = new WeakMap<ReadStore, Promise<void>>();

/** Makes the machinery's own tables, once per open store. */
export function prepareRegister(store: ReadStore): Promise<void> {
  const known = prepared.get(store);
  if (known) return known;
  const preparing = migrate(store, MACHINERY);
  prepared.set(store, preparing);
  preparing.catch(() => prepared.delete(store));
  return preparing;
}
