import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runsDirectory } from '../../src/core/run/run-files.ts'
import type { Fault, FaultyCall } from '../../src/core/simulator/fault.ts'
import { folderOfSamples, journalSamples, shownIn, shownSamples } from './journal-samples.ts'
import { scenes, speed } from './journal-scenes.ts'
import { removeFolder } from './remove-folder.ts'
import { runCli } from './run-cli.ts'
import { atTerminals } from './terminals.ts'

// Makes the sample journals anew: `npm run build && node test/support/make-journals.ts`. For a state that has none yet; not
// where one that is there is no longer read as it was. Where words have changed that are shown of them, and on purpose,
// `--shown` leaves the journals as they are and writes down anew what is shown.
// `npm run format` afterwards.

const onlyShown = process.argv.includes('--shown')
if (!onlyShown) await makeJournals()
await writeShown()

async function makeJournals(): Promise<void> {
  await removeFolder(journalSamples)
  await mkdir(journalSamples, { recursive: true })

  for (const { state, service, play } of scenes) {
    let faultOf: ((call: FaultyCall) => Fault | undefined) | undefined
    await atTerminals({ speed, ...service, faults: (call) => faultOf?.(call) }, async (at) => {
      await play({
        at,
        meets(fault) {
          faultOf = fault
        },
      })
      const runs = runsDirectory(at.folder('data'))
      const journals = (await readdir(runs)).filter((name) => name.endsWith('.jsonl'))
      for (const name of journals) await copyFile(join(runs, name), join(journalSamples, name))
      process.stdout.write(`${state}: ${journals.length}\n`)
    })()
  }
}

async function writeShown(): Promise<void> {
  const folder = await folderOfSamples()
  try {
    const { out } = await runCli('runs', '--json', '--data-dir', folder)
    const rows: readonly { readonly listName: string }[] = JSON.parse(out)
    const shown = Object.entries(await shownIn(folder)).map(([list, one]) => [
      list,
      { listed: rows.find(({ listName }) => listName === list), ...one },
    ])
    await writeFile(shownSamples, `${JSON.stringify(Object.fromEntries(shown), undefined, 2)}\n`)
  } finally {
    await removeFolder(folder)
  }
}
