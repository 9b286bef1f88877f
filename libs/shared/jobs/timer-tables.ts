import type { Migrations } from '@accord/shared/read-store';

/** A job that waits, runs (its lease lies ahead) or is parked. Moments are milliseconds since 1970. */
export interface JobRow {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly run_at: number;
  readonly payload: string;
  /** How often it was begun. */
  readonly attempt: number;
  /** Who runs it; a worker that lost its lease to another finds another's token here. */
  readonly lease: string;
  readonly lease_until: number;
  readonly parked: number;
}

export interface RhythmRow {
  readonly name: string;
  readonly rhythm: string;
  readonly payload: string;
  readonly next_at: number;
}

export interface TimerTables {
  readonly accord_jobs: JobRow;
  readonly accord_job_rhythms: RhythmRow;
}

export const timerMigrations: Migrations = {
  owner: 'jobs',
  migrations: [
    {
      name: '1-timers',
      async up({ schema }) {
        await schema
          .createTable('accord_jobs')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('key', 'text', (column) => column.notNull())
          .addColumn('run_at', 'bigint', (column) => column.notNull())
          .addColumn('payload', 'text', (column) => column.notNull())
          .addColumn('attempt', 'integer', (column) => column.notNull())
          .addColumn('lease', 'text', (column) => column.notNull())
          .addColumn('lease_until', 'bigint', (column) => column.notNull())
          .addColumn('parked', 'integer', (column) => column.notNull())
          .execute();
        await schema.createIndex('accord_jobs_due').on('accord_jobs').columns(['parked', 'run_at']).execute();
        await schema
          .createTable('accord_job_rhythms')
          .addColumn('name', 'text', (column) => column.primaryKey())
          .addColumn('rhythm', 'text', (column) => column.notNull())
          .addColumn('payload', 'text', (column) => column.notNull())
          .addColumn('next_at', 'bigint', (column) => column.notNull())
          .execute();
      },
    },
  ],
};
