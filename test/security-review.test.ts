import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const review = readFileSync(join(root, 'docs/security-review.md'), 'utf8')

const rows = review
  .split('\n')
  .filter((line) => /^\| (?:\d+|DA\d+) \|/.test(line))
  .map((line) => {
    const [, point = '', what = '', place = '', held = ''] = line.split('|').map((cell) => cell.trim())
    return { point, what, place, held }
  })
const filesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`((?:src|test|packaging|\.github)\/[^`]+|package\.json)`/g)].map(([, file = '']) => file)

/** Each test that a cell names, with the file named before it. */
const testsIn = (held: string): readonly { readonly file: string; readonly title: string }[] =>
  held.split(';').flatMap((part) => {
    const [file = ''] = filesIn(part)
    return [...part.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ file, title }))
  })

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

  test.each(rows.flatMap(({ held }) => testsIn(held)))('name a test of $file: $title', ({ file, title }) => {
    const source = readFileSync(join(root, file), 'utf8')
    expect([`'${title}'`, `"${title}"`].some((literal) => source.includes(literal))).toBe(true)
  })
})

test('the switches that open a page are set nowhere', () => {
  const switches =
    /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|webviewTag|allowpopups|nodeIntegrationIn|(?:webSecurity|sandbox|contextIsolation): false|nodeIntegration: true/
  const sources = globSync('src/**/*.{ts,tsx,html}', { cwd: root })

  expect(sources.length).toBeGreaterThan(100)
  for (const file of sources) expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(switches)
})
