import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog, type Log, type LogEntry } from '../../../src/main/log/log.ts'
import { removeFolder } from '../../support/remove-folder.ts'

let folder: string
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'log-')), 'logs')
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((log) => log.flushed()))
  await removeFolder(join(folder, '..'))
})

const opened: Log[] = []
const open = (more: Partial<Parameters<typeof createLog>[0]> = {}): Log => {
  const log = createLog({
    folder,
    now: () => Date.parse('2026-11-21T08:00:00Z'),
    fullNames: () => false,
    ...more,
  })
  opened.push(log)
  return log
}
const info = (message: string): LogEntry => ({ level: 'info', area: 'sign-in', message })
const lines = async (name = 'main.log') =>
  (await readFile(join(folder, name), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('an entry is one line with its time, whatever is in it', async () => {
  const log = open()
  log.write({ level: 'warning', area: 'service', message: 'two\nlines', correlationId: 'c' })
  log.unexpected('window', new Error('a bug'))
  await log.flushed()

  const at = '2026-11-21T08:00:00.000Z'
  expect(await lines()).toEqual([
    { at, level: 'warning', area: 'service', message: 'two\nlines', correlationId: 'c' },
    { at, level: 'error', area: 'app', message: expect.stringMatching(/^window: Error: a bug\n\s+at /) },
  ])
})

describe('nothing that opens a door is written', () => {
  const jwt = `eyJ${'a'.repeat(40)}.eyJ${'b'.repeat(40)}.${'c'.repeat(60)}`
  test.each([
    ['a token', `Failed with ${jwt}`, jwt],
    ['the beginning of one', 'Failed with eyJhbGciOiJSUzI1', 'eyJhbGciOiJSUzI1'],
    ['a header', 'Authorization: Bearer abc.def', 'abc.def'],
    ['a password', '{"password":"hunter2"}', 'hunter2'],
    ['a form', 'grant_type=refresh_token&refresh_token=0.AXoA', '0.AXoA'],
  ])('%s', async (_what, message, secret) => {
    const log = open()
    log.write(info(message))
    log.unexpected('window', new Error(message))
    await log.flushed()

    const written = JSON.stringify(await lines())
    expect(written).toMatch(/\[(token|password) removed\]/)
    expect(written).not.toContain(secret)
    expect(JSON.stringify(log.recent())).not.toContain(secret)
  })
})

test('people are named by their first letter, until the person who reads it wants more', async () => {
  let fullNames = false
  const log = open({ fullNames: () => fullNames })
  log.write(info('reykjavik.lobby@contoso.com and øst@sub.contoso.com'))
  fullNames = true
  log.write(info('reykjavik.lobby@contoso.com'))
  await log.flushed()

  expect((await lines()).map(({ message }) => message)).toEqual([
    'r…@contoso.com and ø…@sub.contoso.com',
    'reykjavik.lobby@contoso.com',
  ])
})

describe('the files', () => {
  test('are limited in size and number, the oldest goes', async () => {
    const log = open({ largest: 2000, kept: 2 })
    for (let index = 0; index < 100; index++) log.write(info(`${index} ${'word '.repeat(20)}`))
    await log.flushed()

    expect((await readdir(folder)).toSorted()).toEqual(['main.1.log', 'main.2.log', 'main.log'])
    for (const name of await readdir(folder))
      expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(2000)
    const kept = [...(await lines('main.2.log')), ...(await lines('main.1.log')), ...(await lines())]
    const numbers = kept.map(({ message }) => Number.parseInt(message, 10))
    expect(numbers.at(-1)).toBe(99)
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index))
  })

  test('go on where the last start left them', async () => {
    const before = open({ largest: 300 })
    before.write(info('a'.repeat(30)))
    await before.flushed()
    const after = open({ largest: 300 })
    for (let index = 0; index < 3; index++) after.write(info('b'.repeat(30)))
    await after.flushed()

    expect((await readdir(folder)).length).toBeGreaterThan(1)
    expect(JSON.stringify([await lines('main.1.log')])).toContain('aaa')
  })

  test('that cannot be written are no error, and what is remembered is there', async () => {
    await writeFile(folder, 'no folder')
    const log = open()
    log.write({ ...info('a call'), correlationId: 'c' })
    await log.flushed()

    expect(log.recent().calls).toMatchObject([{ message: 'a call', correlationId: 'c' }])
  })

  test('hold no line longer than somebody would read', async () => {
    const log = open()
    log.write(info('word '.repeat(10_000)))
    await log.flushed()

    expect((await stat(join(folder, 'main.log'))).size).toBeLessThan(10_000)
  })
})

test('the last calls, warnings and errors are remembered, not all', () => {
  const log = open()
  for (let index = 0; index < 50; index++)
    log.write({
      level: index % 2 ? 'info' : 'warning',
      area: 'service',
      message: `${index}`,
      correlationId: 'c',
    })
  const { calls, troubles } = log.recent()

  expect(calls).toHaveLength(20)
  expect(calls.at(-1)).toMatchObject({ message: '49' })
  expect(troubles.at(-1)).toMatchObject({ message: '48' })
})
