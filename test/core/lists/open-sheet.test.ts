import { chmod, mkdir, mkdtemp, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSheet } from '../../../src/core/lists/open-sheet.ts'
import { here, testWith } from '../../support/here.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { sample } from '../../support/sample.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-sheet-'))
})

afterAll(() => removeFolder(folder))

async function refusal(path: string): Promise<readonly [string, string]> {
  const result = await openSheet(path)
  if (result.ok) throw new Error('A list was read')
  return [result.failure.code, result.failure.message]
}

describe('opening a file', () => {
  test('reads a list and keeps the file’s name, without its folder', async () => {
    const result = await openSheet(sample('phones-100.csv'))
    expect(result.ok && [result.value.name, result.value.rows.length]).toEqual(['phones-100.csv', 100])
  })

  test('says that a folder is one', async () => {
    const path = join(folder, 'lists.csv')
    await mkdir(path)
    expect(await refusal(path)).toEqual(['file-folder', '"lists.csv" is a folder. Open a file in it.'])
  })

  test('says that a file was not found', async () => {
    const [code, message] = await refusal(join(folder, 'gone.csv'))
    expect(code).toBe('file-unreadable')
    expect(message).toContain('"gone.csv" wasn\'t found')
    expect(await refusal(join(sample('phones-100.csv'), 'phones.csv'))).toContain('file-unreadable')
    expect(await refusal('')).toContain('file-unreadable')
  })

  test('says that a file over 5 MB is too large', async () => {
    const path = join(folder, 'large.csv')
    await writeFile(path, 'Username,HardwareId')
    await truncate(path, 5 * 1024 * 1024 + 1)
    expect(await refusal(path)).toContain('file-too-large')
  })

  testWith(here.devices)('says that a path is no file where reading it might never end', async () => {
    expect((await refusal('/dev/zero'))[1]).toContain('"zero" isn\'t a file')
  })

  testWith(here.permissions)('says that a file may not be read', async () => {
    const path = join(folder, 'secret.csv')
    await writeFile(path, 'Username,HardwareId\n')
    await chmod(path, 0)
    expect((await refusal(path))[1]).toContain("can't be read with your account")
  })

  testWith(here.longNames)('says what the system said where that is nothing it knows', async () => {
    const [code, message] = await refusal(join(folder, 'a'.repeat(5_000)))
    expect(code).toBe('file-unreadable')
    expect(message).toContain("couldn't be read (ENAMETOOLONG)")
  })
})
