import { describedArea, eventCatalogue, projections, refusalCatalogues } from '@accord/composition';
import { PROBLEM_TYPE, problemCatalogue, statusOfRefusal } from '@accord/shared/http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answersFile } from './answers/answers-file';
import { programOfLibraries, routeAnswers } from './answers/route-answers';
import { eventsPage } from './events-page';
import { problemsPage } from './problems-page';
import { projectionsPage } from './projections-page';
import { sampleSentence } from './sample-sentence';

/** `npm run docs` writes the catalogues; with `--check` it fails, naming those that are out of date. */
const root = process.cwd();
const SAYS = 'Generated from the code by `npm run docs`; edits here are lost.';
const NOTICE = { '.md': `<!-- ${SAYS} -->`, '.ts': `// ${SAYS}` };

const files: Readonly<Record<string, () => string | Promise<string>>> = {
  'infra/docs/events.md': () => eventsPage(eventCatalogue.definitions, (definition) => sampleSentence(root, definition)),
  'infra/docs/problems.md': () =>
    problemsPage(refusalCatalogues, {
      catalogue: problemCatalogue,
      prefix: PROBLEM_TYPE,
      statusOf: (kind) => statusOfRefusal[kind],
    }),
  'infra/docs/projections.md': () => projectionsPage(projections),
  'libs/composition/answer-schemas.ts': async () => answersFile(routeAnswers(programOfLibraries(root), await describedOperations())),
};

/** The operations of the description: what is left out of it needs no schema. */
async function describedOperations(): Promise<readonly string[]> {
  const { paths } = await describedArea();
  return Object.values(paths).flatMap(({ get, post, put, patch, delete: remove }) =>
    [get, post, put, patch, remove].flatMap((operation) => (operation?.operationId === undefined ? [] : [operation.operationId])),
  );
}

async function main(check: boolean): Promise<void> {
  for (const [name, render] of Object.entries(files)) {
    const file = join(root, name);
    const text = `${NOTICE[name.endsWith('.md') ? '.md' : '.ts']}\n\n${(await render()).trimEnd()}\n`;
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (check) {
      console.error(`${name} is out of date: run "npm run docs" and commit it.`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, text);
      console.log(`${name} written`);
    }
  }
}

void main(process.argv.includes('--check'));
