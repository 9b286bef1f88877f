/** Which project imports which. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** A chain of projects that comes back to its start, or `undefined` where there is none. */
export function cycleIn(imports: Imports): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (project: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(project)) return [...path.slice(path.indexOf(project)), project];
    if (done.has(project)) return undefined;
    for (const imported of imports.get(project) ?? []) {
      const cycle = visit(imported, [...path, project]);
      if (cycle) return cycle;
    }
    done.add(project);
    return undefined;
  };
  for (const project of imports.keys()) {
    const cycle = visit(project, []);
    if (cycle) return cycle;
  }
  return undefined;
}

/** The projects that a file's text imports, by the path mapping `@accord/...`. */
export const projectsImportedBy = (text: string): readonly string[] =>
  [...text.matchAll(/(?:from|import\()\s*'@accord\/([^']+)'/g)].flatMap(([, project]) => project ?? []);
