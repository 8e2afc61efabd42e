import { chmod, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tokenFile } from '../../../src/core/auth/token-file.ts'
import { here, testWith } from '../../support/here.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let directory: string
let file: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'token-file-'))
  file = join(directory, 'data', 'tokens')
})
afterEach(() => removeFolder(directory))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a token file', () => {
  test('that is missing reads as nothing', async () => {
    expect(await tokenFile(file).read()).toBeUndefined()
  })

  test('comes back as it was written, in a folder made for it', async () => {
    await tokenFile(file).write(bytes('first'))
    await tokenFile(file).write(bytes('second'))
    expect(await tokenFile(file).read()).toEqual(Buffer.from('second'))
    expect(await readdir(join(directory, 'data'))).toEqual(['tokens'])
  })

  testWith(here.permissionBits)('is for its owner only, whatever lay there before', async () => {
    await mkdir(join(directory, 'data'))
    for (const name of [file, `${file}.part`]) {
      await writeFile(name, 'left over')
      await chmod(name, 0o666)
    }
    await tokenFile(file).write(bytes('tokens'))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  test('stays as it was when a write fails, and nothing else is left', async () => {
    await tokenFile(file).write(bytes('good'))
    await expect(tokenFile(file).write(undefined as unknown as Uint8Array)).rejects.toThrow()
    expect(await readFile(file, 'utf8')).toBe('good')
    expect(await readdir(join(directory, 'data'))).toEqual(['tokens'])
  })

  test('that was set aside lies beside it until the next write', async () => {
    const store = tokenFile(file)
    await store.write(bytes('unreadable'))
    await store.setAside()
    expect(await store.read()).toBeUndefined()
    expect(await readFile(`${file}.unreadable`, 'utf8')).toBe('unreadable')
    await store.write(bytes('new'))
    expect(await readdir(join(directory, 'data'))).toEqual(['tokens'])
  })

  test('is gone with all that belongs to it once removed, and may be removed again', async () => {
    const store = tokenFile(file)
    await store.write(bytes('tokens'))
    await store.setAside()
    await writeFile(`${file}.part`, 'torn')
    await store.write(bytes('tokens'))
    await store.remove()
    await store.remove()
    expect(await readdir(join(directory, 'data'))).toEqual([])
  })

  test('that is a folder rejects, so that the cache can say so', async () => {
    await mkdir(file, { recursive: true })
    await expect(tokenFile(file).read()).rejects.toThrow()
  })
})
