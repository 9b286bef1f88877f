import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lint';

const DECLARED = /^(?:export )?class (\w+(?:Body|Query))\b/gm;

/** The API description names a body by its class: of two with one name, one is described as the other. */
it('No two bodies or queries have one name', () => {
  const names = globSync('libs/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.spec.ts') && !file.endsWith('example-app.ts'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(DECLARED)].map(([, name]) => name ?? ''));
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});
