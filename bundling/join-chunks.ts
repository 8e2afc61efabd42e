/** A file that is built: what it imports, and which modules are in it. */
export type Chunk = {
  readonly fileName: string
  readonly imports: readonly string[]
  readonly moduleIds: readonly string[]
  readonly bytes: number
  /** Loaded for its own sake: a program's start, or what it imports when it is needed. */
  readonly isEntry: boolean
}

/** To find, read and link one more file takes as long as compiling this many bytes of others; more where these are kept compiled. */
const bytesOfFile = 30_000

/**
 * Assigns modules to files, by the name of the file that they go to. Two files are joined if that saves more, by having
 * one file less, than it costs by loading code that isn't needed. `start` is loaded before each entry.
 */
export function joinChunks(chunks: readonly Chunk[], start: string): ReadonlyMap<string, string> {
  let files = chunks.map(
    ({ fileName, imports, bytes, isEntry, moduleIds }): Node => ({
      ...{ name: fileName === start ? 'start' : fileName, bytes, isEntry, moduleIds },
      imports: new Set(imports.map((one) => (one === start ? 'start' : one))),
    }),
  )
  for (let best = bestPair(files); best; best = bestPair(files)) files = joined(files, ...best)
  return new Map(
    files
      .filter(({ isEntry }) => !isEntry)
      .flatMap(({ name, moduleIds }) => moduleIds.map((id) => [id, nameOf(name)] as const)),
  )
}

type Node = {
  readonly name: string
  readonly imports: ReadonlySet<string>
  readonly moduleIds: readonly string[]
  readonly bytes: number
  readonly isEntry: boolean
}

/** `list` of `chunks/list.js`. */
const nameOf = (file: string): string => file.replace(/^.*\/|\.js$/g, '')

function bestPair(files: readonly Node[]): readonly [Node, Node] | undefined {
  const byName = new Map(files.map((file) => [file.name, file]))
  const reached = new Map(files.map(({ name }) => [name, reach(name, byName)]))
  const of = (name: string): ReadonlySet<string> => reached.get(name) ?? new Set()
  const loads = files
    .filter(({ isEntry }) => isEntry)
    .map(({ name }) => new Set([...of('start'), ...of(name)]))
  const shared = files.filter(({ isEntry }) => !isEntry)
  let best: readonly [Node, Node] | undefined
  let most = 0
  for (const [index, one] of shared.entries())
    for (const other of shared.slice(index + 1)) {
      if (isBetween(one, other, of) || isBetween(other, one, of)) continue
      let won = 0
      for (const load of loads) {
        const [hasOne, hasOther] = [load.has(one.name), load.has(other.name)]
        if (hasOne && hasOther) won += bytesOfFile
        else if (hasOne || hasOther) {
          won += bytesOfFile
          for (const name of of(hasOne ? other.name : one.name))
            if (!load.has(name)) won -= bytesOfFile + (byName.get(name)?.bytes ?? 0)
        }
      }
      if (won > most) [most, best] = [won, [one, other]]
    }
  return best
}

/**
 * Whether one file needs the other through a third one, which would then have to be loaded both before and after the
 * joined file.
 */
const isBetween = (one: Node, other: Node, of: (name: string) => ReadonlySet<string>): boolean =>
  [...one.imports].some((name) => name !== other.name && of(name).has(other.name))

function reach(name: string, byName: ReadonlyMap<string, Node>, found = new Set<string>()): Set<string> {
  if (found.has(name) || !byName.has(name)) return found
  found.add(name)
  for (const next of byName.get(name)?.imports ?? []) reach(next, byName, found)
  return found
}

function joined(files: readonly Node[], one: Node, other: Node): Node[] {
  const [kept, gone] = other.name === 'start' ? [other, one] : [one, other]
  const both = new Set(
    [...one.imports, ...other.imports].filter((name) => name !== one.name && name !== other.name),
  )
  const whole = {
    ...kept,
    imports: both,
    bytes: one.bytes + other.bytes,
    moduleIds: [...one.moduleIds, ...other.moduleIds],
  }
  return files
    .filter((file) => file !== one && file !== other)
    .map((file) => ({
      ...file,
      imports: new Set([...file.imports].map((name) => (name === gone.name ? kept.name : name))),
    }))
    .concat(whole)
}
