import type { ReadStore } from '@accord/shared/read-store';
import { jobId, REPEATED, repeatedJobId } from './job-checks';
import { nextRun } from './next-run';
import type { Rhythm, RetryPolicy } from './port';
import type { JobRow, TimerTables } from './timer-tables';

const NOBODY = '';
const fresh = { attempt: 0, lease: NOBODY, lease_until: 0, parked: 0 };

/** The durable part of the timers: every change is one statement or one transaction. */
export class TimerRows {
  private readonly db;

  constructor(private readonly store: ReadStore) {
    this.db = store.withTables<TimerTables>();
  }

  async add(job: Pick<JobRow, 'name' | 'key' | 'run_at' | 'payload'>): Promise<void> {
    const row = { id: jobId(job.name, job.key), ...job, ...fresh };
    await this.db.insertInto('accord_jobs').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  }

  /** An unchanged rhythm keeps its next moment, so that a restart postpones nothing. */
  async setRhythm(name: string, { rhythm, payload, now }: { rhythm: Rhythm; payload: string; now: number }): Promise<void> {
    const text = JSON.stringify(rhythm);
    const row = { name, rhythm: text, payload, next_at: nextRun(rhythm, now) };
    await this.store.transaction(async (transaction) => {
      const kept = await transaction.selectFrom('accord_job_rhythms').select(['rhythm', 'payload']).where('name', '=', name).executeTakeFirst();
      if (kept !== undefined && kept['rhythm'] === text && kept['payload'] === payload) return;
      await transaction.insertInto('accord_job_rhythms').values(row).onConflict((conflict) => conflict.column('name').doUpdateSet(row)).execute();
    });
  }

  async forgetRhythmsBut(names: readonly string[]): Promise<void> {
    const obsolete = this.db.deleteFrom('accord_job_rhythms');
    await (names.length === 0 ? obsolete : obsolete.where('name', 'not in', names)).execute();
  }

  /** Turns rhythms that fell due into jobs, one for all moments missed. */
  async fallDue(now: number): Promise<void> {
    const due = await this.db.selectFrom('accord_job_rhythms').selectAll().where('next_at', '<=', now).execute();
    for (const { name, rhythm, payload, next_at } of due) {
      const job = { id: repeatedJobId(name), name, key: REPEATED, run_at: next_at, payload, ...fresh };
      // The cast holds: setRhythm alone writes this column.
      const next = nextRun(JSON.parse(rhythm) as Rhythm, now);
      await this.store.transaction(async (transaction) => {
        const moved = await transaction.updateTable('accord_job_rhythms').set({ next_at: next }).where('name', '=', name).where('next_at', '=', next_at).executeTakeFirst();
        if (moved.numUpdatedRows === 0n) return;
        await transaction.insertInto('accord_jobs').values(job).onConflict((conflict) => conflict.column('id').doNothing()).execute();
      });
    }
  }

  /** Jobs that are due and that nobody runs, taken for this worker until the lease ends. */
  async take(limit: number, { now, lease, leaseMs }: { now: number; lease: string; leaseMs: number }): Promise<readonly JobRow[]> {
    const due = await this.db
      .selectFrom('accord_jobs')
      .selectAll()
      .where('parked', '=', 0)
      .where('run_at', '<=', now)
      .where('lease_until', '<=', now)
      .orderBy('run_at')
      .limit(limit)
      .execute();
    const taken: JobRow[] = [];
    for (const job of due) {
      const claim = { lease, lease_until: now + leaseMs, attempt: job.attempt + 1 };
      // Of several workers that saw the row, one finds the lease as it was.
      const { numUpdatedRows } = await this.db
        .updateTable('accord_jobs')
        .set(claim)
        .where('id', '=', job.id)
        .where('lease', '=', job.lease)
        .where('attempt', '=', job.attempt)
        .executeTakeFirst();
      if (numUpdatedRows > 0n) taken.push({ ...job, ...claim });
    }
    return taken;
  }

  async renew(lease: string, until: number): Promise<void> {
    await this.db.updateTable('accord_jobs').set({ lease_until: until }).where('lease', '=', lease).where('parked', '=', 0).execute();
  }

  async done({ id, lease }: JobRow): Promise<void> {
    await this.db.deleteFrom('accord_jobs').where('id', '=', id).where('lease', '=', lease).execute();
  }

  /** Puts a failed job back for later, or aside after its last try; a repeated one is given up till its next moment. */
  async failed(job: JobRow, { now, retries }: { now: number; retries: RetryPolicy }): Promise<void> {
    const { id, lease, attempt } = job;
    const later = now + retries.firstDelayMs * 2 ** (attempt - 1);
    const last = attempt >= retries.attempts;
    if (last && id === repeatedJobId(job.name)) return this.done(job);
    await this.db
      .updateTable('accord_jobs')
      .set({ lease: NOBODY, lease_until: 0, ...(last ? { parked: 1 } : { run_at: later }) })
      .where('id', '=', id)
      .where('lease', '=', lease)
      .execute();
  }

  async parked(limit: number): Promise<readonly { readonly name: string; readonly key: string }[]> {
    return this.db.selectFrom('accord_jobs').select(['name', 'key']).where('parked', '=', 1).orderBy('run_at').limit(limit).execute();
  }

  async unpark(now: number): Promise<void> {
    await this.db.updateTable('accord_jobs').set({ ...fresh, run_at: now }).where('parked', '=', 1).execute();
  }

  /** When something falls due next, or `undefined` where nothing waits. */
  async nextMoment(): Promise<number | undefined> {
    const job = await this.db.selectFrom('accord_jobs').select('run_at').where('parked', '=', 0).where('lease', '=', NOBODY).orderBy('run_at').limit(1).executeTakeFirst();
    const rhythm = await this.db.selectFrom('accord_job_rhythms').select('next_at').orderBy('next_at').limit(1).executeTakeFirst();
    const moments = [job?.run_at, rhythm?.next_at].filter((moment) => moment !== undefined);
    return moments.length === 0 ? undefined : Math.min(...moments);
  }
}
