import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureEmbeddedStore } from './event-store';
import { measureEventStoreDb } from './eventstoredb';
import { measureHistory } from './history';
import { measureHttp } from './http';
import { machine } from './machine';
import { measureOutcomes } from './outcomes';
import { measureAgainstPeers } from './peers';
import { measurePrecedents } from './precedents';
import { measureRebuild } from './rebuild';
import { measureReplay } from './replay';
import type { Row } from './row';
import { measureStart } from './start';
import { measureStatements } from './statements';
import { measureWhatIf } from './what-if';
import { measureWhoPays } from './who-pays';

const PAGE = 'infra/docs/performance.md';
const usage = `npm run bench -- [--only store,peers,eventstoredb,rebuild,start,http,outcomes,history,precedents,replay,what-if,who-pays,statements] [--events 1000000] [--write]

EVENTSTOREDB_URL also measures the EventStoreDB adapter, on that server. --write keeps the table in
${PAGE}, above what people wrote there.`;

/** Measures in one process and run, prints one table, and ends with 1 where a figure falls short. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: 'string' }, events: { type: 'string', default: '1000000' }, write: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const url = process.env['EVENTSTOREDB_URL'];
  const notRun: string[] = [];
  const sections: Readonly<Record<string, () => Promise<Row[]>>> = {
    store: measureEmbeddedStore,
    peers: () => measureAgainstPeers(url, (what) => notRun.push(what)),
    eventstoredb: async () => {
      if (url !== undefined) return measureEventStoreDb(url);
      notRun.push('append through the EventStoreDB adapter: EVENTSTOREDB_URL is not set');
      return [];
    },
    rebuild: measureRebuild,
    start: measureStart,
    http: () => measureHttp(Number(values.events)),
    outcomes: measureOutcomes,
    history: measureHistory,
    precedents: measurePrecedents,
    replay: measureReplay,
    statements: measureStatements,
    'what-if': measureWhatIf,
    'who-pays': measureWhoPays,
  };
  const chosen = values.only?.split(',') ?? Object.keys(sections);
  const rows: Row[] = [];
  for (const name of chosen) {
    process.stderr.write(`measuring ${name}\n`);
    rows.push(...((await sections[name]?.()) ?? []));
  }
  const table = tableOf(rows, notRun);
  process.stdout.write(`${table}\n`);
  if (values.write) await writeFile(PAGE, `${await introduction()}\n${table}\n${await writtenBelow()}`);
  process.exitCode = rows.every((row) => row.ratio >= row.atLeast) ? 0 : 1;
}

function tableOf(rows: readonly Row[], notRun: readonly string[]): string {
  const lines = rows.map(
    ({ what, ours, unit = 'a second', peer, peerName, ratio, atLeast }) =>
      `| ${what} | ${figure(ours)} ${unit} | ${peerName}: ${figure(peer)} | ${ratio.toFixed(3)} | ${atLeast} | ${ratio >= atLeast ? 'yes' : 'NO'} |`,
  );
  return [
    '| what | ours | against | ratio | at least | reached |',
    '|---|---|---|---|---|---|',
    ...lines,
    ...notRun.map((what) => `\nNot run: ${what}.`),
  ].join('\n');
}

const figure = (value: number): string =>
  value >= 1_000 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);

async function introduction(): Promise<string> {
  return `# Performance

The table is written by \`npm run bench -- --write\`. Each row is a ratio within one run: ours over the peer for rates, the
limit over ours for times and sizes, medians of alternating rounds. Absolute figures belong to the machine.

${await machine()}
`;
}

/** What people made of the figures, from the first heading below the table on; a new table leaves it as it is. */
async function writtenBelow(): Promise<string> {
  const page = await readFile(PAGE, 'utf8');
  const from = page.indexOf('\n## ');
  return from < 0 ? '' : page.slice(from);
}

void main();
