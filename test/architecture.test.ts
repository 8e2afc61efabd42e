import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

type Room = { readonly path: string; readonly allowed: readonly string[] }

/** The table of ARCHITECTURE.md is the rule: first column the room, last column what it may import. */
const [, table = ''] = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split(/^## .*$/m)
const rooms: readonly Room[] = table
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const quoted = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    return { path: quoted(cells[1])[0] ?? '', allowed: quoted(cells[3]) }
  })

/** The innermost room that holds a file. */
const roomOf = (file: string): Room | undefined =>
  rooms.filter(({ path }) => file.startsWith(`${path}/`)).toSorted((a, b) => b.path.length - a.path.length)[0]

const files = globSync(['src/**/*.{ts,tsx}', 'packaging/**/*.ts'], { cwd: root }).map((file) =>
  file.replaceAll('\\', '/'),
)

function importsOf(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const specifiers = source.matchAll(/(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?\s*['"]([^'"]+)['"]/g)
  const dynamic = source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g)
  return [...specifiers, ...dynamic].map(([, specifier = '']) => specifier)
}

/** Those that are loaded with a file: neither types alone nor what is loaded when it is needed. */
function loadedWith(file: string): readonly string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const values = /(?:^|\n)\s*(?:import|export)\s(?!type\s)(?:[^'"]*?\sfrom\s)?\s*['"]([^'"]+)['"]/g
  return [...source.matchAll(values)].map(([, specifier = '']) => specifier)
}

function isAllowed(file: string, specifier: string, room: Room): boolean {
  if (specifier.startsWith('.')) {
    const target = targetOf(file, specifier)
    if (target === 'package.json' || target.startsWith('resources/')) return true
    if (roomOf(target) === room) return true
  }
  return room.allowed.some((name) => allows(name, file, specifier))
}

/** Whether it is by this permission of the file's room that it may import the specifier. */
function allows(name: string, file: string, specifier: string): boolean {
  if (specifier.startsWith('.')) {
    const target = targetOf(file, specifier)
    return (roomOf(target)?.path ?? dirname(target)) === name
  }
  return name.endsWith('*')
    ? specifier.startsWith(name.slice(0, -1))
    : specifier === name || specifier.startsWith(`${name}/`)
}

const targetOf = (file: string, specifier: string): string =>
  relative(root, resolve(root, dirname(file), specifier)).replaceAll('\\', '/')

describe('the rooms of ARCHITECTURE.md', () => {
  test('are there: the table names folders with files in them, and every source file is in one', () => {
    for (const { path } of rooms)
      expect(
        files.filter((file) => file.startsWith(`${path}/`)),
        path,
      ).not.toEqual([])
    expect(files.filter((file) => !roomOf(file))).toEqual([])
  })

  test('import nothing that their row does not allow', () => {
    const forbidden = files.flatMap((file) => {
      const room = roomOf(file)
      return importsOf(file)
        .filter((specifier) => room && !isAllowed(file, specifier, room))
        .map((specifier) => `${file} imports ${specifier}`)
    })
    expect(forbidden).toEqual([])
  })

  test('allow nothing that none of their files imports', () => {
    const unused = rooms.flatMap(({ path, allowed }) => {
      const own = files.filter((file) => roomOf(file)?.path === path)
      return allowed
        .filter((name) => !own.some((file) => importsOf(file).some((one) => allows(name, file, one))))
        .map((name) => `${path} may import ${name}`)
    })
    expect(unused).toEqual([])
  })

  test('the shared room, the core and the terminal need neither a browser nor Electron nor React', () => {
    const names = rooms
      .filter(({ path }) => /^src\/(shared|core|cli)(\/|$)/.test(path))
      .flatMap(({ allowed }) => allowed)
    expect(
      names.filter((name) => /^(electron|react|@fluentui|src\/(main|preload|renderer))/.test(name)),
    ).toEqual([])
  })

  test('stand in an order: none imports one that, by whatever way round, imports it', () => {
    const next = (path: string): readonly string[] =>
      rooms
        .find((room) => room.path === path)
        ?.allowed.filter((name) => rooms.some((room) => room.path === name)) ?? []
    expect(rooms.map(({ path }) => circleThrough(path, next)).filter(Boolean)).toEqual([])
  })
})

describe('the words', () => {
  test('are the lowest room of the shared one: they import nothing but types of its other rooms', () => {
    const own = files.filter((file) => file.startsWith('src/shared/text/'))
    const others = own.flatMap((file) =>
      loadedWith(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => targetOf(file, specifier))
        .filter((target) => !target.startsWith('src/shared/text/')),
    )
    // It has no words, and no room.
    expect([...new Set(others)]).toEqual(['src/shared/assert-never.ts'])
  })
})

describe('the files of src', () => {
  const known = new Set(files)
  const imported = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => targetOf(file, specifier).replace(/\?.*$/, ''))
        .filter((target) => known.has(target)),
    ]),
  )

  test('start other programs in one room alone', () => {
    const starting = files.filter((file) => importsOf(file).includes('node:child_process'))
    expect([...new Set(starting.filter((file) => file.startsWith('src/')).map(dirname))]).toEqual([
      'src/core/process',
    ])
  })

  test('check what comes before the window with the small form of zod: the other takes a third of the start', () => {
    const before = new Set(['src/main/index.ts'])
    for (const file of before)
      for (const specifier of loadedWith(file))
        if (specifier.startsWith('.') && known.has(targetOf(file, specifier)))
          before.add(targetOf(file, specifier))
    const withZod = [...before].filter((file) => loadedWith(file).includes('zod'))
    expect(before).toContain('src/main/settings/stored-schema.ts')
    expect(withZod).toEqual([])
  })

  test('import each other in no circle', () => {
    const circles = files
      .map((file) => circleThrough(file, (name) => imported.get(name) ?? []))
      .filter(Boolean)
    expect(circles).toEqual([])
  })
})

/** The shortest way from a name back to itself, as one line. */
function circleThrough(start: string, next: (name: string) => readonly string[]): string | undefined {
  const from = new Map<string, string>()
  const ways = [start]
  for (const name of ways)
    for (const other of next(name)) {
      if (other === start) return [...wayTo(name, from), start].join(' > ')
      if (!from.has(other)) {
        from.set(other, name)
        ways.push(other)
      }
    }
  return undefined
}

const wayTo = (name: string, from: ReadonlyMap<string, string>): readonly string[] => {
  const before = from.get(name)
  return before === undefined ? [name] : [...wayTo(before, from), name]
}

describe('the rooms of the renderer', () => {
  const order = ['model', 'stores', 'components', 'features', 'pages'].map(
    (name) => `src/renderer/src/${name}`,
  )
  const own = files.filter((file) => file.startsWith('src/renderer/'))
  const targetsOf = (file: string): readonly string[] =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => targetOf(file, specifier))

  test('import none above them, whatever the table allows', () => {
    const level = (file: string): number => order.findIndex((room) => file.startsWith(`${room}/`))
    const upward = own.flatMap((file) =>
      targetsOf(file)
        .filter((target) => level(file) !== -1 && level(target) > level(file))
        .map((target) => `${file} imports ${target}`),
    )
    expect(upward).toEqual([])
  })

  test('have no circle between their features', () => {
    const featureOf = (file: string): string =>
      /^src\/renderer\/src\/features\/([^/]+)\//.exec(file)?.[1] ?? ''
    const filesOf = Map.groupBy(own, featureOf)
    const next = (feature: string): readonly string[] =>
      (filesOf.get(feature) ?? [])
        .flatMap(targetsOf)
        .map(featureOf)
        .filter((other) => other !== '' && other !== feature)
    const features = [...filesOf.keys()].filter((feature) => feature !== '')
    expect(features.map((feature) => circleThrough(feature, next)).filter(Boolean)).toEqual([])
  })
})
