import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fileLock } from '../../../src/cli/tokens/file-lock.ts'
import { type Clock, systemClock } from '../../../src/core/clock/clock.ts'
import { lockLineOf } from '../../support/lock-line-of.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let directory: string
let file: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'file-lock-'))
  file = join(directory, 'data', 'lock')
})
afterEach(() => removeFolder(directory))

/** Waits that take no time, counted; and none goes by, however long this computer takes for a look at the file. */
function instantClock(): Clock & { waits: number } {
  const begun = Date.now()
  const clock = {
    ...systemClock,
    now: () => begun,
    waits: 0,
    async sleep() {
      clock.waits += 1
    },
  }
  return clock
}

const held = async (content: string): Promise<void> => {
  await fileLock(file, systemClock)(async () => {})
  await writeFile(file, content)
}

describe('a file lock', () => {
  test('lets one work at a time, makes its folder, and leaves nothing', async () => {
    let inside = 0
    let most = 0
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside)
      for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate)
      inside -= 1
    }
    await Promise.all([1, 2, 3, 4].map(() => fileLock(file, systemClock)(work)))
    expect(most).toBe(1)
    expect(await readdir(join(directory, 'data'))).toEqual([])
  })

  test('is given back when the work fails', async () => {
    const lock = fileLock(file, instantClock())
    await expect(lock(() => Promise.reject(new Error('failed')))).rejects.toThrow('failed')
    expect(await lock(async () => 'done')).toBe('done')
  })

  test('of a process that has died is taken at once', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '0'])
    await held(await lockLineOf(pid))
    const clock = instantClock()
    expect(await fileLock(file, clock)(async () => 'done')).toBe('done')
    expect(clock.waits).toBe(0)
  })

  test.each([
    ['of a living process', `${process.pid} ${hostname()}`],
    ['of another machine', '1 elsewhere'],
    ['that cannot be read', '{"holder":"me"}'],
  ])('%s is waited for, but not for ever', async (_, content) => {
    await held(content)
    const clock = instantClock()
    expect(await fileLock(file, clock)(async () => 'done')).toBe('done')
    expect(clock.waits * 25).toBe(10_000)
    // It was not ours to take away.
    expect(await readdir(join(directory, 'data'))).toEqual(['lock'])
  })

  test('that is older than any work is lost', async () => {
    await held('1 elsewhere')
    const longAgo = (Date.now() - 200_000) / 1000
    await utimes(file, longAgo, longAgo)
    const clock = instantClock()
    await fileLock(file, clock)(async () => {})
    expect(clock.waits).toBe(0)
  })

  test('that cannot be made does not keep from the work', async () => {
    await writeFile(join(directory, 'data'), 'a file where the folder should be')
    expect(await fileLock(file, instantClock())(async () => 'done')).toBe('done')
  })
})
