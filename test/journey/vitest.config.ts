/** Journeys run on their own: they need the built pages, a browser and a data folder that is made once for all. */
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/journey/**/*.test.ts'],
    // A journey walks through many pages; each wait inside it has its own, shorter limit.
    testTimeout: 1_200_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    globalSetup: ['test/journey/set-up.ts'],
  },
});
