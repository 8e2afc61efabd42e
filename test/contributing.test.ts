import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { text } from '../src/shared/text/index.ts'
import { longFiles } from './support/longest-first.ts'

const root = resolve(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> }

test.each(['README.md', 'CONTRIBUTING.md', 'docs/terminal.md', '.github/pull_request_template.md'])(
  '%s names only scripts that there are',
  (name) => {
    const named = [...read(name).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(
      ([, script = '']) => script,
    )
    expect(named.length).toBeGreaterThan(0)
    for (const script of named) expect(Object.keys(scripts)).toContain(script)
  },
)

const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('test', name))

test.each(longFiles)('%s, which is to begin early, is there', (file) => {
  expect(existsSync(join(root, file))).toBe(true)
})

test('a test that does not hold on every computer says why: by test/support/here.ts', () => {
  const silent = tests.filter((name) => /\.(skip|skipIf|runIf|todo)\(/.test(read(name)))
  expect(silent).toEqual([])
})

test('a test removes its folders by test/support/remove-folder.ts: Windows may need more than one try', () => {
  const sources = ['test', 'packaging'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  )
  // What builds a release has no tests beside it: it says itself how often to try.
  const atOnce = sources.filter((name) =>
    read(name)
      .split('\n')
      .some((line) => /\brm(Sync)?\(.*recursive/.test(line) && !line.includes('maxRetries')),
  )
  expect(atOnce).toEqual([])
})

describe('the forms for reports', () => {
  const folder = '.github/ISSUE_TEMPLATE'
  const reports = readdirSync(join(root, folder)).filter((name) => !['config.yml', 'idea.yml'].includes(name))

  test.each(reports)(
    '%s asks for the diagnostics by the name of their button, and warns of tokens',
    (name) => {
      const form = read(join(folder, name))
      const { title, support } = text.window.settings
      expect(form).toContain(`${title}, ${support.copyDiagnostics}`)
      expect(form).toContain('**Never paste an access token')
      expect(form).toMatch(/id: checked[\s\S]*no token[\s\S]*required: true/)
    },
  )
})
