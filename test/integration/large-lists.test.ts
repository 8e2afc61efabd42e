import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { warned } from '../support/large-lists.ts'
import { measureProcess } from '../support/measure-process.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { commandLine } from '../support/run-cli.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'large-lists-'))
})
afterAll(() => removeFolder(folder))

// The files up to the limits are in the bench; this is the worst of them, at four tenths of its rows.
test('the issues of a long list do not stand in memory together', async () => {
  const file = join(folder, 'warnings.csv')
  await writeFile(file, warned(40_000))
  const { megabytes, errors } = await measureProcess(commandLine, 'check', file, '--json')
  // Waiting for a slow reader again and again leaves nothing behind that Node would warn of.
  expect(errors).toBe('')
  expect(megabytes).toBeGreaterThan(30)
  // About 170 as it is; 310 with all issues in one array.
  expect(megabytes).toBeLessThan(230)
})
