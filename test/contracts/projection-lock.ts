import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const lockFile = join(process.cwd(), 'test', 'contracts', 'projections.lock.json');

/** What a projection of some version was built from. */
export interface LockedProjection {
  readonly version: number;
  /** The types that it handles, in order; or all. */
  readonly handles: readonly string[] | 'all';
}

/** The versions of all events, and of the projections that were built from them. */
export interface ProjectionLock {
  readonly events: Readonly<Record<string, number>>;
  readonly projections: Readonly<Record<string, LockedProjection>>;
}

interface Built {
  readonly definitions: readonly { readonly type: string; readonly version: number }[];
  readonly projections: readonly { readonly name: string; readonly version: number; readonly handles: readonly string[] | 'all' }[];
}

/** The lock that this build makes. */
export const lockOf = ({ definitions, projections }: Built): ProjectionLock => ({
  events: Object.fromEntries(definitions.map(({ type, version }) => [type, version] as const).sort()),
  projections: Object.fromEntries(
    projections.map(({ name, version, handles }) => [name, { version, handles: handles === 'all' ? handles : handles.toSorted() }] as const).sort(),
  ),
});

/**
 * Why projections of the version that was locked would serve rows that this build would not make: an event is stored
 * in a newer version, or one that was on record before is kept now, or no longer. A higher version of the projection is
 * built anew from all events, and has no such reason.
 */
export function staleProjections(locked: ProjectionLock, now: ProjectionLock): string[] {
  return Object.entries(now.projections).flatMap(([name, { version, handles }]) => {
    const before = locked.projections[name];
    if (before?.version !== version) return [];
    return Object.keys(locked.events).flatMap((type) => {
      const [kept, keeps] = [handled(before, type), handled({ handles }, type)];
      if (kept !== keeps) return [`${name} ${keeps ? 'keeps' : 'no longer keeps'} ${type}: raise its version above ${version}`];
      const raised = keeps && now.events[type] !== locked.events[type];
      return raised ? [`${name} keeps ${type}, which is now in version ${now.events[type]}: raise its version above ${version}`] : [];
    });
  });
}

const handled = ({ handles }: Pick<LockedProjection, 'handles'>, type: string): boolean => handles === 'all' || handles.includes(type);

export function readProjectionLock(): ProjectionLock {
  // Written by `writeProjectionLock` alone; a wrong shape makes every comparison fail.
  return JSON.parse(readFileSync(lockFile, 'utf8')) as ProjectionLock;
}

export const writeProjectionLock = (lock: ProjectionLock): void => writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
