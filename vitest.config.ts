import { defineConfig } from 'vitest/config';

/** Two projects: what stands beside its file is fast and alone; journeys start servers and a browser. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'rooms', include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/conformance/**/*.test.ts'] } },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
