// Tests with servers, processes, threads or files. `test/faults` measures time and runs by itself, last.
module.exports = {
  ...require('./jest.preset.cjs'),
  displayName: 'int',
  testMatch: ['<rootDir>/{apps,libs,test,infra}/**/*.int.spec.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/faults/', '/node_modules/'],
  testTimeout: 30_000,
  maxWorkers: 2,
};
