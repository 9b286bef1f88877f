import type { OpenAPIObject } from '@nestjs/swagger';
import type { AnswerSchema, AnswerSchemas, RouteAnswer } from './answer-schemas';
import { apiTags } from './api-tags';
import { PROBLEM_TYPE } from './problem';
import { PERMISSION_IN_DESCRIPTION } from './requires';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every status that the shell can answer, and to what kind of operation. */
const PROBLEMS: readonly { readonly status: string; readonly description: string; readonly to: 'all' | 'secured' | 'command' | 'body' }[] = [
  { status: '400', description: 'The request cannot be read.', to: 'all' },
  { status: '401', description: 'The token is missing or not believed.', to: 'secured' },
  { status: '403', description: 'The person may not do this.', to: 'secured' },
  { status: '404', description: 'Something that the request names does not exist.', to: 'all' },
  { status: '409', description: "The record's state or a rule forbids it.", to: 'all' },
  { status: '412', description: 'The record has moved on since the revision in If-Match.', to: 'command' },
  { status: '413', description: 'The body is too large.', to: 'body' },
  { status: '415', description: 'The body is not JSON.', to: 'body' },
  { status: '422', description: 'The words of the request cannot be true or understood.', to: 'all' },
  { status: '500', description: 'A fault of the service.', to: 'all' },
  { status: '503', description: 'The record cannot be reached, or the view has not caught up.', to: 'all' },
];

/**
 * Adds to a generated document what every operation requires and may answer: its permission, problems, the
 * answers of commands, and what the others answer. Tags are told in the order of the catalogue, those alone under which something stands.
 */
export function describeAnswers(document: OpenAPIObject, { answers, schemas } = NONE): OpenAPIObject {
  document.components = { ...document.components, schemas: disjoint(document.components?.schemas ?? {}, SCHEMAS, schemas) };
  const used = new Set<string>();
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation === undefined) continue;
      describe(operation, answers[operation.operationId ?? '']);
      for (const tag of operation.tags ?? []) used.add(tag);
    }
  }
  document.tags = Object.entries(apiTags).flatMap(([name, description]) => (used.has(name) ? [{ name, description }] : []));
  return document;
}

const NONE: AnswerSchemas = { answers: {}, schemas: {} };

/** @throws Error where two schemas have one name: a client would take one for the other */
function disjoint(...parts: readonly Readonly<Record<string, AnswerSchema | Schemas[string]>>[]): Schemas {
  const names = parts.flatMap((part) => Object.keys(part));
  const twice = names.filter((name, place) => names.indexOf(name) !== place);
  if (twice.length > 0) throw new Error(`The description of the API has two schemas of one name: ${twice.join(', ')}.`);
  // The schemas of answers are a part of those of OpenAPI.
  return Object.assign({}, ...parts) as Schemas;
}

function describe(operation: Operation, answer: RouteAnswer | undefined): void {
  describePermission(operation);
  const command = operation.parameters?.some((parameter) => 'name' in parameter && parameter.name === 'Idempotency-Key') === true;
  const traits = new Set(['all']);
  if (operation.security !== undefined) traits.add('secured');
  if (command) traits.add('command');
  if (command || operation.requestBody !== undefined) traits.add('body');
  for (const { status, description, to } of PROBLEMS) {
    if (!traits.has(to)) continue;
    const schema = { $ref: '#/components/schemas/Problem' };
    operation.responses[status] ??= { description, content: { 'application/problem+json': { schema } } };
  }
  if (command) describeReceipt(operation, answer);
  else if (answer !== undefined) describeAnswer(operation, answer);
}

/** A command answers with the receipt that all have in common, and some with more. */
function describeReceipt(operation: Operation, answer: RouteAnswer | undefined): void {
  const receipt = { $ref: '#/components/schemas/CommandAnswer' };
  const told = { headers: COMMAND_HEADERS, content: jsonOf(answer === undefined ? receipt : { allOf: [receipt, answer.schema] }) };
  operation.responses['200'] = { description: 'Recorded, on a stream that existed.', ...told };
  operation.responses['201'] = { description: 'Recorded, as the first of its stream.', ...told };
}

function describeAnswer(operation: Operation, { schema, alsoAs = [] }: RouteAnswer): void {
  const status = Object.keys(operation.responses).find((code) => code.startsWith('2')) ?? '200';
  const content: Content = jsonOf(schema);
  for (const kind of alsoAs) content[kind] = { schema: { type: 'string', ...(kind.startsWith('text/') ? {} : { format: 'binary' }) } };
  operation.responses[status] = { description: 'The answer.', content };
}

// As above: the schemas of answers are a part of those of OpenAPI.
const jsonOf = (schema: AnswerSchema): Content => ({ 'application/json': { schema: schema as Schemas[string] } });
type Content = Record<string, { readonly schema: Schemas[string] }>;

/** The permission stands in the words as well: not every reader of descriptions shows what is not of the standard. */
function describePermission(operation: Operation): void {
  if (!(PERMISSION_IN_DESCRIPTION in operation)) return;
  const permission = String(operation[PERMISSION_IN_DESCRIPTION]);
  const said = operation.description === undefined ? '' : `${operation.description}\n\n`;
  operation.description = `${said}Needs the permission \`${permission}\`.`;
}

const COMMAND_HEADERS = {
  ETag: { description: 'The new revision, for If-Match.', schema: { type: 'string' as const } },
  'Accord-Position': { description: 'Position of the last event, for ?after=.', schema: { type: 'integer' as const } },
};

const text = { type: 'string' as const };
const SCHEMAS: Schemas = {
  Problem: {
    type: 'object',
    description: 'RFC 9457 problem details.',
    required: ['type', 'title', 'status', 'detail', 'instance'],
    properties: {
      type: { ...text, description: `Stable: ${PROBLEM_TYPE} and the code.` },
      title: text,
      status: { type: 'integer' },
      detail: { ...text, description: 'A sentence to act on.' },
      instance: { ...text, description: 'The correlation id; quote it when reporting a fault.' },
      source: { ...text, description: 'The source of the rule.' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'code', 'detail'],
          properties: { field: text, code: text, detail: text },
        },
      },
    },
  },
  CommandAnswer: {
    type: 'object',
    required: ['id', 'stream', 'revision', 'position', 'events'],
    properties: {
      id: { ...text, format: 'uuid' },
      stream: text,
      revision: { type: 'integer' },
      position: { type: 'integer' },
      events: {
        type: 'array',
        items: { type: 'object', required: ['id', 'type'], properties: { id: { ...text, format: 'uuid' }, type: text } },
      },
    },
  },
};
