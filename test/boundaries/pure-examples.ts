import type { Example } from './example';
import { fileOf } from './example';

const pureKinds = ['kernel', 'contract', 'domain', 'projection', 'application'] as const;

/** What a pure project may not do: the rule that refuses it, part of its message, the line of code. */
const impurities: readonly (readonly [string, RegExp, string])[] = [
  ['no-restricted-imports', /'node:fs' import is restricted/, `export { readFileSync } from 'node:fs';`],
  ['no-restricted-imports', /'crypto' import is restricted/, `export { createHash } from 'crypto';`],
  ['no-restricted-syntax', /new Date\(\)/, `export const now = () => new Date();`],
  ['no-restricted-syntax', /Date\.now/, `export const now = () => Date.now();`],
  ['no-restricted-syntax', /Math\.random/, `export const chance = () => Math.random();`],
  ['no-restricted-syntax', /randomUUID/, `export const id = () => globalThis.crypto.randomUUID();`],
  ['no-restricted-globals', /Unexpected use of 'process'/, `export const home = () => process.env['HOME'];`],
  ['no-restricted-globals', /Unexpected use of 'fetch'/, `export const page = () => fetch('https://example.org');`],
];

/** One bad construct per rule and kind of pure project. */
export const pureExamples: readonly Example[] = pureKinds.flatMap((kind) =>
  impurities.map(([rule, says, bad]) => ({
    title: `a ${kind} project may not say ${bad}`,
    rule,
    says,
    file: fileOf[kind],
    bad: `${bad}\n`,
    good: `export const now = (command: { readonly now: string }) => command.now;\n`,
  })),
);
