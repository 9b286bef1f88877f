/** The start must fail: a job would wait for ever, or a handler for a job that nobody schedules. */
export class JobsWithoutHandler extends Error {
  override readonly name = 'JobsWithoutHandler';
}

/** The queue cannot be reached; nothing was scheduled. Trying again later is right. */
export class JobQueueUnavailable extends Error {
  override readonly name = 'JobQueueUnavailable';
}
