import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          testTimeout: 30_000,
          include: ['test/{shared,main,cli,renderer,hostile}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
        },
      },
      { test: { name: 'integration', include: ['test/integration/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'host',
          include: ['test/electron-host/**/*.test.ts'],
          testTimeout: 60_000,
          globalSetup: 'test/e2e/support/say-host.ts',
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['test/e2e/support/say-host.ts', 'test/package/support/pack.ts'],
        },
      },
      {
        test: {
          // Pages without the app behind them: nothing in them is a matter of time, so they may stand side by side.
          name: 'screens',
          maxWorkers: '100%',
          include: ['test/e2e/*screens.test.ts'],
          exclude: ['test/e2e/real-screens.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'proof', include: ['test/proof/**/*.test.ts'], testTimeout: 3_600_000 } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/screens.test.ts', 'test/e2e/!(real)-screens.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          globalSetup: 'test/e2e/support/say-host.ts',
        },
      },
    ],
  },
})
