import { codeExamples } from './code-examples';
import type { Example } from './example';
import { importExamples } from './import-examples';
import type { LintedTexts, LintMessage } from './lint';
import { lintTexts } from './lint';
import { pureExamples } from './pure-examples';

const SPEC = 'libs/shared/kernel/money.spec.ts';
const examples: readonly Example[] = [...importExamples, ...pureExamples, ...codeExamples];
const specText = `export type * from '@accord/shared/testing';\nexport const cast = (value: unknown): string => value as string;\n`;
const SAMPLE = 'libs/panel/domain/sample-panel.ts';
const sampleText = `export type * from '@accord/shared/testing';\nexport type * from 'fast-check';\n`;

let linted: LintedTexts;
beforeAll(() => {
  linted = lintTexts([
    ...examples.flatMap(({ rule, file, goodFile = file, bad, good }) => {
      const typed = rule.startsWith('@typescript-eslint/');
      return [
        { filePath: file, text: bad, typed },
        { filePath: goodFile, text: good, typed },
      ];
    }),
    { filePath: SAMPLE, text: sampleText, typed: true },
    { filePath: SPEC, text: specText, typed: true },
  ]);
}, 120_000);

const of = (messages: readonly LintMessage[] | undefined, rule: string): readonly string[] =>
  (messages ?? []).filter(({ ruleId }) => ruleId === rule).map(({ message }) => message);

describe('Lint refuses', () => {
  it.each(examples.map((example, index) => ({ ...example, index })))('$title', ({ rule, says, index }) => {
    const [bad, good] = [linted.results[index * 2], linted.results[index * 2 + 1]];
    expect(bad?.filter(({ ruleId }) => ruleId === null)).toEqual([]);
    expect(of(bad, rule)).toContainEqual(expect.stringMatching(says));
    expect(good?.filter(({ ruleId }) => ruleId === null)).toEqual([]);
    expect(of(good, rule)).toEqual([]);
  });
});

describe('Lint', () => {
  it('lets a specification import the testing library and cast without a reason', () => {
    expect(linted.results.at(-1)).toEqual([]);
  });

  it('lets a sample for specs import the testing library and what makes random examples', () => {
    expect(linted.results.at(-2)).toEqual([]);
  });

  it('is shown a bad example of every house rule and every type of project', () => {
    const shown = new Set(examples.map(({ rule }) => rule));
    expect(linted.rules.filter((rule) => !shown.has(`accord/${rule}`))).toEqual([]);
    const kinds = importExamples.map(({ says }) => says.source).join();
    // Tools (the root project) may import everything: there is nothing to refuse.
    expect(linted.types.filter((type) => type !== 'tool' && !kinds.includes(`type:${type}`))).toEqual([]);
  });
});
