import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holderOf, isLocked, takeRunLock } from '../../../src/core/run/run-lock.ts'
import { here, testWith } from '../../support/here.ts'
import { lockLineOf, nobody } from '../../support/lock-line-of.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { unreapedProcess } from '../../support/unreaped.ts'

describe('the lock of a run', () => {
  let directory: string
  let journal: string
  const leave = (...lines: readonly string[]) => writeFile(`${journal}.lock`, lines.join('\n'))
  const content = () => readFile(`${journal}.lock`, 'utf8')
  const take = () => takeRunLock(journal, Date.now())
  const holder = () => holderOf(journal, Date.now())

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'run-lock-'))
    journal = join(directory, 'run.jsonl')
  })
  afterEach(() => removeFolder(directory))

  test('that a killed process left behind is taken over by one only, in one process', async () => {
    for (let turn = 0; turn < 20; turn++) {
      await leave(await lockLineOf(nobody))
      const taken = await Promise.all(Array.from({ length: 8 }, take))
      const locks = taken.filter((lock) => lock !== undefined)
      expect(locks).toHaveLength(1)
      await locks[0]?.release()
    }
  })

  test('that a killed process left behind is taken over by one only of several processes', async () => {
    const module = new URL('../../../src/core/run/run-lock.ts', import.meta.url).href
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
    // Nobody, one, or two after each other had it and were killed.
    const dead = await lockLineOf(nobody)
    for (let turn = 0; turn < 30; turn++)
      if (turn % 3 > 0)
        await writeFile(
          `${journal}${turn}.lock`,
          Array(turn % 3)
            .fill(dead)
            .join('\n'),
        )
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

  test('leaves nothing behind once it is released, whoever was killed at it before', async () => {
    await leave(await lockLineOf(nobody), await lockLineOf(nobody))
    const lock = await take()
    expect(await lock?.isOurs()).toBe(true)
    await lock?.release()
    expect(await readdir(directory)).toEqual([])
  })

  test('is left to the living process whose line comes first', async () => {
    await leave(await lockLineOf(nobody), await lockLineOf(process.ppid))
    const before = await content()
    expect(await take()).toBeUndefined()
    expect(await content()).toBe(before)
  })

  test('is nobody’s when who wrote the line has taken it back', async () => {
    await leave(await lockLineOf(process.ppid), 'taken-back 0123456789abcdef')
    expect(await isLocked(journal)).toBe(false)
    const lock = await take()
    expect(lock).toBeDefined()
    await lock?.release()
  })

  test('with the number of this process that this one never took is of one that was killed', async () => {
    await leave(await lockLineOf(process.pid))
    expect(await isLocked(journal)).toBe(false)
    const lock = await take()
    expect(lock).toBeDefined()
    expect(await isLocked(journal)).toBe(true)
    expect(await holder()).toBeUndefined()
    expect(await take()).toBeUndefined()
    await lock?.release()
    expect(await isLocked(journal)).toBe(false)
  })

  test('is lost as soon as somebody has deleted it, and another one is not taken for it', async () => {
    const lock = await take()
    await rm(`${journal}.lock`)
    expect(await lock?.isOurs()).toBe(false)
    await leave(await lockLineOf(process.ppid))
    expect(await lock?.isOurs()).toBe(false)
    const before = await content()
    await lock?.release()
    expect(await content()).toBe(before)
  })

  test('under the name of another computer stays, and says which, since when and where', async () => {
    await leave(await lockLineOf(nobody, { host: 'another-desk', boot: 'another', machine: 'another' }))
    expect(await isLocked(journal)).toBe(true)
    expect(await take()).toBeUndefined()
    expect(await holder()).toEqual({
      kind: 'computer',
      process: nobody,
      computer: 'another-desk',
      since: '2026-03-02T09:00:00.000Z',
      file: `${journal}.lock`,
    })
    await rm(`${journal}.lock`)
    const lock = await take()
    expect(await holder()).toBeUndefined()
    await lock?.release()
  })

  test('of this computer says which process', async () => {
    await leave(await lockLineOf(process.ppid))
    expect(await holder()).toEqual({
      kind: 'process',
      process: process.ppid,
      since: '2026-03-02T09:00:00.000Z',
      file: `${journal}.lock`,
    })
  })

  test('names no computer in letters that rearrange what is read', async () => {
    await leave('7 a\u202e\u0007b')
    expect(await holder()).toMatchObject({ computer: 'ab' })
  })

  test.each([
    ['one that has died', () => nobody],
    ['this one', () => process.pid],
    ['a living one', () => process.ppid],
  ])(
    'of an earlier version stays, though its number is that of %s: it may be of another namespace',
    async (_, pid) => {
      await leave(`${pid()} ${hostname()} up 5`)
      const since = Date.parse('2026-03-02T09:00:00Z')
      await utimes(`${journal}.lock`, since / 1000, since / 1000)
      expect(await take()).toBeUndefined()
      expect(await holder()).toEqual({
        kind: 'environment',
        process: pid(),
        computer: hostname(),
        since: '2026-03-02T09:00:00.000Z',
        file: `${journal}.lock`,
      })
    },
  )

  test.each([
    ['is a folder', () => mkdir(`${journal}.lock`), /EISDIR|EPERM|EACCES/],
    ['holds what no version writes', () => leave('{"holder":"me"}'), undefined],
    ['names a number that no process has', () => leave(`${2 ** 40} ${hostname()} up 5`), undefined],
  ])('that %s is not abandoned, however old it is', async (_, make, reason) => {
    await make()
    const longAgo = Date.parse('2020-01-01T00:00:00Z') / 1000
    await utimes(`${journal}.lock`, longAgo, longAgo)
    expect(await isLocked(journal)).toBe(true)
    expect(await take()).toBeUndefined()
    expect(await holder()).toEqual({
      kind: 'unreadable',
      ...(reason && { reason: expect.stringMatching(reason) }),
      since: '2020-01-01T00:00:00.000Z',
      file: `${journal}.lock`,
    })
  })

  test('that a power cut left empty, or with NUL bytes in place of its lines, is nobody’s', async () => {
    for (const left of ['', '\0'.repeat(300)]) {
      await leave(left)
      const lock = await take()
      expect(lock).toBeDefined()
      await lock?.release()
    }
  })

  describe('on Linux', () => {
    test('does not give away the ID of the system', async ({ skip }) => {
      const id = await readFile('/etc/machine-id', 'utf8').catch(() => '')
      if (id.trim() === '') skip('There is no ID here')
      const lock = await take()
      expect(await content()).toMatch(/ machine=[0-9a-f]{16} /)
      expect(await content()).not.toContain(id.trim())
      await lock?.release()
    })

    testWith(here.processTimes)('of a process that was killed and not reaped yet is nobody’s', async () => {
      const { pid, end } = await unreapedProcess()
      try {
        // It answers signals as if it lived.
        expect(process.kill(pid, 0)).toBe(true)
        await leave(await lockLineOf(pid))
        const lock = await take()
        expect(lock).toBeDefined()
        await lock?.release()
      } finally {
        await end()
      }
    })

    testWith(here.processTimes)('of a process whose number a later one has is nobody’s', async () => {
      await leave(await lockLineOf(process.ppid, { started: '1' }))
      expect(await isLocked(journal)).toBe(false)
      const lock = await take()
      expect(lock).toBeDefined()
      await lock?.release()
    })
  })
})
