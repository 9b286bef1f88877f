import type { AnswerSchemas } from '@accord/shared/http';
import ts from 'typescript';
import { routeAnswers } from './route-answers';

const kernel = `
  declare const brand: unique symbol;
  declare const said: unique symbol;
  type Brand<T, B extends string> = T & { readonly [brand]: B };
  type Id<Kind extends string> = Brand<string, \`id:\${Kind}\`>;
  /** A day of the calendar. It has no time. */
  type LondonDate = Brand<string, 'london-date'>;
  type SignedPence = Brand<number, 'pence' | 'signed-pence'>;
  type Pence = Brand<number, 'pence'>;
  /** An instant as text. */
  type Instant = string;
  type BytesOf<T, Kinds extends string> = Uint8Array & { readonly [said]?: { readonly json: T; readonly alsoAs: Kinds } };
  class CommandAnswer<Also extends object = Record<never, never>> { readonly body!: { readonly id: string } & Also }
`;

/** A program of files that are nowhere but here. */
function programOf(files: Readonly<Record<string, string>>): ts.Program {
  const options: ts.CompilerOptions = { strict: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [] };
  const real = ts.createCompilerHost(options);
  return ts.createProgram(Object.keys(files), options, {
    ...real,
    fileExists: (name) => name in files || real.fileExists(name),
    readFile: (name) => files[name] ?? real.readFile(name),
    getSourceFile: (name, target) => (files[name] === undefined ? real.getSourceFile(name, target) : ts.createSourceFile(name, files[name], target)),
  });
}

/** What the methods of a class answer, whose types stand in a file of `context`. */
function read(methods: string, types = ''): AnswerSchemas {
  const program = programOf({ '/libs/panel/http/room.controller.ts': `${kernel} ${types} abstract class Room { ${methods} }` });
  return routeAnswers(program, [...methods.matchAll(/(?:^|; )(?:abstract |async )?(\w+)\(/g)].map(([, name = '']) => `Room_${name}`));
}
const answerOf = (type: string, types = '') => read(`abstract ask(): Promise<${type}>`, types).answers['Room_ask']?.schema;

describe('What a route answers', () => {
  it.each([
    ['string', { type: 'string' }],
    ['number', { type: 'integer', format: 'int64' }],
    ['boolean', { type: 'boolean' }],
    ['true', { type: 'boolean', enum: [true] }],
    ["'week' | 'day'", { type: 'string', enum: ['day', 'week'] }],
    ["'week' | null", { type: 'string', nullable: true, enum: ['week', null] }],
    ['1 | 3 | 2', { type: 'integer', enum: [1, 2, 3] }],
    ['boolean | null', { type: 'boolean', nullable: true }],
    ['string | number', { anyOf: [{ type: 'integer', format: 'int64' }, { type: 'string' }] }],
    ["Id<'fund'>", { type: 'string', format: 'uuid' }],
    ['LondonDate', { type: 'string', format: 'date' }],
    ['Pence', { type: 'integer', format: 'int64', minimum: 0 }],
    ['SignedPence', { type: 'integer', format: 'int64' }],
    ['readonly string[]', { type: 'array', items: { type: 'string' } }],
    ['readonly [LondonDate, string][]', { type: 'array', items: { type: 'array', minItems: 2, maxItems: 2, items: { anyOf: [{ type: 'string', format: 'date' }, { type: 'string' }] } } }],
    ['Readonly<Record<string, Pence>>', { type: 'object', additionalProperties: { type: 'integer', format: 'int64', minimum: 0 } }],
    ['unknown', {}],
    ['object', { type: 'object', additionalProperties: true }],
  ])('%s is told as JSON has it', (type, schema) => {
    expect(answerOf(type)).toEqual(schema);
  });

  it('is read where nobody wrote the type down', () => {
    const { answers } = read('async ask() { const found = { id: 1 as number, asAt: undefined as LondonDate | undefined }; return { ...found, also: [null as string | null] } }');
    expect(answers['Room_ask']?.schema).toEqual({
      type: 'object',
      properties: { id: { type: 'integer', format: 'int64' }, asAt: { type: 'string', format: 'date', description: 'A day of the calendar.' }, also: { type: 'array', items: { type: 'string', nullable: true } } },
      required: ['also', 'id'],
    });
  });

  it('says what the code says of its fields, or else of their types', () => {
    const types = 'interface Entry {\n/** When it was {@link Said | said}. */ readonly at: Instant; readonly since?: Instant; readonly by: Id<"agency"> | null; readonly of: Id<"fund">; }';
    expect(read('abstract ask(): Entry', types).schemas['Entry']).toEqual({
      type: 'object',
      properties: {
        at: { type: 'string', format: 'date-time', description: 'When it was Said.' },
        since: { type: 'string', format: 'date-time', description: 'An instant as text.' },
        by: { type: 'string', format: 'uuid', nullable: true, description: 'Names an agency.' },
        of: { type: 'string', format: 'uuid', description: 'Names a fund.' },
      },
      required: ['at', 'by', 'of'],
    });
  });

  it('refers to types by their names, those that refer to themselves and those that were computed among them', () => {
    const types = 'interface Node {\n/** What comes next. */ readonly next: Node | null; readonly why?: Why } type Why = ReturnType<typeof whyOf> | { readonly kind: "b" }; type First = ReturnType<typeof whyOf>; function whyOf() { return { kind: "a" as const }; }';
    const { answers, schemas } = read('abstract ask(): { readonly node: Node; readonly first: First }', types);
    expect(answers['Room_ask']?.schema.properties).toEqual({ node: { $ref: '#/components/schemas/Node' }, first: { $ref: '#/components/schemas/First' } });
    expect(Object.keys(schemas)).toEqual(['First', 'Node', 'Why']);
    expect(schemas['Node']?.properties).toEqual({
      next: { description: 'What comes next.', nullable: true, allOf: [{ $ref: '#/components/schemas/Node' }] },
      why: { $ref: '#/components/schemas/Why' },
    });
  });

  it('of a command, stands beside its receipt; of bytes, is told with their other kinds', () => {
    const { answers } = read("abstract record(): Promise<CommandAnswer>; abstract add(): Promise<CommandAnswer<{ readonly lineId: string }>>; abstract print(): BytesOf<{ readonly title: string }, 'text/csv' | 'application/pdf'>");
    expect(answers).toEqual({
      Room_add: { schema: { type: 'object', properties: { lineId: { type: 'string' } }, required: ['lineId'] } },
      Room_print: { schema: { type: 'object', properties: { title: { type: 'string' } }, required: ['title'] }, alsoAs: ['application/pdf', 'text/csv'] },
    });
  });

  it('of two contexts that use one word is told apart by them', () => {
    const program = programOf({
      '/libs/panel/http/room.controller.ts': 'export interface Entry { readonly a: string } abstract class Room { abstract ask(): Entry }',
      '/libs/funding/http/fund.controller.ts': 'export interface Entry { readonly b: string } abstract class Fund { abstract ask(): Entry }',
    });
    const { answers, schemas } = routeAnswers(program, ['Room_ask', 'Fund_ask']);
    expect(Object.keys(schemas)).toEqual(['FundingEntry', 'PanelEntry']);
    expect(answers['Fund_ask']?.schema).toEqual({ $ref: '#/components/schemas/FundingEntry' });
  });

  it.each(['Date', 'Map<string, string>', '() => string', 'bigint', 'any', '{ readonly at: Date }'])('is refused where it holds a %s, naming the place', (type) => {
    expect(() => answerOf(type)).toThrow(/^Room_ask(\.at)?: an? .* is no JSON\.$/);
  });

  it('is refused where two types of one context have one name, or the operation has no handler', () => {
    const program = programOf({
      '/libs/panel/http/room.controller.ts': 'interface Entry { readonly a: string } export abstract class Room { abstract ask(): Entry }',
      '/libs/panel/http/seat.controller.ts': 'interface Entry { readonly b: string } export abstract class Seat { abstract ask(): Entry }',
    });
    expect(() => routeAnswers(program, ['Room_ask', 'Seat_ask'])).toThrow('Two types of panel');
    expect(() => routeAnswers(program, ['Room_gone'])).toThrow('There is no handler in the code for the operation Room_gone.');
  });
});
