import type { OpenAPIObject } from '@nestjs/swagger';
import { Validator } from '@seriousme/openapi-schema-validator';
import { areaAnswers, describedArea } from './described-area';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>>;

let document: OpenAPIObject;
let operations: readonly (readonly [string, Operation])[];

beforeAll(async () => {
  document = await describedArea(areaAnswers());
  operations = Object.entries(document.paths).flatMap(([path, { get, post }]) => [
    ...(get ? [[`GET ${path}`, get] as const] : []),
    ...(post ? [[`POST ${path}`, post] as const] : []),
  ]);
});

const answersOf = ({ responses }: Operation) => Object.entries(responses as Responses).filter(([status]) => status.startsWith('2'));

describe('In the description of the API', () => {
  it('every route says in which form it answers', () => {
    expect(operations.length).toBeGreaterThan(150);
    const silent = operations.filter(([, operation]) => {
      const answers = answersOf(operation);
      return answers.length === 0 || answers.some(([, { content }]) => Object.keys(content?.['application/json']?.schema ?? {}).length === 0);
    });
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  it('no answer is told of a route that there is not', () => {
    const known = operations.map(([, { operationId }]) => operationId);
    expect(Object.keys(areaAnswers().answers).filter((operation) => !known.includes(operation))).toEqual([]);
  });

  it('what a document or a table is read in besides JSON is told', () => {
    const kindsOf = (wanted: string) => Object.keys(answersOf(operations.find(([name]) => name === wanted)?.[1] ?? { responses: {} })[0]?.[1].content ?? {});
    expect(kindsOf('POST /v1/what-if')).toEqual(['application/json', 'text/csv']);
    expect(kindsOf('GET /v1/meetings/{id}/minutes')).toEqual(['application/json', 'application/pdf', 'text/html']);
  });

  it('sums are whole pence, days are days, and ids are UUIDs, with what is said of them in the code', () => {
    expect(document.components?.schemas?.['WhoPaysAnswer']).toMatchObject({
      properties: {
        liabilities: {
          items: {
            properties: {
              costPence: { type: 'integer', format: 'int64', minimum: 0, description: 'Whole pence, nothing or more: a cost, a contribution.' },
              from: { type: 'string', format: 'date' },
              lineId: { type: 'string', format: 'uuid', description: 'Names a package line.' },
            },
          },
        },
      },
    });
  });

  it('what a command answers besides its receipt stands beside it', () => {
    const operation = operations.find(([name]) => name === 'POST /v1/children/{id}/operations')?.[1];
    expect(operation?.responses['201']).toMatchObject({
      content: { 'application/json': { schema: { allOf: [{ $ref: '#/components/schemas/CommandAnswer' }, { properties: { operationId: { format: 'uuid' } } }] } } },
    });
  });

  it('everything is OpenAPI 3.0, and every reference leads somewhere', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect({ valid, errors }).toEqual({ valid: true });
    expect(document.openapi).toMatch(/^3\.0\./);
  });
});
