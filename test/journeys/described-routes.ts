import { request } from './person';

/** A schema as far as the journeys read it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

interface Operation {
  readonly security?: readonly unknown[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A route as its description tells it. */
export interface DescribedRoute {
  /** `POST /v1/panels/{id}/meetings`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly secured: boolean;
  /** Names of its query parameters. */
  readonly query: readonly string[];
  /** Its body's schema with everything that it refers to in place. */
  readonly body: Schema | undefined;
}

/** Every route that the area describes at /v1/openapi.json. */
export async function describedRoutes(address: string): Promise<readonly DescribedRoute[]> {
  const { text } = await request(`${address}/v1/openapi.json`);
  // The document is generated; what the journeys read of it is declared above.
  const { paths, components } = JSON.parse(text) as Description;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, { security, parameters = [], requestBody }]) => {
      const method = verb.toUpperCase();
      const schema = requestBody?.content['application/json']?.schema;
      return {
        ...{ name: `${method} ${path}`, method, path, secured: security !== undefined },
        query: parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
        body: schema && resolved(schema, components.schemas),
      };
    }),
  );
}

function resolved(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  const { $ref, allOf, properties, items, ...own } = schema;
  if ($ref !== undefined) return resolved(schemas[$ref.split('/').at(-1) ?? ''] ?? {}, schemas);
  const [first] = allOf ?? [];
  if (first !== undefined) return resolved(first, schemas);
  return {
    ...own,
    ...(items ? { items: resolved(items, schemas) } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, resolved(inner, schemas)])) }
      : {}),
  };
}
