import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toastActivatorId } from '../../src/shared/app-id.ts'
import { text } from '../../src/shared/text/index.ts'
import { isThere, tableRows, testsIn } from '../support/named-tests.ts'

const root = resolve(import.meta.dirname, '../..')

describe('what the stand-in cannot tell', () => {
  const [, , ...rows] = tableRows('test/electron-host/README.md')

  test('is named with a test of real Electron, or with what somebody must look at', () => {
    expect(rows.length).toBeGreaterThan(5)
    for (const [what = '', why = '', held = ''] of rows) {
      expect(why, what).not.toBe('')
      if (testsIn(held).length === 0) expect(held, what).toContain('docs/first-windows-run.md')
    }
  })

  test.each(rows.flatMap(([, , held = '']) => testsIn(held)))('names a test of $file: $title', (named) => {
    expect(named.file).toMatch(/^test\/e2e\//)
    expect(isThere(named)).toBe(true)
  })
})

test('the page about the first run on Windows speaks of what is there', () => {
  const page = readFileSync(join(root, 'docs/first-windows-run.md'), 'utf8')
  const { window, main } = text
  for (const word of [
    window.session.explore,
    window.phones.empty.sample,
    window.settings.support.copyDiagnostics,
    `${main.diagnostics.encryption}: ${main.diagnostics.encryptionOutcome.works}`,
    toastActivatorId,
  ])
    expect(page).toContain(word)
  expect(page.match(/^\d+\. /gm)).toHaveLength(10)
  for (const from of ['README.md', 'CONTRIBUTING.md'])
    expect(readFileSync(join(root, from), 'utf8')).toContain('docs/first-windows-run.md')
  expect(existsSync(join(root, '.github/ISSUE_TEMPLATE/problem.yml'))).toBe(true)
})
