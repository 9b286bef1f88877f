import type { Example } from './example';
import { fileOf, importing } from './example';

const RULE = '@nx/enforce-module-boundaries';
type Kind = keyof typeof fileOf;

/** Kind of project, what it may not import, what it may. */
const projectImports: readonly (readonly [Kind, string, string])[] = [
  ['kernel', '@accord/access/contracts', './money'],
  ['contract', '@accord/shared/commands', '@accord/shared/kernel'],
  ['domain', '@accord/shared/commands', '@accord/panel/contracts'],
  ['projection', '@accord/funding/domain', '@accord/funding/contracts'],
  ['application', '@accord/shared/read-store', '@accord/panel/domain'],
  ['adapter', '@accord/panel/domain', '@accord/shared/event-store'],
  ['http', '@accord/composition', '@accord/panel/application'],
  ['app', '@accord/shared/testing', '@accord/panel/http'],
  ['testing', '@accord/composition', '@accord/shared/kernel'],
];

/** Kind of project, a package that it may not use, one that it may. */
const packageImports: readonly (readonly [Kind, string, string])[] = [
  ['kernel', 'zod', 'temporal-polyfill'],
  ['contract', 'kysely', 'zod'],
  ['domain', 'zod', '@accord/shared/kernel'],
  ['projection', 'temporal-polyfill', '@accord/shared/kernel'],
  ['application', '@nestjs/common', '@accord/shared/kernel'],
  ['adapter', 'bullmq', 'kysely'],
  ['http', 'kysely', '@nestjs/common'],
  ['testing', 'kysely', 'fast-check'],
];

const byType = projectImports.map(([kind, bad, good]): Example => ({
  title: `a ${kind} project may not import ${bad}`,
  rule: RULE,
  says: new RegExp(`tagged with "type:${kind}" can only depend on`),
  file: fileOf[kind],
  bad: importing(bad),
  good: importing(good),
}));

const byPackage = packageImports.map(([kind, bad, good]): Example => ({
  title: `a ${kind} project may not use the package ${bad}`,
  rule: RULE,
  says: new RegExp(`tagged with "type:${kind}" is not allowed to import "${bad}"`),
  file: fileOf[kind],
  bad: importing(bad),
  good: importing(good),
}));

const others: readonly Example[] = [
  {
    title: 'a context may not import the rules of another context',
    rule: RULE,
    says: /"scope:panel" can only depend on/,
    file: fileOf.application,
    bad: importing('@accord/funding/application'),
    good: importing('@accord/funding/contracts'),
  },
  {
    title: 'what is shared may not import a context',
    rule: RULE,
    says: /"scope:shared" can only depend on/,
    file: 'libs/shared/commands/index.ts',
    bad: importing('@accord/panel/contracts'),
    good: importing('@accord/shared/kernel'),
  },
  {
    title: 'no project may reach into another by a relative path',
    rule: RULE,
    says: /cannot be imported by a relative or absolute path/,
    file: fileOf.domain,
    bad: importing('../contracts/index'),
    good: importing('@accord/panel/contracts'),
  },
  {
    title: 'no project may import itself by its name',
    rule: RULE,
    says: /should use relative imports/,
    file: fileOf.contract,
    bad: importing('@accord/panel/contracts'),
    good: importing('./events'),
  },
  {
    title: 'a package that package.json does not name may not be used',
    rule: RULE,
    says: /Only packages defined in the "package.json"/,
    file: fileOf.app,
    bad: importing('@eslint/core'),
    good: importing('zod'),
  },
  {
    title: 'only a specification may import the testing library',
    rule: RULE,
    says: /can only depend on/,
    file: 'libs/shared/commands/index.ts',
    bad: importing('@accord/shared/testing'),
    good: importing('@accord/shared/kernel'),
  },
  {
    title: 'nothing deeper than the index of a project may be imported',
    rule: 'accord/public-entry',
    says: /is no project/,
    file: fileOf.domain,
    bad: importing('@accord/panel/contracts/events'),
    good: importing('@accord/panel/contracts'),
  },
  {
    title: 'what runs in earnest may not import a sample for specs',
    rule: 'accord/samples-for-specs',
    says: /is a sample for specs/,
    file: fileOf.domain,
    goodFile: 'libs/panel/domain/sample-outcome.ts',
    bad: importing('./sample-panel'),
    good: importing('./sample-panel'),
  },
];

/** One bad import per rule about imports. */
export const importExamples: readonly Example[] = [...byType, ...byPackage, ...others];
