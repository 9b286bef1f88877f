import { createHash } from 'node:crypto';

/** The part of JSON Schema from which an example can be made. */
export interface ExampleSchema {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: ExampleSchema;
  readonly properties?: Readonly<Record<string, ExampleSchema>>;
  readonly anyOf?: readonly ExampleSchema[];
  readonly oneOf?: readonly ExampleSchema[];
  readonly minimum?: number;
}

const named: Readonly<Record<string, unknown>> = {
  weeks: 6,
  weight: 5000,
  weeklyPence: 184735,
  to: '2025-11-17',
  year: '2025-04-01',
};

/** A plausible value for a field: known words by the field's name, else the first that the schema allows. */
export function exampleOf(schema: ExampleSchema, name: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (choice) return exampleOf(choice, name);
  if (name in named) return named[name];
  if (schema.type === 'object') return exampleObject(schema);
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items, name)] : [];
  if (schema.type === 'string') return exampleText(schema, name);
  if (schema.type === 'boolean') return true;
  return schema.minimum ?? 1;
}

function exampleObject({ description, properties = {} }: ExampleSchema): unknown {
  if (description?.startsWith('split')) return exampleSplit();
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, exampleOf(schema, name)]));
}

function exampleText({ description, format, pattern }: ExampleSchema, name: string): string {
  const kind = /^id of an? (.+)$/.exec(description ?? '')?.[1];
  if (kind) return exampleId(kind);
  if (format === 'date') return '2025-10-06';
  if (format === 'date-time') return '2025-10-06T08:30:00.000Z';
  if (description?.startsWith('time of day')) return '09:30';
  if (pattern === '^[0-9a-f]{64}$') return createHash('sha256').update(`accord sample ${name}`).digest('hex');
  return `a ${name}`;
}

const exampleSplit = (): unknown => ({
  kind: 'basis-points',
  parts: ['agency', 'other agency'].map((agency) => ({ agencyId: exampleId(agency), weight: 5000 })),
});

/** The same id for the same kind in every sample; RFC 9562 version 8, made from the kind's name. */
export function exampleId(kind: string): string {
  const hex = createHash('sha256').update(`accord sample ${kind}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
