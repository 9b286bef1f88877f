import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export const root = join(__dirname, '..', '..');

/** What lint says of one text. `ruleId` is null where the text could not be read at all. */
export interface LintMessage {
  readonly ruleId: string | null;
  readonly message: string;
  readonly line: number;
}

export interface LintedTexts {
  /** Project types and house rules that lint knows. */
  readonly types: readonly string[];
  readonly rules: readonly string[];
  /** Messages per text, in the order given. */
  readonly results: readonly (readonly LintMessage[])[];
}

export interface LintText {
  /** Where the text is to stand; rules go by the folder. */
  readonly filePath: string;
  readonly text: string;
  /** Whether rules that ask the type checker are wanted; the file must then exist. */
  readonly typed: boolean;
}

/** Lints each text as if it stood in that file; one process for all, as the types take seconds to load. */
export function lintTexts(texts: readonly LintText[]): LintedTexts {
  const run = spawnSync(process.execPath, [join(root, 'infra/lint/lint-texts.mjs')], {
    cwd: root,
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(`lint could not run: ${run.stderr}`);
  // Our own script wrote it in this shape; a wrong one fails every expectation below.
  return JSON.parse(run.stdout.slice(run.stdout.indexOf('{"types"'))) as LintedTexts;
}
