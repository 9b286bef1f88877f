import { eventCatalogue, projections } from '@accord/composition';
import { isSealed } from '@accord/shared/event-contracts';
import type { ProjectedEvent, Projection } from '@accord/shared/projections';
import { TablesInMemory } from '@accord/shared/testing';
import type { Sample } from './samples';
import { hashOf, lockedHashes, readSample, sampleName, sampleNames } from './samples';

const names = sampleNames();
const samples = names.map((name) => [name, readSample(name)] as const);
const cases = samples.flatMap(([name, sample]) =>
  projections.filter((projection) => handles(projection, sample)).map((projection) => ({ projection, name, sample })),
);

function handles({ handles: types }: Projection, { type }: Sample): boolean {
  return types === 'all' || types.includes(type);
}

describe('Every version of every event that was ever written', () => {
  const versions = eventCatalogue.definitions.flatMap(({ type, version }) =>
    Array.from({ length: version }, (_, index) => sampleName(type, index + 1)),
  );

  it('has a stored sample (npm run sample -- EventType writes the first)', () => {
    expect(versions.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('is still known: no sample is of an event that this build has forgotten', () => {
    expect(names.filter((name) => !versions.includes(name))).toEqual([]);
  });

  it('keeps its sample to the byte', () => {
    expect(Object.fromEntries(names.map((name) => [name, hashOf(name)]))).toEqual(lockedHashes());
  });
});

describe.each(samples)('The stored sample %s', (name, sample) => {
  const definition = eventCatalogue.definition(sample.type);

  it('is named for what it holds', () => {
    expect(name).toBe(sampleName(sample.type, sample.schemaVersion));
    expect(sample.stream.startsWith(`${definition?.stream ?? '?'}-`)).toBe(true);
  });

  it('still loads, brought to the newest version', () => {
    expect(() => eventCatalogue.read(sample)).not.toThrow();
  });

  it('keeps its personal fields sealed', () => {
    const data = eventCatalogue.read(sample);
    const open = Object.keys(definition?.personal ?? {}).filter((field) => data[field] !== undefined && !isSealed(data[field]));
    expect(open).toEqual([]);
  });
});

describe('The read model', () => {
  it.each(cases)('$projection.name takes $name', ({ projection, sample }) => {
    const { type, schemaVersion: _, data: __, ...envelope } = sample;
    const event: ProjectedEvent = { ...envelope, body: { type, data: eventCatalogue.read(sample) } };
    const tables = new TablesInMemory(projection.tables);
    expect(() => tables.apply(projection.project(event))).not.toThrow();
  });
});
