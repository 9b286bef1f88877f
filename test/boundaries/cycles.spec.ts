import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Imports } from './cycles';
import { cycleIn, projectsImportedBy } from './cycles';
import { root } from './lint';

function importsOfTheWorkspace(): Imports {
  const imports = new Map<string, string[]>();
  for (const file of globSync('libs/**/*.ts', { cwd: root })) {
    // Samples are for specs; those of the testing library are its own code.
    if (file.endsWith('.spec.ts') || (/\/sample-[^/]+$/.test(file) && !file.startsWith('libs/shared/testing/'))) continue;
    const project = file.split('/').slice(1, -1).join('/');
    imports.set(project, [...(imports.get(project) ?? []), ...projectsImportedBy(readFileSync(join(root, file), 'utf8'))]);
  }
  return imports;
}

describe('Projects', () => {
  it('are found out where two import one another', () => {
    const imports = new Map([
      ['panel/contracts', ['shared/kernel', 'child/contracts']],
      ['child/contracts', projectsImportedBy(`import type { Line } from '@accord/panel/contracts';`)],
    ]);
    expect(cycleIn(imports)).toEqual(['panel/contracts', 'child/contracts', 'panel/contracts']);
  });

  it('are let pass where two import the same third', () => {
    expect(cycleIn(new Map([['a', ['b', 'c']], ['b', ['c']]]))).toBeUndefined();
  });

  it('of this workspace never import one another in a circle', () => {
    const imports = importsOfTheWorkspace();
    expect([...imports.values()].flat().length).toBeGreaterThan(20);
    expect(cycleIn(imports)).toBeUndefined();
  });
});
