import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The workspace's root folder. */
export const root = join(import.meta.dirname, '..', '..');

/** Every project below the root: its folder, name, scope and type as tagged (`undefined` where it is not). */
export const projects = globSync('{apps,libs,test}/**/project.json', { cwd: root }).map((file) => {
  const { name, tags = [] } = JSON.parse(readFileSync(join(root, file), 'utf8'));
  const tagged = (kind) => tags.find((tag) => tag.startsWith(`${kind}:`))?.slice(kind.length + 1);
  return { folder: dirname(file), name, tags, scope: tagged('scope'), type: tagged('type') };
});

/** Folders of the projects of those types, as globs of their TypeScript files. */
export const filesOf = (...types) =>
  projects.filter((project) => types.includes(project.type)).map((project) => `${project.folder}/**/*.ts`);
