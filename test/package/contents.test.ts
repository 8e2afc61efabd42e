import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, posix } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { filesOf } from './support/sizes.ts'

const { win, linux, extracted, figures } = inject('packed')
const asar = (folder: string): string => join(folder, 'resources/app.asar')
const paths = filesOf(asar(win)).map(({ path }) => path)
const content = (path: string): string => readFileSync(join(extracted, path), 'utf8')

/** Rolldown and Vite put a hash of the content into these names. */
const hash = '[\\w-]{8}'
const allowed: readonly RegExp[] = [
  /^package\.json$/,
  /^out\/main\/index\.js$/,
  new RegExp(`^out/main/chunks/[\\w-]+-${hash}\\.js$`),
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/index\.html$/,
  new RegExp(`^out/renderer/assets/[\\w-]+-${hash}\\.(js|css)$`),
  /^resources\/icons\/256x256\.png$/,
  /^resources\/samples\/phones-300\.csv$/,
  /^resources\/sign-in\/(error|success)\.html$/,
]

describe('the asar', () => {
  test('holds nothing that is not on the list, and something for each line of it', () => {
    expect(paths.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([])
    expect(allowed.filter((pattern) => !paths.some((path) => pattern.test(path)))).toEqual([])
  })

  test('holds no chunk that the app does not load: what only the terminal needs stays out', () => {
    const loaded = loadedFrom('out/main/index.js')
    expect(paths.filter((path) => path.startsWith('out/main/')).toSorted()).toEqual([...loaded].toSorted())
  })

  test('needs no package besides Electron', () => {
    const scripts = [...loadedFrom('out/main/index.js'), 'out/preload/index.cjs']
    const named = new Set(scripts.flatMap((path) => importsOf(path)))
    expect([...named].filter((name) => !name.startsWith('.') && !isBuiltin(name))).toEqual(['electron'])
  })

  test('names no source map', () => {
    for (const path of paths.filter((path) => /\.(c?js|css|html)$/.test(path)))
      expect(content(path), path).not.toContain('sourceMappingURL')
  })

  test('describes itself by what Electron reads, and no more', () => {
    const described = Object.entries(JSON.parse(content('package.json'))).filter(
      ([, value]) => value !== null,
    )
    expect(described.map(([name]) => name).toSorted()).toEqual([
      'author',
      'description',
      'desktopName',
      'license',
      'main',
      'name',
      'private',
      'productName',
      'type',
      'version',
    ])
  })

  test('is the same on both systems', () => {
    expect(readFileSync(asar(linux)).equals(readFileSync(asar(win)))).toBe(true)
  })
})

describe('the folder', () => {
  test('holds the licences of the app, of all that is bundled, and of Electron', () => {
    const licences = join(win, 'resources/licences')
    const read = (name: string): string => readFileSync(join(licences, name), 'utf8')
    expect(readdirSync(licences).toSorted()).toEqual(['LICENSE.txt', 'main.md', 'window.md'])
    expect(read('LICENSE.txt')).toContain('MIT License')
    expect(read('main.md')).toContain('## @azure/msal-node - ')
    expect(read('window.md')).toContain('## react-dom - ')
    expect(readdirSync(win)).toContain('LICENSE.electron.txt')
  })

  test("holds those of Chromium's languages that are English, and outside of the asar what PowerShell reads", () => {
    expect(readdirSync(join(win, 'locales')).toSorted()).toEqual(['en-GB.pak', 'en-US.pak'])
    expect(readdirSync(join(win, 'resources')).toSorted()).toEqual(['app.asar', 'licences', 'powershell'])
    expect(readdirSync(join(win, 'resources/powershell'))).toEqual(['bridge.ps1'])
  })

  test.each(figures.filter(({ limit }) => limit !== null))(
    '$name: at most $limit $unit',
    ({ value, limit }) => {
      expect(value).toBeLessThanOrEqual(limit ?? 0)
    },
  )
})

function loadedFrom(entry: string, loaded = new Set<string>()): ReadonlySet<string> {
  if (loaded.has(entry)) return loaded
  loaded.add(entry)
  for (const name of importsOf(entry))
    if (name.startsWith('.')) loadedFrom(posix.join(dirname(entry), name), loaded)
  return loaded
}

/** As the bundler writes them: comments and texts of the bundled packages name others, in other ways. */
function importsOf(path: string): readonly string[] {
  const forms = [
    /^(?:import|export) (?:[^;]* from )?"([^"]+)";$/gm,
    /\bimport\("([^"]+\.js)"\)/g,
    /\b(?:__require|^require|= require)\("([^"]+)"\)/g,
  ]
  return forms.flatMap((form) => [...content(path).matchAll(form)].map(([, name = '']) => name))
}
