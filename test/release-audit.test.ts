import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json'
import { shippedDevelopmentDependencies, shippedFolders, sortWeaknesses } from './release/shipped.ts'

const root = resolve(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

describe('known weaknesses', () => {
  const weakness = (folder: string) => ({ severity: 'high', nodes: [folder] })
  const report = (...folders: readonly string[]) => ({
    vulnerabilities: Object.fromEntries(
      folders.map((folder) => [folder.replace(/^.*node_modules\//, ''), weakness(folder)]),
    ),
  })

  test.each([
    ['the runtime', 'node_modules/electron'],
    ['the window', 'node_modules/react-dom'],
    ['what the window needs in its turn', 'node_modules/scheduler'],
    ['the main process', 'node_modules/@azure/msal-node'],
    ['what electron-updater needs', 'node_modules/builder-util-runtime'],
  ])('in %s block a release', (_, folder) => {
    expect(Object.keys(lock.packages)).toContain(folder)
    expect(sortWeaknesses(report(folder), lock).shipped).toHaveLength(1)
  })

  test.each([
    ['the tests', 'node_modules/vitest'],
    ['the packing', 'node_modules/electron-builder'],
    ['what fetches the runtime', 'node_modules/@electron/get'],
  ])('in %s are told of', (_, folder) => {
    expect(Object.keys(lock.packages)).toContain(folder)
    expect(sortWeaknesses(report(folder), lock)).toEqual({
      shipped: [],
      others: [expect.stringContaining(folder)],
    })
  })

  test('of one name are sorted by where it lies', () => {
    const packages = {
      '': { dependencies: { a: '1' } },
      'node_modules/a': { dependencies: { b: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
      'node_modules/b': {},
      'node_modules/c': {},
    }
    expect([...shippedFolders({ packages })]).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
      'node_modules/c',
    ])
  })
})

test('what is shipped although it is a development dependency is named: here, and in SECURITY.md', () => {
  const development = Object.keys(manifest.devDependencies)
  const imported = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => [
      ...readFileSync(join(root, 'src', name), 'utf8').matchAll(/ from '((?:@[^/']+\/)?[^/']+)/g),
    ])
    .map(([, name = '']) => name)
  expect([...shippedDevelopmentDependencies]).toEqual(
    [...new Set(imported)].filter((name) => development.includes(name)).toSorted(),
  )
  const security = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  for (const name of shippedDevelopmentDependencies) expect(security).toContain(`\`${name}\``)
})
