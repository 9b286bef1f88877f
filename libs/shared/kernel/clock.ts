/** The only source of "now". Domain code never reads it: instants arrive in commands. */
export interface Clock {
  /** The present instant, UTC, ISO 8601 with milliseconds and `Z`: `2025-10-06T08:30:00.000Z`. */
  now(): Instant;
}

/** An instant as text, UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts compare as times. */
export type Instant = string;
