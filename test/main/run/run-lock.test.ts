import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holderOf, isCarried, takeRunLock } from '../../../src/main/run/run-lock.ts'
import { removeFolder } from '../../support/remove-folder.ts'

describe('the lock of a run', () => {
  let directory: string
  let journal: string
  const nobody = 2 ** 22 + 1
  const leave = (content: string) => writeFile(`${journal}.lock`, content)

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'run-lock-'))
    journal = join(directory, 'run.jsonl')
  })
  afterEach(() => removeFolder(directory))

  test('that a killed process left behind is taken over by one only, in one process', async () => {
    for (let turn = 0; turn < 20; turn++) {
      await leave(`${nobody} ${hostname()}`)
      const taken = await Promise.all(Array.from({ length: 8 }, () => takeRunLock(journal, Date.now())))
      const locks = taken.filter((lock) => lock !== undefined)
      expect(locks).toHaveLength(1)
      await locks[0]?.release()
    }
  })

  test('that a killed process left behind is taken over by one only of several processes', async () => {
    const module = new URL('../../../src/main/run/run-lock.ts', import.meta.url).href
    // All at the same moment, so that they meet.
    const script = `
      const { takeRunLock } = await import(${JSON.stringify(module)})
      let taken = ''
      for (let turn = 0; turn < 30; turn++) {
        await new Promise((resolve) => setTimeout(resolve, Number(process.argv[1]) + turn * 40 - Date.now()))
        taken += (await takeRunLock(process.argv[2] + turn, Date.now())) ? '1' : '0'
      }
      await new Promise((resolve) => process.stdout.write(taken + '\\n', resolve))
      process.stdin.resume().on('end', () => process.exit())`
    // Nobody, one, or two after each other were killed while they took it over.
    for (let turn = 0; turn < 30; turn++)
      for (const end of ['', '.taking', '.taking.taking'].slice(0, 1 + (turn % 3)))
        await writeFile(`${journal}${turn}.lock${end}`, `${nobody} ${hostname()}`)
    const begin = `${Date.now() + 2_000}`
    const others = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script, begin, journal]),
    )
    const told = await Promise.all(others.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])))
    for (const { stdin } of others) stdin.end()
    await Promise.all(others.map((other) => once(other, 'close')))
    const takers = Array.from({ length: 30 }, (_, turn) => told.filter((line) => line[turn] === '1').length)
    expect(Math.max(...takers)).toBe(1)
    // Where Windows lets a file go only once nobody reads it any more, one that tried may have to try again.
    if (process.platform !== 'win32') expect(takers).toEqual(Array(30).fill(1))
  })

  test('is taken over at once although whoever was about to was killed at it', async () => {
    await leave(`${nobody} ${hostname()}`)
    await writeFile(`${journal}.lock.taking`, `${nobody} ${hostname()}`)
    const lock = await takeRunLock(journal, Date.now())
    expect(lock).toBeDefined()
    await lock?.release()
    // Neither the lock nor what was made on the way to it.
    expect(await readdir(directory)).toEqual([])
  })

  test('is left to the living process that is about to take it over', async () => {
    await leave(`${nobody} ${hostname()}`)
    await writeFile(`${journal}.lock.taking`, `${process.ppid} ${hostname()}`)
    expect(await takeRunLock(journal, Date.now())).toBeUndefined()
    expect((await readdir(directory)).sort()).toEqual(['run.jsonl.lock', 'run.jsonl.lock.taking'])
  })

  test('with the number of this process that this one never took is of one that was killed', async () => {
    await leave(`${process.pid} ${hostname()}`)
    expect(await isCarried(journal, Date.now())).toBe(false)
    const lock = await takeRunLock(journal, Date.now())
    expect(lock).toBeDefined()
    expect(await isCarried(journal, Date.now())).toBe(true)
    expect(await takeRunLock(journal, Date.now())).toBeUndefined()
    await lock?.release()
    expect(await isCarried(journal, Date.now())).toBe(false)
  })

  test('under the name of another computer stays, and says which, since when and where', async () => {
    await leave(`${nobody} another-desk up 60`)
    const since = Date.parse('2026-03-02T09:00:00Z')
    await utimes(`${journal}.lock`, since / 1000, since / 1000)
    expect(await isCarried(journal, Date.now())).toBe(true)
    expect(await takeRunLock(journal, Date.now())).toBeUndefined()
    expect(await holderOf(journal, Date.now())).toEqual({
      process: nobody,
      computer: 'another-desk',
      since: '2026-03-02T09:00:00.000Z',
      file: `${journal}.lock`,
    })
    await rm(`${journal}.lock`)
    const lock = await takeRunLock(journal, Date.now())
    expect(await holderOf(journal, Date.now())).toBeUndefined()
    await lock?.release()
  })

  test('of this computer says which process', async () => {
    await leave(`${process.ppid} ${hostname()}`)
    const holder = await holderOf(journal, Date.now())
    expect(holder).toEqual({ process: process.ppid, since: expect.any(String), file: `${journal}.lock` })
  })

  test('names no computer in letters that rearrange what is read', async () => {
    await leave('7 a\u202e\u0007b')
    expect(await holderOf(journal, Date.now())).toMatchObject({ computer: 'ab' })
  })

  test("from before the computer was started again is nobody's, whoever has its number now", async () => {
    await leave(`${process.ppid} ${hostname()} up ${Math.floor(uptime())}`)
    expect(await isCarried(journal, Date.now())).toBe(true)
    await leave(`${process.ppid} ${hostname()} up ${Math.floor(uptime()) + 3_600}`)
    expect(await isCarried(journal, Date.now())).toBe(false)
    const lock = await takeRunLock(journal, Date.now())
    expect(lock).toBeDefined()
    await lock?.release()
  })
})
