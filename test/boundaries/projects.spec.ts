import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './lint';

interface Project {
  readonly folder: string;
  readonly tags: readonly string[];
}

const TYPES = ['kernel', 'contract', 'domain', 'projection', 'application', 'adapter', 'http', 'app', 'testing', 'tool'];
const SCOPES = ['panel', 'funding', 'child', 'dispute', 'assurance', 'access', 'shared', 'composition', 'app', 'workspace'];

const projects = globSync('{project.json,{apps,libs,test}/**/project.json}', { cwd: root }).map((file): Project => {
  // A project.json without tags fails the first test below.
  const { tags = [] } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { tags?: readonly string[] };
  return { folder: dirname(file), tags };
});
const tagged = ({ tags }: Project, kind: string): readonly string[] =>
  tags.filter((tag) => tag.startsWith(`${kind}:`)).map((tag) => tag.slice(kind.length + 1));

describe.each(projects)('The project $folder', (project) => {
  it('has one known type and one known scope', () => {
    expect(tagged(project, 'type').map((type) => TYPES.includes(type))).toEqual([true]);
    expect(tagged(project, 'scope').map((scope) => SCOPES.includes(scope))).toEqual([true]);
    expect(project.tags).toHaveLength(2);
  });

  it('is in the shared scope where it is an adapter', () => {
    expect(tagged(project, 'type').includes('adapter') ? tagged(project, 'scope') : ['shared']).toEqual(['shared']);
  });

  if (project.folder.startsWith('apps/') || project.folder.startsWith('libs/')) {
    it('has a README and one entry', () => {
      const entry = project.folder.startsWith('apps/') ? 'main.ts' : 'index.ts';
      const missing = ['README.md', entry].filter((file) => !existsSync(join(root, project.folder, file)));
      expect(missing).toEqual([]);
    });

    it('has no index.ts inside a folder of its own', () => {
      expect(globSync(`${project.folder}/*/**/index.ts`, { cwd: root })).toEqual([]);
    });
  }
});

describe('The workspace', () => {
  it('keeps no code outside a project', () => {
    const folders = projects.map(({ folder }) => folder).filter((folder) => folder !== '.');
    const strays = globSync('{apps,libs,test}/**/*.ts', { cwd: root }).filter(
      (file) => !folders.some((folder) => file.startsWith(`${folder}/`)),
    );
    expect(strays).toEqual([]);
  });
});
