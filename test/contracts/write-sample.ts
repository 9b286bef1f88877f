import { eventCatalogue } from '@accord/composition';
import type { AnyEventDefinition } from '@accord/shared/event-contracts';
import type { JsonObject } from '@accord/shared/event-store';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { exampleId, exampleOf, type ExampleSchema } from './example-value';
import type { Sample } from './samples';
import { lockSample, sampleName, sampleNames, storeSample } from './samples';

/**
 * `npm run sample -- EventType` stores the first sample of the event's newest version, made from its
 * contract. `--lock` after it only locks a sample that was written by hand.
 */
function sampleOf(definition: AnyEventDefinition): Sample {
  const agency = exampleId('agency');
  return {
    id: exampleId(`${definition.type} event`),
    type: definition.type,
    schemaVersion: definition.version,
    stream: `${definition.stream}-${exampleId(definition.stream)}`,
    revision: 0,
    position: 0,
    recordedAt: '2025-10-06T08:30:00.000Z',
    data: storedData(definition),
    metadata: {
      actor: 'a4c1e1f0c6d84d0e',
      agency,
      role: 'panel-administrator',
      lawfulBasis: 'public-task',
      correlationId: exampleId('correlation'),
      causationId: exampleId('command'),
      commandId: exampleId('command'),
    },
  };
}

function storedData(definition: AnyEventDefinition): JsonObject {
  // zod's JSON Schema of a contract uses no more than ExampleSchema.
  const schema = z.toJSONSchema(definition.data, { io: 'input' }) as ExampleSchema;
  // The example of a contract's object is a JSON object.
  const data = exampleOf(schema, definition.type) as Record<string, JsonObject[string]>;
  for (const field of Object.keys(definition.personal)) data[field] = sealedSample(definition.type, field);
  return data;
}

/** A text of the sealed form that no key opens. */
const sealedSample = (type: string, field: string): string =>
  `sealed:1:${exampleId('key')}:${createHash('sha256').update(`${type}.${field}`).digest('base64url')}`;

function main(type: string | undefined, lockOnly: boolean): void {
  const definition = type === undefined ? undefined : eventCatalogue.definition(type);
  if (!definition) throw new Error(`No event is called ${type ?? '(give a type)'}`);
  const name = sampleName(definition.type, definition.version);
  if (lockOnly) lockSample(name);
  else if (sampleNames().includes(name)) throw new Error(`${name} exists: an event that was written is never changed`);
  else storeSample(name, sampleOf(definition));
  console.log(`test/contracts/samples/${name} ${lockOnly ? 'locked' : 'written and locked'}`);
}

main(process.argv[2], process.argv.includes('--lock'));
