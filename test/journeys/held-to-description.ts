import { areaAnswers, describedArea } from '@accord/composition';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { witnessedBy } from './person';
import type { Answer } from './person';

/** A schema as OpenAPI 3.0 writes it, as far as it is rewritten here. */
interface Schema {
  readonly $ref?: string;
  readonly nullable?: boolean;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;
}

interface DescribedOperation {
  readonly name: string;
  readonly method: string;
  readonly parts: readonly string[];
  readonly responses: Operation['responses'];
}

/** What the description of the API promises, ready to hold answers against it. */
export class Promised {
  private readonly ajv = addFormats(new Ajv({ strictTypes: false, strictRequired: false, allErrors: false }));
  private readonly judges = new Map<Schema, ValidateFunction>();

  private constructor(
    private readonly operations: readonly DescribedOperation[],
    schemas: Readonly<Record<string, Schema>>,
  ) {
    this.ajv.addSchema({ $id: 'api', $defs: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, asJsonSchema(schema)])) });
  }

  /** The same description as an area serves it; making it here leaves the area under test alone. */
  static async ofArea(): Promise<Promised> {
    const { paths, components } = await describedArea(areaAnswers());
    // The document is generated; what is read of it is declared above.
    const operations = Object.entries(paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([verb, { responses }]) => ({ name: `${verb.toUpperCase()} ${path}`, method: verb.toUpperCase(), parts: path.split('/'), responses })),
    );
    // Fixed parts of an address go before parameters.
    const byParameters = operations.toSorted((one, other) => parametersOf(one) - parametersOf(other));
    return new Promised(byParameters, components?.schemas ?? {});
  }

  /** How an answer departs from what is promised of its route; `undefined` where it does not, or nothing is promised. */
  departure(method: string, address: string, answer: Answer): string | undefined {
    const operation = this.operationAt(method, address);
    const kind = answer.headers.get('content-type')?.split(';')[0];
    if (operation === undefined || kind === undefined) return undefined;
    const promised = operation.responses[answer.status]?.content?.[kind];
    if (promised === undefined) return `${operation.name} answered ${answer.status} as ${kind}, of which the description says nothing`;
    if (!kind.endsWith('json')) return undefined;
    const judge = this.judgeOf(promised.schema);
    if (judge(JSON.parse(answer.text))) return undefined;
    const found = judge.errors?.map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`).join('; ');
    return `${operation.name} answered ${answer.status} otherwise than it is described (${found}): ${answer.text.slice(0, 2_000)}`;
  }

  private operationAt(method: string, address: string): DescribedOperation | undefined {
    const parts = new URL(address).pathname.split('/');
    return this.operations.find((each) => each.method === method && each.parts.length === parts.length && each.parts.every((part, place) => part.startsWith('{') || part === parts[place]));
  }

  private judgeOf(schema: Schema): ValidateFunction {
    const known = this.judges.get(schema);
    if (known !== undefined) return known;
    const judge = this.ajv.compile(closed(asJsonSchema(schema)));
    this.judges.set(schema, judge);
    return judge;
  }
}

const parametersOf = ({ parts }: DescribedOperation): number => parts.filter((part) => part.startsWith('{')).length;

/**
 * JSON Schema of 2020 for a schema of OpenAPI 3.0. Clients are told nothing of members that are not described, so that
 * some may come; here they are refused, for whoever adds one is to describe it.
 */
function asJsonSchema({ nullable, $ref, allOf, anyOf, items, properties, additionalProperties, ...rest }: Schema): object {
  const schema = {
    ...rest,
    ...($ref === undefined ? {} : { $ref: $ref.replace('#/components/schemas/', 'api#/$defs/') }),
    ...(allOf === undefined ? {} : { allOf: allOf.map(asJsonSchema) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((each) => closed(asJsonSchema(each))) }),
    ...(items === undefined ? {} : { items: closed(asJsonSchema(items)) }),
    ...(properties === undefined ? {} : { properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, closed(asJsonSchema(each))])) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: typeof additionalProperties === 'object' ? closed(asJsonSchema(additionalProperties)) : additionalProperties }),
  };
  return nullable === true ? { anyOf: [closed(schema), { type: 'null' }] } : schema;
}

/** `additionalProperties` would not see the members of what it refers to. A schema that says nothing is open. */
const closed = (schema: object): object => (Object.keys(schema).length === 0 || 'additionalProperties' in schema ? schema : { ...schema, unevaluatedProperties: false });

let promised: Promise<Promised> | undefined;

/** From now on an answer that departs from the description of the API fails the journey that asked. */
export async function holdAnswersToDescription(): Promise<void> {
  promised ??= Promised.ofArea();
  const held = await promised;
  witnessedBy((method, address, answer) => {
    const departure = held.departure(method, address, answer);
    if (departure !== undefined) throw new Error(departure);
  });
}
