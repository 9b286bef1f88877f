// One jest preset for every suite. SWC compiles; `npm run typecheck` checks the types.
const { readFileSync } = require('node:fs');
const { $schema, exclude, ...swc } = JSON.parse(readFileSync(`${__dirname}/.swcrc`, 'utf8'));
delete swc.jsc.baseUrl;
delete swc.jsc.paths;
const esModules = ['@nestjs', 'temporal-polyfill', 'temporal-utils', 'kysely', 'jose', 'cockatiel', 'commander', 'cookie', '@seriousme'];
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.[tj]s$': ['@swc/jest', { ...swc, swcrc: false }] },
  // These packages are ES modules only; jest runs CommonJS, so SWC translates them too.
  transformIgnorePatterns: [`/node_modules/(?!(${esModules.join('|')})/)`],
  moduleNameMapper: { '^@accord/(.*)$': `${__dirname}/libs/$1/index.ts` },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
