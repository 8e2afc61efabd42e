import type { FileHandle } from 'node:fs/promises'
import { appendFile, mkdtemp, readdir, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { takeClaimLock } from '../../../src/core/run/claim-lock.ts'
import { createClaims } from '../../../src/core/run/claims.ts'
import { journalFile } from '../../../src/core/run/run-files.ts'
import { claimsFailure } from '../../../src/shared/run/claims-failure.ts'
import type { RunHappening } from '../../../src/shared/run/events.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { longestMemory } from '../../../src/shared/run/unread-runs.ts'
import { prototypeOfHandles } from '../../support/file-handles.ts'
import { lockLineOf, nobody } from '../../support/lock-line-of.ts'
import { removeFolder } from '../../support/remove-folder.ts'
import { eventsOf, phoneListOf, runStarted, tenant } from '../../support/run-samples.ts'

const earlier = '20260302-080000-aaaaaa'
const ours = '20260302-090000-bbbbbb'
const later = '20260302-100000-cccccc'
const plan = planRun(phoneListOf(3, 'NOAM'))
const { username = '', hardwareId = '' } = plan.phones[0] ?? {}

const submitting: RunHappening = { type: 'BatchSubmitting', batch: 0, attempt: 1 }
const submitted: RunHappening = { type: 'BatchSubmitted', batch: 0, batchId: 'b' }
const signedIn: RunHappening = {
  type: 'PhonesReported',
  batch: 0,
  phones: [0, 1, 2].map((index) => ({ phone: index, status: 'signed in', said: 'success' })),
}
const over: readonly RunHappening[] = [
  ...[submitting, submitted, signedIn],
  { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
  { type: 'RunFinished' },
]

describe('the phones that other runs of a folder have', () => {
  let directory: string
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'claims-'))
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await removeFolder(directory)
  })

  const linesOf = (runId: string, ...happened: readonly RunHappening[]): readonly string[] =>
    eventsOf(...happened).map(
      (event) => `${JSON.stringify(event.type === 'RunStarted' ? { ...event, runId } : event)}\n`,
    )
  const lines = (runId: string, ...happened: readonly RunHappening[]): readonly string[] =>
    linesOf(runId, runStarted(plan), ...happened)
  const put = (runId: string, ...happened: readonly RunHappening[]): Promise<void> =>
    writeFile(journalFile(directory, runId), lines(runId, ...happened).join(''))
  const claimsOf = (isResumed = false) => createClaims(directory, { runId: ours, tenant, isResumed })

  async function look(claims = claimsOf(), isNew = false) {
    const moment = await claims.begin(isNew)
    if (!moment.ok) return claimsFailure(moment.failure).message
    const found = moment.value.whoHas({ username, hardwareId })
    await moment.value.end()
    return found && `${found.why} in ${found.runId}`
  }

  test.each<[string, readonly RunHappening[], string | undefined]>([
    ['waits', [], `waiting in ${earlier}`],
    ['is being submitted', [submitting], `under way in ${earlier}`],
    ['is at the service', [submitting, submitted], `under way in ${earlier}`],
    ['may be there', [submitting, { type: 'BatchOutcomeUnknown', batch: 0 }], `unconfirmed in ${earlier}`],
    ['is signed in', [submitting, submitted, signedIn], undefined],
    ['was discarded', [{ type: 'BatchDiscarded', batch: 0 }], undefined],
  ])('are told as far as it is written: one that %s', async (_, happened, expected) => {
    await put(earlier, ...happened)
    expect(await look()).toBe(expected)
  })

  test('waiting in a later run are that one’s only as long as ours has not begun', async () => {
    await put(later)
    expect(await look(claimsOf(), true)).toBe(`waiting in ${later}`)
    expect(await look()).toBeUndefined()
  })

  test('that a later run has submitted count once ours is resumed: its journal may be an older one', async () => {
    await put(later, ...over)
    expect(await look(claimsOf(true))).toBe(`submitted in ${later}`)
    expect(await look(claimsOf(false))).toBeUndefined()
    await put(later, submitting, {
      type: 'BatchRefused',
      batch: 0,
      failure: { kind: 'denied', why: { code: 'written', sentence: '' } },
    })
    expect(await look(claimsOf(true))).toBeUndefined()
  })

  test('that an earlier run has submitted since ours began count once ours is resumed, and what it did before does not', async () => {
    // It submits at nine, when ours begins and another one has yet to.
    await put(earlier, ...over)
    expect(await look(claimsOf(true))).toBe(`submitted in ${earlier}`)
    expect(await look(createClaims(directory, { runId: later, tenant, isResumed: true }))).toBeUndefined()
  })

  test('are told anew when more is written, and nothing is read twice', async () => {
    const claims = claimsOf()
    const file = journalFile(directory, earlier)
    const large = runStarted(planRun(phoneListOf(3_000, 'NOAM')))
    const [started = '', first = '', ...rest] = linesOf(earlier, large, ...over)
    await writeFile(file, started)
    expect(await look(claims)).toBe(`waiting in ${earlier}`)

    let read = 0
    const prototype = await prototypeOfHandles()
    const { read: original } = prototype
    vi.spyOn(prototype, 'read').mockImplementation(async function (
      this: FileHandle,
      ...args: Parameters<FileHandle['read']>
    ) {
      const answer = await original.apply(this, args)
      read += answer.bytesRead
      return answer
    } as FileHandle['read'])
    expect(await look(claims)).toBe(`waiting in ${earlier}`)
    expect(read).toBe(0)
    await appendFile(file, first)
    expect(await look(claims)).toBe(`under way in ${earlier}`)
    await appendFile(file, rest.slice(0, 2).join(''))
    expect(await look(claims)).toBeUndefined()
    // What was added, the mark before it, and the end, where a finished run says so.
    expect(read).toBeGreaterThan(first.length)
    expect(read).toBeLessThan(started.length / 10)
  })

  test('are those of the journal that is there now, though it was put back as it was before', async () => {
    const claims = claimsOf()
    await put(earlier, submitting, submitted, signedIn)
    expect(await look(claims)).toBeUndefined()
    await truncate(journalFile(directory, earlier), lines(earlier)[0]?.length ?? 0)
    expect(await look(claims)).toBe(`waiting in ${earlier}`)
  })

  test('are as the whole lines tell, while the next one is being written', async () => {
    const claims = claimsOf()
    const [started = '', next = ''] = lines(earlier, submitting)
    await writeFile(journalFile(directory, earlier), `${started}${next.slice(0, 20)}`)
    expect(await look(claims)).toBe(`waiting in ${earlier}`)
    await appendFile(journalFile(directory, earlier), next.slice(20))
    expect(await look(claims)).toBe(`under way in ${earlier}`)
  })

  test('are none of a run that is only just being begun', async () => {
    await writeFile(journalFile(directory, earlier), '')
    expect(await look()).toBeUndefined()
    await writeFile(journalFile(directory, earlier), lines(earlier)[0]?.slice(0, 30) ?? '')
    expect(await look()).toBeUndefined()
  })

  test('are unconfirmed where the rest of the journal is damaged, until the service has forgotten them', async () => {
    const [started = '', ...rest] = lines(earlier, submitting, submitted)
    const file = journalFile(directory, earlier)
    await writeFile(file, [started, '{"damaged\n', ...rest].join(''))
    expect(await look()).toBe(`unconfirmed in ${earlier}`)
    await age(file)
    expect(await look()).toBeUndefined()
  })

  test('cannot be told of a journal that cannot be read at all, until the service has forgotten them', async () => {
    const file = journalFile(directory, earlier)
    await writeFile(file, 'no journal\nat all\n')
    expect(await look()).toContain(file)
    await age(file)
    expect(await look()).toBeUndefined()
  })

  async function age(file: string): Promise<void> {
    const long = new Date(Date.now() - longestMemory - 60_000)
    await utimes(file, long, long)
  }

  test('are asked for by one at a time, also of those who ask in one process', async () => {
    const [one, other] = [claimsOf(), claimsOf()]
    const first = await one.begin()
    let isSecond = false
    const second = other.begin().then((moment) => {
      isSecond = true
      return moment
    })
    await expect.poll(() => readdir(directory)).toContain('claims.lock')
    expect(isSecond).toBe(false)
    if (first.ok) await first.value.end()
    const moment = await second
    if (moment.ok) await moment.value.end()
    expect(await readdir(directory)).toEqual([])
  })

  test('are asked for although a killed process was just at it', async () => {
    await put(earlier)
    await writeFile(join(directory, 'claims.lock'), await lockLineOf(nobody))
    expect(await look()).toBe(`waiting in ${earlier}`)
  })

  test('are not asked for as long as another process is at it; it says which, and which file to delete if it is gone', async () => {
    const lock = join(directory, 'claims.lock')
    await writeFile(lock, await lockLineOf(process.ppid))
    const taken = await takeClaimLock(directory, 60)
    expect(taken).toMatchObject({
      ok: false,
      failure: { code: 'locked', holder: { kind: 'process', process: process.ppid, file: lock } },
    })
    expect(taken.ok ? undefined : claimsFailure(taken.failure)).toMatchObject({
      message: expect.stringContaining(`process ${process.ppid} on this computer`),
      remedy: expect.stringContaining(lock),
    })
  })
})
