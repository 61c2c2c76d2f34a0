import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'content/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 600_000,
    // Two workers: the machine of the check has two cores, and every worker talks to a real database.
    maxWorkers: 2,
    // The files of a worker share what they import: reading the whole product anew for each would double the time.
    isolate: false,
    globalSetup: ['test/global-setup.ts'],
  },
});
