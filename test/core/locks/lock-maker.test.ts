import { describe, expect, test } from 'vitest'
import { type LockMaker, whereIs } from '../../../src/core/locks/lock-maker.ts'

const linux: LockMaker = {
  ...{ pid: 4711, host: 'desk', up: 600, platform: 'linux', machine: 'm1', boot: 'b1', started: '100' },
  namespaces: { pid: '4026531836', time: '4026531834' },
}
const inContainer: LockMaker = { ...linux, namespaces: { pid: '4026532178', time: '4026531834' } }
const windows: LockMaker = {
  ...{ pid: 4711, host: 'desk', up: 600, platform: 'win32', machine: 'm2' },
  ...{ boot: undefined, namespaces: undefined, started: undefined },
}
const alive = async () => ({ started: '100' })
const dead = async () => undefined
const asking = { pid: 815 }

describe('a process that made a lock', () => {
  test.each<[string, LockMaker, LockMaker]>([
    ['Linux', linux, linux],
    ['Windows', windows, windows],
    ['macOS', { ...windows, platform: 'darwin' }, { ...windows, platform: 'darwin' }],
    ['a container', inContainer, inContainer],
    ['a computer that was given another name since', linux, { ...linux, host: 'new-name' }],
  ])('is here or gone on %s, as its number tells', async (_, maker, own) => {
    expect(await whereIs(maker, { ...own, ...asking }, alive)).toBe('here')
    expect(await whereIs(maker, { ...own, ...asking }, dead)).toBe('gone')
    // Its number is that of whoever asks.
    expect(await whereIs(maker, own, alive)).toBe('gone')
  })

  test.each<[string, LockMaker, LockMaker]>([
    [
      'another container of the same name',
      inContainer,
      { ...linux, namespaces: { pid: '4026532300', time: '1' } },
    ],
    ['a container, seen from its computer', inContainer, linux],
    ['the computer, seen from its container', linux, inContainer],
    [
      'a namespace of time of its own, where processes seem to begin at other times',
      linux,
      { ...linux, namespaces: { pid: '4026531836', time: '2' } },
    ],
    ['another computer of the same name', linux, { ...linux, machine: 'm9', boot: 'b9' }],
    [
      'another computer with a copy of the same system, in containers',
      inContainer,
      { ...inContainer, boot: 'b9' },
    ],
    [
      'a computer without an ID, perhaps before a restart',
      { ...linux, machine: undefined },
      { ...linux, machine: undefined, boot: 'b9' },
    ],
    ['WSL, seen from the Windows around it', linux, windows],
    ['Windows, seen from the WSL in it', windows, linux],
    ['another Windows of the same name', windows, { ...windows, machine: 'm9' }],
    ['a Linux that tells nothing of itself', { ...linux, boot: undefined }, { ...linux, boot: undefined }],
    [
      'a Linux without namespaces to be seen',
      { ...linux, namespaces: undefined },
      { ...linux, namespaces: undefined },
    ],
    ['an earlier version', { ...windows, platform: undefined, machine: undefined }, windows],
  ])('may be alive in %s, whatever has its number here', async (_, maker, own) => {
    for (const pid of [maker.pid, asking.pid])
      for (const look of [alive, dead]) expect(await whereIs(maker, { ...own, pid }, look)).toBe('elsewhere')
  })

  test('is gone once its computer was started again, whoever has its number now', async () => {
    expect(await whereIs(linux, { ...linux, ...asking, boot: 'b2', up: 10_000 }, alive)).toBe('gone')
    expect(await whereIs(windows, { ...windows, ...asking, up: 100 }, alive)).toBe('gone')
    // As far as the rounding of seconds goes.
    expect(await whereIs(windows, { ...windows, ...asking, up: 599 }, alive)).toBe('here')
  })

  test('is gone where its number belongs to one that began later', async () => {
    expect(await whereIs(linux, { ...linux, ...asking }, async () => ({ started: '900' }))).toBe('gone')
    expect(await whereIs(linux, { ...linux, ...asking }, async () => ({ started: undefined }))).toBe('here')
  })
})
