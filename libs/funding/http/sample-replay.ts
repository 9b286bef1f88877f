import { Replay } from '@accord/funding/application';
import type { ReplayQuestion, StoredFactRow } from '@accord/funding/application';
import type { ReplaySubject } from '@accord/funding/domain';
import type { Instant } from '@accord/shared/kernel';
import { InMemoryEventStore, RecordInMemory, anEvent, sealedData } from '@accord/shared/testing';
import { ReplayReports } from './index';
import { StoredFundsInMemory, StoredInMemory, agreed, catalogue, days, decided, found, id, inForce, opened, operated, words } from './sample-record';
import type { Happened } from './sample-record';

// A record and its replay, for the specs of replays; not exported by the index.

/** Noon of 1 December 2025 and so many minutes. */
export const minute = (n: number): Instant => new Date(Date.UTC(2025, 11, 1, 12, n)).toISOString();
export const [robin, alex] = [id<'child'>(800), id<'child'>(801)];
export const ofChild = (child = robin): ReplaySubject => ({ about: 'child', id: child });
export const ofAgreement: ReplaySubject = { about: 'agreement', id: id(1_000) };
export const ofDecision: ReplaySubject = { about: 'decision', id: id(7_000) };
export const autumn = days('2025-09-01', '2025-12-01');

/** A record of these events, a minute after one another, and the read model that it gives. */
export async function recorded(...happened: readonly Happened[]) {
  let now = minute(0);
  const record = new RecordInMemory(() => now);
  const events = new InMemoryEventStore(record);
  for (const [place, { stream, type, data }] of happened.entries()) {
    now = minute(place);
    const definition = catalogue.check(type, data);
    const revision = record.streams.get(stream)?.length ?? 0;
    // The same ids in every run, so that two answers can be held against each other.
    const event = anEvent({ id: id(100_000 + place), type, schemaVersion: definition.version, data: sealedData(definition, data) });
    await events.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
  }
  const stored = StoredInMemory.of(record.all);
  const storedFunds = StoredFundsInMemory.of(record.all);
  const replay = new Replay({ events, catalogue, stored, storedFunds, onProgress: () => undefined, pause: () => Promise.resolve() });
  const reports = new ReplayReports(replay, { words: () => Promise.resolve(words) });
  const report = async (subject: ReplaySubject, question: Partial<ReplayQuestion> = {}) => {
    const found = await reports.report({ subject, window: autumn, ...question });
    if (!found) throw new Error('Nothing of the kind is on record.');
    return found;
  };
  return { record, stored, storedFunds, replay, report };
}

export const afterSurgery = [opened(robin), agreed(), inForce(), found(robin), decided(robin), operated(robin)];
export const otherChild = [opened(alex), decided(alex, { number: 1, weeklyPence: 70_000 })];

export const changedText = (from: string, to: string) => (row: StoredFactRow): StoredFactRow => {
  expect(row.data).toContain(from);
  return { ...row, data: row.data.replace(from, to) };
};
