import nx from '@nx/eslint-plugin';
import nxDevkit from '@nx/devkit';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { clientsOf, moduleBoundaries, pureTypes } from './infra/lint/boundaries.mjs';
import { accord } from './infra/lint/plugin.mjs';
import { filesOf } from './infra/lint/projects.mjs';

// Without a project graph the boundary rule would skip every file, and with an old one it would judge
// by old tags. Inside an Nx task the graph was made a moment ago.
if (!process.env.NX_TASK_TARGET_PROJECT) await nxDevkit.createProjectGraphAsync({ exitOnError: true });

const specs = ['**/*.spec.ts'];
/** What specs share; `accord/samples-for-specs` keeps it out of what is built for use. */
const samples = ['**/sample-*.ts'];
const boundaries = (options) => ['error', moduleBoundaries(options)];

const typed = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: false, allowDefaultCaseForExhaustiveSwitch: true },
  ],
  // Classes that Nest injects stay value imports: emitDecoratorMetadata in the tsconfig tells the rule so.
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  // `return resolve(...)` and `void` handlers are style, not faults.
  '@typescript-eslint/no-confusing-void-expression': 'off',
  '@typescript-eslint/no-meaningless-void-operator': 'off',
  '@typescript-eslint/no-unnecessary-type-conversion': 'off',
  // A port's method is asynchronous whether or not this adapter has to wait.
  '@typescript-eslint/require-await': 'off',
  // The compiler's noUncheckedIndexedAccess says where a value may be absent; these two argue with it.
  '@typescript-eslint/no-unnecessary-condition': 'off',
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  // `Record<never, never>` is how a definition says "no personal fields".
  '@typescript-eslint/no-generated-empty-object-type': 'off',
  // Dear, and about enums and structural classes that this code base does not have.
  '@typescript-eslint/no-unsafe-enum-assignment': 'off',
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/no-unsafe-enum-comparison': 'off',
  // Ports and query builders are objects of functions; taking them apart loses no `this`.
  '@typescript-eslint/unbound-method': 'off',
  // Spreading a text of digits is fine; names are never taken apart.
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
};

const sizes = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }],
};

const house = {
  'accord/explained-cast': 'error',
  'accord/few-parameters': 'error',
  'accord/named-log-fields': 'error',
  'accord/public-entry': 'error',
  'accord/samples-for-specs': 'error',
  'accord/telling-names': 'error',
};

const core = {
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'no-console': 'error',
  'no-warning-comments': ['error', { terms: ['fixme', 'xxx'], location: 'start' }],
};

const hidden = 'Time, ids and randomness arrive in the command.';
const clockOrChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: `new Date(): ${hidden}` },
  { selector: "CallExpression[callee.name='Date']", message: `Date(): ${hidden}` },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: `Date.now: ${hidden}` },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: `Math.random: ${hidden}` },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: `Temporal.Now: ${hidden}` },
  { selector: "Identifier[name='randomUUID']", message: `randomUUID: ${hidden}` },
];
const outside = ['process', 'performance', 'crypto', 'fetch', 'setTimeout', 'setInterval', 'setImmediate'];
const builtins = builtinModules.filter((name) => !name.startsWith('_')).map((name) => name.replace(/^node:/, ''));
const nodeImports = {
  patterns: [
    { regex: `^(node:.*|(${builtins.map((name) => name.replaceAll('/', '\\/')).join('|')}))$`, message: 'Pure projects use nothing of Node.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist', 'coverage', '.nx', 'node_modules', '**/*.cjs', 'libs/composition/answer-schemas.ts'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@nx': nx, accord },
    rules: { ...typed, ...sizes, ...house, ...core, '@nx/enforce-module-boundaries': boundaries({ spec: false }) },
  },
  ...Object.entries(clientsOf).map(([folder, clients]) => ({
    files: [`${folder}/**/*.ts`],
    rules: { '@nx/enforce-module-boundaries': boundaries({ spec: false, clients }) },
  })),
  {
    files: filesOf(...pureTypes),
    ignores: specs,
    rules: { 'no-restricted-imports': ['error', nodeImports], 'no-restricted-globals': ['error', ...outside] },
  },
  { files: filesOf(...pureTypes), rules: { 'no-restricted-syntax': ['error', ...clockOrChance] } },
  {
    files: [...specs, ...samples],
    rules: { '@nx/enforce-module-boundaries': boundaries({ spec: true, clients: Object.values(clientsOf).flat() }) },
  },
  {
    files: specs,
    rules: {
      'accord/explained-cast': 'off',
      // A row of a table of examples has as many columns as it needs.
      'accord/few-parameters': 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      // Jest's matchers and parsed JSON answers are `any`; the test's own expectation is the check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  // A body is a class for its decorators' sake only: spreading its fields into a command loses nothing.
  { files: filesOf('http'), rules: { '@typescript-eslint/no-misused-spread': 'off' } },
  // The log itself hands on what its callers have named.
  { files: ['libs/shared/observability/**/*.ts'], rules: { 'accord/named-log-fields': 'off' } },
  // A contract suite is one long describe, shared by the adapters that must keep it.
  { files: ['libs/shared/testing/*contract*.ts'], rules: { 'max-lines-per-function': 'off' } },
  // What these make and measure is for tests and documents as a whole.
  { files: ['libs/shared/testing/**/*.ts', 'infra/**/*.ts', 'test/**/*.ts'], rules: { 'accord/samples-for-specs': 'off' } },
  { files: ['apps/cli/**/*.ts', 'infra/**/*.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['**/*.mjs'], plugins: { accord }, rules: { ...core, ...sizes, 'accord/telling-names': 'error', 'no-console': 'off' } },
);
