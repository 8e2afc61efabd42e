import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type StandInKeyring = {
  /** The folder to have as the whole PATH. */
  readonly path: string
  /** The stored secret; undefined for none. */
  key(): Promise<string | undefined>
  /** Everything that was ever an argument, for all on the machine to see. */
  arguments(): Promise<string>
}

/** A `secret-tool` that keeps one secret in a file of the folder. It has secret-tool's exit codes. */
export async function standInKeyring(folder: string): Promise<StandInKeyring> {
  await mkdir(folder, { recursive: true })
  const [program, key, seen] = ['secret-tool', 'key', 'arguments'].map((name) => join(folder, name))
  if (!program || !key || !seen) throw new Error('Three names make three paths')
  const script = [
    '#!/bin/sh',
    `echo "$@" >> '${seen}'`,
    'case "$1" in',
    `  lookup) [ -f '${key}' ] || exit 1; /bin/cat '${key}';;`,
    `  store) /bin/cat > '${key}';;`,
    `  clear) /bin/rm -f '${key}';;`,
    'esac',
  ]
  await writeFile(program, `${script.join('\n')}\n`)
  await chmod(program, 0o755)
  const read = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined)
  return { path: folder, key: () => read(key), arguments: async () => (await read(seen)) ?? '' }
}
