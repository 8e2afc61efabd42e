import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostInLine, lockLines, takenBackLine, takenLine } from '../../../src/core/locks/lock-line.ts'
import { type LockMaker, whereIs } from '../../../src/core/locks/lock-maker.ts'

const word = fc.option(fc.stringMatching(/^[0-9a-f-]{1,40}$/), { nil: undefined })
const maker: fc.Arbitrary<LockMaker> = fc.record({
  pid: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  host: fc.string({ unit: 'grapheme' }).map(hostInLine),
  up: fc.nat(),
  platform: fc.constantFrom('linux', 'win32', 'darwin'),
  machine: word,
  boot: word,
  namespaces: fc.option(fc.record({ pid: fc.constant('4026531836'), time: fc.constant('0') }), {
    nil: undefined,
  }),
  started: word,
})
const token = fc.stringMatching(/^[0-9a-f]{16}$/)
const since = '2026-03-02T09:00:00.000Z'

test('a lock says again who made it, whatever the computer calls itself', () => {
  fc.assert(
    fc.property(maker, token, (made, its) => {
      const content = `${takenLine(made, its, since)}\n${takenBackLine(its)}`
      expect(lockLines(content)).toEqual([
        { kind: 'taken', maker: made, token: its, since },
        { kind: 'taken-back', token: its },
      ])
    }),
  )
})

test('an earlier version takes a lock for one of another computer, and leaves it alone', () => {
  // As it read locks.
  const earlier = /^(\d+) (.+?)(?: up (\d+))?$/
  fc.assert(
    fc.property(maker, token, (made, its) => {
      const [, pid, host] = earlier.exec(takenLine(made, its, since)) ?? []
      expect(pid).toBe(`${made.pid}`)
      expect(host).not.toBe(made.host)
    }),
  )
})

test('whatever is in the file, it is read', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (content) => void lockLines(content)))
})

test('of whom only a part of a line is there, it is not said that he is gone', async () => {
  const whole: LockMaker = {
    ...{ pid: 4711, host: 'desk', up: 600, platform: 'linux', machine: 'ab12', boot: 'cd34', started: '100' },
    namespaces: { pid: '4026531836', time: '4026531834' },
  }
  const line = takenLine(whole, '0123456789abcdef', since)
  for (let length = 1; length < line.length; length++) {
    const [read] = lockLines(line.slice(0, length))
    if (read?.kind !== 'taken') expect(read).toEqual({ kind: 'unreadable' })
    else expect(await whereIs(read.maker, { ...whole, pid: 815 }, async () => undefined)).toBe('elsewhere')
  }
})
