/** One configuration for every workspace; the browser stories run under Playwright instead. */
export default {
  testEnvironment: '<rootDir>/tests/long-timeouts-environment.js',
  roots: [
    '<rootDir>/shared',
    '<rootDir>/node-bridge',
    '<rootDir>/licence-vendor',
    '<rootDir>/instance-simulator',
    '<rootDir>/now-app',
    '<rootDir>/console',
    '<rootDir>/tests',
    '<rootDir>/bench',
    '<rootDir>/probe',
    '<rootDir>/deploy',
  ],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.long\\.test\\.ts$', '/browser/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'es6' } },
    ],
  },
  testSequencer: '<rootDir>/tests/longest-first.js',
  // A test waits for conditions: under load they come late.
  testTimeout: 240_000,
  // Temporary files lie in memory (tests/memory-folder.ts), and what was transformed outlives a run.
  cacheDirectory: '<rootDir>/.cache/jest',
  // The modules of a suite stay in memory after it: a worker that has grown is replaced before the next one.
  workerIdleMemoryLimit: '1500MB',
}
