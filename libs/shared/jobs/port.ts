import type { JsonObject } from '@accord/shared/event-store';
import type { Instant } from '@accord/shared/kernel';

/**
 * Every job of a deployment: its name, to the shape of its payload. A payload holds ids and dates, never
 * personal data: it is kept outside the record, where nothing is encrypted or erased.
 */
export type JobPayloads = { readonly [name: string]: JsonObject };

/** The jobs as values, for the checks at the start: `defineJobs<Jobs>({ 'discard-old-answers': 'Forgets …' })`. */
export type JobCatalogue<J extends JobPayloads> = { readonly [N in keyof J & string]: string };

/** Declares the closed list of jobs, each with a sentence on what it does. */
export const defineJobs = <J extends JobPayloads>(catalogue: JobCatalogue<J>): JobCatalogue<J> => catalogue;

export interface ScheduledJob<J extends JobPayloads, N extends keyof J & string = keyof J & string> {
  readonly name: N;
  /** What the job is about, once: `child-0199…-review-3`. Letters, digits, `.`, `_` and `-`, at most 200, a letter or digit first. */
  readonly key: string;
  /** Not before this moment. */
  readonly runAt: Instant;
  readonly payload: J[N];
}

/** When a repeated job falls due: each so many milliseconds, or at a time of day in London, `HH:MM`. */
export type Rhythm = { readonly everyMs: number } | { readonly dailyAt: string };

export interface RepeatedJob<J extends JobPayloads, N extends keyof J & string = keyof J & string> {
  readonly name: N;
  readonly rhythm: Rhythm;
  readonly payload: J[N];
}

/** A job as its handler gets it. */
export interface DueJob<P> {
  readonly key: string;
  readonly payload: P;
  /** 1 at the first try. */
  readonly attempt: number;
}

export type JobHandlers<J extends JobPayloads> = {
  readonly [N in keyof J & string]: (job: DueJob<J[N]>) => Promise<void>;
};

/** A job that failed at every try and waits for somebody to look. */
export interface ParkedJob {
  readonly name: string;
  readonly key: string;
}

/**
 * Work that falls due later. Promises, of every adapter (the contract suite holds them to it):
 *
 * 1. a job runs at its moment or later, at least once; also where the process was away at that moment.
 *    A handler must bear a second run: a worker that dies in the middle has its job run again;
 * 2. one name and key is one job as long as it waits, runs or is parked: scheduling it again changes
 *    nothing. Once done it is forgotten, and the key may be used anew;
 * 3. several workers share the work: a job that one runs no other runs;
 * 4. a handler that fails is tried again, later each time; after the last try the job is parked;
 * 5. a repeated job has one rhythm, that of the last `every`; moments that passed while nobody worked
 *    are made up for by one run, not by many. It is never parked: its next moment comes anyway;
 * 6. a queue holds no truth: what it forgets (Redis lost its memory) is scheduled again from the record.
 */
export interface JobQueue<J extends JobPayloads> {
  /** @throws JobQueueUnavailable; RangeError for a malformed key or moment (a bug). */
  schedule<N extends keyof J & string>(job: ScheduledJob<J, N>): Promise<void>;
  /** Sets the rhythm of a repeated job; the first run falls within one interval. @throws JobQueueUnavailable */
  every<N extends keyof J & string>(job: RepeatedJob<J, N>): Promise<void>;
  /** Begins to run jobs in this process. @throws JobsWithoutHandler naming each; an Error where called twice. */
  work(handlers: JobHandlers<J>): Promise<void>;
  /** At most 100, oldest first. */
  parked(): Promise<readonly ParkedJob[]>;
  /** Tries every parked job again. */
  retryParked(): Promise<void>;
  /** Takes no more jobs, waits for those running, and frees everything. */
  stop(): Promise<void>;
}

/** How failures are dealt with; the same for every job. */
export interface RetryPolicy {
  /** How often a job is tried before it is parked. */
  readonly attempts: number;
  /** Before the second try; doubled before each further one. */
  readonly firstDelayMs: number;
}

/** About four minutes from the first try to the last. */
export const usualRetries: RetryPolicy = { attempts: 8, firstDelayMs: 2_000 };
