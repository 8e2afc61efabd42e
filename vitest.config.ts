import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'
import { saySkipped } from './test/support/say-skipped.ts'

const unit = ['test/{shared,core,main,cli,renderer,hostile}/**/*.test.{ts,tsx}', 'test/*.test.ts']

/**
 * The unit tests that put something else in the place of a module. They need a process of their own, for the others
 * share theirs, and a module is loaded once in it.
 */
const mocking = readdirSync(join(import.meta.dirname, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((file) => readFileSync(join(import.meta.dirname, file), 'utf8').includes('vi.mock('))

const everyProject = {
  // Most of them wait for programs and browsers as long as they compute.
  maxWorkers: availableParallelism() + 3,
  // A worker goes on with the next file as it is: starting one anew and loading the app takes longer than most files.
  isolate: false,
  // None of these limits is a measure: on a busy computer everything takes several times as long.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 120_000, interval: 25 } },
  env: {
    // Programs that the tests start again and again are compiled once.
    NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.cache/compiled'),
    // Microsoft hears nothing of PowerShells that tests start, and none lives long enough to be compiled by its profile.
    ...{ POWERSHELL_TELEMETRY_OPTOUT: '1', DOTNET_TieredPGO: '0' },
    // By its real name: not the short one of Windows, nor the link of macOS, which a program may put another name for.
    ...Object.fromEntries(['TMPDIR', 'TEMP', 'TMP'].map((name) => [name, realpathSync.native(tmpdir())])),
  },
  // Tests change what belongs to the whole process: its surroundings, its signals, its certificates.
  pool: 'forks',
} as const

/** They compute all the time: more workers than processors would only load everything more often. */
const computing = {
  ...everyProject,
  maxWorkers: availableParallelism(),
  // Vitest wants projects with another number of workers in a turn of their own.
  sequence: { groupOrder: 1 },
} as const

const someScreens = 'test/e2e/some-screens.test.ts'

export default defineConfig({
  test: {
    reporters: ['default', saySkipped],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { ...computing, name: 'unit', include: unit, exclude: mocking } },
      { test: { ...computing, name: 'unit-alone', include: mocking, isolate: true } },
      { test: { ...everyProject, name: 'integration', include: ['test/integration/**/*.test.ts'] } },
      {
        test: {
          ...everyProject,
          name: 'host',
          include: ['test/electron-host/**/*.test.ts'],
          globalSetup: 'test/e2e/support/say-host.ts',
        },
      },
      {
        test: {
          ...everyProject,
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/e2e/support/say-host.ts', 'test/package/support/pack.ts'],
        },
      },
      {
        test: {
          ...everyProject,
          include: ['test/e2e/*screens.test.ts'],
          exclude: ['test/e2e/real-screens.test.ts', someScreens],
          name: 'screens',
        },
      },
      // Every tenth screen, in our own language, for the quick tests.
      { test: { ...everyProject, name: 'some-screens', include: [someScreens] } },
      {
        // The screens once more, with a picture of each in artifacts/screens for somebody to look at.
        test: {
          ...everyProject,
          name: 'pictures',
          include: ['test/e2e/*screens.test.ts', 'test/e2e/history.test.ts'],
          exclude: [someScreens],
          env: { ...everyProject.env, PICTURES: 'yes' },
          globalSetup: 'test/e2e/support/say-host.ts',
        },
      },
      {
        test: {
          ...everyProject,
          name: 'proof',
          include: [
            'test/proof/**/*.test.ts',
            'test/hostile/**/*.test.ts',
            'test/e2e/hostile.test.ts',
            'test/integration/{cli-odd,repeated-token}.test.ts',
          ],
          exclude: mocking,
          // All cases of the attacks, and ten times as many of those that are generated.
          env: { ...everyProject.env, HOSTILE_TIMES: '10' },
          testTimeout: 3_600_000,
        },
      },
      {
        test: {
          ...everyProject,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/screens.test.ts', 'test/e2e/!(real)-screens.test.ts'],
          globalSetup: 'test/e2e/support/say-host.ts',
        },
      },
    ],
  },
})
