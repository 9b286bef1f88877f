import type { Example } from './example';
import { fileOf, leafFile } from './example';

const lines = (count: number): string => Array.from({ length: count }, (_, line) => `  sum += ${line};\n`).join('');
const functionOf = (count: number): string =>
  `export function total(): number {\n  let sum = 0;\n${lines(count)}  return sum;\n}\n`;
const fileOfLines = (count: number): string =>
  Array.from({ length: count }, (_, line) => `export const line${line} = ${line};\n`).join('');

type CodeExample = readonly [title: string, rule: string, says: RegExp, bad: string, good: string];

const typeExamples: readonly CodeExample[] = [
  [
    'any',
    '@typescript-eslint/no-explicit-any',
    /Unexpected any/,
    'export type Row = Record<string, any>;\n',
    'export type Row = Record<string, unknown>;\n',
  ],
  [
    'a value of any handed on',
    '@typescript-eslint/no-unsafe-return',
    /Unsafe return/,
    'export const read = (text: string): string => JSON.parse(text);\n',
    'export const read = (text: string): unknown => JSON.parse(text);\n',
  ],
  [
    'a value of any kept',
    '@typescript-eslint/no-unsafe-assignment',
    /Unsafe assignment/,
    `export const row: { name: string } = JSON.parse('{}');\n`,
    `export const row: unknown = JSON.parse('{}');\n`,
  ],
  [
    'a field of any',
    '@typescript-eslint/no-unsafe-member-access',
    /Unsafe member access/,
    'export const name = (text: string): string => String(JSON.parse(text).name);\n',
    'export const name = (row: { readonly name: string }): string => row.name;\n',
  ],
  [
    'a non-null assertion',
    '@typescript-eslint/no-non-null-assertion',
    /Forbidden non-null assertion/,
    'export const first = (list: readonly string[]): string => list[0]!;\n',
    'export const first = (list: readonly string[]): string | undefined => list[0];\n',
  ],
  [
    'a promise that nobody waits for',
    '@typescript-eslint/no-floating-promises',
    /Promises must be awaited/,
    'const save = async (): Promise<void> => {};\nexport function run(): void {\n  save();\n}\n',
    'const save = async (): Promise<void> => {};\nexport async function run(): Promise<void> {\n  await save();\n}\n',
  ],
  [
    'a promise where none is waited for',
    '@typescript-eslint/no-misused-promises',
    /Promise returned in function argument/,
    'export const all = (list: readonly string[]): void => { list.forEach(async (item) => { await Promise.resolve(item); }); };\n',
    'export const all = (list: readonly string[]): void => { list.forEach((item) => item.trim()); };\n',
  ],
  [
    'a switch that leaves a case out',
    '@typescript-eslint/switch-exhaustiveness-check',
    /not exhaustive/,
    `export function word(kind: 'open' | 'closed'): string {\n  switch (kind) {\n    case 'open':\n      return 'Open';\n  }\n  return '';\n}\n`,
    `export function word(kind: 'open' | 'closed'): string {\n  switch (kind) {\n    case 'open':\n      return 'Open';\n    case 'closed':\n      return 'Closed';\n  }\n}\n`,
  ],
  [
    'a type imported as a value',
    '@typescript-eslint/consistent-type-imports',
    /only used as types/,
    `import { Instant } from '@accord/shared/kernel';\nexport const same = (at: Instant): Instant => at;\n`,
    `import type { Instant } from '@accord/shared/kernel';\nexport const same = (at: Instant): Instant => at;\n`,
  ],
  [
    'a variable that nothing uses',
    '@typescript-eslint/no-unused-vars',
    /is assigned a value but never used/,
    'const unused = 1;\nexport const used = 2;\n',
    'const one = 1;\nexport const used = one;\n',
  ],
];

const houseExamples: readonly CodeExample[] = [
  ['== for ===', 'eqeqeq', /Expected '==='/, 'export const none = (n: number): boolean => n == 0;\n', 'export const none = (n: number): boolean => n === 0;\n'],
  ['a line to the console', 'no-console', /Unexpected console/, `console.log('ready');\n`, `export const words = 'ready';\n`],
  ['a file of over 300 lines', 'max-lines', /too many lines/, fileOfLines(301), fileOfLines(300)],
  ['a function of over 40 lines', 'max-lines-per-function', /too many lines/, functionOf(38), functionOf(36)],
  [
    'four parameters, save in a constructor',
    'accord/few-parameters',
    /At most 3 parameters/,
    'export const sum = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n',
    'export class Four {\n  constructor(readonly a: number, readonly b: number, readonly c: number, readonly d: number) {}\n}\n',
  ],
  [
    'four parameters of a method, save where a decorator fills in each of them',
    'accord/few-parameters',
    /At most 3 parameters/,
    `declare const From: () => ParameterDecorator;\nexport class Route {\n  take(@From() a: string, @From() b: string, @From() c: string, d: string): string {\n    return a + b + c + d;\n  }\n}\n`,
    `declare const From: () => ParameterDecorator;\nexport class Route {\n  take(@From() a: string, @From() b: string, @From() c: string, @From() d: string): string {\n    return a + b + c + d;\n  }\n}\n`,
  ],
  [
    'a cast without its reason',
    'accord/explained-cast',
    /why this cast is true/,
    '/** The row. */\nexport const row = (value: unknown): string => value as string;\n',
    '/** The row. */\n// The column is declared as text.\nexport const row = (value: unknown): string => value as string;\nexport const kinds = [1, 2] as const;\n',
  ],
  [
    'a cast through unknown without its reason',
    'accord/explained-cast',
    /why this cast is true/,
    'export const row = (value: number): string => value as unknown as string;\n',
    'export const row = (value: number): string => value as unknown as string; // The driver gives text here.\n',
  ],
  ['a function called ...Helper', 'accord/telling-names', /says nothing/, 'export function moneyHelper(): void {}\n', 'export function roundedPence(): void {}\n'],
  ['an interface with an I prefix', 'accord/telling-names', /no I prefix/, 'export interface IPanel {\n  readonly id: string;\n}\n', 'export interface Interim {\n  readonly id: string;\n}\n'],
  [
    'a whole object in the log',
    'accord/named-log-fields',
    /names each field/,
    'export const tell = (logger: { info(what: object): void }, child: object): void => { logger.info(child); };\n',
    'export const tell = (logger: { info(what: object): void }, position: number): void => { logger.info({ position }); };\n',
  ],
];

const nestInjection: Example = {
  title: 'a class that Nest injects stays a value import, a mere type does not',
  rule: '@typescript-eslint/consistent-type-imports',
  says: /only used as types/,
  file: leafFile,
  bad: `import { Reflector } from '@nestjs/core';\nexport const same = (it: Reflector): Reflector => it;\n`,
  good: `import { Injectable } from '@nestjs/common';\nimport { Reflector } from '@nestjs/core';\n@Injectable()\nexport class Routes {\n  constructor(private readonly reflector: Reflector) {}\n  now(): Reflector {\n    return this.reflector;\n  }\n}\n`,
};

const fileName: Example = {
  title: 'no file may be called panel-helpers',
  rule: 'accord/telling-names',
  says: /"panel-helpers\.ts" says nothing/,
  file: 'libs/panel/domain/panel-helpers.ts',
  goodFile: 'libs/panel/domain/quorum.ts',
  bad: 'export const one = 1;\n',
  good: 'export const one = 1;\n',
};

const inFile = (file: string, [title, rule, says, bad, good]: CodeExample): Example => ({
  title: `no project may contain ${title}`,
  rule,
  says,
  file,
  bad,
  good,
});

/** One bad construct per rule about code. */
export const codeExamples: readonly Example[] = [
  ...typeExamples.map((example) => inFile(leafFile, example)),
  ...houseExamples.map((example) => inFile(fileOf.adapter, example)),
  nestInjection,
  fileName,
];
