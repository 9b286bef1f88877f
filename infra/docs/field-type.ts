/** The part of JSON Schema that event contracts use. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

const quoted = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A field's type as a reader would say it: "London date", "one of approved, declined", "list of { ... }". */
export function typeInWords(schema: JsonSchema): string {
  if (schema.description) return schema.description;
  if (schema.const !== undefined) return `always ${quoted(schema.const)}`;
  if (schema.enum) return `one of ${schema.enum.map(quoted).join(', ')}`;
  if (schema.anyOf) return schema.anyOf.map(typeInWords).join(' or ');
  if (schema.type === 'array') return `list of ${schema.items ? typeInWords(schema.items) : 'anything'}`;
  if (schema.type === 'object') return objectInWords(schema);
  if (schema.type === 'string') return schema.maxLength ? `text up to ${schema.maxLength} characters` : 'text';
  if (schema.type === 'integer') return schema.minimum === undefined ? 'whole number' : `whole number from ${schema.minimum}`;
  return schema.type ?? 'anything';
}

function objectInWords({ properties = {}, required = [] }: JsonSchema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${typeInWords(schema)}`,
  );
  return `{ ${fields.join('; ')} }`;
}
