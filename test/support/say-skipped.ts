import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Says at the end which tests were skipped, and why: what was not tested must not look as if it had been. */
export const saySkipped: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')].flatMap(withReason))
    if (skipped.length > 0) console.log(['', 'Skipped on this computer:', ...skipped].join('\n'))
  },
}

/** Tests that were not asked for have none. */
function withReason(test: TestCase): readonly string[] {
  const result = test.result()
  if (result.state !== 'skipped' || !result.note) return []
  return [`  ${test.module.relativeModuleId}: ${test.fullName}: ${result.note}`]
}
