import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesIn, isThere, tableRows, testsIn } from './support/named-tests.ts'

const root = resolve(import.meta.dirname, '..')
const rows = tableRows('docs/security-review.md')
  .map(([point = '', what = '', place = '', held = '']) => ({ point, what, place, held }))
  .filter(({ point }) => /^(?:\d+|DA\d+)$/.test(point))

describe('the tables of the security review', () => {
  test('have all 20 points of Electron and all 10 of OWASP, each with a place and a test', () => {
    const points = new Set(rows.map(({ point }) => point))
    for (let point = 1; point <= 20; point++) expect(points).toContain(String(point))
    for (let point = 1; point <= 10; point++) expect(points).toContain(`DA${point}`)
    for (const { what, place, held } of rows) {
      expect(filesIn(place), what).not.toEqual([])
      expect(testsIn(held), what).not.toEqual([])
    }
  })

  test('name files that there are', () => {
    for (const file of rows.flatMap(({ place, held }) => filesIn(`${place} ${held}`)))
      expect(existsSync(join(root, file)), file).toBe(true)
  })

  test.each(rows.flatMap(({ held }) => testsIn(held)))('name a test of $file: $title', (named) => {
    expect(isThere(named)).toBe(true)
  })
})

test('the switches that open a page are set nowhere', () => {
  const switches =
    /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|allowpopups|nodeIntegrationIn|(?:webSecurity|sandbox|contextIsolation): false|nodeIntegration: true/
  const sources = globSync('src/**/*.{ts,tsx,html}', { cwd: root })

  expect(sources.length).toBeGreaterThan(100)
  for (const file of sources) expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(switches)
})
