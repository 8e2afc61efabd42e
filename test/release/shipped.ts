/**
 * What users are given although `package.json` has it as a development dependency: the runtime, and what the build
 * bundles into the window. All that stands under `dependencies` is shipped anyway.
 */
export const shippedDevelopmentDependencies = [
  '@fluentui/react-components',
  '@fluentui/react-icons',
  '@tanstack/react-virtual',
  'electron',
  'react',
  'react-dom',
  'zustand',
] as const

/** As much of package-lock.json as is needed here: packages by the path of their folder, `''` for this one. */
export type Lock = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly dependencies?: Readonly<Record<string, string>>
        readonly peerDependencies?: Readonly<Record<string, string>>
      }
    >
  >
}

/** As much of the answer of `npm audit --json`. */
export type AuditReport = {
  readonly vulnerabilities: Readonly<
    Record<string, { readonly severity: string; readonly nodes: readonly string[] }>
  >
}

/** The folders of the packages that are shipped, with those that they need in their turn. */
export function shippedFolders({ packages }: Lock): ReadonlySet<string> {
  const found = new Set<string>()
  const take = (name: string, from: string): void => {
    const folder = folderOf(name, from, packages)
    if (folder === undefined || found.has(folder)) return
    found.add(folder)
    // What the package `electron` needs is there to fetch the runtime, and is not shipped with it.
    if (name === 'electron') return
    const { dependencies, peerDependencies } = packages[folder] ?? {}
    for (const needed of Object.keys({ ...dependencies, ...peerDependencies })) take(needed, folder)
  }
  const direct = Object.keys(packages['']?.dependencies ?? {})
  for (const name of [...direct, ...shippedDevelopmentDependencies]) take(name, '')
  return found
}

/** As Node finds a package: in the folder of whoever asks, else further out. */
function folderOf(name: string, from: string, packages: Lock['packages']): string | undefined {
  const folder = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`
  if (folder in packages) return folder
  return from === ''
    ? undefined
    : folderOf(name, from.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, ''), packages)
}

/** Known weaknesses, those in what is shipped apart from the rest, each as a line. */
export function sortWeaknesses(
  { vulnerabilities }: AuditReport,
  lock: Lock,
): { readonly shipped: readonly string[]; readonly others: readonly string[] } {
  const folders = shippedFolders(lock)
  const found = Object.entries(vulnerabilities).map(([name, { severity, nodes }]) => ({
    line: `${name} (${severity}): ${nodes.join(', ')}`,
    isShipped: nodes.some((node) => folders.has(node)),
  }))
  const linesOf = (isShipped: boolean): readonly string[] =>
    found.filter((one) => one.isShipped === isShipped).map(({ line }) => line)
  return { shipped: linesOf(true), others: linesOf(false) }
}
