import type { Position } from '@accord/shared/event-store';

/** Waits until projections have applied an event, so that people always see what they wrote. */
export interface ReadYourWrites {
  /** Whether all of them reached the position within the time; an unknown projection is a bug and throws. */
  waitFor(projections: readonly string[], position: Position, timeoutMs: number): Promise<boolean>;
}

/** What `/health/ready` tells: whether requests can be answered, and how far the views are behind. */
export interface ReadinessReport {
  readonly ready: boolean;
  /** Whether the event store answers. */
  readonly store: boolean;
  readonly projections: readonly ProjectionHealth[];
  /** What follows from events, where this process carries it out. */
  readonly reactions?: readonly ReactionHealth[];
}

export interface ReactionHealth {
  readonly name: string;
  readonly lag: number;
  /** Events set aside because something that they rest on cannot be read. */
  readonly parked: number;
  /** Class name of what fails, while it is being tried again. */
  readonly problem?: string;
}

export interface ProjectionHealth {
  readonly name: string;
  /** Events stored but not yet applied, where the store can count them; else a difference of positions. */
  readonly lag: number;
  /** Events set aside because they could not be applied. */
  readonly parked: number;
}

export interface Readiness {
  report(): Promise<ReadinessReport>;
}

/** Injection tokens of what the shell needs from the composition. */
export const TOKEN_VERIFIER = Symbol('TokenVerifier');
export const CLOCK = Symbol('Clock');
export const READ_YOUR_WRITES = Symbol('ReadYourWrites');
export const READINESS = Symbol('Readiness');
export const SHELL_LOG = Symbol('ShellLog');
