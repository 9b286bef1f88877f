import { readFileSync } from 'node:fs';
import { join } from 'node:path';

describe('Every app', () => {
  it.each(['api', 'cli', 'projector', 'standalone', 'worker'])('looks at the version of Node before it loads anything else: %s', (app) => {
    const [first] = readFileSync(join(__dirname, '..', app, 'main.ts'), 'utf8').split('\n');
    expect(first).toBe("import '@accord/shared/node-version';");
  });
});
