import type { Projection } from '@accord/shared/projections';
import type { GenerationWriter } from './generation-writer';
import type { Generation } from './generations';
import { PostgresGenerationWriter } from './postgres-writer';
import { machineryOf, type ReadStore } from './read-store';
import { sqliteFollower } from './sqlite-writer';
import { layoutsOf } from './table-layout';

/** The writer of small batches into tables that serve. */
export function followerWriter(store: ReadStore, declared: Projection, generation: Generation): GenerationWriter {
  const { projection, role } = generation;
  const target = { projection, generation: generation.generation, role, layouts: layoutsOf(declared) };
  const machinery = machineryOf(store);
  if (machinery.engine === 'sqlite') return sqliteFollower(target, machinery.file);
  return new PostgresGenerationWriter(target, machinery.pool);
}
