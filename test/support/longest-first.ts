import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The order of the projects: those with the longest files come first, so that no long file is left alone at the end.
 * Vitest would take them by their names.
 */
const projects = ['some-screens', 'screens', 'e2e', 'integration', 'host', 'unit-alone', 'unit']

/** The files that take longest, the longest first. The rest goes by what Vitest knows of it. */
export const longFiles: readonly string[] = [
  ...[
    'e2e/sign-in-screens',
    'e2e/screens',
    'e2e/resume-screens',
    'e2e/history-screens',
    'e2e/claims-screens',
  ],
  ...['e2e/held-screens', 'e2e/resume', 'e2e/keyboard', 'e2e/main-job', 'e2e/claims', 'e2e/file-beside'],
  ...['e2e/table', 'e2e/long-lists', 'e2e/lists', 'e2e/real-screens', 'e2e/ipc', 'e2e/history-window'],
  ...['e2e/sign-in', 'e2e/sign-in-window', 'e2e/hostile', 'e2e/repeated-token', 'e2e/wrong-files'],
  ...['integration/locks', 'integration/faults', 'integration/network-faults', 'integration/cli-settle'],
  ...['integration/run-simulator', 'integration/cli-odd', 'integration/cli', 'integration/cli-claims'],
  ...['integration/cli-copies', 'core/run/runs', 'hostile/tokens'],
].map((name) => `test/${name}.test.ts`)

/** Puts the long files of each project before the others, and the projects in their order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config
    const rank = ({ moduleId }: TestSpecification): number => {
      const name = moduleId.replaceAll('\\', '/').slice(root.length + 1)
      const index = longFiles.indexOf(name)
      return index === -1 ? longFiles.length : index
    }
    const turn = ({ project }: TestSpecification): number => projects.indexOf(project.name)
    // Equal files stay in the order that Vitest gives them.
    return (await super.sort(files)).toSorted((a, b) => turn(a) - turn(b) || rank(a) - rank(b))
  }
}
