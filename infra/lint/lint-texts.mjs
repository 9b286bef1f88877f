/**
 * Lints texts as if each stood in the named file: [{ filePath, text, typed }] on standard input gives
 * { types, rules, results: [[{ ruleId, message, line }]] } on standard output. For `test/boundaries`:
 * Jest runs CommonJS, and the configuration is an ES module. Only texts marked `typed` meet the rules
 * that ask the type checker; their file must exist, and each costs the checker a new look at the program.
 */
import { text as textOf } from 'node:stream/consumers';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { types } from './boundaries.mjs';
import { accord } from './plugin.mjs';
import { root } from './projects.mjs';

// Nx reads its graph anew for every text unless it recognises ESLint's own command.
process.argv[1] = join(root, 'node_modules', 'eslint', 'bin', 'eslint.js');

const withTypes = new ESLint({ cwd: root });
const withoutTypes = new ESLint({ cwd: root, overrideConfig: { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked } });
const results = [];
for (const { filePath, text, typed } of JSON.parse(await textOf(process.stdin))) {
  const eslint = typed ? withTypes : withoutTypes;
  const [result] = await eslint.lintText(text, { filePath: join(root, filePath) });
  results.push(result.messages.map(({ ruleId, message, line }) => ({ ruleId, message, line })));
}
process.stdout.write(JSON.stringify({ types: Object.keys(types), rules: Object.keys(accord.rules), results }));
