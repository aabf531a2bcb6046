import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/**
 * Two projects: what stands beside its file is fast, keeps nothing and shares its modules; journeys start servers and a
 * browser, each file in a process of its own on a record of its own.
 */
export default defineConfig({
  test: {
    globalSetup: ['test/support/run.ts'],
    setupFiles: ['test/support/cases.ts'],
    // Node strips the types itself, as it does for the program.
    experimental: { viteModuleRunner: false },
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // How long something takes is a matter for bench/: a busy machine fails no test.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/conformance/**/*.test.ts'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'journeys', include: ['test/journeys/**/*.test.ts'] },
      },
    ],
  },
});
