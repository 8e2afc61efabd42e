import { chmod, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeWhole } from '../../../src/main/files/write-whole.ts'
import { here, testWith } from '../../support/here.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-whole-'))
})
afterEach(() => removeFolder(folder))

test('a file is written, and replaces what was there', async () => {
  const file = join(folder, 'a.csv')

  expect(await writeWhole(file, 'first, and longer')).toEqual({ ok: true, value: undefined })
  expect(await writeWhole(file, 'second')).toEqual({ ok: true, value: undefined })
  expect(await readFile(file, 'utf8')).toBe('second')
  expect(await readdir(folder)).toEqual(['a.csv'])
})

test('a folder that does not exist is a failure that says what to do', async () => {
  const written = await writeWhole(join(folder, 'gone/a.csv'), 'text')

  expect(written).toMatchObject({ ok: false, failure: { kind: 'file', remedy: expect.any(String) } })
})

test('what cannot be replaced stays as it was, and nothing is left beside it', async () => {
  const taken = join(folder, 'a.csv')
  await mkdir(taken)
  const written = await writeWhole(taken, 'text')

  expect(written).toMatchObject({ ok: false, failure: { kind: 'file' } })
  expect(await readdir(folder)).toEqual(['a.csv'])
})

testWith(here.permissions)('a protected folder is told from a missing one', async () => {
  await chmod(folder, 0o500)
  const written = await writeWhole(join(folder, 'a.csv'), 'text')
  await chmod(folder, 0o700)

  expect(written).toMatchObject({ failure: { message: expect.stringContaining('protected') } })
})
