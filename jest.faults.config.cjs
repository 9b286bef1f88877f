// Crashes, full disks and lost connections: one suite at a time, on a machine with nothing else to do.
module.exports = {
  ...require('./jest.preset.cjs'),
  displayName: 'faults',
  testMatch: ['<rootDir>/test/faults/**/*.int.spec.ts'],
  testTimeout: 240_000,
  maxWorkers: 1,
};
