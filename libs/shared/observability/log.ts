import pino from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { errorFields } from './error-fields';

/**
 * Everything that a log line may say besides its message: an allow-list, because logs outlive requests
 * and are read by people who may not read the record. None of it is personal data; whatever is not
 * listed is dropped when the line is written, also where a cast got it past the compiler.
 */
export interface LogFields {
  readonly method?: string;
  /** The route's template, `/v1/children/:id`; never the address with its ids and query. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly correlationId?: string;
  /** The person's opaque id. */
  readonly actor?: string;
  /** A problem's or refusal's code. */
  readonly code?: string;
  readonly projection?: string;
  readonly position?: number;
  readonly lag?: number;
  readonly count?: number;
  readonly eventType?: string;
  readonly job?: string;
  readonly key?: string;
  readonly attempt?: number;
  readonly address?: string;
  readonly profile?: string;
  readonly signal?: string;
  readonly component?: string;
  /** Only its name, code and stack frames are written: a message may quote what a person typed. */
  readonly error?: unknown;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
export const logLevels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Structured log lines. The message is a constant sentence; what varies goes into the fields. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  fatal(message: string, fields?: LogFields): void;
}

/** Names of the allowed fields, each with how it is written; exhaustive over {@link LogFields}. */
const written: { readonly [K in keyof Required<LogFields>]: 'plain' | 'error' } = {
  method: 'plain',
  route: 'plain',
  status: 'plain',
  ms: 'plain',
  correlationId: 'plain',
  actor: 'plain',
  code: 'plain',
  projection: 'plain',
  position: 'plain',
  lag: 'plain',
  count: 'plain',
  eventType: 'plain',
  job: 'plain',
  key: 'plain',
  attempt: 'plain',
  address: 'plain',
  profile: 'plain',
  signal: 'plain',
  component: 'plain',
  error: 'error',
};

export interface LogOptions {
  readonly level: LogLevel;
  /** Which process writes: `standalone`, `api`, `projector`. */
  readonly name: string;
  /** Where the lines go; standard output unless given. */
  readonly destination?: DestinationStream;
}

/** A log of JSON lines, one per event, without host name and process id, which say nothing lasting. */
export function createLog({ level, name, destination = pino.destination(1) }: LogOptions): Log {
  const lines = pino(
    {
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }), log: allowedFields },
    },
    destination,
  );
  return logOf(lines);
}

/** Keeps what {@link LogFields} lists, and of that only plain values. */
function allowedFields(given: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, how] of Object.entries(written)) {
    const value = given[name];
    if (how === 'error') {
      if (value !== undefined) kept[name] = errorFields(value);
    } else if (typeof value === 'string' || typeof value === 'number') kept[name] = value;
  }
  return kept;
}

const logOf = (lines: Logger): Log => ({
  debug: (message, fields = {}) => lines.debug(fields, message),
  info: (message, fields = {}) => lines.info(fields, message),
  warn: (message, fields = {}) => lines.warn(fields, message),
  error: (message, fields = {}) => lines.error(fields, message),
  fatal: (message, fields = {}) => lines.fatal(fields, message),
});

/** A log that writes nothing, for specs. */
export const noLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  fatal: () => undefined,
};
