import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { demonstration, projections } from '@accord/composition';
import { done } from './person';
import { ROOT, StandaloneProcess, accord, shell } from './standalone-process';

const ADDRESS = 'http://127.0.0.1:3000';
const { childId, decisionId, agreementId } = demonstration;
const sixWeeks = ['--from', '2025-10-06', '--to', '2025-11-17', '--step', 'week'];

let folder: string;
let commands: string;
interface Liability {
  readonly category: string;
  readonly from: string;
  readonly amounts: readonly { readonly pence: number }[];
}
let sample: Liability;
let standalone: StandaloneProcess;

const fenced = (text: string, language: string): string => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(text)?.[1] ?? '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-readme-'));
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const examples = /<!-- examples -->(.*?)<!-- \/examples -->/s.exec(readme)?.[1] ?? '';
  commands = fenced(examples, 'sh');
  sample = JSON.parse(fenced(examples, 'json')) as Liability;
  standalone = await StandaloneProcess.start(folder);
}, 30_000);
afterAll(async () => {
  await standalone.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('The three commands of the README', () => {
  it('are the ones that Accord prints when it is ready', () => {
    const typed = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
    const here = commands.replaceAll(ADDRESS, standalone.address);
    expect(here).not.toBe(commands);
    const printed = typed(standalone.output);
    expect(printed.slice(-typed(here).length)).toEqual(typed(here));
    expect(printed).toEqual(expect.arrayContaining([`API description:  ${standalone.address}/v1/openapi.json`]));
  });

  it('run as written, and the last answers what the README shows', async () => {
    const { code, stdout, stderr } = await shell(commands.replaceAll(ADDRESS, standalone.address));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // Two answers, one after the other: of the operation, and of who pays.
    const [recorded, asked] = stdout.split('}{').map((part, at): unknown => JSON.parse(at === 0 ? `${part}}` : `{${part}`));
    expect(recorded).toMatchObject({ stream: `child-${childId}`, events: [{ type: 'OperationRecorded' }] });
    const { liabilities } = asked as { readonly liabilities: readonly Liability[] };
    expect(liabilities.find(({ category, from }) => category === sample.category && from === sample.from)).toMatchObject(sample);
    const health = liabilities.filter(({ category }) => category === 'personal-care').map(({ amounts }) => amounts[0]?.pence);
    expect(health).toEqual([92_368, 92_367, 92_368, 115_500, 115_501, 115_500]);
  });

  it('may be typed twice: the operation is recorded once', async () => {
    const { code } = await shell(commands.replaceAll(ADDRESS, standalone.address));
    expect(code).toBe(0);
    const auditor = await standalone.person('auditor');
    const timeline = done(await auditor.get(`/v1/children/${childId}/timeline`));
    expect(timeline.text.match(/"type":"OperationRecorded"/g)).toHaveLength(1);
  });

  it('start from an address that describes the API, and name people to act as', async () => {
    const people = await (await fetch(`${standalone.address}/demonstration/people`)).json();
    expect((people as { people: unknown[] }).people).toHaveLength(12);
    const described = await (await fetch(`${standalone.address}/v1/openapi.json`)).json();
    expect(described).toMatchObject({ info: { title: 'Accord' } });
  });
});

describe('The command line, on the store of the README’s examples', () => {
  /** Writes behind the system's back. */
  const alter = (change: string): void => {
    const database = new DatabaseSync(join(folder, 'read.sqlite'));
    const { changes } = database.prepare(change).run();
    database.close();
    if (Number(changes) !== 1) throw new Error(`Altered ${changes} rows.`);
  };
  /** The table that serves a projection now; rebuilt ones have other names. */
  const tableOf = (name: string): string => {
    const database = new DatabaseSync(join(folder, 'read.sqlite'), { readOnly: true });
    const found = database.prepare("select name from sqlite_master where type in ('table', 'view') order by name").all() as { name: string }[];
    const table = found.map((row) => row.name).filter((table) => table.includes(name)).at(-1);
    database.close();
    if (table === undefined) throw new Error(`No table of ${name} among: ${found.map((row) => row.name).join(', ')}`);
    return table;
  };
  beforeAll(async () => {
    expect(await standalone.stop()).toBe(0);
  });

  it('verifies that what is stored is what the record gives', async () => {
    const { code, stdout } = await accord(folder, 'verify');
    expect(stdout.trim().split('\n').map((line) => line.replace(/, \d+ rows.*/, ''))).toEqual(
      projections.map(({ name }) => `${name}: agrees`),
    );
    expect(code).toBe(0);
  });

  it('replays who pays from the record alone, to the same penny', async () => {
    const { code, stdout } = await accord(folder, 'replay', 'child', childId, ...sixWeeks);
    expect(stdout).toContain('AGREES');
    expect(stdout).toContain('£923.68');
    expect(code).toBe(0);
    const json = await accord(folder, 'replay', 'child', childId, ...sixWeeks, '--json');
    expect((await accord(folder, 'replay', 'child', childId, ...sixWeeks, '--csv')).stdout).toMatch(/^row,child_id,[^\r]*\r\nverdict,/);
    expect(JSON.parse(json.stdout)).toMatchObject({ verdict: 'agrees', question: { about: 'child', id: childId } });
  });

  it('names the difference where a stored figure was altered behind its back', async () => {
    const table = tableOf('child_funding_facts');
    alter(`update ${table} set data = replace(data, '"weeklyPence":184735', '"weeklyPence":184736') where data like '%184735%'`);
    const verified = await accord(folder, 'verify');
    expect(verified.stdout).toContain('funding-facts: DIFFERS');
    expect(verified.stdout).not.toContain('184736');
    expect(verified.code).toBe(1);
    const replayed = await accord(folder, 'replay', 'child', childId, ...sixWeeks);
    expect(replayed.stdout).toContain('DISAGREES: first at DecisionRecorded');
    expect(replayed.stdout).toMatch(/rates\.0\.weeklyPence is recorded as 184735 and stored as 184736/);
    expect(replayed.code).toBe(1);
    for (const [about, id] of [['decision', decisionId], ['agreement', agreementId]] as const) {
      expect((await accord(folder, 'replay', about, id, ...sixWeeks)).code).toBe(1);
    }
    const json = JSON.parse((await accord(folder, 'verify', 'funding-facts', '--json')).stdout);
    expect(json).toMatchObject({ agrees: false, verdicts: [{ projection: 'funding-facts', agrees: false }] });
  }, 30_000);

  it('sets it right by a rebuild', async () => {
    const rebuilt = await accord(folder, 'rebuild', 'funding-facts');
    expect(rebuilt.stdout).toMatch(/^funding-facts: \d+ events in [\d.]+ s, 0 parked\n$/);
    expect(rebuilt.code).toBe(0);
    expect((await accord(folder, 'verify')).code).toBe(0);
    expect((await accord(folder, 'replay', 'child', childId, ...sixWeeks)).code).toBe(0);
  }, 30_000);

  it('answers a wrong command line with 2, and help with 0', async () => {
    const wrong = [
      ['verify', 'no-such-projection'],
      ['rebuild', 'no-such-projection'],
      ['replay', 'child', 'amara', ...sixWeeks],
      ['replay', 'child', childId, '--from', '2025-02-30', '--to', '2025-11-17'],
      ['replay', 'child', childId, '--from', '2025-11-17', '--to', '2025-10-06'],
      ['replay', 'child', childId],
      ['replay', 'child', decisionId, ...sixWeeks],
      ['replay', 'agreement', agreementId, ...sixWeeks, '--json', '--csv'],
      ['no-such-command'],
    ];
    const results = await Promise.all(wrong.map((parameters) => accord(folder, ...parameters)));
    expect(results.map(({ code }) => code)).toEqual(wrong.map(() => 2));
    for (const { stderr } of results) expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
    expect(await accord(folder, '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('replay') });
  }, 30_000);
});
