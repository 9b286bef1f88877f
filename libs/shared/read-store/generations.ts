import type { Position } from '@accord/shared/event-store';
import type { Projection } from '@accord/shared/projections';
import { sql, type Transaction } from 'kysely';
import { GENERATIONS, type GenerationKey, type Role } from './generation-writer';
import { takeTurns } from './migrate';
import { prepareRegister } from './register';
import type { AnyTables, ReadStore } from './read-store';
import { createIndexes, createTable, createView, layoutsOf, physicalTable } from './table-layout';

/** A row of the register of generations. */
export interface Generation extends GenerationKey {
  readonly role: Role;
  readonly version: number;
  /** The declaration of its tables as it was made, as JSON. */
  readonly tables: string;
  readonly position: Position;
  readonly events: number;
}

interface MachineryTables {
  accord_generations: {
    projection: string;
    generation: number;
    role: Role;
    version: number;
    tables: string;
    position: number;
    events: number;
    started_at: string;
  };
  accord_parked: { projection: string; generation: number; position: number };
}

const SELECTED = ['projection', 'generation', 'role', 'version', 'tables', 'position', 'events'] as const;

/** What a build finds in the register for its version of a projection. */
export type Standing =
  | { readonly kind: 'follow'; readonly generation: Generation }
  /** Another version serves: this one is built beside it. */
  | { readonly kind: 'build' }
  /** A newer version serves. */
  | { readonly kind: 'superseded' };

/** The register of generations: which tables serve a projection, and how far each has come. */
export class Generations {
  constructor(private readonly store: ReadStore) {}

  prepareRegister(): Promise<void> {
    return prepareRegister(this.store);
  }

  async live(projection: string): Promise<Generation | undefined> {
    return this.db().selectFrom(GENERATIONS).select(SELECTED).where('projection', '=', projection)
      .where('role', '=', 'live').executeTakeFirst();
  }

  async find({ projection, generation }: GenerationKey): Promise<Generation | undefined> {
    return this.db().selectFrom(GENERATIONS).select(SELECTED).where('projection', '=', projection)
      .where('generation', '=', generation).executeTakeFirst();
  }

  /** Creates the first tables of a projection that has none, and says what there is to do. */
  async standing(projection: Projection): Promise<Standing> {
    const live = await this.live(projection.name);
    if (live) return standingOf(projection, live);
    return this.exclusively(async (transaction) => {
      const now = await liveIn(transaction, projection.name);
      if (now) return standingOf(projection, now);
      const generation = await this.enter(transaction, projection, 'live');
      for (const layout of layoutsOf(projection)) {
        const table = physicalTable(layout.name, generation.generation);
        for (const index of createIndexes(layout, table)) await run(transaction, index);
        await run(transaction, createView(layout, generation.generation));
      }
      return { kind: 'follow', generation };
    });
  }

  /**
   * Tables for a build beside the live ones, without their indexes. An unfinished build of the same
   * version is taken up again where `resume` says so; any other unfinished build is retired.
   */
  async startBuild(projection: Projection, resume: boolean): Promise<Generation> {
    const tables = JSON.stringify(projection.tables);
    return this.exclusively(async (transaction) => {
      const unfinished = await this.inRole(transaction, projection.name, 'building');
      const same = unfinished.find((row) => row.version === projection.version && row.tables === tables);
      if (same && resume) return same;
      for (const row of unfinished) await setRole(transaction, row, 'retired');
      return this.enter(transaction, projection, 'building');
    });
  }

  /**
   * Makes a finished build serve, in one transaction with the views. `behind`: the live one has come
   * further meanwhile, so readers would lose what they saw; `gone`: somebody else has retired the build
   * or made it serve. Nothing was done in either case.
   *
   * On PostgreSQL the live one is held still first and `catchUp` brings the build to its position, so
   * that the switch succeeds however busy the record is. SQLite has a single writer: there the caller
   * tries again, and meets a moment's rest soon.
   */
  async switchTo(
    projection: Projection,
    built: GenerationKey,
    catchUp: (to: Position) => Promise<void>,
  ): Promise<'switched' | 'behind' | 'gone'> {
    return this.exclusively(async (transaction) => {
      const [live] = await this.lock(transaction, projection.name, 'live');
      if (live && this.store.engine === 'postgres') await catchUp(live.position);
      const building = await this.lock(transaction, projection.name, 'building');
      const mine = building.find((row) => row.generation === built.generation);
      if (!mine) return 'gone';
      if (live && live.position > mine.position) return 'behind';
      if (live) {
        await setRole(transaction, live, 'retired');
        for (const table of tablesOf(live)) await run(transaction, `drop view if exists "${table}"`);
      }
      await setRole(transaction, mine, 'live');
      for (const layout of layoutsOf(projection)) await run(transaction, createView(layout, built.generation));
      return 'switched';
    });
  }

  /** The build under way, in whichever process. */
  async building({ name, version }: Projection): Promise<Generation | undefined> {
    return this.db().selectFrom(GENERATIONS).select(SELECTED).where('projection', '=', name)
      .where('role', '=', 'building').where('version', '=', version).executeTakeFirst();
  }

  /** Generations whose tables serve no more, or never did, and are still there. */
  retired(projection: string): Promise<readonly Generation[]> {
    return this.db().selectFrom(GENERATIONS).select(SELECTED).where('projection', '=', projection)
      .where('role', '=', 'retired').execute();
  }

  private async enter(
    transaction: Transaction<MachineryTables>,
    projection: Projection,
    role: Role,
  ): Promise<Generation> {
    const last = await transaction.selectFrom(GENERATIONS).select((of) => of.fn.max('generation').as('generation'))
      .where('projection', '=', projection.name).executeTakeFirst();
    const generation: Generation = {
      projection: projection.name,
      generation: (last?.generation ?? 0) + 1,
      role,
      version: projection.version,
      tables: JSON.stringify(projection.tables),
      position: -1,
      events: 0,
    };
    await transaction.insertInto(GENERATIONS).values({ ...generation, started_at: new Date().toISOString() }).execute();
    for (const layout of layoutsOf(projection)) {
      const as = physicalTable(layout.name, generation.generation);
      await run(transaction, createTable({ engine: this.store.engine, layout, as }));
    }
    return generation;
  }

  private async inRole(
    transaction: Transaction<MachineryTables>,
    projection: string,
    role: Role,
  ): Promise<readonly Generation[]> {
    return transaction.selectFrom(GENERATIONS).select(SELECTED).where('projection', '=', projection)
      .where('role', '=', role).execute();
  }

  private lock(
    transaction: Transaction<MachineryTables>,
    projection: string,
    role: Role,
  ): Promise<readonly Generation[]> {
    const rows = transaction.selectFrom(GENERATIONS).select(SELECTED).where('projection', '=', projection)
      .where('role', '=', role);
    // A SQLite transaction has the file to itself already.
    return this.store.engine === 'postgres' ? rows.forUpdate().execute() : rows.execute();
  }

  private exclusively<R>(work: (transaction: Transaction<MachineryTables>) => Promise<R>): Promise<R> {
    return this.store.withTables<MachineryTables>().transaction().execute(async (transaction) => {
      await takeTurns(this.store, transaction.$extendTables<AnyTables>());
      return work(transaction);
    });
  }

  private db() {
    return this.store.withTables<MachineryTables>();
  }
}

const liveIn = (transaction: Transaction<MachineryTables>, projection: string): Promise<Generation | undefined> =>
  transaction.selectFrom(GENERATIONS).select(SELECTED).where('projection', '=', projection)
    .where('role', '=', 'live').executeTakeFirst();

function standingOf(projection: Projection, live: Generation): Standing {
  if (live.version > projection.version) return { kind: 'superseded' };
  // A declaration that changed without a new version would write into tables of another shape.
  const same = live.version === projection.version && live.tables === JSON.stringify(projection.tables);
  return same ? { kind: 'follow', generation: live } : { kind: 'build' };
}

/** Names of a generation's tables; this build may not declare them any more. */
export function tablesOf({ tables }: Generation): readonly string[] {
  const declared: unknown = JSON.parse(tables);
  return typeof declared === 'object' && declared !== null ? Object.keys(declared) : [];
}

const setRole = async (transaction: Transaction<MachineryTables>, row: GenerationKey, role: Role): Promise<void> => {
  await transaction.updateTable(GENERATIONS).set({ role }).where('projection', '=', row.projection)
    .where('generation', '=', row.generation).execute();
};

const run = async (transaction: Transaction<MachineryTables>, statement: string): Promise<void> => {
  await sql.raw(statement).execute(transaction);
};
