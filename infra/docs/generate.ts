import { eventCatalogue, projections, refusalCatalogues } from '@accord/composition';
import { PROBLEM_TYPE, problemCatalogue, statusOfRefusal } from '@accord/shared/http';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsPage } from './events-page';
import { problemsPage } from './problems-page';
import { projectionsPage } from './projections-page';
import { sampleSentence } from './sample-sentence';

/** `npm run docs` writes the catalogues; with `--check` it fails, naming those that are out of date. */
const root = process.cwd();
const NOTICE = '<!-- Generated from the code by `npm run docs`; edits here are lost. -->';

const pages: Readonly<Record<string, () => string>> = {
  'events.md': () => eventsPage(eventCatalogue.definitions, (definition) => sampleSentence(root, definition)),
  'problems.md': () =>
    problemsPage(refusalCatalogues, {
      catalogue: problemCatalogue,
      prefix: PROBLEM_TYPE,
      statusOf: (kind) => statusOfRefusal[kind],
    }),
  'projections.md': () => projectionsPage(projections),
};

function main(check: boolean): void {
  for (const [name, render] of Object.entries(pages)) {
    const file = join(root, 'infra', 'docs', name);
    const text = `${NOTICE}\n\n${render()}\n`;
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    if (check) {
      console.error(`infra/docs/${name} is out of date: run "npm run docs" and commit it.`);
      process.exitCode = 1;
    } else {
      writeFileSync(file, text);
      console.log(`infra/docs/${name} written`);
    }
  }
}

main(process.argv.includes('--check'));
