import type { JsonObject } from '@accord/shared/event-store';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const contracts = join(process.cwd(), 'test', 'contracts');
const folder = join(contracts, 'samples');
const lockFile = join(contracts, 'samples.lock.json');

/** An event exactly as a store once held it, whole envelope; personal fields as sealed texts. */
export interface Sample {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
  readonly data: JsonObject;
  readonly metadata: SampleMetadata;
}

interface SampleMetadata {
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  readonly lawfulBasis: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly commandId: string;
}

/** File name of the sample of one version of an event. */
export const sampleName = (type: string, version: number): string => `${type}.v${version}.json`;

/** Names of all stored samples. */
export const sampleNames = (): readonly string[] => globSync('*.json', { cwd: folder }).map((file) => basename(file)).sort();

// The spec that calls it reads the sample through the event's contract.
export const readSample = (name: string): Sample => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Sample;

/** SHA-256 of a sample's bytes. */
export const hashOf = (name: string): string =>
  createHash('sha256').update(readFileSync(join(folder, name))).digest('hex');

/** The hash that each sample had when it was first stored. */
export function lockedHashes(): Readonly<Record<string, string>> {
  // Written by `lockSample` alone; a wrong shape makes every comparison fail.
  return JSON.parse(readFileSync(lockFile, 'utf8')) as Readonly<Record<string, string>>;
}

/** Stores a new sample, and its hash beside the others. */
export function storeSample(name: string, sample: Sample): void {
  writeFileSync(join(folder, name), `${JSON.stringify(sample, null, 2)}\n`);
  lockSample(name);
}

/** Adds the hash of a sample that has none yet; one that is locked never changes. */
export function lockSample(name: string): void {
  const locked = lockedHashes();
  if (locked[name]) throw new Error(`${name} is locked: an event that was written is never changed`);
  const hashes = { ...locked, [name]: hashOf(name) };
  const ordered = Object.fromEntries(Object.entries(hashes).sort(([left], [right]) => (left < right ? -1 : 1)));
  writeFileSync(lockFile, `${JSON.stringify(ordered, null, 2)}\n`);
}
