import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { tellJob } from '../release/job-summary.ts'

/**
 * Says at the end which tests were skipped, and why: what was not tested must not look as if it had been. On the page of
 * a workflow's job it also says what has passed, and on what.
 */
export const saySkipped: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')].flatMap(withReason))
    if (skipped.length > 0) console.log(['', 'Skipped on this computer:', ...skipped].join('\n'))
    if (process.env['GITHUB_STEP_SUMMARY']) tellJob(jobTitle(), [...countsOf(modules), ...skipped])
  },
}

const jobTitle = (): string =>
  `Tests on ${process.platform} ${process.arch}, on ${
    process.env['E2E_HOST'] === 'electron' ? 'real Electron' : 'the stand-in for Electron'
  }`

/** How many tests have passed, failed and been skipped, by the project that they belong to. */
function countsOf(modules: readonly TestModule[]): readonly string[] {
  const projects = Map.groupBy(modules, ({ project }) => project.name)
  return [...projects].map(([name, ofProject]) => {
    const count = (state: 'passed' | 'failed' | 'skipped'): number =>
      ofProject.flatMap(({ children }) => [...children.allTests(state)]).length
    return `${name}: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`
  })
}

/** Tests that were not asked for have none. */
function withReason(test: TestCase): readonly string[] {
  const result = test.result()
  if (result.state !== 'skipped' || !result.note) return []
  return [`  ${test.module.relativeModuleId}: ${test.fullName}: ${result.note}`]
}
