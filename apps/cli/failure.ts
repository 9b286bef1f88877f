import { Misconfigured } from '@accord/composition';
import { PersonalDataUnavailable } from '@accord/shared/commands';
import { EventStoreUnavailable } from '@accord/shared/event-store';
import { Problem } from '@accord/shared/http';
import { errorFields } from '@accord/shared/observability';
import { DatabaseIsNewer, ProjectionNotLive, ReadStoreMisconfigured } from '@accord/shared/read-store';
import { exitCodes } from './exit-codes';

/** How a command that failed ends. */
export interface Failure {
  readonly code: (typeof exitCodes)[keyof typeof exitCodes];
  /** What to say, if that has not been said. */
  readonly says?: string;
}

/** Our own failures of what surrounds us: their messages are sentences for an operator and hold no data. */
const toldAsTheyAre = [EventStoreUnavailable, ProjectionNotLive, ReadStoreMisconfigured, DatabaseIsNewer, PersonalDataUnavailable, Problem];

/**
 * How a command ends that threw this. An error that is not our own is told by name and place alone: its
 * message may quote what people wrote.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof Misconfigured) return { code: exitCodes.misconfigured, says: error.message };
  const known = toldAsTheyAre.find((kind) => error instanceof kind);
  if (known && error instanceof Error) return { code: exitCodes.failed, says: `accord failed: ${error.message}` };
  // Commander's errors, and ours of usage, have been told with the help that belongs to them.
  if (error instanceof Error && 'exitCode' in error) {
    return { code: error.exitCode === 0 ? exitCodes.agrees : exitCodes.usage };
  }
  const unreachable = unreachableCode(error);
  if (unreachable) {
    return { code: exitCodes.failed, says: `accord failed: a configured store cannot be reached (${unreachable}); is it running, and is its address right?` };
  }
  return { code: exitCodes.failed, says: `accord failed: ${JSON.stringify(errorFields(error))}` };
}

/** What the network answers where nobody listens. */
const UNREACHABLE: readonly unknown[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH'];

const unreachableCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && UNREACHABLE.includes(error.code) ? String(error.code) : undefined;
