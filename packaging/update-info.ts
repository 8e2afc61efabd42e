import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildBlockMap } from 'app-builder-lib/out/targets/blockmap/blockmap.js'
import { parseDocument } from 'yaml'
import { z } from 'zod'

/**
 * Makes block maps and update files (`latest.yml`) of a folder fit the installers as they are now. Throws where an
 * update file names an installer that is not there.
 */
export async function renewUpdateInfo(folder: string): Promise<void> {
  const names = await readdir(folder)
  const sums = new Map<string, Sum>()
  for (const name of names.filter((one) => names.includes(`${one}.blockmap`)))
    sums.set(name, await buildBlockMap(join(folder, name), 'gzip', join(folder, `${name}.blockmap`)))

  for (const name of names.filter((one) => one.endsWith('.yml') && !one.startsWith('builder-'))) {
    // Node by node, so that all else stays as it is, down to the quotation marks.
    const document = parseDocument(await readFile(join(folder, name), 'utf8'))
    const told = updateFile.parse(document.toJS())
    const sumOf = (installer: string): Sum => {
      const sum = sums.get(installer)
      if (!sum) throw new Error(`${name} names ${installer}, which has no block map in ${folder}.`)
      return sum
    }
    for (const [at, { url }] of told.files.entries()) {
      document.setIn(['files', at, 'sha512'], sumOf(url).sha512)
      document.setIn(['files', at, 'size'], sumOf(url).size)
    }
    document.set('sha512', sumOf(told.path).sha512)
    await writeFile(join(folder, name), document.toString({ lineWidth: 0 }))
  }
}

type Sum = Awaited<ReturnType<typeof buildBlockMap>>

/** As electron-updater reads it (electron-builder, "Auto Update"). */
const updateFile = z.object({ files: z.array(z.object({ url: z.string() })), path: z.string() })
