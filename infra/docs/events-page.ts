import type { AnyEventDefinition } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { typeInWords, type JsonSchema } from './field-type';
import { row, table } from './markdown';


/** The catalogue of events: what each means, its fields, and the line that it gives on a timeline. */
export function eventsPage(
  definitions: readonly AnyEventDefinition[],
  sentence: (definition: AnyEventDefinition) => string | undefined,
): string {
  const streams = [...new Set(definitions.map(({ stream }) => stream))].sort();
  const sections = streams.map((stream) => {
    const events = definitions.filter((definition) => definition.stream === stream);
    return [`## Stream \`${stream}-<uuid>\``, ...events.map((event) => eventSection(event, sentence(event)))].join('\n\n');
  });
  const index = table(
    ['Event', 'Version', 'Stream', 'Meaning'],
    [...definitions].sort(byType).map((event) => [link(event.type), String(event.version), `\`${event.stream}\``, event.meaning]),
  );
  return ['# Events', 'The permanent record. Every event ever stored is one of these; each older version has an upcaster and a kept sample.', index, ...sections].join('\n\n');
}

const byType = (left: AnyEventDefinition, right: AnyEventDefinition): number => (left.type < right.type ? -1 : 1);
const link = (type: string): string => `[${type}](#${type.toLowerCase()})`;

function eventSection(event: AnyEventDefinition, sentence: string | undefined): string {
  const { properties = {}, required = [] } = schemaOf(event);
  const fields = Object.entries(properties).map(([name, schema]) =>
    row(`\`${name}\``, typeInWords(schema), required.includes(name) ? 'yes' : 'no', event.personal[name] ?? ''),
  );
  return [
    `### ${event.type}`,
    `Version ${event.version}. ${event.meaning} True in the world from \`${event.effective}\`.${subjectOf(event)}`,
    table(['Field', 'Type', 'Always present', 'Personal'], fields),
    sentence === undefined ? 'Timeline: (no sample stored yet)' : `Timeline: *${sentence}*`,
  ].join('\n\n');
}

const subjectOf = ({ subject }: AnyEventDefinition): string =>
  subject === undefined ? '' : ` Personal fields are sealed under the keys of \`${subject}\`.`;

// zod's own JSON Schema type is the whole of JSON Schema; contracts use the part declared here.
const schemaOf = (event: AnyEventDefinition): JsonSchema => z.toJSONSchema(event.data, { io: 'input' }) as JsonSchema;
