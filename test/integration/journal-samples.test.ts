import { expect, test } from 'vitest'
import { folderOfSamples, readShown } from '../support/journal-samples.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { runCli } from '../support/run-cli.ts'

test('runs --json tells of the journals that an earlier terminal has written what that one told', async () => {
  const folder = await folderOfSamples()
  try {
    const { out, errors } = await runCli('runs', '--json', '--data-dir', folder)
    const rows: readonly { readonly listName: string }[] = JSON.parse(out)
    const expected = Object.entries(await readShown()).map(([list, { listed }]) => [list, listed])
    expect(Object.fromEntries(rows.map((row) => [row.listName, row])), errors).toEqual(
      Object.fromEntries(expected),
    )
  } finally {
    await removeFolder(folder)
  }
})
